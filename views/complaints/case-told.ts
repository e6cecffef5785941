import type { Mark } from '../../catalogue/basis.ts'
import type { Verdict } from '../../catalogue/check/verdict.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Text } from '../../catalogue/text.ts'
import type { CaseState, Proposed, Step } from '../../complaints/case.ts'
import type { Comparison } from '../../complaints/comparison.ts'
import type { EventKind } from '../../complaints/events.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { Actor, CaseType, Category, ContactFieldName, Outcome, Track } from '../../complaints/words.ts'

import type { ClockTold as Reckoned } from './clock-days.ts'
import type { fileLines } from './files.ts'

export type Named = { id: number; name: string }

/** 案件: a case as its page tells it, words opened that its reader may read. */
export type CaseTold = {
  no: string
  receipt: string
  type: CaseType
  track: Track
  state: CaseState
  version: number
  office: Text
  target: Text | null
  assignee: Named | null
  /** Does its reader work for the office that has it, and for the one it is on its way to? */
  theirs: { office: boolean; target: boolean }
  anonymous: boolean
  hold: boolean
  purged: Day | null
  outcome: Outcome | null
  received: { at: Date; on: Day; channel: 'web' | 'api' }
  asked: CaseAsked
  charges: readonly ChargeTold[]
  comparison: Comparison | null
  statement: string | null
  events: readonly EventTold[]
  /** The first event at which the chain breaks; null when it holds. */
  broken: number | null
  notes: readonly { by: string; at: Date; words: string | null }[]
  messages: readonly MessageTold[]
  clocks: readonly ClockTold[]
  proposals: readonly ProposalTold[]
  /** What was written when something was asked to be signed, and when it was declined. */
  askings: readonly { id: number; words: string | null; why: string | null }[]
  ratings: readonly { score: number; solved: boolean; words: string | null; at: Date }[]
  contacts: readonly ContactFieldName[]
  /** May the asker open them now? With a report that another must have signed. */
  revealed: boolean
  /** May the asker make a new lookup code now, another having signed it? */
  codeSigned: boolean
  documents: readonly { id: number; form: string; number: string; by: string; at: Date; delivered: Day | null }[]
  decisions: readonly DecisionTold[]
  refunds: readonly RefundTold[]
  replies: readonly { on: Day; words: string | null }[]
  links: readonly { id: number; no: string; kind: 'duplicate' | 'related' }[]
  cluster: { id: number; title: string; cases: number } | null
  /** The other case of the same filing, where its reader may see it. */
  twin: string | null
  files: readonly FileTold[]
  next: readonly NextTold[]
  looking: readonly string[]
}

/** What was asked for, by whom and where. */
export type CaseAsked = {
  capacity: string
  goals: readonly string[]
  category: Category
  dailyLife: boolean
  consents: { publish: boolean; mediation: boolean }
  port: string
  area: string | null
  entity: string | null
  entityName: string
  charged: string
  release: number
}
export type ChargeTold = {
  n: number
  name: string
  on: Day
  amount: string
  quantity: string | null
  unit: string | null
  invoice: string | null
  item: string | null
  verdict: Verdict
  expected: string | null
  difference: string | null
}
export type EventTold = {
  seq: number
  kind: EventKind
  at: Date
  actor: Actor
  by: string | null
  shown: boolean
  to: CaseState | null
  payload: Record<string, unknown>
}
export type MessageTold = {
  id: number
  sender: 'complainant' | 'desk'
  by: string | null
  at: Date
  words: string | null
  asks: boolean
  read: Date | null
}
export type ClockTold = {
  code: ClockCode
  due: Day
  provisional: boolean
  met: Day | null
  missed: Day | null
  closed: Day | null
  paused: boolean
  /** Working days to its last day, or (below nothing) since it; `over` once that day is past. */
  left: number
  over: boolean
  why: Reckoned
}
export type ProposalTold = {
  id: number
  step: Proposed
  by: Named
  at: Date
  words: string | null
  payload: Record<string, unknown>
}
export type DecisionTold = {
  n: number
  outcome: Outcome
  words: string | null
  findings: readonly { charge: string; violation: Text | null }[]
  refund: string | null
  drafted: string
  signed: string
  at: Date
}
export type RefundTold = {
  id: number
  amount: string
  ordered: Day
  due: Day
  basis: string
  paid: string
  confirmed: string
  unclaimed: string
  outstanding: string
  late: boolean
  entries: readonly { kind: 'paid' | 'confirmed' | 'unclaimed'; amount: string; on: Day; by: string | null }[]
}
/** 附件 as its lists show it; with which message it went. */
export type FileTold = Parameters<typeof fileLines>[0][number] & { messageId: number | null }
export type NextTold = {
  step: Step
  signed: 'supervisor' | 'publisher' | null
  article: { document: string; article: string; mark: Mark } | null
}
