import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { type Input, input } from './staff-input.ts'
import { type Named, rolesIn } from './staff-roles.ts'

type Fault = 'blank' | 'wrong' | 'locked'

/** What was sent and what became of it; the password never comes back. */
export type SignInData = {
  login: string
  next: string | null
  faults: { field: 'login' | 'password' | 'form'; code: Fault }[]
  demo: { login: string; name: string; held: readonly { role: string; entity: string | null }[] }[]
  /** The entities that the demonstration's roles are for. */
  entities: Named
  demoPassword: string
  /** Was the page asked for over plain http? Then no sign-in can last. */
  plain: boolean
}

/** `/staff/sign-in` */
export type StaffSignInPage = {
  frame: StaffFrame
  action: string
  next: string | null
  login: Input
  password: Input
  fault: string | null
  plain: string | null
  demo: { password: string; rows: { login: string; name: string; roles: string }[] } | null
  words: Messages['signIn']
}

export function staffSignInPage(
  ctx: StaffContext,
  { login, next, faults, demo, demoPassword, entities, plain }: SignInData,
): StaffSignInPage {
  const { words } = translator(ctx.locale)
  const faultOf = (name: string) => {
    const code = faults.find(({ field }) => field === name)?.code
    return code === undefined ? null : words.signIn[`fault-${code}`]
  }
  const named = { name: 'login', label: words.signIn.login, autocomplete: 'username', value: login }
  const secret = { name: 'password', label: words.signIn.password, autocomplete: 'current-password' }
  return {
    frame: staffFrame(ctx, words.signIn.title),
    action: address(ctx, '/staff/sign-in'),
    next,
    login: input({ ...named, fault: faultOf('login') }),
    password: input({ ...secret, type: 'password', fault: faultOf('password') }),
    fault: faultOf('form'),
    plain: plain ? words.signIn.plain : null,
    demo:
      demo.length === 0
        ? null
        : {
            password: demoPassword,
            rows: demo.map((one) => ({ ...one, roles: rolesIn(ctx.locale, one.held, entities) })),
          },
    words: words.signIn,
  }
}
