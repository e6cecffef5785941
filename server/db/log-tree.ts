import { sql } from 'kysely'
import { consistencySpans, type Hash, inclusionSpans, type Tree } from '../../catalogue/log/merkle.ts'
import { type Nodes, nodesOf, spanHash, TILE } from '../../catalogue/log/tiles.ts'
import type { Reader } from './database.ts'

/** The tree after a release. */
export type LoggedTree = Tree & { release: number }

/** A stored hash by its tile level and place. */
export type Get = (level: number, idx: number) => Hash

/** Stored hashes, fetched at once. Throws where one is asked for that the log does not have. */
export async function hashesOf(db: Reader, wanted: readonly Nodes[]): Promise<Get> {
  const asked = wanted.filter(({ count }) => count > 0)
  const ranges = JSON.stringify(asked.map(({ level, first, count }) => ({ level, first, until: first + count })))
  const { rows } = await sql<{ level: number; idx: number; hash: Hash }>`
    select w.level, held.idx, held.hash
    from jsonb_to_recordset(${ranges}::jsonb) as w(level int, first bigint, until bigint), lateral (
      select idx, hash from log_leaf where w.level = 0 and idx >= w.first and idx < w.until
      union all
      select idx, hash from log_node where level = w.level and idx >= w.first and idx < w.until
    ) held`.execute(db)
  const held = new Map(rows.map(({ level, idx, hash }) => [`${level}/${idx}`, hash]))
  return (level, idx) => {
    const hash = held.get(`${level}/${idx}`)
    if (hash === undefined) throw new Error(`the log has no hash ${level}/${idx}`)
    return hash
  }
}

/** 包含证明: the hashes that prove a leaf to be in the tree of the first `size` leaves. */
export const inclusionProof = (db: Reader, index: number, size: number): Promise<Hash[]> =>
  hashesOver(db, inclusionSpans(index, size))

/** 一致性证明: the hashes that prove the tree of `size` leaves to begin with that of `old`. */
export const consistencyProof = (db: Reader, old: number, size: number): Promise<Hash[]> =>
  hashesOver(db, consistencySpans(old, size))

async function hashesOver(db: Reader, spans: ReturnType<typeof inclusionSpans>): Promise<Hash[]> {
  const get = await hashesOf(db, spans.flatMap(nodesOf))
  return spans.map((span) => spanHash(span, get))
}

/** How many leaves the log has. */
export async function sizeOfLog(db: Reader): Promise<number> {
  const row = await db.selectFrom('log_tree').select('size').orderBy('release', 'desc').limit(1).executeTakeFirst()
  return row?.size ?? 0
}

/** A tile, or as much of its left side as is asked for; null where the log is not that long. */
export async function tileHashes(db: Reader, level: number, n: number, width: number): Promise<Buffer | null> {
  const end = (n * TILE + width) * TILE ** level
  if (end > (await sizeOfLog(db))) return null
  const get = await hashesOf(db, [{ level, first: n * TILE, count: width }])
  return Buffer.concat(Array.from({ length: width }, (_, place) => get(level, n * TILE + place)))
}

/** Leaves side by side; null where the log is not that long. */
export async function leavesFrom(db: Reader, first: number, count: number): Promise<string[] | null> {
  if (first + count > (await sizeOfLog(db))) return null
  const rows = await db
    .selectFrom('log_leaf')
    .select('data')
    .where('idx', '>=', first)
    .where('idx', '<', first + count)
    .orderBy('idx')
    .execute()
  return rows.map(({ data }) => data)
}

/** Where a line stands in the log; undefined where it is not there. */
export const leafOfLine = (db: Reader, release: number, n: number) =>
  db
    .selectFrom('log_leaf')
    .select(['idx', 'data', 'hash'])
    .where('release', '=', release)
    .where('n', '=', n)
    .executeTakeFirst()
