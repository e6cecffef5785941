import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import { type CodeData, staffSignInCodePage } from '../../../views/pages/staff-sign-in-code.ts'
import type { App } from '../../app.ts'
import { audit } from '../../db/audit.ts'
import { findStaff } from '../../db/staff.ts'
import { demoCode, isCode } from '../../staff/codes.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { fromOf } from '../../staff/first-step.ts'
import { textOf } from '../../staff/form.ts'
import { advance, nextStage } from '../../staff/sessions.ts'
import { mayTry, succeeded } from '../../staff/tries.ts'
import { enter, nextIn } from '../../staff/way-in.ts'

/** 动态验证码: the second step, for accounts that keep a second factor. */
export function codePages(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'anyone', stage: 'code' } as const
  const show = async (request: FastifyRequest, reply: FastifyReply, fault: CodeData['fault']) => {
    const account = await findStaff(desk.db, sessionOf(request).person.id)
    const data = { next: nextIn(request), fault, demoCode: account ? demoCode(desk, account) : null }
    return reply.page('staff-sign-in-code', staffSignInCodePage(staffContextOf(desk, request, locale), data))
  }
  scope.get('/staff/sign-in/code', { config }, (request, reply) => show(request, reply, null))
  scope.post('/staff/sign-in/code', { config }, async (request, reply) => {
    const fault = await tryCode(desk, request)
    if (fault !== null) return show(request, reply.code(fault === 'locked' ? 429 : 400), fault)
    const session = sessionOf(request)
    const account = (await findStaff(desk.db, session.person.id))!
    const stage = await nextStage(desk, { ...account, hasTotp: true })
    await advance(desk, reply, session, { stage, strongAt: desk.now() })
    return enter(desk, request, reply, locale, { login: account.login, stage })
  })
}

/** Null when the code was right; wrong ones count with the wrong passwords of the login. */
async function tryCode(desk: Desk, request: FastifyRequest): Promise<CodeData['fault']> {
  const { person } = sessionOf(request)
  const from = fromOf(desk, request, person.login)
  const allowed = await mayTry(desk.db, from, desk.now())
  const account = await findStaff(desk.db, person.id)
  const right = allowed && account !== undefined && (await isCode(desk, account, textOf(request.body, 'code')))
  const fault = right ? null : allowed ? 'code' : 'locked'
  const who = { by: person.id, login: person.login, address: request.ip, object: null }
  const detail = fault === null ? {} : { why: fault }
  await audit(desk.db, { at: desk.now(), ...who, act: 'sign-in.code', outcome: right ? 'done' : 'refused', detail })
  if (right) await succeeded(desk.db, from)
  return fault
}
