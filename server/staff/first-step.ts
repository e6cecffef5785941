import type { FastifyReply, FastifyRequest } from 'fastify'
import { audit } from '../db/audit.ts'
import { endSessions } from '../db/sessions.ts'
import { type Account, findLogin } from '../db/staff.ts'
import type { Desk, Session } from './desk.ts'
import { deviceOf } from './devices.ts'
import { isPassword } from './passwords.ts'
import { begin, nextStage } from './sessions.ts'
import { type From, halfway, mayTry, succeeded } from './tries.ts'

/** From where a request tries a login. */
export const fromOf = (desk: Desk, request: FastifyRequest, login: string): From => ({
  login,
  device: deviceOf(desk, request, login),
  address: request.ip,
})

/** The account whose password it is, or what is told: the same, in the same time, whether or not there is such an account. */
export async function tryPassword(
  desk: Desk,
  request: FastifyRequest,
  login: string,
  password: string,
): Promise<Account | 'wrong' | 'locked'> {
  const allowed = await mayTry(desk.db, fromOf(desk, request, login), desk.now())
  const account = await findLogin(desk.db, login)
  const works = account !== undefined && mayWork(desk, account)
  const right = allowed && (await isPassword(works ? account.password : null, password))
  await auditTry(desk, request, account, right ? null : whyNot(allowed, account, works))
  if (right) return account!
  return allowed ? 'wrong' : 'locked'
}

/** An account that is not disabled; those of the demonstration, whose passwords all know, only while it lasts. */
const mayWork = (desk: Desk, { demo, disabledAt }: Account): boolean => disabledAt === null && (desk.demo || !demo)

function whyNot(allowed: boolean, account: Account | undefined, works: boolean): string {
  if (!allowed) return 'locked'
  if (account === undefined) return 'unknown-login'
  return works ? 'wrong-password' : 'disabled'
}

/** A login that is nobody's is not kept: people type passwords there. */
const auditTry = (desk: Desk, request: FastifyRequest, account: Account | undefined, why: string | null) =>
  audit(desk.db, {
    ...{ at: desk.now(), by: account?.id ?? null, login: account?.login ?? null, address: request.ip },
    ...{
      act: 'sign-in',
      object: null,
      outcome: why === null ? 'done' : 'refused',
      detail: why === null ? {} : { why },
    },
  })

/** Begins the session of someone whose password was right, in place of whatever session the browser had; what is still asked. */
export async function beginWith(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  account: Account,
): Promise<Session['stage']> {
  const hasTotp = account.totp !== null
  const stage = hasTotp ? 'code' : await nextStage(desk, { ...account, hasTotp })
  const from = fromOf(desk, request, account.login)
  await (hasTotp ? halfway(desk.db, from) : succeeded(desk.db, from))
  const before = request.staff
  if (before !== null) await endSessions(desk.db, before.person.id, { only: before.id }, desk.now())
  await begin(desk, request, reply, account.id, { stage, strongAt: hasTotp ? null : desk.now() })
  return stage
}
