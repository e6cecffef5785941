import type { Day } from '../catalogue/day.ts'
import type { Text } from '../catalogue/text.ts'
import type { CaseState } from './case.ts'
import type { Stretch } from './clocks.ts'
import type { Comparison } from './comparison.ts'
import type { EventKind } from './events.ts'
import type { ClockCode } from './rule.ts'
import type { Actor, Capacity, CaseType, Category, Goal, Outcome, Track } from './words.ts'

/** What the holder of a receipt may do with a case, each where the law allows it just now. */
export const OWNER_ACTS = [
  'message', //    给承办机关留言
  'supplement', // 补正
  'evidence', //   补充材料
  'withdraw', //   撤回
  'appeal', //     申请复核
  'rate', //       评价
  'not_solved', // 反映问题未解决
] as const
export type OwnerAct = (typeof OWNER_ACTS)[number]

/** One entry of the life of a case as its owner sees it. */
export type OwnedEvent = {
  seq: number
  kind: EventKind
  at: Date
  on: Day
  actor: Actor
  to: CaseState | null
  /** Until when something was asked for, where the event asks for something. */
  deadline: Day | null
}

/** One message between the complainant and the desk; `words` are null once personal data were destroyed. */
export type OwnedMessage = {
  id: number
  sender: 'complainant' | 'desk'
  at: Date
  words: string | null
  asks: boolean
  readAt: Date | null
}

/** 决定, as its owner was told. */
export type OwnedDecision = {
  n: number
  outcome: Outcome
  words: string | null
  refund: string | null
  signedOn: Day
}

/** 文书 that was delivered. */
export type OwnedDocument = { id: number; form: string; number: string; madeOn: Day; deliveredOn: Day | null }

/** 退款: what was ordered, what came of it; `toConfirm` is paid and not yet said to have arrived. */
export type OwnedRefund = {
  id: number
  amount: string
  orderedOn: Day
  dueOn: Day
  paid: string
  confirmed: string
  unclaimed: string
  toConfirm: string
}

/** 公示 of the outcome. */
export type OwnedPublication = { no: string; n: number; on: Day; retractedOn: Day | null }

/** 评价. */
export type OwnedRating = { round: number; score: number; solved: boolean; words: string | null; on: Day }

/** What is due next, and whether the day is past or provisional. */
export type OwnedDue = { code: ClockCode; on: Day; provisional: boolean; overdue: boolean }

/** A clock of a case: `rule` is its row of the law, `stretch` what `whyThisDay` explains. `paused`: time does not count just now. */
export type OwnedClock = {
  code: ClockCode
  rule: number
  startedOn: Day
  dueOn: Day
  provisional: boolean
  metOn: Day | null
  missedOn: Day | null
  closedOn: Day | null
  paused: boolean
  stretch: Stretch
}

/** One case of a submission. `n` is its place in it, 1 or 2: all that an address of its owner needs. */
export type OwnedCase = {
  n: number
  no: string
  type: CaseType
  track: Track
  office: Text
  target: Text | null
  state: CaseState
  version: number
  due: OwnedDue | null
  outcome: Outcome | null
  closedOn: Day | null
  clocks: OwnedClock[]
  events: OwnedEvent[]
  messages: OwnedMessage[]
  decisions: OwnedDecision[]
  documents: OwnedDocument[]
  refunds: OwnedRefund[]
  publications: OwnedPublication[]
  ratings: OwnedRating[]
  /** Until when a review may be asked for; null where it cannot, or no longer. */
  appealBy: Day | null
  may: OwnerAct[]
}

/** One charge as it was filed, with the portal's own verdict of that day. */
export type OwnedCharge = {
  n: number
  name: string
  chargedOn: Day
  amount: string
  quantity: string | null
  unit: string | null
  invoiceNo: string | null
  verdict: string
  expected: string | null
  difference: string | null
}

/** 来件 as its owner sees it: what was sent, and what became of it. */
export type OwnedFiling = {
  receipt: string
  receivedAt: Date
  receivedOn: Day
  capacity: Capacity
  goals: Goal[]
  category: Category
  anonymous: boolean
  consentPublish: boolean
  consentMediation: boolean
  port: string
  area: string | null
  entity: string | null
  entityName: string
  statement: string | null
  charges: OwnedCharge[]
  charged: string
  comparison: Comparison | null
  acknowledgement: string
  cases: OwnedCase[]
}
