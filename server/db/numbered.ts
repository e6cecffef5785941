import { LRUCache } from 'lru-cache'
import type { Statement } from '../../catalogue/statement.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import type { Reader } from './database.ts'
import { type StatementRow, statementColumns, toStatement } from './statements.ts'

/**
 * Statements by their numbers, in that order, as a release that knows them tells them: still standing. What a statement
 * says never changes, so the last ten thousand are kept in memory.
 */
export async function statementsNumbered<K extends SubjectKind>(
  db: Reader,
  ids: readonly number[],
): Promise<Statement<K>[]> {
  const kept = keptOf(db)
  const missing = ids.filter((id) => !kept.has(id))
  if (missing.length > 0) for (const [id, statement] of await read(db, missing)) kept.set(id, statement)
  return ids.map((id) => kept.get(id)! as Statement<K>)
}

async function read(db: Reader, ids: number[]): Promise<[number, Statement][]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select(statementColumns)
    .where('statement.id', 'in', ids)
    .execute()
  return rows.map((row) => [row.id, toStatement({ ...(row as StatementRow), known_until: null })])
}

const MOST = 10_000

const kept = new WeakMap<Reader, LRUCache<number, Statement>>()

function keptOf(db: Reader): LRUCache<number, Statement> {
  const ofDb = kept.get(db) ?? new LRUCache<number, Statement>({ max: MOST })
  kept.set(db, ofDb)
  return ofDb
}
