import { ChangeSetState } from '../../catalogue/change-set.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address } from '../context.ts'
import { type Said, said } from '../locale/format.ts'
import type { Messages } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import type { Moment } from '../words/moment.ts'
import {
  momentOf,
  type SetSaying,
  type SetTold,
  type StateWords,
  sayingOf,
  setAddress,
  stateWords,
  whoseWords,
} from '../words/set.ts'

/** What the list is made of: sets, newest first, those in one state or in any; `older` is the `before` of what follows. */
export type SetsData = {
  sets: Omit<SetTold, 'lint'>[]
  state: ChangeSetState | null
  before: number | null
  older: number | null
  reference: Reference
  today: Day
}

type Row = {
  href: string
  number: string
  title: Said
  whose: Said
  state: StateWords
  urgent: boolean
  lines: string
  made: { by: string; at: Moment }
  due: { word: string; at: Moment } | null
  release: { href: string; text: string } | null
}

/** `/staff/sets`: the sets that this person may read. */
export type StaffSetsPage = {
  frame: StaffFrame
  make: string | null
  action: string
  states: { value: string; text: string; selected: boolean }[]
  rows: Row[]
  empty: { says: string; mend: string }
  pager: { newest: string | null; older: string | null } | null
  words: Messages['sets']
  common: Messages['common']
}

export function staffSetsPage(ctx: StaffContext, data: SetsData): StaffSetsPage {
  const { t, ...saying } = sayingOf(ctx, data.reference, data.today)
  const { sets: words, common } = t.words
  return {
    frame: staffFrame(ctx, words.title),
    make: ctx.may('set.write') ? address(ctx, '/staff/sets/new') : null,
    action: address(ctx, '/staff/sets'),
    states: [
      { value: '', text: words.anyState, selected: data.state === null },
      ...ChangeSetState.options.map((value) => ({
        value,
        text: words[`state-${value}`],
        selected: value === data.state,
      })),
    ],
    rows: data.sets.map((set) => rowOf(set, { t, ...saying })),
    empty:
      data.state === null
        ? { says: words.empty, mend: words.emptyMend }
        : { says: words.emptyState, mend: words.emptyStateMend },
    pager: pagerOf(ctx, data),
    ...{ words, common },
  }
}

function pagerOf(ctx: StaffContext, { before, older, state }: SetsData): StaffSetsPage['pager'] {
  if (before === null && older === null) return null
  const to = (params: Record<string, string>) =>
    address(ctx, '/staff/sets', { ...(state === null ? {} : { state }), ...params })
  return { newest: before === null ? null : to({}), older: older === null ? null : to({ before: String(older) }) }
}

function rowOf(set: SetsData['sets'][number], saying: SetSaying): Row {
  const { ctx, t } = saying
  return {
    href: setAddress(ctx, set.id),
    number: String(set.id),
    title: said(set.title, ctx.locale),
    whose: whoseWords(set.entity, saying),
    state: stateWords(set.state, t),
    urgent: set.emergency !== null,
    lines: t('changes.lines', { n: set.lines }),
    made: { by: set.madeBy.name, at: momentOf(set.madeAt, t) },
    due:
      set.publishAt === null || set.state !== 'scheduled'
        ? null
        : { word: t.words.sets.dueAt, at: momentOf(set.publishAt, t) },
    release:
      set.release === null
        ? null
        : { href: address(ctx, `/changes/${set.release}`), text: t('common.nth', { release: String(set.release) }) },
  }
}
