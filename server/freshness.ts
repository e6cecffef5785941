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
  interface FastifyContextConfig {
    /** Does the page tell of published cases, so that a publication dates it anew? */
    cases?: true
  }
}

/**
 * Dates every answer of a scope by release and day: a conditional request whose address is sound is met before any
 * table is read, and an answer that was sent is kept for the next reader.
 */
export function keepFresh(scope: App, fresh: Keeping, parameter: 'on' | 'as_of'): void {
  scope.decorateRequest('asked', null)
  scope.addHook('onRequest', (request, reply, done) => {
    const asked = reading(request) ? askedOf(request, parameter, fresh) : null
    request.asked = asked && request.routeOptions.config.cases ? { ...asked, cases: true } : asked
    if (request.asked !== null) {
      const present = presentOf(fresh)
      const etag = etagOf(present, request.asked, fresh.build)
      reply.headers({ etag, 'cache-control': cacheControl(request.asked, present), vary: 'accept-encoding' })
    }
    done()
  })
  scope.addHook('preHandler', (request, reply, done) => {
    const known = request.headers['if-none-match']
    const etag = known === undefined || known === '*' ? undefined : reply.getHeader('etag')
    if (typeof etag === 'string' && meets(known, etag)) void reply.code(304).send()
    else done()
  })
  scope.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode === 200) {
      const kept = keepAnswer(fresh, request, reply, payload)
      if (kept instanceof Promise) kept.then((encoded) => done(null, encoded), done)
      else done(null, kept)
      return
    }
    if (reply.statusCode !== 304) reply.header('cache-control', 'no-store').removeHeader('etag')
    done(null, payload)
  })
}

/** What is worked out from a body is dated in its answer alone. */
const reading = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'

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
