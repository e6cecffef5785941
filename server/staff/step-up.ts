import type { FastifyRequest } from 'fastify'
import { audit } from '../db/audit.ts'
import { markStrong } from '../db/sessions.ts'
import { findStaff } from '../db/staff.ts'
import { isCode } from './codes.ts'
import { type Desk, isStrong, sessionOf } from './desk.ts'
import { isPassword } from './passwords.ts'
import { mayTryAgain, succeededAgain } from './tries.ts'

/**
 * 再次验证 before what cannot be taken back: true when the second factor was given within the last minutes, or `code` is
 * it now (the password, for who keeps none). Five wrong ones, and a quarter of an hour must pass. Every try is audited.
 */
export async function stepUp(desk: Desk, request: FastifyRequest, code: string): Promise<boolean> {
  const session = sessionOf(request)
  const now = desk.now()
  if (isStrong(session, now)) return true
  const done = (await mayTryAgain(desk.db, session.person.id, now)) && (await isRight(desk, session.person.id, code))
  const { id: by, login } = session.person
  const outcome = done ? 'done' : 'refused'
  await audit(desk.db, { at: now, by, login, act: 'step-up', object: null, outcome, address: request.ip })
  if (!done) return false
  await succeededAgain(desk.db, by)
  await markStrong(desk.db, session.id, now)
  session.strongAt = now
  return true
}

async function isRight(desk: Desk, id: number, code: string): Promise<boolean> {
  const account = await findStaff(desk.db, id)
  if (account === undefined || code === '') return false
  return account.totp === null ? isPassword(account.password, code) : isCode(desk, account, code)
}
