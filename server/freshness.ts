import type { FastifyRequest } from 'fastify'
import { Day } from '../catalogue/day.ts'
import type { App } from './app.ts'
import { type Asked, cacheControl, etagOf } from './as-of.ts'
import { asOfCursor } from './db/cursor.ts'
import { type Keeping, keepAnswer } from './keeping.ts'
import { meets } from './kept.ts'
import { type Present, presentOf } from './present.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Day and release in the address; null when they cannot be read. */
    asked: Asked | null
  }
}

/**
 * Dates every answer of a scope by release and day: a conditional request whose address is sound is met before any
 * table is read, and an answer that was sent is kept for the next reader.
 */
export function keepFresh(scope: App, fresh: Keeping, parameter: 'on' | 'as_of'): void {
  scope.decorateRequest('asked', null)
  scope.addHook('onRequest', async (request, reply) => {
    request.asked = askedOf(request, parameter, fresh)
    if (request.asked === null) return
    const present = presentOf(fresh)
    const etag = etagOf(present, request.asked, fresh.build)
    reply.headers({ etag, 'cache-control': cacheControl(request.asked, present), vary: 'accept-encoding' })
  })
  scope.addHook('preHandler', async (request, reply) => {
    const known = request.headers['if-none-match']
    const etag = reply.getHeader('etag')
    if (known !== '*' && typeof etag === 'string' && meets(known, etag)) return reply.code(304).send()
  })
  scope.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode === 304) return payload
    if (reply.statusCode !== 200) {
      reply.header('cache-control', 'no-store').removeHeader('etag')
      return payload
    }
    return keepAnswer(fresh, request, reply, payload)
  })
}

/**
 * Day and release in an address, when they can be read: what cannot is refused later, with the reason. What differs
 * between two days is told as of the later one.
 */
function askedOf(request: FastifyRequest, parameter: string, { head }: Present): Asked | null {
  const query = request.query as Record<string, unknown>
  const named = query[parameter] ?? query.to
  const day = named === undefined ? undefined : Day.safeParse(named)
  const number = query.release === undefined ? undefined : Number(query.release)
  if (day?.success === false || (number !== undefined && !isPublished(number, head.release()))) return null
  return pinnedByCursor(query.cursor) ?? { on: day?.data, release: number }
}

const isPublished = (number: number, newest: number): boolean =>
  Number.isInteger(number) && number > 0 && number <= newest

/** Who follows a cursor stays on its day and release; a bad one is refused later. */
function pinnedByCursor(cursor: unknown): Asked | null {
  try {
    return typeof cursor === 'string' ? asOfCursor(cursor) : null
  } catch {
    return null
  }
}
