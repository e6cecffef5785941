import type { Day } from '../../catalogue/day.ts'
import type { CaseState } from '../case.ts'
import type { CaseType, Outcome, Track } from '../words.ts'

/** The complainant as far as a form names him; `sealed` where his identity stays closed, `anonymous` where he gave none. */
export type Party =
  | { kind: 'open'; name: string | null; company: string | null; phone: string | null; address: string | null }
  | { kind: 'sealed' }
  | { kind: 'anonymous' }

/** What a decision found, in words. */
export type Decided = { outcome: Outcome; says: string; violations: string[]; refund: string | null; on: Day }

/** 文书所据: what forms are composed of, in words where people read it; nothing of it is looked up or guessed later. */
export type DocumentFacts = {
  no: string
  receipt: string
  type: CaseType
  track: Track
  state: CaseState
  receivedOn: Day
  today: Day
  /** The day on which the case was accepted, or filed; null where it was not. */
  acceptedOn: Day | null
  filedOn: Day | null
  office: string
  target: string | null
  party: Party
  respondent: { name: string; code: string | null; place: string }
  category: string
  goals: string
  charged: string
  charges: readonly string[]
  files: number
  consents: { publish: boolean; mediation: boolean }
  refusal: string | null
  decided: Decided | null
  refund: { amount: string; dueOn: Day } | null
  /** The term of mediation and of an appeal, as the law of its day says them. */
  says: { mediate: string | null; appeal: string | null }
}
