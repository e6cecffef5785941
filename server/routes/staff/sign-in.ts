import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Locale, prefixOf } from '../../../views/locale/locale.ts'
import { type SignInData, staffSignInPage } from '../../../views/pages/staff-sign-in.ts'
import type { App } from '../../app.ts'
import { audit } from '../../db/audit.ts'
import { endSessions } from '../../db/sessions.ts'
import { type Account, listStaff } from '../../db/staff.ts'
import { type Desk, seeOther, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { deviceOf } from '../../staff/devices.ts'
import { beginWith, tryPassword } from '../../staff/first-step.ts'
import { textOf } from '../../staff/form.ts'
import { DEMO_PASSWORD } from '../../staff/passwords.ts'
import { entitiesToName } from '../../staff/person-shown.ts'
import { COOKIE, SESSION_COOKIE } from '../../staff/sessions.ts'
import { enter, loginIn, nextIn } from '../../staff/way-in.ts'
import { codePages } from './sign-in-code.ts'
import { factorPages } from './sign-in-factor.ts'
import { passwordPages } from './sign-in-password.ts'

/** 登录: a password, then whatever else the account or the role asks for, then the desk. */
export function signInPages(scope: App, desk: Desk, locale: Locale): void {
  signInForm(scope, desk, locale) //    /staff/sign-in
  signIn(scope, desk, locale) //        /staff/sign-in
  codePages(scope, desk, locale) //     /staff/sign-in/code
  factorPages(scope, desk, locale) //   /staff/sign-in/second-factor
  passwordPages(scope, desk, locale) // /staff/sign-in/password
  signOut(scope, desk, locale) //       /staff/sign-out
}

function signInForm(scope: App, desk: Desk, locale: Locale): void {
  scope.get('/staff/sign-in', { config: { action: 'anyone' } }, async (request, reply) =>
    request.staff?.stage === 'full'
      ? reply.redirect(nextIn(request) ?? `${prefixOf(locale)}/staff`, 303)
      : showSignIn(desk, locale, request, reply, { login: '', faults: [] }),
  )
}

/** One address may try often, as offices share one; the failures are counted apart, and so is a device that is known. */
const openTo = (desk: Desk) => {
  const keyGenerator = (request: FastifyRequest) => deviceOf(desk, request, loginIn(request)) ?? request.ip
  const rateLimit = { max: 60, timeWindow: '1 minute', hook: 'preHandler', keyGenerator } as const
  return { action: 'anyone', rateLimit } as const
}

function signIn(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/sign-in', { config: openTo(desk) }, async (request, reply) => {
    const sent = { login: loginIn(request), password: textOf(request.body, 'password') }
    const faults = (['login', 'password'] as const).filter((name) => sent[name] === '')
    const show = (status: number, wrong: SignInData['faults']) =>
      showSignIn(desk, locale, request, reply.code(status), { login: sent.login, faults: wrong })
    if (faults.length > 0)
      return show(
        400,
        faults.map((field) => ({ field, code: 'blank' })),
      )
    const tried = await tryPassword(desk, request, sent.login, sent.password)
    if (typeof tried === 'string') return show(tried === 'locked' ? 429 : 400, [{ field: 'form', code: tried }])
    const stage = await beginWith(desk, request, reply, tried)
    return enter(desk, request, reply, locale, { login: tried.login, stage })
  })
}

async function showSignIn(
  desk: Desk,
  locale: Locale,
  request: FastifyRequest,
  reply: FastifyReply,
  sent: Pick<SignInData, 'login' | 'faults'>,
): Promise<FastifyReply> {
  const ctx = { ...staffContextOf(desk, request, locale), person: null }
  const entities = desk.demo ? await entitiesToName(desk, locale) : []
  const about = { next: nextIn(request), demo: await demoAccounts(desk), demoPassword: DEMO_PASSWORD, entities }
  return reply.page('staff-sign-in', staffSignInPage(ctx, { ...sent, ...about, plain: isPlain(request) }))
}

const demoAccounts = async (desk: Desk): Promise<Account[]> =>
  desk.demo
    ? (await listStaff(desk.db))
        .filter(({ demo, disabledAt }) => demo && disabledAt === null)
        .sort((a, b) => a.id - b.id)
    : []

/** Over plain http a browser keeps no cookie of a session, unless it is on this very machine. */
const isPlain = ({ protocol, hostname }: FastifyRequest): boolean =>
  protocol === 'http' && !/^(localhost|127\.[\d.]+|\[::1\])$/.test(hostname)

function signOut(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/sign-out', { config: { action: 'anyone', stage: 'any' } }, async (request, reply) => {
    const { id, person } = sessionOf(request)
    await endSessions(desk.db, person.id, { only: id }, desk.now())
    const who = { by: person.id, login: person.login, address: request.ip }
    await audit(desk.db, { at: desk.now(), ...who, act: 'sign-out', object: null, outcome: 'done' })
    reply.clearCookie(SESSION_COOKIE, COOKIE)
    return seeOther(reply, locale, '/staff/sign-in?done=signed-out')
  })
}
