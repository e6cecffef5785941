import type { Comparison } from '../../complaints/comparison.ts'
import type { NewComplaint } from '../../complaints/submission.ts'
import { tracksOf } from '../../complaints/tracks.ts'
import { type AnsweredPart, answeredParts } from '../complaints/answered.ts'
import { type FrozenComparison, frozenComparison } from '../complaints/comparison.ts'
import { type FilingData, type FilingPage, filingPage } from '../complaints/filing-form.ts'
import { type OpenedCase, type Opening, openedCase } from '../complaints/opened.ts'
import type { PageContext } from '../frame.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import type { DraftFileShown } from './complaint-evidence.ts'

/** Why the portal does not take it just now, and what to do. */
export type HeldUp = { kind: 'wait' | 'busy'; minutes: number } | { kind: 'already' }

/** What the last page before sending is made of. While the database is away there is no law, and a comparison later: it is made on receipt. */
export type CheckAnswers = FilingData & {
  complaint: NewComplaint
  comparison: Comparison | null | 'later'
  files: readonly DraftFileShown[]
  law: Opening['law'] | null
  heldUp: HeldUp | null
}

/** 核对后提交: every answer with the way to change it, what will be opened, and the comparison as it will be frozen. */
export type ComplaintCheckPage = FilingPage & {
  heldUp: { title: string; says: string; asNew: boolean } | null
  parts: AnsweredPart[]
  cases: OpenedCase[]
  two: boolean
  comparison: FrozenComparison | null
  noComparison: string
  proof: { challenge: string; worker: string }
  words: Messages['filing']
  common: Messages['common']
}

export function complaintCheckPage(ctx: PageContext, data: CheckAnswers): ComplaintCheckPage {
  const t = translator(ctx.locale)
  const { complaint, comparison, reference, law, today } = data
  const { filing: words, common } = t.words
  const opened = tracksOf(complaint)
  const at = { port: complaint.port, area: complaint.area ?? null }
  const compared = comparison === null || comparison === 'later' ? null : comparison
  return {
    ...filingPage(ctx, 'check', data),
    heldUp: heldUpOf(data.heldUp, t),
    parts: answeredParts(data, ctx, t),
    cases: law === null ? [] : opened.map((one) => openedCase(one, { law, reference, today, at }, t)),
    two: opened.length > 1,
    comparison: compared && frozenComparison(compared, reference, ctx.locale, 'form'),
    noComparison: comparison === 'later' ? words.compareLater : words.noComparison,
    proof: { challenge: '/api/v1/complaints/challenge', worker: ctx.assets('altcha-pbkdf2.js') },
    words,
    common,
  }
}

function heldUpOf(held: HeldUp | null, t: Translate): ComplaintCheckPage['heldUp'] {
  const { filing: words } = t.words
  if (held === null) return null
  if (held.kind === 'already') return { title: words.already, says: words.alreadySays, asNew: true }
  const title = held.kind === 'wait' ? words.waitTitle : words.busyTitle
  return { title, says: t(`filing.${held.kind}Says`, { minutes: held.minutes }), asNew: false }
}
