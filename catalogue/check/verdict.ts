import type { Amount } from '../amount.ts'
import type { FeeItemCode } from '../codes.ts'
import type { Day } from '../day.ts'
import type { FactName, Facts } from '../facts.ts'
import type { Estimated } from '../price/estimate-line.ts'
import type { Statement } from '../statement.ts'
import type { Charged, InvoiceLine } from './invoice.ts'

/** 比对结果 for one charged line; the portal's comparison, never an official finding. */
export const VERDICTS = [
  'match',
  'overcharged',
  'undercharged',
  'abolished',
  'not_on_list',
  'not_in_force',
  'superseded_rate',
  'matched_as_then_published',
  'unit_mismatch',
  'ambiguous',
  'no_list_filed',
  'cannot_tell',
] as const
export type Verdict = (typeof VERDICTS)[number]

/** How a charged name led to an item: said by a person, its code or name, the operator's own name, an alias, an old name, likeness, or as a part or the whole of what was named. */
export type How = 'said' | 'code' | 'name' | 'own_name' | 'alias' | 'lineage' | 'alike' | 'part'

/** An item a name may mean, how, and how surely (0 to 1, to three decimals). */
export type Candidate = { item: FeeItemCode; how: How; term: string; score: number }

/** What a name means: one item surely, several possibly, or none; `nearest` are shown so that a person may choose. */
export type Matched =
  | { kind: 'item'; match: Candidate; nearest: readonly Candidate[] }
  | { kind: 'ambiguous'; candidates: readonly Candidate[] }
  | { kind: 'none'; nearest: readonly Candidate[] }

/** What the list says of the line at one release: the release, and the price it gives. */
export type Evaluation = { release: number; estimated: Estimated }

/**
 * Why this verdict, as data; views/ says it in words. `ended_on` is the last day on which it held, inclusive; `from` and
 * `until` are a stretch as `Validity` has it, the first day and the first day no longer; `standard` is a statement's id.
 */
export type Reason =
  | {
      code:
        | 'equals'
        | 'within_ceiling'
        | 'within_range'
        | 'above_ceiling'
        | 'above_range'
        | 'differs'
        | 'below_set_price'
        | 'below_range'
    }
  | { code: 'equals_unrounded'; exact: Amount }
  | { code: 'equals_then'; then: number; corrected_in: number }
  | { code: 'equals_other_period'; from: Day; until: Day | null; release: number; standard: string }
  | { code: 'ended'; ended_on: Day; became: readonly FeeItemCode[] }
  | { code: 'begins_later'; begins_on: Day }
  | { code: 'standard_ended'; ended_on: Day }
  | { code: 'no_such_name' }
  | { code: 'entity_does_not_post' }
  | { code: 'no_coverage'; from: Day | null; until: Day | null }
  | { code: 'no_list' }
  | { code: 'several_items' }
  | { code: 'several_lines' }
  | { code: 'unit'; stated: string; units: readonly string[] }
  | { code: 'missing'; facts: readonly FactName[] }
  | { code: 'entity_needed' }
  | { code: 'no_figure'; why: 'at_cost' | 'see_attachment' }
  | { code: 'no_line_fits' }
  | { code: 'credit_line' }
  | { code: 'above_every_line'; most: Amount }

/** What else is to be seen on a bill, beside each line's verdict; `lines` are numbers from 1. */
export type Finding =
  | { code: 'abolished_item'; lines: readonly number[]; item: FeeItemCode; ended_on: Day }
  /** `own` are the lines of the absorbed item (`item`), `lines` these and the lines of the lump sum beside them. */
  | { code: 'security_beside_lumpsum'; lines: readonly number[]; own: readonly number[]; item: FeeItemCode; since: Day }
  | { code: 'above_former_rate'; lines: readonly number[]; ceiling: Amount }
  | { code: 'pass_through_markup'; lines: readonly number[]; item: FeeItemCode; official: Amount; markup: Amount }
  | { code: 'split'; lines: readonly number[]; item: FeeItemCode; charged: Amount; expected: Amount }
  | { code: 'duplicate'; lines: readonly number[]; item: FeeItemCode }
  | { code: 'same_service'; lines: readonly number[]; items: readonly FeeItemCode[] }
  | { code: 'bundled'; lines: readonly number[]; items: readonly FeeItemCode[] }
  | { code: 'arithmetic'; lines: readonly number[]; computed: Amount }
  | { code: 'missing_contents'; lines: readonly number[]; fields: readonly BillField[] }

/** What a bill must at least say, of itself or of a line. */
export type BillField = 'number' | 'seller' | 'entity' | 'quantity' | 'unit' | 'unit_price'

/**
 * One line, compared. `difference` is charged less expected; `then` is what was published when it was charged. `limit` is
 * the most that government lets it be, where it sets that and it could be worked out.
 */
export type CheckedLine = {
  n: number
  line: InvoiceLine
  on: Day
  matched: Matched
  item: FeeItemCode | null
  verdict: Verdict
  expected: { low: Amount; high: Amount } | null
  difference: Charged | null
  ceiling: boolean
  limit: Amount | null
  standard: Statement<'standard'> | null
  then: Evaluation | null
  head: Evaluation | null
  reason: Reason
  /** Facts that were read from the name or unit and not stated apart. */
  read: Facts
}

/** 比对汇总: how many lines of each verdict, what was charged, expected and over, and what could not be compared. */
export type CheckSummary = {
  lines: number
  verdicts: Partial<Record<Verdict, number>>
  charged: Charged
  /** Of the lines with a figure to compare: charged, expected at most, and the sum of what is over. */
  compared: { lines: number; charged: Charged; expected: Amount; over: Amount }
}

export type CheckedInvoice = { lines: readonly CheckedLine[]; findings: readonly Finding[]; summary: CheckSummary }
