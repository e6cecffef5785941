import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Statement } from '../../catalogue/statement.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import type { Reader } from './database.ts'
import { type StatementRow, statementColumns, toStatement } from './statements.ts'

/**
 * Statements by their numbers, in that order, as a release that knows them tells them: still standing. What a statement
 * says never changes, so the last twenty-five thousand are kept in memory.
 */
export async function statementsNumbered<K extends SubjectKind>(
  db: Reader,
  ids: readonly number[],
): Promise<Statement<K>[]> {
  const kept = keptOf(db)
  const found = new Map(ids.map((id) => [id, kept.get(id)]))
  const missing = ids.filter((id) => found.get(id) === undefined)
  if (missing.length > 0)
    for (const [id, statement] of await read(db, missing)) {
      found.set(id, statement)
      kept.set(id, statement)
    }
  return ids.map((id) => found.get(id)! as Statement<K>)
}

async function read(db: Reader, ids: number[]): Promise<[number, Statement][]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select(statementColumns)
    .where('statement.id', 'in', ids)
    .execute()
  const confirmed = await firstSaid(
    db,
    rows.filter(({ change }) => change === 'confirm').map(({ id }) => id),
  )
  return rows.map((row) => [
    row.id,
    toStatement({ ...(row as StatementRow), known_until: null, ...confirmed.get(row.id) }),
  ])
}

type Cause = Pick<StatementRow, 'change' | 'why' | 'line_release' | 'line_n'>

/** A confirmation says again what was said before: the reason and the release are those of the line it confirms. */
async function firstSaid(db: Reader, ids: number[]): Promise<Map<number, Cause>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<Cause & { id: number }>`
    select confirmed.id, before.change, before.why, before.line_release, before.line_n
    from statement confirmed join lateral (
      select * from statement before
      where before.subject_id = confirmed.subject_id and before.change <> 'confirm' and before.payload = confirmed.payload
        and before.valid && confirmed.valid and lower(before.known) < lower(confirmed.known)
      order by lower(before.known) desc, lower(before.valid) desc limit 1) before on true
    where confirmed.id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(({ id, ...cause }) => [id, cause]))
}

const MOST = 25_000

const kept = new WeakMap<Reader, LRUCache<number, Statement>>()

function keptOf(db: Reader): LRUCache<number, Statement> {
  const ofDb = kept.get(db) ?? new LRUCache<number, Statement>({ max: MOST })
  kept.set(db, ofDb)
  return ofDb
}
