import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from '../staff/desk.ts'
import { mark, seal, unseal } from '../staff/secrets.ts'

const COOKIE = '__Host-case'
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'strict' } as const
/** How long a page may be left alone, and how long a lookup lasts at most. */
export const IDLE_MINUTES = 30
const HOURS = 4

/** Who looked a case up: the tag that opens it, when he did and was there before, and the token of his forms. */
export type OwnerSession = { tag: Buffer; since: Date; before: Date | null; csrf: string }

type Kept = { tag: string; since: number; before: number | null; until: number }

/** Begins, or goes on for another half hour: all of it is in the cookie, sealed, and nothing is kept here. */
export function keepSession(desk: Desk, reply: FastifyReply, { tag, since, before }: Omit<OwnerSession, 'csrf'>): void {
  const until = Math.min(desk.now().getTime() + IDLE_MINUTES * 60_000, since.getTime() + HOURS * 3_600_000)
  const kept: Kept = { tag: tag.toString('hex'), since: since.getTime(), before: before?.getTime() ?? null, until }
  reply.setCookie(COOKIE, seal(desk.secretKey, COOKIE, JSON.stringify(kept)).toString('base64url'), ATTRIBUTES)
}

/** The session of a request; null when there is none, when it is over, or when it is not ours. */
export function sessionOf(desk: Desk, request: FastifyRequest): OwnerSession | null {
  const text = unseal(desk.secretKey, COOKIE, Buffer.from(request.cookies[COOKIE] ?? '', 'base64url'))
  if (text === null) return null
  const { tag, since, before, until } = JSON.parse(text) as Kept
  if (until <= desk.now().getTime()) return null
  return {
    tag: Buffer.from(tag, 'hex'),
    since: new Date(since),
    before: before === null ? null : new Date(before),
    csrf: mark(desk.secretKey, 'case form', `${tag} ${since}`),
  }
}

/** Ends it in this browser. */
export const endSession = (reply: FastifyReply): void => void reply.clearCookie(COOKIE, ATTRIBUTES)
