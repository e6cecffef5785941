import type { ChangeSetState } from '../../catalogue/change-set.ts'
import type { Day } from '../../catalogue/day.ts'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Change, Statement } from '../../catalogue/statement.ts'
import type { Text } from '../../catalogue/text.ts'
import { address, type PageContext } from '../context.ts'
import { type Said, said } from '../locale/format.ts'
import { type Translate, translator } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { type Moment, momentText } from './moment.ts'
import { entityName } from './names.ts'

type By = { id: number; name: string }

/** 变更集, as its pages are told of it. */
export type SetTold = {
  id: number
  entity: string | null
  title: Text
  note: Text | null
  state: ChangeSetState
  version: number
  madeBy: By
  madeAt: Date
  contentSha: string | null
  approvedBase: number | null
  lint: LintReport | null
  publishAt: Date | null
  emergency: string | null
  release: number | null
  lines: number
}

/** A proposed line, and what is said of its subject on its days as things stand. */
export type LineTold = { n: number; line: Line; removed: boolean; by: By; standing: readonly Statement[] }

/** What the lines of a set come to. */
export type Summary = {
  changes: Partial<Record<Change, number>>
  removed: number
  fromFiles: number
  first: Day | null
  last: Day | null
}

/** Words for a set: names as they would be once it is published, on a day. */
export type SetSaying = { ctx: StaffContext; t: Translate; ref: Reference; today: Day }

export const sayingOf = (ctx: StaffContext, ref: Reference, today: Day): SetSaying => ({
  ...{ ctx, ref, today },
  t: translator(ctx.locale),
})

/** The same for words that lead to the public pages. */
export const publicly = ({ ctx, ref, today }: SetSaying): PageContext => ({
  ...ctx,
  on: today,
  today,
  release: ref.release,
  published: ctx.now,
  head: { release: ref.release },
  pinned: { on: false, release: false },
  showDemoNotice: ctx.demo,
})

export const setAddress = (ctx: StaffContext, id: number, rest = '', query: Record<string, string> = {}): string =>
  address(ctx, `/staff/sets/${id}${rest}`, query)

/** Whose list a set changes: an entity's, or the authority's. */
export const whoseWords = (entity: string | null, { ref, today, t }: SetSaying): Said =>
  entity === null ? { text: t.words.sets.authority, lang: null } : entityName(ref, entity, today, t.locale)

/** An instant in China for people and for machines. */
export const momentOf = (at: Date, t: Translate): Moment => ({
  text: momentText(at, t.locale),
  datetime: at.toISOString(),
})

/** A state in a word and a shape. */
export type StateWords = { shape: ChangeSetState; text: string }
export const stateWords = (state: ChangeSetState, t: Translate): StateWords => ({
  shape: state,
  text: t.words.sets[`state-${state}`],
})

/** What stands at the head of every page of a set. */
export type SetHead = {
  number: string
  whose: Said
  title: Said
  note: Said | null
  state: StateWords
  path: Step[]
  href: string
  facts: { label: string; text: string; href: string | null }[]
}

export function setHead(set: SetTold, saying: SetSaying): SetHead {
  const { ctx, t } = saying
  return {
    number: t('sets.number', { id: String(set.id) }),
    whose: whoseWords(set.entity, saying),
    title: said(set.title, ctx.locale),
    note: set.note && said(set.note, ctx.locale),
    state: stateWords(set.state, t),
    path: pathOf(set, t),
    href: setAddress(ctx, set.id),
    facts: factsOf(set, saying),
  }
}

/** 经过: one step of the way to publication; `now` is where the set stands. */
export type Step = { text: string; shape: 'done' | 'now' | 'ahead' | 'stopped'; current: boolean; note: string | null }

const WAY = ['draft', 'in_review', 'approved', 'scheduled', 'published'] as const

/** The way from draft to published, and how far a set has come; what was sent back or given up stands at its draft. */
export function pathOf({ state, publishAt, release }: SetTold, t: Translate): Step[] {
  const aside = state === 'changes_requested' || state === 'abandoned'
  const at = aside ? 0 : WAY.indexOf(state as (typeof WAY)[number])
  const notes: Partial<Record<ChangeSetState, string | null>> = {
    scheduled: publishAt && momentText(publishAt, t.locale),
    published: release === null ? null : t('common.nth', { release: String(release) }),
  }
  return WAY.map((step, n) => ({
    text: t.words.sets[`state-${aside && n === 0 ? state : step}`],
    shape: n === at ? (aside ? 'stopped' : step === 'published' ? 'done' : 'now') : n < at ? 'done' : 'ahead',
    current: n === at,
    note: notes[step] ?? null,
  }))
}

function factsOf(set: SetTold, { ctx, t }: SetSaying): SetHead['facts'] {
  const { sets: words } = t.words
  const plain = (label: string, text: string, href: string | null = null) => ({ label, text, href })
  return [
    plain(words.madeBy, t('sets.byAt', { name: set.madeBy.name, at: momentText(set.madeAt, t.locale) })),
    ...(set.publishAt === null ? [] : [plain(words.publishAt, momentText(set.publishAt, t.locale))]),
    ...(set.release === null
      ? []
      : [
          plain(
            words.release,
            t('common.nth', { release: String(set.release) }),
            address(ctx, `/changes/${set.release}`),
          ),
        ]),
    ...(set.emergency === null ? [] : [plain(words.emergencyReason, set.emergency)]),
    ...(set.contentSha === null ? [] : [plain(words.sha, set.contentSha.slice(0, 16))]),
  ]
}
