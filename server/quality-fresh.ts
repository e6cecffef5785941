import type { FastifyReply, FastifyRequest } from 'fastify'
import { newestQuality } from './db/quality.ts'
import { meets } from './kept.ts'
import { presentOf } from './present.ts'
import type { Site } from './site.ts'

/**
 * What the rules found changes without a release, so its answers are dated by the run, the release that names things and
 * the day. Gives the number of the newest run, null before the first; undefined when the reader has the answer already.
 */
export async function freshRun(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<number | null | undefined> {
  const newest = await newestQuality(site.db)
  const { today, release } = presentOf(site)
  const etag = `W/"q${newest?.id ?? 0}-r${release}-${today}-${site.build}"`
  reply.headers({ etag, 'cache-control': 'public, max-age=120', vary: 'accept-encoding' })
  const known = request.headers['if-none-match']
  if (known === undefined || known === '*' || !meets(known, etag)) return newest?.id ?? null
  void reply.code(304).send()
  return undefined
}
