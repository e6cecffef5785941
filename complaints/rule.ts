import type { Basis, Provenance } from '../catalogue/basis.ts'
import type { Day } from '../catalogue/day.ts'
import type { Text } from '../catalogue/text.ts'
import type { CaseType, Track } from './words.ts'

/** 期限: what must be done in time. */
export const CLOCK_CODES = [
  'accept', //      决定是否受理并告知
  'verify', //      核查，决定是否立案
  'mediate', //     调解终结
  'penalty', //     作出处理决定
  'answer', //      答复咨询
  'tell_filing', // 告知立案决定
  'tell', //        告知处理结果
  'appeal', //      申请复议、复核
] as const
export type ClockCode = (typeof CLOCK_CODES)[number]

/** 中止事由: why time does not count. */
export const PAUSE_REASONS = [
  'appraisal',
  'hearing',
  'announcement',
  'judicial',
  'jurisdiction',
  'refund_order',
] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/** `workday`: by the State Council's calendar. `day`: by the civil calendar. */
export type Count = { amount: number; unit: 'workday' | 'day' }

/**
 * 期限规则: one dated row of the law. `roll`: whether a last day that is a holiday moves to the first day after the break
 * (a matter of days, not of working days). `extension` may be asked `times` times before expiry; null where there is
 * none. `pauses` are the reasons for which time does not count. It holds for cases received from `from` until before `until`.
 */
export type ClockRule = {
  id: number
  code: ClockCode
  type: CaseType
  track: Track | null
  count: Count
  roll: boolean
  extension: (Count & { times: number }) | null
  pauses: readonly PauseReason[]
  says: Text
  basis: Basis
  provenance: Provenance
  from: Day
  until: Day | null
}

/** The rule for a clock of a case, by the day on which the case was received; a row of its track goes before one of all. */
export const ruleFor = (
  rules: readonly ClockRule[],
  code: ClockCode,
  about: { type: CaseType; track: Track; receivedOn: Day },
): ClockRule | undefined =>
  rules
    .filter(
      (rule) =>
        rule.code === code &&
        rule.type === about.type &&
        (rule.track === null || rule.track === about.track) &&
        rule.from <= about.receivedOn &&
        (rule.until === null || about.receivedOn < rule.until),
    )
    .toSorted((a, b) => Number(a.track === null) - Number(b.track === null))[0]
