import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Locale } from '../../../views/locale/locale.ts'
import { type AccountData, staffAccountPage } from '../../../views/pages/staff-account.ts'
import type { App } from '../../app.ts'
import { audit } from '../../db/audit.ts'
import { endSessions, openSessions } from '../../db/sessions.ts'
import { findStaff } from '../../db/staff.ts'
import { tokensOf } from '../../db/tokens.ts'
import { Refusal } from '../../errors.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { entitiesToName } from '../../staff/person-shown.ts'
import { mustKeepTotp, seenSince } from '../../staff/sessions.ts'
import { accountFactor } from './account-factor.ts'
import { accountPassword } from './account-password.ts'
import { accountTokens } from './account-tokens.ts'

export const OWN = { action: 'account.own' } as const
/** One of several things of one's own, by its number. */
export const Numbered = {
  params: z.object({
    id: z.coerce
      .number()
      .int()
      .positive()
      .max(2 ** 31),
  }),
}

/** 我的账号: where one is signed in, the password, the second factor, and tokens for programs. */
export function accountPages(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/account', { config: OWN }, (request, reply) => showAccount(desk, locale, request, reply, {}))
  sessions(scope, desk, locale) //        /staff/account/sessions/…
  accountPassword(scope, desk, locale) // /staff/account/password
  accountFactor(scope, desk, locale) //   /staff/account/second-factor
  accountTokens(scope, desk, locale) //   /staff/account/tokens
}

type Sent = Partial<Pick<AccountData, 'faults' | 'made' | 'tokenName'>>

/** The page, with what became of the form that was sent to it. */
export async function showAccount(
  desk: Desk,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
  { faults = [], made = null, tokenName = '' }: Sent,
): Promise<FastifyReply> {
  const { id: current, person } = sessionOf(request)
  const now = desk.now()
  const [account, sessions, tokens, mustTotp] = await Promise.all([
    findStaff(desk.db, person.id),
    openSessions(desk.db, person.id, now, seenSince(now)),
    tokensOf(desk.db, person.id),
    mustKeepTotp(desk, person),
  ])
  const entities = await entitiesToName(desk, locale)
  const data = {
    entities,
    sessions,
    current,
    tokens,
    hasTotp: account!.totp !== null,
    mustTotp,
    made,
    tokenName,
    faults,
  }
  reply.code(faults.length === 0 ? 200 : 400)
  return reply.page('staff-account', staffAccountPage(staffContextOf(desk, request, locale), data))
}

function sessions(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/account/sessions/:id/end', { config: OWN, schema: Numbered }, async (request, reply) => {
    const ended = await endSessions(desk.db, sessionOf(request).person.id, { only: request.params.id }, desk.now())
    if (ended === 0) throw new Refusal('not-found')
    await auditOwn(desk, request, 'session.end', `session ${request.params.id}`)
    return seeOther(reply, locale, '/staff/account?done=session-ended')
  })
  scope.post('/staff/account/sessions/end-others', { config: OWN }, async (request, reply) => {
    const { id, person } = sessionOf(request)
    await endSessions(desk.db, person.id, { but: id }, desk.now())
    await auditOwn(desk, request, 'session.end', 'all others')
    return seeOther(reply, locale, '/staff/account?done=session-ended')
  })
}

/** What someone did, or was refused, with their own account. */
export const auditOwn = (
  desk: Desk,
  request: FastifyRequest,
  act: string,
  object: string,
  outcome: 'done' | 'refused' = 'done',
): Promise<void> => {
  const { id: by, login } = sessionOf(request).person
  return audit(desk.db, { at: desk.now(), by, login, act, object, outcome, address: request.ip })
}
