import { address } from '../context.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { actText, detailText, objectText } from '../words/audited.ts'
import { momentText } from '../words/moment.ts'

/** What became of what was tried. */
export const OUTCOMES = ['done', 'refused', 'failed'] as const
type Outcome = (typeof OUTCOMES)[number]

/** One entry as read, and what the page is made of: a selection as it was typed, what is wrong with it, and a page of entries. */
export type AuditedEntry = {
  id: number
  at: Date
  login: string | null
  name: string | null
  act: string
  object: string | null
  outcome: Outcome
  detail: Record<string, unknown> | null
  address: string
}
export type AuditData = {
  entries: readonly AuditedEntry[]
  acts: readonly string[]
  sent: Record<string, string>
  faults: readonly AuditFilterField[]
  older: number | null
}
export type AuditFilterField = 'who' | 'act' | 'outcome' | 'from' | 'to'

type Choice = { value: string; text: string; selected: boolean }

/** `/staff/audit`: everything that was tried, newest first. */
export type StaffAuditPage = {
  frame: StaffFrame
  action: string
  who: string
  acts: Choice[]
  outcomes: Choice[]
  from: { value: string; fault: string | null }
  to: { value: string; fault: string | null }
  entries: {
    at: string
    datetime: string
    who: string
    login: string | null
    act: string
    object: string | null
    outcome: Outcome
    outcomeText: string
    detail: string | null
    address: string
  }[]
  csv: string
  newest: string | null
  older: string | null
  words: Messages['audit']
  common: Messages['common']
}

export function staffAuditPage(ctx: StaffContext, { entries, acts, sent, faults, older }: AuditData): StaffAuditPage {
  const t = translator(ctx.locale)
  const { words } = t
  const { before, ...filter } = sent
  const dayField = (name: 'from' | 'to') => ({
    value: sent[name] ?? '',
    fault: faults.includes(name) ? words.audit[`fault-${name}`] : null,
  })
  return {
    frame: staffFrame(ctx, words.audit.title),
    action: address(ctx, '/staff/audit'),
    who: sent.who ?? '',
    acts: acts.map((act) => ({ value: act, text: actText(act, words), selected: act === sent.act })),
    outcomes: OUTCOMES.map((one) => ({ value: one, text: words.audit[one], selected: one === sent.outcome })),
    from: dayField('from'),
    to: dayField('to'),
    entries: entries.map((entry) => rowOf(entry, t)),
    csv: address(ctx, '/staff/audit.csv', faults.length > 0 ? {} : filter),
    newest: before === undefined ? null : address(ctx, '/staff/audit', filter),
    older: older === null ? null : address(ctx, '/staff/audit', { ...filter, before: String(older) }),
    words: words.audit,
    common: words.common,
  }
}

const rowOf = (
  { at, login, name, act, object, outcome, detail, address: from }: AuditedEntry,
  t: Translate,
): StaffAuditPage['entries'][number] => ({
  ...{ at: momentText(at, t.locale), datetime: at.toISOString() },
  ...{ who: name ?? login ?? t.words.audit.portal, login: name === null ? null : login },
  ...{
    act: actText(act, t.words),
    object: object && objectText(object, t),
    outcome,
    outcomeText: t.words.audit[outcome],
    address: from,
  },
  detail: detail === null || Object.keys(detail).length === 0 ? null : detailText(detail, t),
})
