import type { FastifyReply, FastifyRequest } from 'fastify'
import { meets } from './kept.ts'
import { presentOf } from './present.ts'
import type { Site } from './site.ts'

/**
 * What is published of complaints changes without a release, so its answers are dated by how often it changed, the release
 * that names things and the day. False when the reader has the answer already.
 */
export function freshOutcomes(site: Site, request: FastifyRequest, reply: FastifyReply): boolean {
  const { today, release, outcomes } = presentOf(site)
  const etag = `W/"c${outcomes}-r${release}-${today}-${site.build}"`
  reply.headers({ etag, 'cache-control': 'public, max-age=120', vary: 'accept-encoding' })
  const known = request.headers['if-none-match']
  if (known === undefined || known === '*' || !meets(known, etag)) return true
  void reply.code(304).send()
  return false
}
