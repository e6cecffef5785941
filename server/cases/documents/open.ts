import { contentText, digestOf, FormContent } from '../../../complaints/documents/content.ts'
import { audit } from '../../db/audit.ts'
import { type CaseDocument, documentOf, ownDocument } from '../../db/case-documents.ts'
import { asCaseStaff, asHolder } from '../../db/case-doors.ts'
import { type CaseFile, caseFile } from '../../db/case-files.ts'
import { Refusal } from '../../errors.ts'
import type { Desk, Person } from '../../staff/desk.ts'

/** A document with its content opened. */
export type OpenedDocument = { document: Omit<CaseDocument, 'content'>; content: FormContent }

type ToOpen = { no: string; document: number; address: string }

/** The same with where its case stands. */
export type DocumentOfCase = OpenedDocument & { file: Pick<CaseFile, 'no' | 'state' | 'version'> }

/** Opens a document for somebody of its case's office; 404 where it is not one's own. Every opening is audited. */
export async function openDocument(
  desk: Desk,
  by: Person,
  { no, document: id, address }: ToOpen,
): Promise<DocumentOfCase> {
  const found = await asCaseStaff(desk.db, by.id, async (tx) => ({
    file: await caseFile(tx, no),
    document: await documentOf(tx, no, id),
  }))
  const { file, document } = found
  await audit(desk.db, {
    ...{ at: desk.now(), by: by.id, login: by.login, act: 'case.document.open', object: `case/${no} ${id}`, address },
    outcome: document === undefined ? 'refused' : 'done',
  })
  if (file === undefined || document === undefined) throw new Refusal('not-found')
  return { ...opened(desk, document), file: { no: file.no, state: file.state, version: file.version } }
}

/** Opens for whoever holds the receipt a document that was delivered to him; what was not is not there. */
export async function openOwnDocument(desk: Desk, tag: Buffer, id: number, address: string): Promise<OpenedDocument> {
  const document = await asHolder(desk.db, tag, (tx) => ownDocument(tx, id))
  if (document === undefined) throw new Refusal('not-found')
  const object = `case/${document.no} ${id}`
  await audit(desk.db, {
    ...{ at: desk.now(), by: null, login: null, act: 'case.document.own', object, outcome: 'done', address },
  })
  return opened(desk, document)
}

/** What was destroyed is gone; what is not what was made is never shown. */
function opened({ keys }: Desk, { content, ...document }: CaseDocument): OpenedDocument {
  if (content === null) throw new Refusal('file-gone')
  const text = keys.open(`document/${document.number}`, content)
  if (text === null || !digestOf(text).equals(document.sha256)) throw new Refusal('file-damaged')
  const read = FormContent.parse(JSON.parse(text))
  if (contentText(read) !== text) throw new Refusal('file-damaged')
  return { document, content: read }
}
