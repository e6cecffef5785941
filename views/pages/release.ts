import type { Reference } from '../../catalogue/reference.ts'
import type { Release } from '../../catalogue/release.ts'
import type { Restatement } from '../../catalogue/restatement.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { SubjectKind } from '../../catalogue/subject.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { instantText, type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type ChangeLine, releaseChangeLine } from '../words/change-line.ts'
import { type Moment, published } from '../words/moment.ts'
import { type RestatedLine, restatedLine } from '../words/restated.ts'
import { type ChangeCount, countsOf, type EmergencyWords, emergencyOf, type ReleaseSummary } from './changes.ts'

/** A line of a release, and what had been said before of the day on which it begins. */
export type ReleaseLine = { n: number; said: Statement; before: Statement | null }

/** What one release's page is made of: some of its lines, those after line `after`; `next` is the `after` of what follows. */
export type ReleaseData = ReleaseSummary & {
  lines: ReleaseLine[]
  after: number
  next: number | null
  neighbours: { previous: number | null; next: number | null }
  reference: Reference
  /** What it puts right: the first of so many stretches of days. */
  restated: { rows: Restatement[]; total: number }
  /** Lines that were read from a file someone sent in. */
  fromFiles: number
}

type Group = { id: string; word: string; lines: ChangeLine[] }

/** `/changes/:release`: one release line by line, the lines about one kind of subject together. */
export type ReleasePage = {
  frame: Frame
  title: string
  name: Said
  note: Said | null
  moment: Moment
  backfilled: boolean
  emergency: EmergencyWords | null
  restated: { says: string; first: string | null; lines: RestatedLine[] } | null
  fromFiles: string | null
  shown: string | null
  counts: ChangeCount[]
  groups: Group[]
  pager: { first: string | null; next: string | null } | null
  neighbours: { href: string; text: string; rel: string }[]
  words: Messages['changes']
  common: Messages['common']
}

export function releasePage(ctx: PageContext, data: ReleaseData): ReleasePage {
  const t = translator(ctx.locale)
  const { release, counts, after, next } = data
  const path = `/changes/${release.seq}`
  return {
    ...wordsOf(release, ctx, t),
    frame: frame(ctx, headOf(release, ctx, t)),
    emergency: emergencyOf(data.emergency, t),
    restated: restatedOf(data, ctx, t),
    fromFiles: data.fromFiles === 0 ? null : t('changes.fromFiles', { n: data.fromFiles }),
    shown: shownOf(data, t),
    counts: countsOf(counts, t),
    groups: groupsOf(data, ctx, t),
    pager:
      after === 0 && next === null
        ? null
        : {
            first: after === 0 ? null : address(ctx, path),
            next: next === null ? null : address(ctx, path, { after: String(next) }),
          },
    neighbours: neighboursOf(data, ctx, t),
    words: t.words.changes,
    common: t.words.common,
  }
}

function restatedOf({ restated: { rows, total }, reference }: ReleaseData, ctx: PageContext, t: Translate) {
  if (total === 0) return null
  return {
    says: t('changes.restatesSays', { n: total }),
    first: total > rows.length ? t('changes.restatesFirst', { n: rows.length }) : null,
    lines: rows.map((row) => restatedLine(row, ctx, reference, t)),
  }
}

const wordsOf = (release: Release, { locale }: PageContext, t: Translate) => ({
  title: titleOf(release, t),
  name: said(release.title, locale),
  note: release.note && said(release.note, locale),
  moment: published(release.publishedAt, t),
  backfilled: release.backfilled,
})

const titleOf = ({ seq }: Release, t: Translate): string => t('changes.releaseTitle', { release: String(seq) })

function shownOf({ lines, release }: ReleaseData, t: Translate): string | null {
  const [first, last] = [lines[0]?.n, lines.at(-1)?.n]
  return first === undefined || last === undefined ? null : t('changes.shown', { first, last, n: release.lines })
}

const groupsOf = ({ lines, reference }: ReleaseData, ctx: PageContext, t: Translate): Group[] =>
  SubjectKind.options.flatMap((kind) => {
    const ofKind = lines.filter(({ said }) => said.kind === kind)
    const words = ofKind.map((line) => releaseChangeLine(line, ctx, reference, t))
    return words.length === 0 ? [] : [{ id: kind, word: t.words.subject[kind], lines: words }]
  })

function neighboursOf({ neighbours: { previous, next } }: ReleaseData, ctx: PageContext, t: Translate) {
  const to = (seq: number | null, message: 'changes.previousRelease' | 'changes.nextRelease', rel: string) =>
    seq === null ? [] : [{ href: address(ctx, `/changes/${seq}`), text: t(message, { release: String(seq) }), rel }]
  return [...to(previous, 'changes.previousRelease', 'prev'), ...to(next, 'changes.nextRelease', 'next')]
}

const headOf = (release: Release, ctx: PageContext, t: Translate) => ({
  title: titleOf(release, t),
  description: t('changes.releaseDescription', {
    release: String(release.seq),
    day: instantText(release.publishedAt, ctx.locale),
    title: said(release.title, ctx.locale).text,
  }),
  bar: false,
})
