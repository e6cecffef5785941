import type { FastifyReply } from 'fastify'
import { chinaDay } from '../../catalogue/day.ts'
import { CHECKS, contentHash, Publishing } from '../../complaints/publication.ts'
import type { FormSent } from '../../views/complaints/case-field.ts'
import { type PublicationTold, staffCasePublicationPage } from '../../views/pages/staff-case-publication.ts'
import { type CaseWhole, caseWhole } from '../cases/case-whole.ts'
import type { Prepared } from '../cases/preparing.ts'
import { Refusal } from '../errors.ts'
import { caseNo, type Showing } from './case-page.ts'
import { sessionOf, staffContextOf } from './desk.ts'
import { firstDraft, standField } from './publication-sent.ts'

/** The case of an address with all that is known of it; 404 where it is not one's own to see. */
export async function wholeOf({ desk, request }: Showing): Promise<CaseWhole> {
  const whole = await caseWhole(desk, sessionOf(request).person, caseNo(request), request.ip)
  if (whole === undefined) throw new Refusal('not-found')
  return whole
}

/** A form that came back, and the draft it makes; `changed` where it was written over since it was previewed. */
export type PublicationShown = { form?: FormSent | undefined; draft?: Prepared; changed?: boolean }

/** The page of a case's publication. */
export async function showPublication(
  showing: Showing,
  { form, draft, changed }: PublicationShown,
): Promise<FastifyReply> {
  const { desk, request, reply, locale } = showing
  const whole = await wholeOf(showing)
  const ctx = staffContextOf(desk, request, locale)
  const [law, reference] = await Promise.all([desk.law.current(), desk.reference(desk.head.release())])
  const told: PublicationTold = {
    ...{ no: whole.file.no, version: whole.file.version, office: whole.office.name, reference },
    ...{ listed: whole.file.entity !== null, consent: whole.submission.consent_publish },
    charges: whole.charges.map(({ n, name }) => ({ n, name })),
    hasReply: whole.replies.length > 0,
    mayPublish: whole.theirs.office && whole.next.some(({ step }) => step === 'publish'),
    mayRetract: whole.theirs.office && whole.next.some(({ step }) => step === 'retract'),
    waiting: waitingIn(whole),
    published: whole.publications.map(({ no, published_at, retracted_at, retract_reason }) => ({
      ...{
        no,
        on: chinaDay(published_at),
        retractedOn: retracted_at && chinaDay(retracted_at),
        reason: retract_reason,
      },
    })),
    draft: draft === undefined ? null : draftOf(draft),
    form: form ?? firstDraft(whole),
    ...{ changed: changed ?? false, offices: law.orgs.map(({ id, name }) => ({ id, name })), checks: CHECKS },
  }
  return reply.page('staff-case-publication', staffCasePublicationPage(ctx, told))
}

const draftOf = ({ content, looked }: Prepared): PublicationTold['draft'] => ({
  ...{ content, sha256: looked.sha256, open: looked.open },
  found: looked.found.map((one) => ({ ...one, name: standField(one) })),
})

function waitingIn({ proposals }: CaseWhole): PublicationTold['waiting'] {
  const open = proposals.find(({ step, outcome }) => outcome === null && (step === 'publish' || step === 'retract'))
  if (open === undefined) return null
  const { id, step, asked_by, asked_name, asked_at, words, payload } = open
  const common = { id, by: { id: asked_by, name: asked_name }, at: asked_at, words }
  if (step === 'retract') return { ...common, step, reason: String(payload.reason ?? 'other') }
  const { content, standing } = Publishing.parse(payload)
  return { ...common, step: 'publish', content, standing, sha256: contentHash(content) }
}
