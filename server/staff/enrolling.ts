import type { FastifyRequest } from 'fastify'
import { audit } from '../db/audit.ts'
import { keepPending, pendingOf } from '../db/sessions.ts'
import { setTotp } from '../db/staff.ts'
import { type Desk, sessionOf } from './desk.ts'
import { enrolment, newSecret, stepOf } from './second-factor.ts'
import { seal, unseal } from './secrets.ts'

/** The secret that is being set up in this session, made at the first look, as a picture and as letters. */
export async function pendingEnrolment(desk: Desk, request: FastifyRequest) {
  const { id, person } = sessionOf(request)
  const before = await pendingSecret(desk, request)
  const secret = before ?? newSecret()
  if (before === null) await keepPending(desk.db, id, seal(desk.secretKey, person.login, secret))
  return enrolment(secret, person.login)
}

/** Keeps the secret that is being set up when the code shows that the telephone has it; false when it does not. */
export async function confirmEnrolment(desk: Desk, request: FastifyRequest, code: string): Promise<boolean> {
  const { id, person } = sessionOf(request)
  const secret = await pendingSecret(desk, request)
  const step = secret === null ? null : stepOf(secret, code, desk.now())
  const about = { by: person.id, login: person.login, address: request.ip, object: person.login }
  const outcome = step === null ? 'refused' : 'done'
  await audit(desk.db, { at: desk.now(), ...about, act: 'second-factor.keep', outcome })
  if (secret === null || step === null) return false
  await setTotp(desk.db, person.id, seal(desk.secretKey, person.login, secret), step)
  await keepPending(desk.db, id, null)
  return true
}

async function pendingSecret(desk: Desk, request: FastifyRequest): Promise<string | null> {
  const { id, person } = sessionOf(request)
  const sealed = await pendingOf(desk.db, id)
  return sealed === null ? null : unseal(desk.secretKey, person.login, sealed)
}
