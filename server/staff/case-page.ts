import type { FastifyReply, FastifyRequest } from 'fastify'
import { chinaDay } from '../../catalogue/day.ts'
import type { Law } from '../../complaints/law.ts'
import type { Beside } from '../../views/complaints/case-acts.ts'
import type { FormSent } from '../../views/complaints/case-field.ts'
import type { CaseTold } from '../../views/complaints/case-told.ts'
import type { Locale } from '../../views/locale/locale.ts'
import { staffCasePage } from '../../views/pages/staff-case.ts'
import { mayHave } from '../cases/acts/transfers.ts'
import { type CaseWhole, caseWhole } from '../cases/case-whole.ts'
import { lookingAt } from '../cases/presence.ts'
import { Refusal } from '../errors.ts'
import { caseTold } from './case-told.ts'
import { type Desk, sessionOf, staffContextOf } from './desk.ts'
import type { Fields } from './form.ts'
import { sentOf } from './sent.ts'

/** One request about a case. */
export type Showing = { desk: Desk; locale: Locale; request: FastifyRequest; reply: FastifyReply }

/** Does a text have the form of a case's number? */
export const isCaseNo = (text: string): boolean => /^TS\d{8}-[0-9A-Z*~$=]{7}-[1-9]$/.test(text)

/** The number of the case in an address; what is no number is no case. */
export function caseNo(request: FastifyRequest): string {
  const { case: no = '' } = request.params as { case?: string }
  if (!isCaseNo(no)) throw new Refusal('not-found')
  return no
}

/** A case with what is beside it, as pages are told it; 404 where it is not one's own to see. */
export async function toldTo({ desk, request }: Showing, no: string): Promise<{ told: CaseTold; beside: Beside }> {
  const { person } = sessionOf(request)
  const whole = await caseWhole(desk, person, no, request.ip)
  if (whole === undefined) throw new Refusal('not-found')
  const [law, looking, reference] = await Promise.all([
    desk.law.current(),
    lookingAt(desk, person, no),
    desk.reference(desk.head.release()),
  ])
  const told = caseTold(whole, law, desk.now(), looking ?? [])
  return { told, beside: { ...besideOf(whole, law), reference, today: chinaDay(desk.now()) } }
}

const besideOf = ({ file, colleagues }: CaseWhole, { orgs }: Law): Pick<Beside, 'offices' | 'colleagues'> => ({
  colleagues,
  offices: orgs
    .filter((org) => org.id !== file.org_id && mayHave(file.track, org))
    .map(({ id, name }) => ({ id, name })),
})

/** The page of a case, with a form that came back. */
export async function showCase(showing: Showing, no: string, sent: FormSent | null): Promise<FastifyReply> {
  const { desk, request, reply, locale } = showing
  const data = { ...(await toldTo(showing, no)), sent }
  return reply.page('staff-case', staffCasePage(staffContextOf(desk, request, locale), data))
}

/** A form as it was sent, without what is nobody's to read again. */
export function formSent(form: string, body: Fields): FormSent {
  const { csrf: _, factor: __, ...values } = sentOf(body)
  return { form, values, lists: {}, faults: [], refused: null }
}
