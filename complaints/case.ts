import type { Actor, CaseType } from './words.ts'

/** 状态: where a case stands. */
export const CASE_STATES = [
  'received', //            已收到
  'awaiting_supplement', // 待补正
  'in_transfer', //         转办中
  'accepted', //            已受理
  'investigating', //       已立案，核查中
  'mediating', //           调解中
  'suspended', //           中止
  'not_accepted', //        不予受理
  'decided', //             已作出决定
  'notified', //            已告知
  'published', //           已公示
  'appealed', //            复议、复核中
  'withdrawn', //           已撤回
  'archived', //            已归档
] as const
export type CaseState = (typeof CASE_STATES)[number]

/** 环节: what may be done that moves a case, or keeps it where it is (`same`). */
export const STEPS = [
  'ask_supplement',
  'supplement',
  'lapse',
  'accept',
  'refuse',
  'transfer',
  'take',
  'send_back',
  'file_case',
  'decide_not_to_file',
  'mediate',
  'decide',
  'answer',
  'suspend',
  'resume',
  'extend',
  'withdraw',
  'notify',
  'order_refund',
  'publish',
  'retract',
  'appeal',
  'reopen',
  'archive',
] as const
export type Step = (typeof STEPS)[number]

/** 提请的事: a step that another signs, and what else two people do: opening an identity, replacing a lookup code. */
export type Proposed = Step | 'reveal' | 'code'

/**
 * One row of the life of a case: from where to where, for which types, who takes it, and whether it needs two people:
 * one asks (`who`), a supervisor or, for publication, a publisher who is someone else signs (`signed`).
 */
export type Transition = {
  step: Step
  from: readonly CaseState[]
  to: CaseState | 'same' | 'prior'
  types: readonly CaseType[]
  who: readonly Actor[]
  signed: 'supervisor' | 'publisher' | null
}

const ANY = ['report', 'complaint', 'consultation'] as const
const REPORT = ['report'] as const
const COMPLAINT = ['complaint'] as const
const TO_DECIDE = ['report', 'complaint'] as const
const UNDER_WAY = ['accepted', 'investigating', 'mediating'] as const
const OPEN = ['received', 'awaiting_supplement', ...UNDER_WAY, 'suspended', 'in_transfer'] as const
const TOLD = ['notified', 'published'] as const
const DESK = ['handler'] as const

/** 案件的一生: every lawful step; what is not here cannot be done. The table `case_step` in the database is the same. */
export const LIFE: readonly Transition[] = [
  row('ask_supplement', ['received'], 'awaiting_supplement', ANY, DESK),
  row('supplement', ['awaiting_supplement'], 'received', ANY, ['complainant', 'handler']),
  row('lapse', ['awaiting_supplement'], 'not_accepted', ANY, DESK, 'supervisor'),
  row('accept', ['received'], 'accepted', ANY, DESK),
  row('refuse', ['received', 'awaiting_supplement'], 'not_accepted', ANY, DESK, 'supervisor'),
  row('transfer', ['received'], 'in_transfer', ANY, DESK),
  row('transfer', ['accepted'], 'in_transfer', ANY, DESK, 'supervisor'),
  row('take', ['in_transfer'], 'received', ANY, DESK),
  row('send_back', ['in_transfer'], 'prior', ANY, DESK),
  row('file_case', ['accepted'], 'investigating', REPORT, DESK, 'supervisor'),
  row('decide_not_to_file', ['accepted'], 'decided', REPORT, DESK, 'supervisor'),
  row('mediate', ['accepted'], 'mediating', COMPLAINT, DESK),
  row('decide', ['investigating'], 'decided', REPORT, DESK, 'supervisor'),
  row('decide', ['accepted', 'mediating'], 'decided', COMPLAINT, DESK, 'supervisor'),
  row('answer', ['received', 'accepted'], 'notified', ['consultation'], DESK),
  row('suspend', UNDER_WAY, 'suspended', TO_DECIDE, DESK, 'supervisor'),
  row('resume', ['suspended'], 'prior', TO_DECIDE, DESK),
  row('extend', UNDER_WAY, 'same', TO_DECIDE, DESK, 'supervisor'),
  row('withdraw', OPEN, 'withdrawn', ANY, ['complainant']),
  row('notify', ['decided'], 'notified', TO_DECIDE, DESK),
  row('order_refund', ['decided', ...TOLD], 'same', TO_DECIDE, DESK, 'supervisor'),
  row('publish', ['notified'], 'published', TO_DECIDE, DESK, 'publisher'),
  row('retract', ['published'], 'notified', TO_DECIDE, DESK, 'publisher'),
  row('appeal', [...TOLD, 'not_accepted'], 'appealed', ANY, ['complainant', 'handler']),
  row('reopen', ['appealed'], 'accepted', ANY, DESK, 'supervisor'),
  row('reopen', TOLD, 'accepted', ANY, DESK, 'supervisor'),
  row('reopen', ['withdrawn'], 'accepted', REPORT, DESK, 'supervisor'),
  row('notify', ['appealed'], 'notified', ANY, DESK),
  row('archive', ['notified', 'not_accepted', 'withdrawn'], 'archived', ANY, ['system']),
]

function row(
  step: Step,
  from: Transition['from'],
  to: Transition['to'],
  types: Transition['types'],
  who: Transition['who'],
  signed: Transition['signed'] = null,
): Transition {
  return { step, from, to, types, who, signed }
}

/** The row by which a case of this type may take a step from where it stands; undefined when the law knows none. */
export const lawful = (type: CaseType, state: CaseState, step: Step): Transition | undefined =>
  LIFE.find((one) => one.step === step && one.from.includes(state) && one.types.includes(type))

/** Every step that a case may take from here. */
export const nextSteps = (type: CaseType, state: CaseState): Transition[] =>
  LIFE.filter(({ from, types }) => from.includes(state) && types.includes(type))

/** 结案: nothing more is asked of anyone; only an appeal, a reopening or the archive leads on. */
export const CLOSED: readonly CaseState[] = ['not_accepted', 'notified', 'published', 'withdrawn', 'archived']
export const isClosed = (state: CaseState): boolean => CLOSED.includes(state)
