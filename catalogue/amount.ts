import { Decimal } from 'decimal.js'
import { z } from 'zod'

const AMOUNT = /^(0|[1-9]\d{0,11})(\.\d{1,8})?$/

/** Is it written as an amount is? */
export const isAmount = (text: string): boolean => AMOUNT.test(text)

/** An exact decimal as the notice prints it, `0.405`: text all the way to the page, never a float, never negative. */
export const Amount = z
  .string()
  .regex(AMOUNT, { error: 'not-an-amount' })
  .meta({ description: 'Exact decimal, not negative', examples: ['0.405'] })
export type Amount = z.infer<typeof Amount>

/** −1, 0 or 1 as `a` is below, equal to or above `b`. */
export const compareAmounts = (a: Amount, b: Amount): number => new Decimal(a).comparedTo(new Decimal(b))

/** The exact product, without trailing zeros. */
export const times = (a: Amount, b: Amount): Amount => new Decimal(a).times(b).toFixed()

/** The exact sum, without trailing zeros. */
export const plus = (a: Amount, b: Amount): Amount => new Decimal(a).plus(b).toFixed()
