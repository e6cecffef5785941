import type { NewPasswordFault } from '../../views/pages/staff-new-password.ts'
import type { Account } from '../db/staff.ts'
import { textOf } from './form.ts'
import { isPassword, passwordFault } from './passwords.ts'

/** A new password from a form, typed twice, with all that is wrong with it. */
export async function newPasswordIn(body: unknown, { login, password: kept }: Account) {
  const [password, again] = [textOf(body, 'password'), textOf(body, 'again')]
  const faults: NewPasswordFault[] = []
  const code = password === '' ? 'blank' : passwordFault(password, login)
  if (code !== null) faults.push({ field: 'password', code })
  else if (await isPassword(kept, password)) faults.push({ field: 'password', code: 'password-same' })
  if (code === null && password !== again) faults.push({ field: 'again', code: again === '' ? 'blank' : 'not-same' })
  return { password, faults }
}
