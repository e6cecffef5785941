import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Desk } from './desk.ts'
import { mark, randomToken, same } from './secrets.ts'
import { COOKIE } from './sessions.ts'

const DEVICE_COOKIE = '__Host-device'
const DAYS = 180

/** The name of the device that a browser shows for this login; null when it shows none that the portal gave. */
export function deviceOf(desk: Desk, request: FastifyRequest, login: string): string | null {
  const [name, shown] = (request.cookies[DEVICE_COOKIE] ?? '').split('.')
  if (!name || !shown) return null
  return same(shown, mark(desk.secretKey, 'device', `${login} ${name}`)) ? name : null
}

/** Lets a browser show, from now on, that this login signed in on it. */
export function rememberDevice(desk: Desk, reply: FastifyReply, login: string): void {
  const name = randomToken()
  const shown = `${name}.${mark(desk.secretKey, 'device', `${login} ${name}`)}`
  reply.setCookie(DEVICE_COOKIE, shown, { ...COOKIE, maxAge: DAYS * 86_400 })
}
