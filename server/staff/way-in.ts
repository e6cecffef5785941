import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../views/locale/locale.ts'
import { type Desk, type Session, seeOther } from './desk.ts'
import { rememberDevice } from './devices.ts'
import { textOf } from './form.ts'
import { PLACE } from './guard.ts'

/** The login as typed into a form: spaces and capitals that a telephone adds are nothing. */
export const loginIn = (request: FastifyRequest): string =>
  textOf(request.body, 'login').normalize('NFKC').trim().toLowerCase().slice(0, 64)

/** Where to go after signing in, from the form or the address; only to the desk of this portal. */
export function nextIn(request: FastifyRequest): string | null {
  const asked = textOf(request.body, 'next') || String((request.query as { next?: unknown }).next ?? '')
  return /^\/(en\/)?staff(\/(?!sign-)[\w/.~%-]*)?(\?[\w/.~%&=+-]*)?$/.test(asked) && !/\/\/|\.\./.test(asked)
    ? asked
    : null
}

/** Goes on to what is still asked for, or into the desk; a device that came this far is known from now on. */
export function enter(
  desk: Desk,
  request: FastifyRequest,
  reply: FastifyReply,
  locale: Locale,
  { login, stage }: { login: string; stage: Session['stage'] },
): FastifyReply {
  const next = nextIn(request)
  if (stage !== 'code') rememberDevice(desk, reply, login)
  if (stage === 'full' && next !== null) return reply.redirect(next, 303)
  return seeOther(reply, locale, next === null ? PLACE[stage] : `${PLACE[stage]}?next=${encodeURIComponent(next)}`)
}
