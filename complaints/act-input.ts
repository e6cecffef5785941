import { z } from 'zod'
import { Amount } from '../catalogue/amount.ts'
import { Day } from '../catalogue/day.ts'
import type { Step } from './case.ts'
import { Publishing, RETRACT_REASONS } from './publication.ts'
import { REFUND_BASES } from './refund.ts'
import { PAUSE_REASONS } from './rule.ts'
import { isViolation } from './violations.ts'
import { OUTCOMES } from './words.ts'

/** 转办事由, 退回事由, 不予立案事由, 重新办理事由: codes that the page says in words. */
export const TRANSFER_REASONS = ['not_our_area', 'not_our_power', 'higher_office', 'with_others'] as const
export const SEND_BACK_REASONS = ['not_our_area', 'not_our_power', 'incomplete'] as const
export const NOT_FILED_REASONS = [
  'no_violation',
  'slight_and_corrected',
  'out_of_time',
  'no_evidence',
  'other',
] as const
export const REOPEN_REASONS = ['not_solved', 'new_evidence', 'review', 'found_wrong', 'ex_officio'] as const
export const APPEAL_KINDS = ['reconsideration', 'review'] as const
/** 送达方式, as the ten official forms allow (Order 121). */
export const DELIVERIES = ['portal', 'phone', 'text_message', 'email', 'letter', 'in_person'] as const

const code = z.string({ error: 'missing' }).regex(/^[a-z0-9_]{2,40}$/, { error: 'bad-value' })
const oneOf = <const T extends readonly string[]>(values: T) => z.enum(values, { error: 'not-an-option' })
const tick = z.union([z.literal(true), z.literal('on'), z.literal('yes')], { error: 'missing' }).transform(() => true)
const violation = z.string().refine(isViolation, { error: 'not-an-option' })
const Money = Amount.regex(/^\d+(\.\d{1,2})?$/, { error: 'not-an-amount' }).refine((sum) => Number(sum) > 0, {
  error: 'not-an-amount',
})
const nothing = z.strictObject({})

/** 逐项认定: of charge `n`, whether a violation was found, and which. */
export const Finding = z
  .strictObject({ n: z.coerce.number().int().min(1).max(50), found: z.boolean(), violation: violation.optional() })
  .refine(({ found, violation }) => found === (violation !== undefined), { path: ['violation'], error: 'missing' })
export type Finding = z.infer<typeof Finding>

const Decide = z
  .strictObject({
    outcome: oneOf(OUTCOMES),
    findings: z.array(Finding).max(50).default([]),
    laws: z.array(violation).max(15).default([]),
    refund: Money.optional(),
    ground: code.optional(),
  })
  .refine(({ outcome, findings }) => outcome !== 'violation_found' || findings.some(({ found }) => found), {
    path: ['findings'],
    error: 'missing',
  })
  .refine(({ outcome, refund }) => outcome !== 'refund_agreed' || refund !== undefined, {
    path: ['refund'],
    error: 'missing',
  })
  .refine(({ outcome, ground }) => outcome !== 'not_agreed' || ground !== undefined, {
    path: ['ground'],
    error: 'missing',
  })

/** 每一环节要填什么, besides the words: what goes into the event or the proposal, so no free text and no personal data. */
export const STEP_INPUT = {
  ask_supplement: z.strictObject({ deadline: Day }),
  supplement: nothing,
  lapse: nothing,
  accept: nothing,
  refuse: z.strictObject({ ground: code }),
  transfer: z.strictObject({
    to: z.coerce.number({ error: 'missing' }).int().positive({ error: 'missing' }),
    reason: oneOf(TRANSFER_REASONS),
  }),
  take: nothing,
  send_back: z.strictObject({ reason: oneOf(SEND_BACK_REASONS) }),
  file_case: nothing,
  decide_not_to_file: z.strictObject({ reason: oneOf(NOT_FILED_REASONS) }),
  mediate: z.strictObject({ both_consent: tick }),
  decide: Decide,
  answer: nothing,
  suspend: z.strictObject({ reason: oneOf(PAUSE_REASONS) }),
  resume: nothing,
  extend: nothing,
  withdraw: nothing,
  notify: z.strictObject({ delivery: oneOf(DELIVERIES), on: Day }),
  order_refund: z.strictObject({ amount: Money, due_on: Day, basis: oneOf(REFUND_BASES) }),
  publish: Publishing,
  retract: z.strictObject({ reason: oneOf(RETRACT_REASONS) }),
  appeal: z.strictObject({ kind: oneOf(APPEAL_KINDS), on: Day }),
  reopen: z.strictObject({ reason: oneOf(REOPEN_REASONS) }),
  archive: nothing,
} as const satisfies Record<Step, z.ZodType>

/** What was filled in for a step, as the schema of the step reads it. */
export type StepInput<S extends Step> = z.infer<(typeof STEP_INPUT)[S]>

/** 必须写明理由: the steps that nobody takes without words. */
export const NEEDS_WORDS: ReadonlySet<Step> = new Set<Step>([
  'ask_supplement',
  'refuse',
  'transfer',
  'send_back',
  'decide_not_to_file',
  'decide',
  'answer',
  'suspend',
  'extend',
  'order_refund',
  'retract',
  'reopen',
])

/** 文字: what is written for a step, a note or a message, sealed before it is kept. */
export const Words = z
  .string()
  .trim()
  .max(4000, { error: 'too-long' })
  .regex(/^(?:[^\p{Cc}\u202a-\u202e\u2066-\u2069]|[\r\n\t])*$/u, { error: 'bad-value' })

/** 金额 of a refund, to the fen. */
export const RefundAmount = Money
