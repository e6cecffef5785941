import { sql } from 'kysely'
import type { Statement } from '../../catalogue/statement.ts'
import type { Payloads, SubjectKind } from '../../catalogue/subject.ts'
import type { Reader } from './database.ts'
import { type StatementRow, statementColumns, toStatement } from './statements.ts'

/** Everything ever said of one subject up to a release, as that release left it: the first said comes first. */
export async function historyOf<K extends SubjectKind>(
  db: Reader,
  kind: K,
  key: string,
  release: number,
): Promise<Statement<K>[]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select(statementColumns)
    .where('subject.kind', '=', kind)
    .where('subject.key', '=', key)
    .where(sql<boolean>`lower(statement.known) <= ${release}`)
    .orderBy(sql`lower(statement.known)`)
    .orderBy(sql`lower(statement.valid)`)
    .execute()
  return rows.map((row) => asTold(toStatement<K>(row as StatementRow), release))
}

/** A later release has not been heard of yet: what it closed is still open. */
const asTold = <K extends SubjectKind>(statement: Statement<K>, release: number): Statement<K> =>
  statement.known.until !== null && statement.known.until > release
    ? { ...statement, known: { ...statement.known, until: null } }
    : statement

/** The numbers of the releases in which statements were said, changed or ended. */
export const releasesIn = (statements: readonly Statement[]): number[] => [
  ...new Set(
    statements.flatMap(({ known, line }) => [known.from, line.release, ...(known.until === null ? [] : [known.until])]),
  ),
]

/** One line of an item: a standard by its key, and what was last said of it. */
export type ItemLine = { key: string; last: Payloads['standard'] }

/** The lines of an item that a release knows, the government's first: at most `limit` of them, and how many there are. */
export async function linesOfItem(
  db: Reader,
  item: string,
  release: number,
  limit: number,
): Promise<{ lines: ItemLine[]; total: number }> {
  const { rows } = await sql<ItemLine>`
    select subject.key, said.payload as last from ${linesKnown(item, release)}
    order by subject.list_key limit ${limit}`.execute(db)
  return { lines: rows, total: rows.length < limit ? rows.length : await countLines(db, item, release) }
}

/** 企业自用名: what operators call an item on the lists that a release knows, each name once, at most `limit` of them. */
export async function ownNamesOf(db: Reader, item: string, release: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select said.payload->>'own_name' as name from ${linesKnown(item, release)}
      and said.payload->>'own_name' is not null
    group by name order by min(subject.list_key) limit ${limit}`.execute(db)
  return rows.map(({ name }) => name)
}

async function countLines(db: Reader, item: string, release: number): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*) as total from ${linesKnown(item, release)}`.execute(db)
  return rows[0]!.total
}

/** The lines of an item, each with what was last said of it as a release knows it. */
const linesKnown = (item: string, release: number) => sql`
  subject join lateral (
    select payload from statement where subject_id = subject.id and payload is not null and known @> ${release}::bigint
    order by lower(valid) desc limit 1
  ) said on true
  where subject.kind = 'standard' and subject.item_code = ${item}`
