import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import { TRANSFER_REASONS, Words } from '../../../complaints/act-input.ts'
import { BULK_ACTS, MOST_AT_ONCE } from '../../../views/pages/staff-cases.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { casesNamed } from '../../db/case-queue.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { joinCluster } from '../acts/clustering.ts'
import { assign } from '../acts/keeping.ts'
import { linkCases } from '../acts/links.ts'
import type { ActOutcome, ActRefusal } from '../acts/outcome.ts'
import { takeStep } from '../acts/steps.ts'

/** One ticked case: its number, the version that was looked at, and (to undo) whose it was. */
export type Ticked = { no: string; version: number; was: number | null }
/** What became of one case; `was` is who had it before. */
export type BulkDone = { no: string; version: number; was: number | null; refused: ActRefusal | null }
export type BulkFault = { field: string; code: 'none' | 'many' | 'act' | 'missing' | 'bad-value' | 'day' }

const Tick = z
  .string()
  .regex(/^TS[0-9A-Z*~$=-]{10,24}@\d{1,9}(@\d{1,18})?$/)
  .transform((text): Ticked => {
    const [no, version, was] = text.split('@')
    return { no: no!, version: Number(version), was: was === undefined ? null : Number(was) }
  })

/** The ticked cases of a form, each once; what is no tick is left out. */
export function tickedIn(values: string | string[] | undefined): Ticked[] {
  const read = [values ?? []].flat().flatMap((value) => Tick.safeParse(value).data ?? [])
  return [...new Map(read.map((one) => [one.no, one])).values()]
}

const needed = Words.min(1, { error: 'missing' })
const Person_ = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()])
const INPUT = {
  assign: z.object({ to: Person_ }),
  undo: z.object({}),
  transfer: z.object({ to: z.coerce.number().int().positive(), reason: z.enum(TRANSFER_REASONS), words: needed }),
  ask_supplement: z.object({ deadline: Day, words: needed }),
  duplicates: z.object({}),
  cluster: z.object({}),
} as const
const Act = z.enum([...BULK_ACTS, 'undo'])
export type BulkAsked = { act: z.infer<typeof Act>; input: Record<string, unknown>; ticked: Ticked[] }

/** What is asked of several cases, or what is wrong with it. `whole`: the fields of the act are read too. */
export function readBulk(
  sent: Record<string, string>,
  ticked: Ticked[],
  today: Day,
): { ok: true; asked: BulkAsked } | { ok: false; act: BulkAsked['act'] | null; faults: BulkFault[] } {
  const act = Act.safeParse(sent.act)
  if (!act.success) return { ok: false, act: null, faults: [{ field: 'act', code: 'act' }] }
  const refuse = (faults: BulkFault[]) => ({ ok: false as const, act: act.data, faults })
  if (ticked.length === 0) return refuse([{ field: 'case', code: 'none' }])
  if (ticked.length > MOST_AT_ONCE) return refuse([{ field: 'case', code: 'many' }])
  const input = INPUT[act.data].safeParse(sent)
  if (!input.success) return refuse(input.error.issues.map(({ path }) => faultAt(String(path[0]), sent)))
  if ('deadline' in input.data && input.data.deadline <= today) return refuse([{ field: 'deadline', code: 'day' }])
  return { ok: true, asked: { act: act.data, input: input.data, ticked } }
}

const faultAt = (field: string, sent: Record<string, string>): BulkFault => ({
  field,
  code: field === 'deadline' ? 'day' : sent[field]?.trim() ? 'bad-value' : 'missing',
})

/** 批量办理: one case after another, each in a transaction of its own; what one is refused keeps no other. Never decides, publishes or opens. */
export async function doBulk(desk: Desk, by: Person, { act, input, ticked }: BulkAsked): Promise<BulkDone[]> {
  const named = await asCaseStaff(desk.db, by.id, (tx) =>
    casesNamed(
      tx,
      ticked.map(({ no }) => no),
    ),
  )
  const before = new Map(named.map(({ no, assignee }) => [no, assignee]))
  const [first, ...others] = ticked
  const done: BulkDone[] = []
  for (const one of act === 'duplicates' ? others : ticked) {
    const outcome = await doOne(desk, by, { act, input, ticked: [one] }, first!.no)
    const { no, was } = { no: one.no, was: before.get(one.no) ?? null }
    done.push(
      outcome.ok
        ? { no, was, version: outcome.version, refused: null }
        : { no, was, version: one.version, refused: outcome.code },
    )
  }
  return done
}

function doOne(desk: Desk, by: Person, { act, input, ticked: [one] }: BulkAsked, first: string): Promise<ActOutcome> {
  const { no, version, was } = one!
  const { words, ...rest } = input as { words?: string; to?: number | null }
  switch (act) {
    case 'assign':
      return assign(desk, by, { no, to: rest.to ?? null })
    case 'undo':
      return assign(desk, by, { no, to: was })
    case 'duplicates':
      return linkCases(desk, by, { no, other: first, kind: 'duplicate' })
    case 'cluster':
      return joinCluster(desk, by, { no })
    default:
      return takeStep(desk, by, { no, step: act, version, input: rest, words: words ?? '' })
  }
}
