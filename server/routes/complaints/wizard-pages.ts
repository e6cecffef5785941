import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Comparison } from '../../../complaints/comparison.ts'
import type { NewComplaint } from '../../../complaints/submission.ts'
import { type FilingDraft, type FilingFault, type FilingStep, stepOf } from '../../../views/complaints/filing-draft.ts'
import type { FilingData } from '../../../views/complaints/filing-form.ts'
import type { PageContext } from '../../../views/context.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { complaintChargesPage } from '../../../views/pages/complaint-charges.ts'
import { complaintCheckPage, type HeldUp } from '../../../views/pages/complaint-check.ts'
import { complaintEvidencePage } from '../../../views/pages/complaint-evidence.ts'
import { complaintOpensPage } from '../../../views/pages/complaint-opens.ts'
import { complaintQuestionsPage } from '../../../views/pages/complaint-questions.ts'
import { asOfNow } from '../../as-of.ts'
import { compareCharges } from '../../cases/comparison.ts'
import { EVIDENCE, evidenceOf } from '../../cases/wizard/evidence.ts'
import { complaintIn, type Reading } from '../../cases/wizard/reading.ts'
import { contextOf } from '../../page.ts'
import { presentOf } from '../../present.ts'
import type { Desk } from '../../staff/desk.ts'

/** Who is answered, in which language. */
export type Answering = { desk: Desk; locale: Locale; request: FastifyRequest; reply: FastifyReply }

/** A page to be shown: with these answers, these faults, and what kept a filing from being taken. */
export type Showing = {
  key: string
  draft: FilingDraft
  changing?: boolean
  faults?: readonly FilingFault[]
  heldUp?: HeldUp | null
}

/** What a draft is read with just now. */
export async function readingFor({ desk, locale }: Answering): Promise<Reading> {
  const { today, release } = presentOf(desk)
  return { reference: await desk.reference(release), today, language: locale === 'en' ? 'en' : 'zh' }
}

/** 填写页: one page of the form. The last is shown only when nothing is wrong; else the first page where something is. */
export async function showStep(to: Answering, step: FilingStep, showing: Showing): Promise<FastifyReply> {
  const reading = await readingFor(to)
  const { key, draft, changing = false, faults = [] } = showing
  const data: FilingData = { key, draft, changing, faults, reference: reading.reference, today: reading.today }
  const ctx = contextAt(to)
  if (faults.length > 0) to.reply.code(422)
  if (step === 'opens')
    return to.reply.page('complaint-opens', complaintOpensPage(ctx, data, await to.desk.law.current()))
  if (step === 'charges') return to.reply.page('complaint-charges', complaintChargesPage(ctx, data))
  if (step === 'evidence') {
    const files = await evidenceOf(to.desk, key)
    return to.reply.page('complaint-evidence', complaintEvidencePage(ctx, { ...data, files, limits: EVIDENCE }))
  }
  if (step !== 'check') return to.reply.page('complaint-questions', complaintQuestionsPage(ctx, step, data))
  const read = complaintIn(draft, reading)
  if (read.complaint === null) {
    const first = stepOf(read.faults[0]!.field)
    return showStep(to, first, {
      key,
      draft,
      changing: true,
      faults: read.faults.filter(({ field }) => stepOf(field) === first),
    })
  }
  return showCheck(to, data, read.complaint, showing.heldUp ?? null)
}

/** Wherever a form was sent to, its page is that of the form. */
const contextAt = ({ desk, request, locale }: Answering): PageContext => ({
  ...contextOf(desk, request, locale, asOfNow(desk, {})),
  ...{ path: '/complaints/new', query: {} },
})

async function showCheck(to: Answering, data: FilingData, complaint: NewComplaint, heldUp: HeldUp | null) {
  const { desk, reply } = to
  const ctx = contextAt(to)
  const [comparison, files, law] = await Promise.all([
    comparedNow(to, complaint),
    evidenceOf(desk, data.key).catch(() => []),
    desk.law.current().catch(() => null),
  ])
  return reply.page('complaint-check', complaintCheckPage(ctx, { ...data, complaint, comparison, files, law, heldUp }))
}

/** The comparison as it would be frozen now; where it cannot be made just now, nobody is kept from sending. */
async function comparedNow(
  { desk, request }: Answering,
  complaint: NewComplaint,
): Promise<Comparison | null | 'later'> {
  try {
    return await compareCharges(desk, complaint)
  } catch (err) {
    request.log.warn({ err }, 'a comparison could not be shown')
    return 'later'
  }
}
