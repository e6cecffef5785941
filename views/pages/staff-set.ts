import type { Day } from '../../catalogue/day.ts'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address } from '../context.ts'
import { dayText } from '../locale/format.ts'
import type { Messages } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import {
  type LineTold,
  type SetHead,
  type SetSaying,
  type SetTold,
  type Summary,
  sayingOf,
  setAddress,
  setHead,
} from '../words/set.ts'
import { type Acting, type ActSent, type Acts, actsOf, refusalText } from '../words/set-acts.ts'
import { type FoundInSet, type FoundWords, foundInSet } from '../words/set-findings.ts'
import { type CommentWords, type LineGroup, lineGroups } from '../words/set-line.ts'
import { commentsByLine, type EventWords, eventWords, type StoryTold } from '../words/set-story.ts'
import { type ChangeCount, countsOf } from './changes.ts'

/** What the page of one set is made of: some of its lines, those after line `after`; `next` is the `after` of what follows. */
export type SetData = {
  set: SetTold
  summary: Summary
  lines: LineTold[]
  after: number
  next: number | null
  /** The numbers of the lines that lint counts from 1; null where it counts as the set does. */
  numbers: number[] | null
  /** What lint says; null where it was not asked because the set is long. */
  lint: LintReport | null
  story: StoryTold
  acting: Acting
  contributors: { name: string }[]
  sent: ActSent | null
  reference: Reference
  today: Day
}

/** Everything that the page of a set and its review page share. */
export type SetShown = {
  head: SetHead
  contributors: string
  /** Where a long draft is checked when someone asks. */
  checkAll: string | null
  refused: string | null
  found: FoundInSet | null
  said: CommentWords[]
  comment: { action: string; value: string; fault: string | null } | null
  pager: { shown: string; first: string | null; next: string | null } | null
}

/** `/staff/sets/:set`: what a set says, where it stands, and what may be done next. */
export type StaffSetPage = SetShown & {
  frame: StaffFrame
  acts: Acts
  tools: { href: string; text: string }[]
  counts: ChangeCount[]
  counted: string[]
  days: string | null
  groups: LineGroup[]
  elsewhere: FoundWords[]
  events: EventWords[]
  csrf: string
  words: Messages['sets']
  review: Messages['review']
  changes: Messages['changes']
  common: Messages['common']
}

export function staffSetPage(ctx: StaffContext, data: SetData): StaffSetPage {
  const saying = sayingOf(ctx, data.reference, data.today)
  const { t } = saying
  const { set, summary, lines } = data
  const shown = setShown(data, saying, '')
  return {
    ...shown,
    frame: staffFrame(ctx, t('sets.number', { id: String(set.id) })),
    acts: actsOf(set, data.acting, data.sent, ctx, t),
    tools: toolsOf(data, saying),
    counts: countsOf(summary.changes, t),
    counted: countedOf(data, saying),
    days: daysOf(summary, saying),
    groups: lineGroups(set.id, lines, saying, {
      found: shown.found?.byLine ?? new Map(),
      comments: commentsByLine(data.story.comments, t),
      editable: isEditable(data),
    }),
    elsewhere: shown.found?.elsewhere ?? [],
    events: data.story.events.map((event) => eventWords(event, t)).toReversed(),
    csrf: ctx.csrf,
    ...{ words: t.words.sets, review: t.words.review, changes: t.words.changes, common: t.words.common },
  }
}

/** The parts that the page of a set and its review page (`page`) share. */
export function setShown(data: SetData, saying: SetSaying, page: '' | '/review'): SetShown {
  const { ctx, t } = saying
  const { set, lint, numbers, sent } = data
  const numberOf = (place: number) => numbers?.[place - 1] ?? place
  const addressOf = (n: number) =>
    `${setAddress(ctx, set.id, page, n > data.after && (data.next === null || n <= data.next) ? (data.after === 0 ? {} : { after: String(data.after) }) : { after: String(Math.max(0, n - 1)) })}#n${n}`
  const refused = sent?.refused ?? null
  return {
    head: setHead(set, saying),
    contributors: data.contributors.map(({ name }) => name).join(t.words.common.and),
    checkAll: lint === null && set.lines > 0 ? setAddress(ctx, set.id, page, { lint: '1' }) : null,
    refused: refused === null ? null : refusalText({ ...refused, values: numbered(refused.values, numberOf) }, t),
    found: lint === null ? null : foundInSet(lint, numberOf, addressOf, saying),
    said: commentsByLine(data.story.comments, t).get(0) ?? [],
    comment: data.acting.reaches('set.comment') ? commentForm(data, saying) : null,
    pager: pagerOf(data, saying, page),
  }
}

/** A refusal names a line by its place among those that are published. */
const numbered = (values: Record<string, string>, numberOf: (place: number) => number): Record<string, string> =>
  values.n !== undefined && values.field !== undefined ? { ...values, n: String(numberOf(Number(values.n))) } : values

const commentForm = ({ set, sent }: SetData, { ctx, t }: SetSaying): SetShown['comment'] => {
  const own = sent?.act === 'comments' && (sent.values.n ?? '') === '' ? sent : null
  return {
    action: setAddress(ctx, set.id, '/comments'),
    value: own?.values.words ?? '',
    fault: own === null || own.faults.length === 0 ? null : t.words.review['fault-words'],
  }
}

function pagerOf(
  { set, lines, after, next, summary }: SetData,
  { ctx, t }: SetSaying,
  page: string,
): SetShown['pager'] {
  if (after === 0 && next === null) return null
  return {
    shown: t('changes.shown', { first: lines[0]?.n ?? 0, last: lines.at(-1)?.n ?? 0, n: set.lines + summary.removed }),
    first: after === 0 ? null : setAddress(ctx, set.id, page),
    next: next === null ? null : setAddress(ctx, set.id, page, { after: String(next) }),
  }
}

const isEditable = ({ set, acting }: SetData): boolean =>
  (set.state === 'draft' || set.state === 'changes_requested') && acting.reaches('set.write')

function toolsOf(data: SetData, { ctx, t }: SetSaying): StaffSetPage['tools'] {
  const { sets: words } = t.words
  const { set } = data
  const to = (rest: string, text: string) => ({ href: setAddress(ctx, set.id, rest), text })
  return [
    ...(isEditable(data) ? [to('/lines/new', words.addLine), to('/edit', words.editWords)] : []),
    ...(isEditable(data) && ctx.may('import.write')
      ? [{ href: address(ctx, '/staff/imports'), text: words.importLines }]
      : []),
    ...(set.lines > 0 && set.state !== 'abandoned'
      ? [to('/preview/fees', words.preview), to('/effects', words.effects), to('/review', words.compare)]
      : []),
    ...(set.release !== null && set.emergency !== null && data.acting.reaches('release.confirm')
      ? [{ href: address(ctx, `/staff/releases/${set.release}/confirm`), text: words.confirmEmergency }]
      : []),
  ]
}

function countedOf({ set, summary }: SetData, { t }: SetSaying): string[] {
  return [
    t('changes.lines', { n: set.lines }),
    ...(summary.fromFiles === 0 ? [] : [t('changes.fromFiles', { n: summary.fromFiles })]),
    ...(summary.removed === 0 ? [] : [t('sets.removedLines', { n: summary.removed })]),
  ]
}

/** From when the lines apply: never to be taken for the time of publication. */
function daysOf({ first, last }: Summary, { t }: SetSaying): string | null {
  if (first === null || last === null) return null
  const [from, to] = [dayText(first, t.locale), dayText(last, t.locale)]
  return first === last ? t('sets.effectiveOn', { day: from }) : t('sets.effectiveBetween', { first: from, last: to })
}
