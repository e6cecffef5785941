import { LRUCache } from 'lru-cache'
import type { Statement } from '../../catalogue/statement.ts'
import type { Reader } from './database.ts'
import { type StatementRow, statementColumns, toStatement } from './statements.ts'

type Standard = Statement<'standard'>

/**
 * Standards by the numbers of their statements, in that order, as a release that knows them tells them: still standing.
 * What a statement says never changes, so the last ten thousand are kept in memory.
 */
export async function standardsNumbered(db: Reader, ids: readonly number[]): Promise<Standard[]> {
  const kept = keptOf(db)
  const missing = ids.filter((id) => !kept.has(id))
  if (missing.length > 0) for (const [id, standard] of await readStandards(db, missing)) kept.set(id, standard)
  return ids.map((id) => kept.get(id)!)
}

async function readStandards(db: Reader, ids: number[]): Promise<[number, Standard][]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select(statementColumns)
    .where('statement.id', 'in', ids)
    .execute()
  return rows.map((row) => [row.id, toStatement<'standard'>({ ...(row as StatementRow), known_until: null })])
}

const MOST = 10_000

const kept = new WeakMap<Reader, LRUCache<number, Standard>>()

function keptOf(db: Reader): LRUCache<number, Standard> {
  const ofDb = kept.get(db) ?? new LRUCache<number, Standard>({ max: MOST })
  kept.set(db, ofDb)
  return ofDb
}
