import type { FastifyReply, FastifyRequest } from 'fastify'
import { newestStats, type StatsSnapshot, statsOf } from './db/case-stats.ts'
import type { Reader } from './db/database.ts'
import { meets } from './kept.ts'
import { presentOf } from './present.ts'
import type { Site } from './site.ts'

/** Reads snapshots by number, and keeps the last: a snapshot never changes. */
export function statsReader(db: Reader): (id: number) => Promise<StatsSnapshot> {
  let kept: { id: number; snapshot: Promise<StatsSnapshot> } | null = null
  return (id) => {
    if (kept?.id === id) return kept.snapshot
    const snapshot = statsOf(db, id)
    kept = { id, snapshot }
    snapshot.catch(() => {
      kept = null
    })
    return snapshot
  }
}

/**
 * Statistics change without a release, so their answers are dated by the snapshot, the release that names things and the day.
 * Gives the number of the newest snapshot, null before the first; undefined when the reader has the answer already.
 */
export async function freshStats(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<number | null | undefined> {
  const newest = await newestStats(site.db)
  const { today, release } = presentOf(site)
  const etag = `W/"s${newest?.id ?? 0}-r${release}-${today}-${site.build}"`
  reply.headers({ etag, 'cache-control': 'public, max-age=120', vary: 'accept-encoding' })
  const known = request.headers['if-none-match']
  if (known === undefined || known === '*' || !meets(known, etag)) return newest?.id ?? null
  void reply.code(304).send()
  return undefined
}
