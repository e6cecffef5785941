import type { FastifyRequest } from 'fastify'
import type { ActSent } from '../../views/words/set-acts.ts'
import type { Outcome, OutcomeCode } from '../change-sets.ts'
import { audit } from '../db/audit.ts'
import { type Desk, sessionOf } from './desk.ts'
import type { Fields } from './form.ts'
import { sentOf } from './sent.ts'

/** What a refusal is in HTTP where it is not the form that is wrong: not this person, not there, not as things stand. */
const STATUS: Partial<Record<OutcomeCode, number>> = {
  'own-work': 403,
  'not-found': 404,
  frozen: 409,
  'stale-review': 409,
  'set-stale': 409,
  'unlawful-step': 409,
  'not-due': 409,
  'already-confirmed': 409,
  'not-an-emergency': 409,
}
export const statusOf = (code: OutcomeCode): number => STATUS[code] ?? 422

/** A refusal as a page says it. */
export const refusedBy = ({ code, values = {} }: Outcome & { ok: false }): ActSent['refused'] => ({ code, values })

/** A form as it was sent, without what is secret in it. */
export function sentAs(act: string, body: Fields): Omit<ActSent, 'faults' | 'refused'> {
  const { code: _code, csrf: _csrf, ...values } = sentOf(body)
  return { act, values, lists: { accept: [body.accept ?? []].flat() } }
}

/** Notes what was done to a set or a release, or why it was refused. */
export async function audited(
  desk: Desk,
  request: FastifyRequest,
  act: string,
  object: string,
  refused?: string,
): Promise<void> {
  const { id: by, login } = sessionOf(request).person
  const outcome = refused === undefined ? 'done' : 'refused'
  const detail = refused === undefined ? {} : { why: refused }
  await audit(desk.db, { at: desk.now(), by, login, act, object, outcome, detail, address: request.ip })
}
