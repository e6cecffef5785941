import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Form } from '../../complaints/documents/forms.ts'
import type { Reader, Tx } from './database.ts'

/** 文书 as it is kept: its content sealed, null once its time was over. */
export type CaseDocument = {
  id: number
  form: Form
  number: string
  content: Buffer | null
  sha256: Buffer
  made_at: Date
  delivered_on: Day | null
  delivered_by: string | null
  shown: boolean
}

const COLUMNS = sql`id, form, number, content, sha256, made_at, delivered_on, delivered_by, shown`

/** A document of a case, as far as whoever asks may see it. */
export async function documentOf(tx: Reader, no: string, id: number): Promise<CaseDocument | undefined> {
  const { rows } = await sql<CaseDocument>`
    select ${COLUMNS} from case_document where id = ${id} and case_id = (select f.id from case_file f where f.no = ${no})`.execute(
    tx,
  )
  return rows[0]
}

/** A document that was delivered to whoever holds the receipt, with the number of its case. */
export async function ownDocument(tx: Reader, id: number): Promise<(CaseDocument & { no: string }) | undefined> {
  const { rows } = await sql<CaseDocument & { no: string }>`
    select ${COLUMNS}, (select f.no from case_file f where f.id = case_id) as no from case_document where id = ${id}`.execute(
    tx,
  )
  return rows[0]
}

/** The next number of an office, a form and a year; whoever asks next waits until this one is given or was not. */
export async function nextNumber(
  tx: Tx,
  { org, form, year }: { org: number; form: Form; year: number },
): Promise<number> {
  await sql`insert into document_number (org_id, form, year, last) values (${org}, ${form}, ${year}, 1)
    on conflict (org_id, form, year) do update set last = document_number.last + 1`.execute(tx)
  const { rows } = await sql<{ last: number }>`
    select last from document_number where org_id = ${org} and form = ${form} and year = ${year}`.execute(tx)
  return rows[0]!.last
}

export type NewDocument = {
  caseId: number
  form: Form
  number: string
  content: Buffer
  sha256: Buffer
  by: number
  at: Date
}

/** Writes a document. */
export async function writeDocument(tx: Tx, made: NewDocument): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into case_document (case_id, form, number, content, sha256, made_by, made_at)
    values (${made.caseId}, ${made.form}, ${made.number}, ${made.content}, ${made.sha256}, ${made.by}, ${made.at})
    returning id`.execute(tx)
  return rows[0]!.id
}

/** 送达: how and when; `shown` opens it to the complainant. False where it was delivered before. */
export async function markDelivered(
  tx: Tx,
  id: number,
  { on, delivery, shown }: { on: Day; delivery: string; shown: boolean },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update case_document set delivered_on = ${on}, delivered_by = ${delivery}, shown = ${shown}
    where id = ${id} and delivered_on is null`.execute(tx)
  return numAffectedRows > 0n
}
