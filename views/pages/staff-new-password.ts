import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { type Input, input } from './staff-input.ts'

type Codes<Key> = Key extends `fault-${infer Code}` ? Code : never
/** What can be wrong with a new password, by the field that it is wrong in. */
export type NewPasswordFault = { field: 'password' | 'again'; code: Codes<keyof Messages['signIn']> }

/** `/staff/sign-in/password`: who was given a password changes it first. */
export type StaffNewPasswordPage = {
  frame: StaffFrame
  action: string
  next: string | null
  login: string
  fields: Input[]
  leave: string
  words: Messages['signIn']
}

export function staffNewPasswordPage(
  ctx: StaffContext,
  { login, next, faults }: { login: string; next: string | null; faults: NewPasswordFault[] },
): StaffNewPasswordPage {
  const words = translator(ctx.locale).words.signIn
  return {
    frame: staffFrame(ctx, words.passwordTitle),
    action: address(ctx, '/staff/sign-in/password'),
    next,
    login,
    fields: newPasswordInputs(ctx, faults),
    leave: address(ctx, '/staff/sign-out'),
    words,
  }
}

/** The two fields of a new password. */
export function newPasswordInputs(ctx: StaffContext, faults: readonly NewPasswordFault[]): Input[] {
  const words = translator(ctx.locale).words.signIn
  const faultOf = (name: string) => {
    const code = faults.find(({ field }) => field === name)?.code
    return code === undefined ? null : words[`fault-${code}`]
  }
  const about = { type: 'password', autocomplete: 'new-password' } as const
  return [
    input({
      ...about,
      name: 'password',
      label: words.newPassword,
      hint: words.passwordHint,
      fault: faultOf('password'),
    }),
    input({ ...about, name: 'again', label: words.again, fault: faultOf('again') }),
  ]
}
