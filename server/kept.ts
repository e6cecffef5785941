import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'

export type Encoding = 'br' | 'gzip' | 'identity'

/**
 * An answer as it was sent, and for how long it may be sent again: `stamp` is the present it speaks of, null for ever.
 * A `short` one is sent to everyone as it is.
 */
export type Answer = {
  stamp: string | null
  etag: string
  unchanged: string[]
  written: Partial<Record<Encoding, Written>>
  short: boolean
  size: number
}

/** An answer in one encoding, its headers with it. */
export type Written = { headers: string[]; body: Buffer }

/**
 * Answers kept in memory by address, and how often one was told again. What is published never changes, so only the
 * present can make one stale.
 */
export type Kept = { answers: LRUCache<string, Answer>; told: number }

const MEGABYTE = 1024 * 1024

/** Room for answers, and none told yet. */
export const keptAnswers = (): Kept => ({
  answers: new LRUCache({ maxSize: 64 * MEGABYTE, sizeCalculation: ({ size }) => size }),
  told: 0,
})

/**
 * Answers a request from memory, before the framework sees it; false when it cannot. A conditional request that is
 * met gets a 304. `stamp` is the present; null while answers must be dated anew, in the last minutes of a day.
 */
export function answerFromMemory(
  kept: Kept,
  stamp: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): boolean {
  if (request.method !== 'GET') return false
  const answer = kept.answers.get(request.url!)
  if (answer === undefined || (answer.stamp !== null && answer.stamp !== stamp)) return false
  if (meets(request.headers['if-none-match'], answer.etag)) {
    response.writeHead(304, answer.unchanged)
    response.end()
    kept.told++
    return true
  }
  const written = answer.written[answer.short ? 'identity' : preferred(request.headers['accept-encoding'])]
  if (written === undefined) return false
  response.writeHead(200, written.headers)
  response.end(written.body)
  kept.told++
  return true
}

/** Does a reader's `If-None-Match` name this validator? Weak comparison, RFC 9110 §13.1.2. */
export const meets = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header === etag || header === '*' || header.split(',').some((one) => weak(one.trim()) === weak(etag)))

const weak = (etag: string) => etag.replace(/^W\//, '')

/** The encoding to send: brotli, else gzip, else none; one with `q=0` is refused. */
export function preferred(accepted: string | string[] | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  const asked = String(accepted)
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(asked)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(asked) ? 'gzip' : 'identity'
}
