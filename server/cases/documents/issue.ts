import { compose } from '../../../complaints/documents/compose.ts'
import { contentText, digestOf } from '../../../complaints/documents/content.ts'
import { documentNumber } from '../../../complaints/documents/number.ts'
import { readParts } from '../../../complaints/documents/parts.ts'
import type { ContactFieldName } from '../../../complaints/words.ts'
import { nextNumber, writeDocument } from '../../db/case-documents.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, entered } from '../acts/doing.ts'
import { atField, type NotDone, Refused } from '../acts/outcome.ts'
import { gatheredFor, openedFor, type ToDraft } from './draft.ts'

export type ToIssue = ToDraft & { version: number; given: Readonly<Record<string, string>> }
export type Issued = { ok: true; no: string; version: number; document: number; number: string }

/**
 * 出具: composes a form anew on the version that was looked at, numbers it without gaps in its office, form and year, seals
 * it, and enters it with its digest in the events of the case.
 */
export async function issueDocument(desk: Desk, by: Person, asked: ToIssue): Promise<Issued | NotDone> {
  const { no, form, version, given } = asked
  let opened: ContactFieldName[] = []
  const issued = await acting<Issued>(desk, by, no, async (doing) => {
    const { tx, file, today, at } = doing
    if (file.version !== version) throw new Refused('gone-on')
    const gathered = await gatheredFor(doing, form)
    opened = gathered.opened
    const read = readParts(form, given, { ...file, receivedOn: file.received_on, today })
    if (!read.ok) throw atField(read.faults[0]!.field, 'bad-value', read.faults[0]!.code)
    const n = await nextNumber(tx, { org: file.org_id, form, year: Number(today.slice(0, 4)) })
    const number = documentNumber(gathered.facts.office, form, today, n)
    const text = contentText(compose(form, gathered.facts, read.parts, number))
    const sha256 = digestOf(text)
    const content = desk.keys.seal(`document/${number}`, text)
    const document = await writeDocument(tx, { caseId: file.id, form, number, content, sha256, by: by.id, at })
    const tail = await entered(doing, 'document', { form, number, sha: sha256.toString('hex') })
    return { ok: true, no, version: tail.version, document, number }
  })
  await openedFor(desk, by, asked, opened)
  return issued
}
