import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Text } from '../../catalogue/text.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { NotTogether } from '../../complaints/cluster.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { CaseType, Outcome } from '../../complaints/words.ts'

/** A case of a cluster as its page is told it; `why` it cannot be decided with the others, `left` in working days. */
export type MemberTold = {
  no: string
  receipt: string
  version: number
  type: CaseType
  state: CaseState
  received_on: Day
  due_on: Day | null
  due_code: ClockCode | null
  due_provisional: boolean | null
  closed: boolean
  left: number | null
  why: NotTogether | null
}

/** A decision that waits to be signed in one case; those of one `key` are the same decision. */
export type WaitingTold = {
  id: number
  no: string
  key: string
  by: { id: number; name: string }
  at: Date
  outcome: Outcome
  violations: readonly string[]
  ground: string | null
  refund: string | null
  words: string | null
}

/** 并案 as its page tells it. */
export type ClusterTold = {
  id: number
  title: string
  entity: string
  item: string
  from: Day
  until: Day
  office: Text
  members: readonly MemberTold[]
  waiting: readonly WaitingTold[]
  reference: Reference
  today: Day
}
