import { Decimal } from 'decimal.js'
import type { Found } from '../findings.ts'
import type { CheckedLine, Finding } from '../verdict.ts'

/** 算术不符: quantity times unit price is not the amount, nor what rounding or the rules of the price make of it. */
export const arithmetic = ({ checked }: Found): Finding[] =>
  checked.flatMap((line) => {
    const computed = productOf(line)
    return computed === null || agrees(line, computed)
      ? []
      : [{ code: 'arithmetic', lines: [line.n], computed: computed.toFixed() } as const]
  })

function productOf({ line: { quantity, unit_price } }: CheckedLine): Decimal | null {
  return quantity === undefined || unit_price === undefined ? null : new Decimal(quantity).times(unit_price)
}

/** A minimum or a tier makes another figure than quantity times price, and the right one. */
const agrees = ({ line, verdict, standard }: CheckedLine, computed: Decimal): boolean => {
  const apart = computed.minus(line.amount).abs()
  const rounding = standard?.payload?.terms.rounding
  const rounded = rounding ? computed.toDecimalPlaces(rounding.decimals, MODES[rounding.mode]) : computed
  return apart.lessThanOrEqualTo('0.01') || rounded.equals(line.amount) || verdict === 'match'
}

const MODES = { half_up: Decimal.ROUND_HALF_UP, up: Decimal.ROUND_UP, down: Decimal.ROUND_DOWN } as const
