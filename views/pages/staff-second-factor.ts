import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { codeInput, type Input, input } from './staff-input.ts'

/** The secret to keep. `strong` is what is asked for besides, before an account changes its second factor. */
export type SecondFactorData = {
  next: string | null
  picture: string
  letters: string
  fault: 'code' | null
  must: boolean
  strong: { kept: boolean; fault: boolean } | null
}

/** `/staff/sign-in/second-factor` and `/staff/account/second-factor` */
export type StaffSecondFactorPage = {
  frame: StaffFrame
  title: string
  lead: string
  action: string
  next: string | null
  picture: string
  letters: string
  strong: Input | null
  code: Input
  leave: string | null
  words: Messages['signIn']
}

export function staffSecondFactorPage(ctx: StaffContext, data: SecondFactorData): StaffSecondFactorPage {
  const { signIn: words } = translator(ctx.locale).words
  const entering = ctx.person === null
  return {
    frame: staffFrame(ctx, words.enrolTitle),
    title: words.enrolTitle,
    lead: data.must && entering ? words.enrolWhy : words.enrolFree,
    action: address(ctx, ctx.path),
    next: data.next,
    picture: data.picture,
    letters: data.letters,
    strong: data.strong === null ? null : strongInput(ctx, data.strong.kept, data.strong.fault),
    code: codeInput(words.code, data.fault && words['fault-code'], 'new_code'),
    leave: entering ? address(ctx, '/staff/sign-out') : null,
    words,
  }
}

/** The field that asks anew for what proves who one is: a code where a second factor is kept, else the password. */
export function strongInput(ctx: StaffContext, kept: boolean, fault: boolean, id = 'f-code'): Input {
  const { account } = translator(ctx.locale).words
  const said = fault ? account['fault-strong'] : null
  if (kept) return input({ ...codeInput(account.strongCode, said), id })
  const secret = { name: 'code', label: account.strongPassword, autocomplete: 'current-password', id } as const
  return input({ ...secret, type: 'password', fault: said })
}
