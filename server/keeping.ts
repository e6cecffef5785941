import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { etagOf, pinned } from './as-of.ts'
import { type Encoding, type Kept, preferred } from './kept.ts'
import { type Present, presentOf } from './present.ts'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** What answers of the catalogue are kept and compared by. `build` changes with the code that writes them. */
export type Keeping = Present & { kept: Kept; build: string }

/** Encodes an answer as its reader prefers, and keeps it for the next; what is streamed passes through. */
export function keepAnswer(
  keeping: Keeping,
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> | unknown {
  if (typeof payload !== 'string') return payload
  const short = payload.length < SHORT
  const encoding = short ? 'identity' : preferred(request.headers['accept-encoding'])
  if (encoding === 'identity' && request.method === 'POST') return payload
  return encodeAndKeep(keeping, request, reply, { payload, encoding, short })
}

async function encodeAndKeep(
  keeping: Keeping,
  request: FastifyRequest,
  reply: FastifyReply,
  { payload, encoding, short }: { payload: string; encoding: Encoding; short: boolean },
): Promise<Buffer> {
  const body = await encoded(payload, encoding)
  if (request.method === 'GET') keep(keeping, request, reply, { encoding, body, short })
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return body
}

/** Shorter answers gain nothing from being compressed. */
const SHORT = 1024

function encoded(text: string, encoding: Encoding): Promise<Buffer> | Buffer {
  if (encoding === 'br') return brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  return encoding === 'gzip' ? zip(text) : Buffer.from(text)
}

type Encoded = { encoding: Encoding; body: Buffer; short: boolean }

/** Keeps an answer; not one that a release or midnight overtook while it was made, nor one of a day's last minutes. */
function keep(
  { kept, build, ...present }: Keeping,
  { asked, url }: FastifyRequest,
  reply: FastifyReply,
  { encoding, body, short }: Encoded,
): void {
  const etag = reply.getHeader('etag')
  if (asked === null || typeof etag !== 'string') return
  const moment = presentOf(present)
  const lasts = pinned(asked)
  if (!lasts && (moment.stamp === null || etag !== etagOf(moment, asked, build))) return
  const before = kept.answers.get(url)
  const headers = headersOf(reply, encoding, body)
  const written = { ...(before?.etag === etag ? before.written : {}), [encoding]: { headers, body } }
  const size = Object.values(written).reduce((sum, one) => sum + one.body.length, 1024 + url.length)
  const unchanged = headers.filter((_, n) => TOLD_AGAIN.test(headers[n - (n % 2)]!))
  kept.answers.set(url, { stamp: lasts ? null : moment.stamp, etag, unchanged, written, short, size })
}

/** What a 304 must say again (RFC 9110 §15.4.5), and the permission for other sites, which browsers look for on it. */
const TOLD_AGAIN = /^(etag|cache-control|vary|access-control-|content-location)/

const headersOf = (reply: FastifyReply, encoding: Encoding, body: Buffer): string[] => [
  ...lasting(reply),
  ...(encoding === 'identity' ? [] : ['content-encoding', encoding]),
  ...['content-length', String(body.length)],
]

/** The headers of an answer that hold for every reader of it. */
const lasting = (reply: FastifyReply): string[] =>
  Object.entries(reply.getHeaders())
    .filter(([name, value]) => value !== undefined && !PASSING.test(name))
    .flatMap(([name, value]) => [name, String(value)])

const PASSING = /^(ratelimit|x-ratelimit|retry-after|content-length|content-encoding|date|connection)/
