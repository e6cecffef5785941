import type { FastifyReply, FastifyRequest } from 'fastify'
import { chinaDay } from '../../../catalogue/day.ts'
import type { FormSent } from '../../../views/complaints/case-field.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffCaseDocumentPage } from '../../../views/pages/staff-case-document.ts'
import type { App } from '../../app.ts'
import { deliverDocument } from '../../cases/documents/deliver.ts'
import { openDocument } from '../../cases/documents/open.ts'
import { sendDocument } from '../../cases/documents/sent-pdf.ts'
import { Refusal } from '../../errors.ts'
import { caseNo, formSent, type Showing } from '../../staff/case-page.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'
import { audited } from '../../staff/refused.ts'
import { numberIn } from './case-signing.ts'

/** 已出具的文书: its page, its PDF, and how it was delivered. */
export function issuedDocuments(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/cases/:case/documents/:document', { config: { action: 'case.open' } }, async (request, reply) =>
    showDocument({ desk, locale, request, reply }, null),
  )
  scope.get('/staff/cases/:case/documents/:document.pdf', { config: { action: 'case.open' } }, async (request, reply) =>
    sendDocument(reply, await openedBy(desk, request)),
  )
  delivering(scope, desk, locale)
}

const openedBy = (desk: Desk, request: FastifyRequest) =>
  openDocument(desk, sessionOf(request).person, {
    ...{ no: caseNo(request), document: numberIn(request.params, 'document'), address: request.ip },
  })

async function showDocument({ desk, locale, request, reply }: Showing, sent: FormSent | null): Promise<FastifyReply> {
  const { document, content, file } = await openedBy(desk, request)
  const { id, sha256, delivered_on: on, delivered_by: by } = document
  const delivered = on === null ? null : { on, by: by ?? '' }
  const told = { id, content, sha: sha256.toString('hex'), delivered, file }
  const data = { told, sent, today: chinaDay(desk.now()) }
  return reply.page('staff-case-document', staffCaseDocumentPage(staffContextOf(desk, request, locale), data))
}

function delivering(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'case.handle' } as const
  scope.post('/staff/cases/:case/documents/:document/delivery', { config }, async (request, reply) => {
    const [no, document] = [caseNo(request), numberIn(request.params, 'document')]
    const body = (request.body ?? {}) as Fields
    const given = { no, document, delivery: textOf(body, 'delivery'), on: textOf(body, 'on') }
    const outcome = await deliverDocument(desk, sessionOf(request).person, given)
    const refused = outcome.ok ? undefined : outcome.code
    await audited(desk, request, 'case.document.deliver', `case/${no} ${document}`, refused)
    if (outcome.ok) return seeOther(reply, locale, `/staff/cases/${no}/documents/${document}?done=document-delivered`)
    if (outcome.code === 'not-found') throw new Refusal('not-found')
    const { field, why } = outcome.values ?? {}
    const faults = field === undefined ? [] : [{ field, code: why ?? outcome.code }]
    reply.code(field === undefined ? 409 : 422)
    const said = field === undefined ? { code: outcome.code, values: {} } : null
    return showDocument({ desk, locale, request, reply }, { ...formSent('delivery', body), faults, refused: said })
  })
}
