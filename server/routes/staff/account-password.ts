import type { FastifyRequest } from 'fastify'
import type { Locale } from '../../../views/locale/locale.ts'
import type { AccountFault } from '../../../views/pages/staff-account.ts'
import type { App } from '../../app.ts'
import { findStaff } from '../../db/staff.ts'
import { type Desk, seeOther, sessionOf } from '../../staff/desk.ts'
import { textOf } from '../../staff/form.ts'
import { newPasswordIn } from '../../staff/new-password.ts'
import { isPassword } from '../../staff/passwords.ts'
import { mayTryAgain, succeededAgain } from '../../staff/tries.ts'
import { auditOwn, OWN, showAccount } from './account.ts'
import { changePassword } from './sign-in-password.ts'

/** Changing one's own password asks for the present one: an open browser is not enough. */
export function accountPassword(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/account/password', { config: OWN }, async (request, reply) => {
    const { faults, password } = await readForm(desk, request)
    if (faults.length > 0) return showAccount(desk, locale, request, reply, { faults })
    await changePassword(desk, request, password)
    return seeOther(reply, locale, '/staff/account?done=password-changed')
  })
}

async function readForm(desk: Desk, request: FastifyRequest): Promise<{ faults: AccountFault[]; password: string }> {
  const { person } = sessionOf(request)
  const account = (await findStaff(desk.db, person.id))!
  const allowed = await mayTryAgain(desk.db, person.id, desk.now())
  const present = allowed && (await isPassword(account.password, textOf(request.body, 'present')))
  if (!present) {
    await auditOwn(desk, request, 'password.change', person.login, 'refused')
    return { faults: [{ form: 'password', field: allowed ? 'present' : 'present-locked' }], password: '' }
  }
  await succeededAgain(desk.db, person.id)
  const { password, faults } = await newPasswordIn(request.body, account)
  return { password, faults: faults.map((fault) => ({ form: 'new-password', ...fault })) }
}
