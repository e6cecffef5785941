import { address } from '../context.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { momentText } from '../words/moment.ts'

const NUMBERS = ['noticeDays', 'reviewMonths', 'emergencyConfirmDays'] as const
type NumberName = (typeof NUMBERS)[number]
type Values = Record<NumberName, number> & { totpForAll: boolean }
export type SettingFault = NumberName | 'totpForAll' | 'why' | 'same'

/** What the page is made of: the settings, their standards, the last changes, and a form that was sent with faults. */
export type SettingsData = {
  settings: Values
  standards: Values
  history: readonly { name: keyof Values; value: number | boolean; by: string; at: Date; why: string }[]
  sent: { values: Record<string, string>; faults: readonly SettingFault[] } | null
}

/** `/staff/settings`: what the office decides for itself, and who decided it. */
export type StaffSettingsPage = {
  frame: StaffFrame
  action: string
  may: boolean
  problems: { says: string; faults: { href: string; text: string }[] } | null
  numbers: { name: string; label: string; hint: string; standard: string; value: string; fault: string | null }[]
  totp: { checked: boolean; fault: string | null }
  why: { value: string; fault: string | null }
  history: { what: string; value: string; by: string; at: string; datetime: string; why: string }[]
  words: Messages['settings']
}

export function staffSettingsPage(
  ctx: StaffContext,
  { settings, standards, history, sent }: SettingsData,
): StaffSettingsPage {
  const t = translator(ctx.locale)
  const words = t.words.settings
  const faults = sent?.faults ?? []
  const faultOf = (name: SettingFault) => (faults.includes(name) ? words[`fault-${name}`] : null)
  return {
    frame: staffFrame(ctx, words.title),
    action: address(ctx, '/staff/settings'),
    may: ctx.may('settings.write'),
    problems: faults.length === 0 ? null : problemsOf(faults, t),
    numbers: NUMBERS.map((name) => ({
      name,
      label: words[name],
      hint: words[`${name}Hint`],
      standard: t('settings.standard', { value: String(standards[name]) }),
      value: sent?.values[name] ?? String(settings[name]),
      fault: faultOf(name),
    })),
    totp: {
      checked: sent === null ? settings.totpForAll : sent.values.totpForAll === 'true',
      fault: faultOf('totpForAll'),
    },
    why: { value: sent?.values.why ?? '', fault: faultOf('why') },
    history: history.map(({ name, value, by, at, why }) => ({
      what: words[name],
      value: typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : String(value),
      ...{ by, why, at: momentText(at, ctx.locale), datetime: at.toISOString() },
    })),
    words,
  }
}

const problemsOf = (faults: readonly SettingFault[], t: Translate) => ({
  says: t('settings.faulty', { n: faults.length }),
  faults: faults.map((name) => ({
    href: `#${name === 'same' ? 'noticeDays' : name}`,
    text: t.words.settings[`fault-${name}`],
  })),
})
