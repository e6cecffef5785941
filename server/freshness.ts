import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { addDays, chinaDay, Day, secondsToMidnight, startOfDay } from '../catalogue/day.ts'
import type { App } from './app.ts'
import { type Asked, cacheControl, etagOf, HEAD_SECONDS, type Present } from './as-of.ts'
import { asOfCursor } from './db/cursor.ts'
import { type Encoding, type Kept, meets, preferred } from './kept.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** What answers of the catalogue are kept and compared by. `build` changes with the code that writes them. */
export type Freshness = Present & { kept: Kept; build: string }

/**
 * Dates every answer of a scope by release and day: a conditional request whose address is sound is met before any
 * table is read, and an answer that was sent is kept for the next reader.
 */
export function keepFresh(scope: App, fresh: Freshness, parameter: 'on' | 'as_of'): void {
  scope.addHook('onRequest', async (request, reply) => {
    const asked = askedOf(request, parameter, fresh)
    if (asked === null) return
    const etag = etagOf(fresh, asked, fresh.build)
    reply.headers({ etag, 'cache-control': cacheControl(asked, fresh.now()), vary: 'accept-encoding' })
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
    return keepAnswer(fresh, askedOf(request, parameter, fresh), request, reply, payload)
  })
}

/** Day and release in an address, when they can be read: what cannot is refused later, with the reason. */
function askedOf(request: FastifyRequest, parameter: string, { head }: Present): Asked | null {
  const query = request.query as Record<string, unknown>
  const day = query[parameter] === undefined || query[parameter] === '' ? undefined : Day.safeParse(query[parameter])
  const number = query.release === undefined || query.release === '' ? undefined : Number(query.release)
  if (
    day?.success === false ||
    (number !== undefined && !(Number.isInteger(number) && number > 0 && number <= head.release()))
  )
    return null
  return pinnedByCursor(query.cursor) ?? { on: day?.data, release: number }
}

/** Who follows a cursor stays on its day and release; a bad one is refused later. */
function pinnedByCursor(cursor: unknown): Asked | null {
  try {
    return typeof cursor === 'string' ? asOfCursor(cursor) : null
  } catch {
    return null
  }
}

async function keepAnswer(
  fresh: Freshness,
  asked: Asked | null,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  if (typeof payload !== 'string') return payload
  const encoding = payload.length < SMALL ? 'identity' : preferred(request.headers['accept-encoding'])
  const body = await encoded(payload, encoding)
  const etag = reply.getHeader('etag')
  if (asked !== null && typeof etag === 'string' && request.method === 'GET')
    keep(fresh, asked, request, reply, encoding, body, etag)
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return body
}

/** Shorter answers gain nothing from being compressed. */
const SMALL = 1024

function encoded(text: string, encoding: Encoding): Promise<Buffer> | Buffer {
  if (encoding === 'br') return brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return encoding === 'gzip' ? zip(text) : Buffer.from(text)
}

/** Keeps an answer; not one that a release or midnight overtook while it was made, nor one of a day's last minutes. */
function keep(
  fresh: Freshness,
  asked: Asked,
  request: FastifyRequest,
  reply: FastifyReply,
  encoding: Encoding,
  body: Buffer,
  etag: string,
): void {
  const pinned = asked.on !== undefined && asked.release !== undefined
  const { stamp } = presentOf(fresh)
  const outdated = stamp === null || etag !== etagOf(fresh, asked, fresh.build)
  if (!pinned && outdated) return
  const before = fresh.kept.get(request.url)
  const length = ['content-length', String(body.length)]
  const headers = [...lasting(reply), ...(encoding === 'identity' ? [] : ['content-encoding', encoding]), ...length]
  const written = { ...(before?.etag === etag ? before.written : {}), [encoding]: { headers, body } }
  const size = Object.values(written).reduce((sum, one) => sum + one.body.length, 1024 + request.url.length)
  const unchanged = headers.filter((_, n) => TOLD_AGAIN.test(headers[n - (n % 2)]!))
  fresh.kept.set(request.url, { stamp: pinned ? null : presentOf(fresh).stamp, etag, unchanged, written, size })
}

/** What a 304 must say again (RFC 9110 §15.4.5), and the permission for other sites, which browsers look for on it. */
const TOLD_AGAIN = /^(etag|cache-control|vary|access-control-|content-location)/

/** The headers of an answer that hold for every reader of it. */
const lasting = (reply: FastifyReply): string[] =>
  Object.entries(reply.getHeaders())
    .filter(
      ([name, value]) =>
        value !== undefined &&
        !/^(ratelimit|x-ratelimit|retry-after|content-length|content-encoding|date|connection)/.test(name),
    )
    .flatMap(([name, value]) => [name, String(value)])

type PresentMoment = { stamp: string | null; until: number; release: number }
const moments = new WeakMap<object, PresentMoment>()

/** The present an answer speaks of, worked out once a day and release; null shortly before midnight in China. */
export function presentOf({ now, head }: Present): PresentMoment {
  const at = now()
  const known = moments.get(head)
  if (known && known.release === head.release() && at.getTime() < known.until) return known
  const left = secondsToMidnight(at)
  const midnight = startOfDay(addDays(chinaDay(at), 1)).getTime()
  const late = left <= HEAD_SECONDS
  const moment = {
    stamp: late ? null : `${head.release()} ${chinaDay(at)}`,
    until: late ? midnight : midnight - HEAD_SECONDS * 1000,
    release: head.release(),
  }
  moments.set(head, moment)
  return moment
}
