import { Decimal } from 'decimal.js'
import type { Amount } from '../amount.ts'

/** Decimals so long that no product of a tariff is ever cut short; a quotient is, after 120 digits. */
const Exact = Decimal.clone({ precision: 120, rounding: Decimal.ROUND_HALF_UP })

/** Amounts as they were read before: the same tariffs are reckoned with again and again, and a decimal never changes. */
const read = new Map<Amount | number, Decimal>()
const MOST = 4000

/** A published amount or a said number as a decimal to reckon with. */
export function exact(amount: Amount | number): Decimal {
  const known = read.get(amount)
  if (known !== undefined) return known
  if (read.size >= MOST) read.clear()
  const decimal = new Exact(amount)
  read.set(amount, decimal)
  return decimal
}

export const ZERO = exact(0)
export const ONE = exact(1)
export const HUNDRED = exact(100)

/** The text of a decimal as a trace says it: no exponent, no trailing zeros, eight decimals at most. */
export const said = (value: Decimal): Amount => (value.decimalPlaces() > 8 ? value.toDecimalPlaces(8) : value).toFixed()

/** 元角分: the text of a bill's amount, always with two decimals. */
export const yuan = (value: Decimal): Amount => value.toFixed(2)

/** From `low` to `high` yuan; the very same decimal twice where it is one figure. */
export type Money = { low: Decimal; high: Decimal }

export const one = (figure: Decimal): Money => ({ low: figure, high: figure })

/** The same done to both ends. */
export function each({ low, high }: Money, done: (figure: Decimal) => Decimal): Money {
  const lowest = done(low)
  return { low: lowest, high: high === low ? lowest : done(high) }
}

export function sum(all: readonly Money[]): Money {
  if (all.length === 1) return all[0]!
  const low = all.reduce((total, each) => total.plus(each.low), ZERO)
  return all.every((each) => each.low === each.high)
    ? one(low)
    : { low, high: all.reduce((total, each) => total.plus(each.high), ZERO) }
}
