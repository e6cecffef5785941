import type { Amount } from './amount.ts'
import type { FeeItemCode } from './codes.ts'
import type { FeeStandard } from './fee-standard.ts'
import { byBox, limited, multiplied, repeated, surcharged } from './price/charged.ts'
import { type Money, yuan } from './price/exact.ts'
import { withMeasure } from './price/known.ts'
import { measure } from './price/measure.ts'
import type { Outcome } from './price/outcome.ts'
import { rated } from './price/rated.ts'
import { rounded } from './price/rounded.ts'
import type { Asked, Working } from './price/working.ts'

/**
 * 计价: what a standard comes to for these facts and this quantity, with every step. The one formula: billing quantity →
 * rate → box volume → factors → surcharges → floor and cap (before the surcharges where the terms say so) → number of
 * services → rounding and minimum. `of` prices the item that a percentage is taken of. Money is text with two decimals.
 */
export function price(standard: FeeStandard, asked: Asked, of: (item: FeeItemCode) => Outcome): Outcome {
  const work = begin(standard, { ...asked, facts: withMeasure(asked.facts) }, of)
  const base = multiplied(work, byBox(work, rated(work)))
  const charged = standard.terms.limits_before_surcharges
    ? surcharged(work, limited(work, base))
    : limited(work, surcharged(work, base))
  return outcomeOf(work, rounded(work, repeated(work, charged, servicesOf(standard, work.asked))))
}

/** How many such services a line asks for; null where its quantity counts the units, or is that of the item a percentage is taken of. */
export const servicesOf = (standard: FeeStandard, asked: Asked): Amount | null =>
  asked.quantity === null || standard.rate.form === 'percent_of' || measure(standard, asked).spent
    ? null
    : asked.quantity

const begin = (standard: FeeStandard, asked: Asked, of: (item: FeeItemCode) => Outcome): Working => ({
  standard,
  asked,
  of,
  steps: [],
  missing: [],
  stopped: false,
  why: null,
})

function outcomeOf({ why, stopped, missing, steps }: Working, { low, high }: Money): Outcome {
  if (why !== null) return { kind: 'no_figure', why, steps: [] }
  if (stopped) return { kind: 'cannot_tell', missing, steps }
  return { kind: 'priced', low: yuan(low), high: yuan(high), steps }
}
