import { z } from 'zod'
import { addDays, type Day, day } from '../catalogue/day.ts'
import { Words } from './act-input.ts'
import { type CaseState, lawful } from './case.ts'
import { isViolation } from './violations.ts'
import type { CaseType, Category } from './words.ts'

/** 并案: one charge of one entity in one period. */
export type ClusterKey = { entity: string; item: string; from: Day; until: Day }

/** The cluster that a case belongs to: a charge without an item is known by its category; without an entity there is none. */
export function clusterKey(about: {
  entity: string | null
  item: string | null
  category: Category
  chargedOn: Day
}): ClusterKey | null {
  if (about.entity === null) return null
  return { entity: about.entity, item: about.item ?? `category:${about.category}`, ...quarterOf(about.chargedOn) }
}

/** 季度: the calendar quarter of a day, up to but not including `until`. */
export function quarterOf(on: Day): { from: Day; until: Day } {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))]
  const first = month - ((month - 1) % 3)
  const from = day(`${year}-${String(first).padStart(2, '0')}-01`)
  return { from, until: monthStart(addDays(from, 95)) }
}

const monthStart = (on: Day): Day => day(`${on.slice(0, 8)}01`)

export const OUTCOMES_TOGETHER = ['violation_found', 'no_violation', 'agreed', 'not_agreed', 'referred'] as const
export type TogetherOutcome = (typeof OUTCOMES_TOGETHER)[number]

/** 并案可以一并作出的决定, by type. What is agreed to be refunded is another sum in each case: such are decided one by one. */
export const TOGETHER: Record<CaseType, readonly TogetherOutcome[]> = {
  report: ['violation_found', 'no_violation', 'referred'],
  complaint: ['agreed', 'not_agreed', 'referred'],
  consultation: [],
}

const given = <T extends z.ZodType>(value: T) => z.preprocess((text) => (text === '' ? undefined : text), value)

/** 一并决定 as its form says it: the outcome, the one violation found, the ground on which mediation ended, the words. */
export const DecidedTogether = z
  .object({
    outcome: z.enum(OUTCOMES_TOGETHER, { error: 'missing' }),
    violation: given(z.string().refine(isViolation, { error: 'not-an-option' }).optional()),
    ground: given(
      z
        .string()
        .regex(/^[a-z0-9_]{2,40}$/, { error: 'bad-value' })
        .optional(),
    ),
    words: z.pipe(Words, z.string().min(1, { error: 'missing' })),
  })
  .superRefine(({ outcome, violation, ground }, { addIssue }) => {
    const missing = (path: string) => addIssue({ code: 'custom', path: [path], message: 'missing' })
    if (outcome === 'violation_found' && violation === undefined) missing('violation')
    if (outcome === 'not_agreed' && ground === undefined) missing('ground')
  })
export type DecidedTogether = z.infer<typeof DecidedTogether>

/** What is known of a case of a cluster when it is asked whether it may be decided with the others. */
export type Together = {
  type: CaseType
  state: CaseState
  /** Does whoever asks work for its office? */
  own: boolean
  purged: boolean
  waiting: boolean
  /** How many of its charges are not what the cluster is about. */
  others: number
}
export type NotTogether = 'elsewhere' | 'purged' | 'waiting' | 'state' | 'other-charges'

/** Why a case cannot be decided with the others of its cluster just now; null where it can. */
export function notTogether({ type, state, own, purged, waiting, others }: Together): NotTogether | null {
  if (!own) return 'elsewhere'
  if (purged) return 'purged'
  if (waiting) return 'waiting'
  if (lawful(type, state, 'decide') === undefined) return 'state'
  return others > 0 ? 'other-charges' : null
}
