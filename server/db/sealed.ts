import { type RawBuilder, sql } from 'kysely'
import type { CaseKeys } from '../cases/keys.ts'
import type { Tx } from './database.ts'

/** A sealed column: whose it is told as its owner (`t` the row, `f` its case, `s` its submission), and by what it belongs to a submission. */
type Sealed = { table: string; column: string; owner: RawBuilder<string>; by: 'submission' | 'case' }

const ofCase = (table: string, column: string, owner: string): Sealed => ({
  ...{ table, column, by: 'case' },
  owner: sql<string>`${sql.lit(`${owner}/`)} || f.no`,
})
const ofSubmission = (table: string, column: string, owner: RawBuilder<string>): Sealed => ({
  ...{ table, column, owner, by: 'submission' },
})

/** 密封列: every column that holds sealed personal data. What is not in this list is neither sealed anew nor destroyed; a test holds it to the tables. */
export const SEALED: readonly Sealed[] = [
  ofSubmission('submission', 'statement', sql`'submission/' || s.receipt || '/statement'`),
  ofSubmission('submission', 'code_sealed', sql`'code/' || s.receipt`),
  ofSubmission('contact_field', 'sealed', sql`'contact/' || s.receipt || '/' || t.field`),
  ofSubmission('attachment', 'name', sql`'attachment/' || t.id || '/name'`),
  ofSubmission('attachment', 'wrapped_key', sql`'attachment/' || t.id || '/key'`),
  ofCase('case_note', 'words', 'note'),
  ofCase('case_message', 'words', 'message'),
  ofCase('case_proposal', 'words', 'proposal'),
  ofCase('case_proposal', 'why', 'proposal'),
  ofCase('decision', 'words', 'decision'),
  { table: 'case_document', column: 'content', owner: sql`'document/' || t.number`, by: 'case' },
  ofCase('respondent_reply', 'words', 'reply'),
  ofCase('satisfaction', 'words', 'rating'),
]

const JOINS = {
  submission: sql`left join submission s on s.id = t.submission_id`,
  case: sql`join case_file f on f.id = t.case_id`,
}
const rowsOf = ({ table, by }: Sealed) =>
  table === 'submission' ? sql`submission t join submission s on s.id = t.id` : sql`${sql.table(table)} t ${JOINS[by]}`

/** How many values are sealed with another key than this. */
export async function sealedOtherwise(tx: Tx, newest: number): Promise<number> {
  let n = 0
  for (const { table, column } of SEALED) {
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from ${sql.table(table)} where get_byte(${sql.ref(column)}, 0) <> ${newest}`.execute(tx)
    n += rows[0]!.n
  }
  return n
}

/** Seals up to so many values of a column anew; those in `beyond` cannot be opened and are left alone, and what cannot be opened now is added to it. */
export async function sealAnew(tx: Tx, keys: CaseKeys, one: Sealed, most: number, beyond: Buffer[]): Promise<number> {
  const column = sql.ref(`t.${one.column}`)
  const { rows } = await sql<{ at: string; sealed: Buffer; owner: string }>`
    select t.ctid::text as at, ${column} as sealed, ${one.owner} as owner from ${rowsOf(one)}
    where get_byte(${column}, 0) <> ${keys.newest} and ${column} <> all (${beyond}::bytea[])
    limit ${most} for update of t`.execute(tx)
  for (const { at, sealed, owner } of rows) {
    const text = keys.open(owner, sealed)
    if (text === null) beyond.push(sealed)
    else
      await sql`update ${sql.table(one.table)} set ${sql.ref(one.column)} = ${keys.seal(owner, text)} where ctid = ${at}::tid`.execute(
        tx,
      )
  }
  return rows.length
}

/** Destroys every sealed value of a submission and its cases. */
export async function destroySealed(tx: Tx, submission: number): Promise<void> {
  for (const { table, column, by } of SEALED) {
    const its = table === 'submission' ? sql`id = ${submission}` : sql`submission_id = ${submission}`
    const where = by === 'case' ? sql`case_id in (select id from case_file where submission_id = ${submission})` : its
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${where} and ${sql.ref(column)} is not null`.execute(
      tx,
    )
  }
}
