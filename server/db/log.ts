import { sql } from 'kysely'
import { leafOf, type Opens } from '../../catalogue/log/leaf.ts'
import { leafHash } from '../../catalogue/log/merkle.ts'
import { type Edge, edgeOf, edgeRoot, grow, type Node } from '../../catalogue/log/tiles.ts'
import type { Db, Tx } from './database.ts'
import { hashesOf } from './log-tree.ts'
import { inTurn } from './turn.ts'

/**
 * 入日志: enters a release into the log, within the transaction that publishes it, and before it any release that was
 * published when there was no log. The database refuses a leaf that says anything but what its line says.
 */
export async function logRelease(tx: Tx, release: number): Promise<void> {
  for (let last = await lastLogged(tx); last.release < release; ) last = await enter(tx, last)
}

/** Enters every release that is not in the log yet, each in a transaction of its own; returns how many. */
export async function catchUpLog(db: Db): Promise<number> {
  for (let entered = 0; ; entered++) {
    const more = await db.transaction().execute(async (tx) => {
      await inTurn(tx)
      const last = await lastLogged(tx)
      const { rows } = await sql<{ newest: number }>`select coalesce(max(seq), 0) as newest from release`.execute(tx)
      if (last.release < rows[0]!.newest) await enter(tx, last)
      return last.release < rows[0]!.newest
    })
    if (!more) return entered
  }
}

type Logged = { release: number; size: number }

async function lastLogged(tx: Tx): Promise<Logged> {
  const newest = tx.selectFrom('log_tree').select(['release', 'size']).orderBy('release', 'desc').limit(1)
  return (await newest.executeTakeFirst()) ?? { release: 0, size: 0 }
}

/** Lines that are entered in one statement. */
const BATCH = 5000

/** Enters the release that follows. */
async function enter(tx: Tx, last: Logged): Promise<Logged> {
  const release = last.release + 1
  let [edge, size, opens] = [await edgeNow(tx, last.size), last.size, await opensOf(tx, release)]
  for (let after = 0; ; ) {
    const lines = await linesOf(tx, release, after)
    if (lines.length === 0) break
    const leaves = lines.map((line, place) => leafOf(line, place === 0 ? opens : null))
    const grown = grow(edge, size, leaves.map(leafHash))
    await sql`select log_lines(${release}, ${leaves}::text[], ${nodesOut(grown.nodes)}::jsonb)`.execute(tx)
    ;[edge, size, opens, after] = [grown.edge, size + leaves.length, null, lines.at(-1)!.n]
  }
  await sql`select log_release(${release}, ${edgeRoot(edge)})`.execute(tx)
  return { release, size }
}

async function edgeNow(tx: Tx, size: number): Promise<Edge> {
  const levels = edgeOf(size)
  const get = await hashesOf(tx, levels)
  return levels.map(({ level, first, count }) => Array.from({ length: count }, (_, place) => get(level, first + place)))
}

const nodesOut = (nodes: readonly Node[]): string =>
  JSON.stringify(nodes.map(({ level, idx, hash }) => ({ level, idx, hash: hash.toString('hex') })))

/** What a release says of itself. */
export async function opensOf(db: Pick<Tx, 'selectFrom'>, release: number): Promise<Opens | null> {
  const columns = ['title', 'note', 'lines', 'backfilled', 'emergency'] as const
  return (await db.selectFrom('release').select(columns).where('seq', '=', release).executeTakeFirst()) ?? null
}

/** Lines of a release after line `after`, as the statements tell them. */
export const linesOf = (db: Pick<Tx, 'selectFrom'>, release: number, after: number) =>
  db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select([
      'line_release as release',
      'line_n as n',
      'subject.kind',
      'subject.key',
      'change',
      'payload',
      'why',
      'source',
    ])
    .select([sql<string>`lower(valid)`.as('from'), sql<string | null>`upper(valid)`.as('until')])
    .where('line_release', '=', release)
    .where('line_n', '>', after)
    .where('remainder', '=', false)
    .orderBy('line_n')
    .limit(BATCH)
    .execute()
