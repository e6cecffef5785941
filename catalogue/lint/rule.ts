import type { Day } from '../day.ts'
import type { Live } from '../live.ts'
import type { Line, LineFault } from '../release.ts'
import type { SubjectKind } from '../subject.ts'
import type { RuleCode } from './codes.ts'

/** An error blocks; a warning must be accepted by the reviewer; a note informs. */
export type Severity = 'error' | 'warning' | 'note'

/** The clause a rule rests on. A rule without one is at most a warning. */
export type RuleSource = { document: string; clause: string; excerpt: string | null }

/** One thing a rule found: the lines of the set (from 1) or the subjects of the live list that it names. */
export type Finding = {
  rule: string
  severity: Severity
  /** Lines of the change set, from 1; empty where the finding is about what is already published. */
  lines: number[]
  subjects: { kind: SubjectKind; key: string }[]
  field: string | null
  /** What the sentence is filled with: `{ amount: '8.00', ceiling: '7.00' }`. */
  values: Record<string, string>
  /** Which sentence of the rule, where it has several: words are found as `<rule>` or `<rule>-<case>`. */
  case: string | null
}

/** A rule that could not run, and why: never silently green. */
export type Skipped = { rule: string; because: string; values: Record<string, string> }

/**
 * What a rule is given: the list before and as if published, and the lines between; no lines for the live list. Lines
 * with `faults` could not be published at all: they are not in `after`, and only what is wrong with them is told.
 */
export type Linted = {
  on: 'set' | 'live'
  before: Live
  after: Live
  lines: readonly Line[]
  faults: readonly LineFault[]
  settings: LintSettings
}

/** `today` is the day of publication; `approvedBase` the newest release when the set was approved, where it was. */
export type LintSettings = { today: Day; noticeDays: number; reviewMonths: number; approvedBase?: number | null }

export type Rule = {
  code: RuleCode
  severity: Severity
  source: RuleSource | null
  /** On a set of lines, on the live list, or on both. */
  on: readonly ('set' | 'live')[]
  find: (given: Linted) => (Finding | Skipped)[]
}

/** Everything that was found, and what could not be looked at. */
export type LintReport = { release: number; ran: string[]; findings: Finding[]; skipped: Skipped[] }
