import { Decimal } from 'decimal.js'
import type { Terms } from '../fee-standard.ts'
import { each, exact, type Money, said } from './exact.ts'
import { tell, type Working } from './working.ts'

const WAYS = {
  half_up: Decimal.ROUND_HALF_UP,
  up: Decimal.ROUND_UP,
  down: Decimal.ROUND_DOWN,
} as const

type Rule = Pick<NonNullable<Terms['rounding']>, 'decimals' | 'mode'>
const TO_THE_FEN: Rule = { decimals: 2, mode: 'half_up' }

/** 进整: each line to the decimals its terms say (a bill has no less than a fen), and then at least the minimum if anything is due. */
export function rounded(work: Working, price: Money): Money {
  const { rounding } = work.standard.terms
  const whole = toDecimals(work, price, rounding ?? TO_THE_FEN)
  if (!rounding?.minimum || whole.low.gte(exact(rounding.minimum))) return whole
  const least = exact(rounding.minimum).toDecimalPlaces(2, Decimal.ROUND_UP)
  const atLeast = (figure: Decimal, due: Decimal) => (due.isZero() ? figure : Decimal.max(figure, least))
  const low = atLeast(whole.low, price.low)
  const raised = { low, high: whole.high === whole.low ? low : atLeast(whole.high, price.high) }
  if (raised.low.eq(whole.low) && raised.high.eq(whole.high)) return whole
  tell(work, { rule: 'least', args: { given: said(whole.low) } }, raised)
  return raised
}

/** Where a quotient does not end it is cut off far out; this brings 55.4999… back to the 55.5 that it is. */
const settled = (price: Money): Money => each(price, (figure) => figure.toDecimalPlaces(80))

function toDecimals(work: Working, given: Money, { decimals, mode }: Rule): Money {
  const places = Math.min(decimals, 2)
  if (given.low.decimalPlaces() <= places && given.high.decimalPlaces() <= places) return given
  const price = settled(given)
  const result = each(price, (figure) => figure.toDecimalPlaces(places, WAYS[mode]))
  if (result.low.eq(price.low) && result.high.eq(price.high)) return price
  tell(work, { rule: 'rounding', args: { decimals: places, mode, given: said(price.low) } }, result)
  return result
}
