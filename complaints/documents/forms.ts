import type { Day } from '../../catalogue/day.ts'
import { ORDER_121 } from '../articles.ts'
import type { CaseState } from '../case.ts'
import type { CaseType, ContactFieldName, Outcome } from '../words.ts'

/** 文书式样: the ten official forms that go with Order 121. Our files have them from one source only. */
export const FORMS = [
  'register_complaint', // 投诉登记表
  'register_report', //    举报登记表
  'forward', //            分送通知书
  'prove_identity', //     限期提供身份证明材料通知书
  'accept', //             投诉受理决定书
  'refuse', //             投诉不予受理决定书
  'mediate', //            投诉调解通知书
  'end_mediation', //      终止调解决定书
  'settlement', //         投诉调解书
  'report_result', //      举报处理结果告知书
] as const
export type Form = (typeof FORMS)[number]

/**
 * What a form is: its title, the word in its number, who gets it, and which fields of the complainant it names: of a
 * reporter none, whose identity stays sealed and secret (Order 121 art. 37).
 */
export type FormKind = {
  title: string
  short: string
  to: 'complainant' | 'office' | 'file'
  names: readonly ContactFieldName[]
  type: CaseType | null
  states: readonly CaseState[]
  outcomes?: readonly Outcome[]
  from?: Day
}

const NAMED = ['name', 'company'] as const
const WHOLE = ['name', 'company', 'phone', 'address'] as const
const OPEN = ['received', 'awaiting_supplement', 'in_transfer', 'accepted', 'investigating', 'mediating'] as const
const TOLD = ['notified', 'published'] as const
const ALL = [...OPEN, 'suspended', 'not_accepted', 'decided', ...TOLD, 'appealed', 'withdrawn'] as const
const TAKEN = ['accepted', 'mediating', 'suspended', 'decided', ...TOLD] as const

export const KINDS: Record<Form, FormKind> = {
  register_complaint: kind('投诉登记表', '投登', 'file', 'complaint', ALL, WHOLE),
  register_report: kind('举报登记表', '举登', 'file', 'report', ALL, []),
  forward: kind('分送通知书', '分送', 'office', null, ['in_transfer'], []),
  prove_identity: {
    ...kind('限期提供身份证明材料通知书', '证', 'complainant', 'complaint', ['received', 'awaiting_supplement'], NAMED),
    from: ORDER_121,
  },
  accept: kind('投诉受理决定书', '受', 'complainant', 'complaint', TAKEN, NAMED),
  refuse: kind('投诉不予受理决定书', '不受', 'complainant', 'complaint', ['not_accepted'], NAMED),
  mediate: kind('投诉调解通知书', '调', 'complainant', 'complaint', ['accepted', 'mediating'], NAMED),
  end_mediation: {
    ...kind('终止调解决定书', '终', 'complainant', 'complaint', ['decided', ...TOLD], NAMED),
    outcomes: ['not_agreed'],
  },
  settlement: {
    ...kind('投诉调解书', '调解', 'complainant', 'complaint', ['decided', ...TOLD], NAMED),
    outcomes: ['agreed', 'refund_agreed'],
  },
  report_result: kind(
    '举报处理结果告知书',
    '举告',
    'complainant',
    'report',
    ['investigating', 'decided', ...TOLD, 'not_accepted'],
    [],
  ),
}

function kind(
  title: string,
  short: string,
  to: FormKind['to'],
  type: FormKind['type'],
  states: FormKind['states'],
  names: FormKind['names'],
): FormKind {
  return { title, short, to, type, states, names }
}

/** What decides which forms fit a case. */
export type AboutForms = { type: CaseType; state: CaseState; outcome: Outcome | null; receivedOn: Day }

/** The forms that fit a case from where it stands, by how it was decided and the order in force when it was received. */
export const formsFor = ({ type, state, outcome, receivedOn }: AboutForms): Form[] =>
  FORMS.filter((form) => {
    const { type: of, states, outcomes, from } = KINDS[form]
    const fits = (of === null || of === type) && states.includes(state)
    return fits && (outcomes === undefined || outcomes.includes(outcome!)) && (from === undefined || receivedOn >= from)
  })
