import { address } from '../context.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { momentText } from '../words/moment.ts'
import { deviceIn } from './staff-account-device.ts'
import { type Input, input } from './staff-input.ts'
import { type NewPasswordFault, newPasswordInputs } from './staff-new-password.ts'
import { type Named, rolesIn } from './staff-roles.ts'
import { strongInput } from './staff-second-factor.ts'

/** What is kept of a person, and what was wrong with the form that was sent. A new token is shown once. */
export type AccountData = {
  entities: Named
  sessions: { id: number; madeAt: Date; seenAt: Date; address: string; agent: string }[]
  current: number
  tokens: { id: number; name: string; madeAt: Date; usedAt: Date | null }[]
  hasTotp: boolean
  mustTotp: boolean
  made: string | null
  tokenName: string
  faults: AccountFault[]
}
export type AccountFault =
  | { form: 'password'; field: 'present' | 'present-locked' }
  | ({ form: 'new-password' } & NewPasswordFault)
  | { form: 'factor' | 'token'; field: 'strong' }
  | { form: 'token'; field: 'name' | 'most' }

/** `/staff/account` */
export type StaffAccountPage = {
  frame: StaffFrame
  login: string
  name: string
  roles: string
  sessions: {
    id: string
    device: string
    address: string
    since: string
    seen: string
    current: boolean
    end: string
    endOf: string
  }[]
  others: string | null
  password: { action: string; fields: Input[] }
  factor: { on: boolean; must: boolean; set: string; remove: string | null; strong: Input | null }
  tokens: { id: string; name: string; made: string; used: string; revoke: string; revokeOf: string }[]
  token: { action: string; name: Input; strong: Input | null; made: string | null }
  words: Messages['account']
  common: Messages['signIn']
}

export function staffAccountPage(ctx: StaffContext, data: AccountData): StaffAccountPage {
  const { account: words, signIn: common } = translator(ctx.locale).words
  const { login, name, held } = ctx.person!
  return {
    frame: staffFrame(ctx, words.title),
    login,
    name,
    roles: rolesIn(ctx.locale, held, data.entities),
    sessions: sessionRows(ctx, data),
    others: data.sessions.length > 1 ? address(ctx, '/staff/account/sessions/end-others') : null,
    password: { action: address(ctx, '/staff/account/password'), fields: passwordFields(ctx, data) },
    factor: factorOf(ctx, data),
    tokens: tokenRows(ctx, data),
    token: {
      action: address(ctx, '/staff/account/tokens'),
      name: tokenNameField(ctx, data),
      strong: strongField(ctx, data, 'token'),
      made: data.made,
    },
    words,
    common,
  }
}

function sessionRows(ctx: StaffContext, { sessions, current }: AccountData): StaffAccountPage['sessions'] {
  const t = translator(ctx.locale)
  return sessions.map(({ id, madeAt, seenAt, address: from, agent }) => {
    const device = deviceIn(agent) ?? t.words.account.unknownDevice
    const since = momentText(madeAt, ctx.locale)
    return {
      id: String(id),
      ...{ device, address: from, since, seen: momentText(seenAt, ctx.locale), current: id === current },
      end: address(ctx, `/staff/account/sessions/${id}/end`),
      endOf: t('account.endOf', { device, at: since }),
    }
  })
}

function passwordFields(ctx: StaffContext, { faults }: AccountData): Input[] {
  const { account: words, signIn } = translator(ctx.locale).words
  const wrong = faults.find(({ form }) => form === 'password')?.field
  const fault = wrong === undefined ? null : wrong === 'present' ? words['fault-present'] : signIn['fault-locked']
  const about = { name: 'present', label: words.present, autocomplete: 'current-password' }
  const ofNew = faults.filter((one) => one.form === 'new-password')
  return [input({ ...about, type: 'password', fault }), ...newPasswordInputs(ctx, ofNew)]
}

function factorOf(ctx: StaffContext, data: AccountData): StaffAccountPage['factor'] {
  const { hasTotp, mustTotp } = data
  const may = hasTotp && !mustTotp
  return {
    on: hasTotp,
    must: mustTotp,
    set: address(ctx, '/staff/account/second-factor'),
    remove: may ? address(ctx, '/staff/account/second-factor/remove') : null,
    strong: may ? strongField(ctx, data, 'factor') : null,
  }
}

/** What is asked anew unless it was given within the last minutes. */
const strongField = (ctx: StaffContext, { hasTotp, faults }: AccountData, form: 'factor' | 'token'): Input | null =>
  ctx.strong
    ? null
    : strongInput(
        ctx,
        hasTotp,
        faults.some((one) => one.form === form && one.field === 'strong'),
        `f-${form}-code`,
      )

function tokenRows(ctx: StaffContext, { tokens }: AccountData): StaffAccountPage['tokens'] {
  const t = translator(ctx.locale)
  return tokens.map(({ id, name, madeAt, usedAt }) => ({
    id: String(id),
    name,
    made: momentText(madeAt, ctx.locale),
    used: usedAt === null ? t.words.account.tokenNever : momentText(usedAt, ctx.locale),
    revoke: address(ctx, `/staff/account/tokens/${id}/revoke`),
    revokeOf: t('account.tokenRevokeOf', { name }),
  }))
}

function tokenNameField(ctx: StaffContext, { tokenName, faults }: AccountData): Input {
  const words = translator(ctx.locale).words.account
  const wrong = faults.find(({ form, field }) => form === 'token' && field !== 'strong')?.field as
    | 'name'
    | 'most'
    | undefined
  const fault = wrong === undefined ? null : words[`fault-${wrong}`]
  const about = { name: 'name', label: words.tokenName, hint: words.tokenNameHint, autocomplete: 'off' }
  return input({ ...about, value: tokenName, fault })
}
