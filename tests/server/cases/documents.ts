import type { Form } from '../../../complaints/documents/forms.ts'
import { deliverDocument } from '../../../server/cases/documents/deliver.ts'
import { draftDocument } from '../../../server/cases/documents/draft.ts'
import { issueDocument } from '../../../server/cases/documents/issue.ts'
import type { Desk, Person } from '../../../server/staff/desk.ts'

const FILLED = {
  on: '2026-12-08',
  time: '上午九时三十分',
  place: '北仑港务大厦三楼',
  id_document: '营业执照',
  ground: '',
}

/** Drafts a form with what the case suggests, the rest filled in. */
export async function drafted(desk: Desk, by: Person, no: string, form: Form, more: Record<string, string> = {}) {
  const asked = { no, form, address: '127.0.0.1' }
  const empty = await draftDocument(desk, by, { ...asked, given: null })
  if (!empty.ok) throw new Error(`${form}: ${empty.code}`)
  const draft = await draftDocument(desk, by, { ...asked, given: { ...FILLED, ...empty.given, ...more } })
  if (!draft.ok || draft.content === null) throw new Error(`${form}: ${JSON.stringify(draft)}`)
  return { ...draft, content: draft.content }
}

/** Issues a form so drafted. */
export async function issued(desk: Desk, by: Person, no: string, form: Form, more: Record<string, string> = {}) {
  const { version, given } = await drafted(desk, by, no, form, more)
  const made = await issueDocument(desk, by, { no, form, given, version, address: '127.0.0.1' })
  if (!made.ok) throw new Error(`${form}: ${JSON.stringify(made)}`)
  return made
}

/** Enters that a document was delivered today by the portal. */
export const delivered = (desk: Desk, by: Person, no: string, document: number) =>
  deliverDocument(desk, by, { no, document, delivery: 'portal', on: '2026-11-23' })
