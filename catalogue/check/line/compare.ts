import { Decimal } from 'decimal.js'
import type { Amount } from '../../amount.ts'
import type { Pricing } from '../../fee-item.ts'
import type { Charged } from '../invoice.ts'
import type { Reason } from '../verdict.ts'
import type { Figure } from './figure.ts'

/** A charge beside a figure: as it should be, over or under, and why. */
export type Compared = { verdict: 'match' | 'overcharged' | 'undercharged'; reason: Reason }

/** Compares a charge with the figure of one price. A ceiling and a range leave room; a set price leaves none. */
export function compare(charged: Charged, figure: Figure, pricing: Pricing): Compared {
  const paid = new Decimal(charged)
  const [low, high] = [new Decimal(figure.low), new Decimal(figure.high)]
  if (paid.equals(low) && low.equals(high)) return { verdict: 'match', reason: { code: 'equals' } }
  if (figure.exact !== null && equals(paid, figure.exact))
    return { verdict: 'match', reason: { code: 'equals_unrounded', exact: figure.exact } }
  if (figure.ceiling) return underCeiling(paid, high)
  return low.equals(high) ? besideOne(paid, high, figure, pricing) : besideRange(paid, low, high)
}

/** Is it a figure that was not rounded, exactly or to the fen, as a bill prints it? */
export const equals = (paid: Decimal, exact: Amount): boolean =>
  paid.equals(exact) || paid.equals(new Decimal(exact).toDecimalPlaces(2, Decimal.ROUND_HALF_UP))

const underCeiling = (paid: Decimal, high: Decimal): Compared =>
  paid.lessThanOrEqualTo(high)
    ? { verdict: 'match', reason: { code: 'within_ceiling' } }
    : { verdict: 'overcharged', reason: { code: 'above_ceiling' } }

function besideOne(paid: Decimal, figure: Decimal, { standard }: Figure, pricing: Pricing): Compared {
  if (paid.greaterThan(figure)) return { verdict: 'overcharged', reason: { code: 'differs' } }
  const set = pricing === 'gov_set' && standard.payload!.entity === null
  return { verdict: 'undercharged', reason: { code: set ? 'below_set_price' : 'differs' } }
}

function besideRange(paid: Decimal, low: Decimal, high: Decimal): Compared {
  if (paid.greaterThan(high)) return { verdict: 'overcharged', reason: { code: 'above_range' } }
  return paid.lessThan(low)
    ? { verdict: 'undercharged', reason: { code: 'below_range' } }
    : { verdict: 'match', reason: { code: 'within_range' } }
}
