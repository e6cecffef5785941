import type { FastifyReply, FastifyRequest } from 'fastify'
import { FORMS, type Form } from '../../../complaints/documents/forms.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffCaseDocumentNewPage } from '../../../views/pages/staff-case-document-new.ts'
import type { App } from '../../app.ts'
import { type Draft, draftDocument } from '../../cases/documents/draft.ts'
import { issueDocument } from '../../cases/documents/issue.ts'
import { Refusal } from '../../errors.ts'
import { caseNo, formSent, type Showing } from '../../staff/case-page.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import type { Fields } from '../../staff/form.ts'
import { audited } from '../../staff/refused.ts'
import { issuedDocuments } from './case-document.ts'

/** 文书: a form is filled in, previewed as it would be issued, issued, and delivered. */
export function caseDocumentPages(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'case.handle' } as const
  scope.get('/staff/cases/:case/documents/new', { config }, async (request, reply) => {
    const showing = { desk, locale, request, reply }
    return showDraft(showing, await drafted(showing, null), 'fill')
  })
  scope.post('/staff/cases/:case/documents/new', { config }, async (request, reply) => {
    const showing = { desk, locale, request, reply }
    const { values } = formSent('document', (request.body ?? {}) as Fields)
    if (values.do === 'issue') return issue(showing, values)
    const draft = await drafted(showing, values)
    if (draft.faults.length > 0) reply.code(422)
    return showDraft(showing, draft, values.do === 'edit' ? 'fill' : 'preview')
  })
  issuedDocuments(scope, desk, locale)
}

function formIn({ query }: FastifyRequest): Form {
  const found = FORMS.find((one) => one === (query as { form?: unknown }).form)
  if (found === undefined) throw new Refusal('not-found')
  return found
}

/** The draft of the form that the address names; a form that does not fit the case as it stands is refused. */
async function drafted({ desk, request }: Showing, given: Record<string, string> | null): Promise<Draft> {
  const asked = { no: caseNo(request), form: formIn(request), given, address: request.ip }
  const draft = await draftDocument(desk, sessionOf(request).person, asked)
  if (!draft.ok) throw new Refusal(draft.code === 'not-found' ? 'not-found' : 'conflict')
  return draft
}

function showDraft(
  { desk, locale, request, reply }: Showing,
  draft: Draft,
  as: 'fill' | 'preview',
  goneOn = false,
): FastifyReply | Promise<FastifyReply> {
  const { version, given, grounds } = draft
  const faults = request.method === 'GET' ? [] : draft.faults
  const content = as === 'preview' ? draft.content : null
  const data = { no: caseNo(request), form: formIn(request), version, given, faults, grounds, content, goneOn }
  return reply.page('staff-case-document-new', staffCaseDocumentNewPage(staffContextOf(desk, request, locale), data))
}

/** Issues what was previewed; where the case has gone on since, it is previewed anew. */
async function issue(showing: Showing, given: Record<string, string>): Promise<FastifyReply> {
  const { desk, locale, request, reply } = showing
  const [no, form] = [caseNo(request), formIn(request)]
  const asked = { no, form, given, version: Number(given.version), address: request.ip }
  const issued = await issueDocument(desk, sessionOf(request).person, asked)
  await audited(desk, request, 'case.document', `case/${no}`, issued.ok ? undefined : issued.code)
  if (issued.ok) return seeOther(reply, locale, `/staff/cases/${no}/documents/${issued.document}?done=document-issued`)
  if (issued.code === 'not-found') throw new Refusal('not-found')
  const draft = await drafted(showing, given)
  reply.code(issued.code === 'gone-on' ? 409 : 422)
  return showDraft(showing, draft, 'preview', issued.code === 'gone-on')
}
