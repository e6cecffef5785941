import type { Day } from '../../catalogue/day.ts'
import type { Difference } from '../../catalogue/listing.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Change, Statement } from '../../catalogue/statement.ts'
import { link, type PageContext } from '../context.ts'
import { dayText, type Said, said, validityText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { changedParts } from './changed-parts.ts'
import { type Direction, directionOf } from './direction.ts'
import { basisWords } from './names.ts'
import { type ProofLink, proofLink } from './proof-link.ts'
import { type Side, type SubjectWords, subjectInWords } from './subject.ts'

/** One published change in words: of what, how, from what to what, for which days, why, by which documents. */
export type ChangeLine = Omit<SubjectWords, 'says'> & {
  id: string
  change: { word: string; shape: string }
  direction: Direction | null
  before: Side | null
  after: Side
  ended: boolean
  notes: string[]
  days: string
  why: Said
  documents: (Said & { href: string })[]
  proof: ProofLink
}

type Sides = { before: Statement | null; after: Statement | null }

/** A difference between two days as a line. */
export function differenceLine(difference: Difference, ctx: PageContext, ref: Reference, t: Translate): ChangeLine {
  const { on, change, before, after } = difference
  return {
    ...sidesInWords(difference, on, ctx, ref, t),
    id: `${difference.kind}-${difference.key}-${on}`.replaceAll(/[^A-Za-z0-9]+/g, '-'),
    change: { word: t.words.difference[change], shape: change },
    days: dayText(after?.valid.from ?? on, ctx.locale),
    ...reasonOf((after ?? before)!, on, ctx, ref, t),
    proof: proofLink((after ?? before)!, ctx, t),
  }
}

/** A line of a release, beside what had been said before. */
export function releaseChangeLine(
  { n, said, before }: { n: number; said: Statement; before: Statement | null },
  ctx: PageContext,
  ref: Reference,
  t: Translate,
): ChangeLine {
  const old = before?.payload === null ? null : before
  const after = said.payload === null ? null : said
  const words = sidesInWords({ before: old, after, kind: said.kind, key: said.key }, said.valid.from, ctx, ref, t)
  return {
    ...words,
    direction: said.change === 'revise' ? words.direction : null,
    id: `n${n}`,
    change: { word: t.words.change[said.change], shape: said.change },
    notes: [...wrongBefore(said.change, words, t), ...words.notes],
    days: validityText(said.valid, t),
    ...reasonOf(said, said.valid.from, ctx, ref, t),
    proof: proofLink(said, ctx, t),
  }
}

function sidesInWords(
  { before, after, kind, key }: Sides & { kind: Statement['kind']; key: string },
  on: Day,
  ctx: PageContext,
  ref: Reference,
  t: Translate,
) {
  const words = ({ kind, payload }: Statement) => subjectInWords(kind, payload!, { ctx, ref, t, on })
  const [old, now] = [before && words(before), after && words(after)]
  const parts = changedParts(before, after, t)
  const told = now ??
    old ?? { name: { text: `${t.words.subject[kind]} ${key}`, lang: null }, href: null, where: [], detail: '' }
  return {
    ...{ name: told.name, href: told.href, where: told.where, detail: told.detail },
    direction: directionOf(before, after, t),
    before: old?.says ?? null,
    after: now?.says ?? { text: t.words.changes.nothingAfter, lang: null, steps: [] },
    ended: now === null,
    notes: parts.length === 0 ? [] : [t('changes.differs', { fields: parts.join(t.words.common.and) })],
  }
}

/** What a correction puts right, where the difference shows in the words. */
const wrongBefore = (
  change: Change,
  { before, after }: Pick<ChangeLine, 'before' | 'after'>,
  t: Translate,
): string[] =>
  change === 'correct' && before !== null && before.text !== after.text
    ? [t('changes.wasWrong', { before: before.text })]
    : []

const reasonOf = ({ why }: Statement, on: Day, ctx: PageContext, ref: Reference, t: Translate) => ({
  why: said(why, ctx.locale),
  documents: why.documents.map((document) => ({
    ...basisWords(ref, { document, article: null }, on, t).short,
    href: link(ctx, `/policies/${document}`),
  })),
})
