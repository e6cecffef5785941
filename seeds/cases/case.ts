import type { Step } from '../../complaints/case.ts'
import type { NewComplaint } from '../../complaints/submission.ts'

/** Who of the demonstration's staff does something. */
export type Worker = 'handler' | 'supervisor' | 'handler2' | 'porthandler' | 'portsupervisor' | 'casepublisher'

/**
 * 一步: what was done when, on the first or second case of a filing. A step that needs two people is asked for by `by` and
 * signed by `signed` an hour later, where that is given.
 */
export type Act = { at: string; on?: 1 | 2 } & (
  | { by: Worker; step: Step; input?: Record<string, unknown>; words?: string; signed?: Worker }
  | { by: Worker; note: string }
  | { by: Worker; message: string; asks?: boolean; tells?: boolean }
  | { by: Worker; reply: string }
  | { by: Worker; refund: 'paid' | 'confirmed' | 'unclaimed'; amount: string }
  | { by: Worker; publish: Outcome; signed: Worker }
  | { owner: 'message' | 'supplement' | 'not_solved'; words: string }
  | { owner: 'rate'; score: number; solved: boolean; words: string }
  | { owner: 'confirm' }
  | { owner: 'withdraw' }
)

/** What the public is told of a case, in both languages, and the respondent's reply beside it, as it came. */
export type Outcome = { zh: string; en: string; reply?: string }

/** 示例案件: what was filed, under which key, and what became of it. All of it is invented. */
export type DemoCase = { key: string; at: string; filing: NewComplaint; acts: readonly Act[] }
