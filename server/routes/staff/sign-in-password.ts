import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import { type NewPasswordFault, staffNewPasswordPage } from '../../../views/pages/staff-new-password.ts'
import type { App } from '../../app.ts'
import { audit } from '../../db/audit.ts'
import { endSessions } from '../../db/sessions.ts'
import { findStaff, setPassword } from '../../db/staff.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { newPasswordIn } from '../../staff/new-password.ts'
import { hashPassword } from '../../staff/passwords.ts'
import { advance, nextStage } from '../../staff/sessions.ts'
import { enter, nextIn } from '../../staff/way-in.ts'

/** A password that an administrator gave is changed before anything else. */
export function passwordPages(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'anyone', stage: 'password' } as const
  const show = (request: FastifyRequest, reply: FastifyReply, faults: NewPasswordFault[]) => {
    const data = { login: sessionOf(request).person.login, next: nextIn(request), faults }
    return reply.page('staff-new-password', staffNewPasswordPage(staffContextOf(desk, request, locale), data))
  }
  scope.get('/staff/sign-in/password', { config }, (request, reply) => show(request, reply, []))
  scope.post('/staff/sign-in/password', { config }, async (request, reply) => {
    const session = sessionOf(request)
    const account = (await findStaff(desk.db, session.person.id))!
    const { password, faults } = await newPasswordIn(request.body, account)
    if (faults.length > 0) return show(request, reply.code(400), faults)
    await changePassword(desk, request, password)
    const stage = await nextStage(desk, { ...account, mustChange: false, hasTotp: account.totp !== null })
    await advance(desk, reply, session, { stage, strongAt: session.strongAt })
    return enter(desk, request, reply, locale, { login: account.login, stage })
  })
}

/** Keeps a person's own new password, signs out every other device, and says so in the audit. */
export async function changePassword(desk: Desk, request: FastifyRequest, password: string): Promise<void> {
  const { id, person } = sessionOf(request)
  await setPassword(desk.db, person.id, await hashPassword(password), false)
  await endSessions(desk.db, person.id, { but: id }, desk.now())
  const about = { by: person.id, login: person.login, object: person.login, address: request.ip }
  await audit(desk.db, { at: desk.now(), ...about, act: 'password.change', outcome: 'done' })
}
