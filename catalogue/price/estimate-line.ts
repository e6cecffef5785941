import { z } from 'zod'
import { Amount } from '../amount.ts'
import { CreditCode, FeeItemCode } from '../codes.ts'
import { Day } from '../day.ts'
import { Facts } from '../facts.ts'
import type { Statement } from '../statement.ts'
import type { Validity } from '../validity.ts'
import type { Outcome } from './outcome.ts'

/** The name of a price line within its item and place: `foreign-laden-20`. */
export const LineName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-line' })
  .max(80)

/**
 * One thing to be priced: an item, how many, what is known of it; by an entity's posted price where one is named. Where
 * a list tells several prices apart only by their label, `line` names the one that is meant.
 */
export const EstimateLine = z.strictObject({
  item: FeeItemCode,
  entity: CreditCode.optional(),
  quantity: Amount.optional(),
  facts: Facts.default({}),
  line: LineName.optional(),
  on: Day.optional(),
})
export type EstimateLine = z.infer<typeof EstimateLine>

/** Why a line has no figure, besides missing facts. */
export type EstimateReason =
  | 'missing'
  | 'at_cost'
  | 'see_attachment'
  /** 清单有此项目，但没有一行适合所述情形. */
  | 'no_line_fits'
  /** More than one line fits as well as another. */
  | 'several_fit'
  /** The entity does not post this item. */
  | 'not_posted'
  /** No list is held for that day. */
  | 'no_data'

/** A line's answer: one of the four statuses of the contract, the standards it rests on, and its price with steps. */
export type Estimated = {
  line: EstimateLine
  on: Day
  status: 'computed' | 'not_in_force' | 'abolished' | 'cannot_tell'
  reason: EstimateReason | null
  missing: readonly string[]
  outcome: Outcome | null
  /** The published figure is an upper limit. */
  ceiling: boolean
  /** The standard that gives the price, then those added to it. */
  standards: readonly Statement<'standard'>[]
  /** When what is not in force was: the item, or its prices at the port. Empty otherwise. */
  periods: readonly Validity[]
  /** The lines that fit equally, where several do. */
  candidates: readonly Statement<'standard'>[]
}
