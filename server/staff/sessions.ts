import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Role } from '../access.ts'
import { advanceSession, findSession, type KeptSession, makeSession, markSeen } from '../db/sessions.ts'
import { readSettings } from '../db/settings.ts'
import type { Account } from '../db/staff.ts'
import type { Desk, Session } from './desk.ts'
import { randomToken, tokenHash } from './secrets.ts'

export const SESSION_COOKIE = '__Host-session'
/** Sent on every request to this host over https, to no other, and to no script. Lax: a link in a letter opens the desk. */
export const COOKIE = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const

const IDLE_MINUTES = 30
const HOURS = 12

/** Roles that may not work without a second factor. */
const COMPULSORY: ReadonlySet<Role> = new Set([
  'reviewer',
  'publisher',
  'case_publisher',
  'case_supervisor',
  'administrator',
])

/** Must this person keep a second factor, by role or by the setting that asks everyone? */
export const mustKeepTotp = async (desk: Desk, { held }: Pick<Account, 'held'>): Promise<boolean> =>
  held.some(({ role }) => COMPULSORY.has(role)) || (await readSettings(desk.db)).totpForAll

/** When a session must have been seen last to be alive. */
export const seenSince = (now: Date): Date => new Date(now.getTime() - IDLE_MINUTES * 60_000)

/** The session of a request's cookie; null when there is none that lives. */
export async function sessionIn(desk: Desk, request: FastifyRequest): Promise<Session | null> {
  const token = request.cookies[SESSION_COOKIE]
  if (token === undefined) return null
  const now = desk.now()
  const kept = await findSession(desk.db, tokenHash(token), now, seenSince(now))
  if (kept === undefined || (kept.demo && !desk.demo)) return null
  if (now.getTime() - kept.seenAt.getTime() > 60_000) await markSeen(desk.db, kept.id, now)
  return toSession(kept, await stageOf(desk, kept))
}

/** What is still asked of someone whose password, and code where one is kept, was right. */
export async function nextStage(desk: Desk, account: { held: Account['held']; mustChange: boolean; hasTotp: boolean }) {
  if (account.mustChange) return 'password'
  return !account.hasTotp && (await mustKeepTotp(desk, account)) ? 'enrol' : 'full'
}

/** A session that was full is so no longer when a role or a reset asks for more. */
const stageOf = async (desk: Desk, kept: KeptSession): Promise<Session['stage']> =>
  kept.stage === 'full' ? nextStage(desk, kept) : kept.stage

const toSession = (kept: KeptSession, stage: Session['stage']): Session => ({
  id: kept.id,
  person: { id: kept.staffId, login: kept.login, name: kept.name, held: kept.held, demo: kept.demo },
  csrf: kept.csrf,
  stage,
  strongAt: kept.strongAt,
})

type Entering = Pick<Session, 'stage' | 'strongAt'>

/** Begins a session in this browser. */
export async function begin(desk: Desk, request: FastifyRequest, reply: FastifyReply, staffId: number, at: Entering) {
  const now = desk.now()
  const token = randomToken()
  const agent = String(request.headers['user-agent'] ?? '').slice(0, 200)
  const endsAt = new Date(now.getTime() + HOURS * 3_600_000)
  const session = { ...at, staffId, endsAt, agent, address: request.ip, csrf: randomToken(), token: tokenHash(token) }
  await makeSession(desk.db, session, now)
  reply.setCookie(SESSION_COOKIE, token, COOKIE)
}

/** Takes a session further, under a new token: one that was fixed or seen before is worth nothing. */
export async function advance(desk: Desk, reply: FastifyReply, session: Session, to: Entering): Promise<void> {
  const token = randomToken()
  await advanceSession(desk.db, session.id, { ...to, csrf: randomToken(), token: tokenHash(token) })
  reply.setCookie(SESSION_COOKIE, token, COOKIE)
}
