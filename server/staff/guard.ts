import cookie from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../views/locale/locale.ts'
import { reachOf } from '../access.ts'
import type { App } from '../app.ts'
import { audit } from '../db/audit.ts'
import { Refusal } from '../errors.ts'
import { refuseCrossSite } from '../same-site.ts'
import { type Desk, type Session, seeOther } from './desk.ts'
import { fieldsOf } from './form.ts'
import { same } from './secrets.ts'
import { sessionIn } from './sessions.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** An address for one stage of signing in, or (`any`) for whoever has given a password. */
    stage?: Session['stage'] | 'any'
    /** A form with a file: its handler reads it, and calls `checkCsrf` with its fields before anything else. */
    upload?: boolean
  }
}

/**
 * Nobody enters `/staff` who has not signed in, may not do what the address does, or sends a form that was not opened in
 * this session. The hooks hold in this scope and nowhere else; an address that does not say what it does stops the start.
 */
export async function guardStaff(scope: App, desk: Desk, locale: Locale): Promise<void> {
  await scope.register(cookie)
  scope.decorateRequest('staff', null)
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(FORM, { parseAs: 'string', bodyLimit: 2 ** 20 }, (_request, body, done) =>
    done(null, fieldsOf(body as string)),
  )
  scope.addHook('onRoute', ({ url, config }) => {
    if (config?.action === undefined) throw new Error(`${url} does not say what it does: config.action`)
  })
  scope.addHook('onRequest', refuseCrossSite)
  scope.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'cache-control': 'private, no-store', 'content-language': locale })
    mustBeText(request)
    request.staff = await sessionIn(desk, request)
    const elsewhere = admit(request)
    if (elsewhere !== null) return sendTo(elsewhere, request, reply, locale)
    await mustBeAllowed(desk, request)
  })
  scope.addHook('preHandler', async (request) => mustBeOurForm(desk, request))
}

/** An address with a NUL in it names nothing that a text could. */
function mustBeText({ query, params }: FastifyRequest): void {
  for (const [field, value] of Object.entries({ ...(params as object), ...(query as object) }))
    if (String(value).includes('\0')) throw new Refusal('bad-value', {}, [{ field, code: 'bad-value', value: null }])
}

const FORM = 'application/x-www-form-urlencoded'
const reads = ({ method }: FastifyRequest): boolean => method === 'GET' || method === 'HEAD'

/** Where signing in goes on, by stage. */
export const PLACE = {
  code: '/staff/sign-in/code',
  enrol: '/staff/sign-in/second-factor',
  password: '/staff/sign-in/password',
  full: '/staff',
} as const satisfies Record<Session['stage'], string>

/** Null when the request has come as far as its address asks; otherwise the place where it goes on. */
function admit({ staff, routeOptions: { config } }: FastifyRequest): string | null {
  if (config.action === 'anyone' && config.stage === undefined) return null
  if (staff === null) return '/staff/sign-in'
  const asked = config.stage ?? 'full'
  return asked === 'any' || asked === staff.stage ? null : PLACE[staff.stage]
}

/** A reader is sent there and afterwards comes back; a form is not, as it could not be sent again. */
function sendTo(place: string, request: FastifyRequest, reply: FastifyReply, locale: Locale): FastifyReply {
  const leaving = request.routeOptions.config.stage === 'any'
  if (!reads(request) && !leaving) throw new Refusal('form-expired')
  const back =
    request.routeOptions.config.stage === undefined && request.url !== '/staff' && request.url !== '/en/staff'
  return seeOther(reply, locale, back ? `${place}?next=${encodeURIComponent(request.url)}` : place)
}

async function mustBeAllowed(desk: Desk, request: FastifyRequest): Promise<void> {
  const { action } = request.routeOptions.config
  if (action === undefined || action === 'anyone') return
  if (reachOf(request.staff!.person.held, action) !== null) return
  await auditOf(desk, request, 'not-allowed')
  throw new Refusal('not-allowed')
}

async function mustBeOurForm(desk: Desk, request: FastifyRequest): Promise<void> {
  const { config } = request.routeOptions
  if (reads(request) || request.staff === null || config.upload === true) return
  if (config.action === 'anyone' && config.stage === undefined) return
  if (isOurs(request, (request.body ?? {}) as Record<string, unknown>)) return
  await auditOf(desk, request, 'form-expired')
  throw new Refusal('form-expired')
}

/** For forms with a file: refuses one whose field `csrf` is not of this session. */
export function checkCsrf(request: FastifyRequest, fields: Record<string, unknown>): void {
  if (!isOurs(request, fields)) throw new Refusal('form-expired')
}

const isOurs = ({ staff }: FastifyRequest, { csrf }: Record<string, unknown>): boolean =>
  staff !== null && typeof csrf === 'string' && same(csrf, staff.csrf)

const auditOf = (desk: Desk, request: FastifyRequest, why: string): Promise<void> =>
  audit(desk.db, {
    at: desk.now(),
    by: request.staff!.person.id,
    login: request.staff!.person.login,
    act: request.routeOptions.config.action ?? 'anyone',
    object: request.url.split('?')[0]!.slice(0, 300),
    outcome: 'refused',
    detail: { why },
    address: request.ip,
  })
