import { type Amount, compareAmounts, plus } from '../../catalogue/amount.ts'
import type { Rate, SingleRate } from '../../catalogue/rate/rate.ts'

/** The figures of a rate as columns: `amount` where it is one sum of money for every unit, else its least and most. */
export type Figures = { amount: Amount | ''; low: Amount | ''; high: Amount | '' }

/** Percentages, 实报实销 and 详见附件 name no sum of money, so their figures are empty. */
export function figuresOf(rate: Rate): Figures {
  const amounts = rate.form === 'sum' ? totalOf(rate.parts.map((part) => part.rate)) : amountsOf(rate)
  const sorted = amounts.toSorted(compareAmounts)
  const [low, high] = [sorted[0], sorted.at(-1)]
  if (low === undefined || high === undefined) return NONE
  return compareAmounts(low, high) === 0 ? { amount: low, low: '', high: '' } : { amount: '', low, high }
}

const NONE: Figures = { amount: '', low: '', high: '' }

/** Parts that are all fixed are charged together as one sum; any other part leaves the total open. */
const totalOf = (parts: readonly SingleRate[]): Amount[] => {
  const fixed = parts.flatMap((part) => (part.form === 'fixed' ? [part.amount] : []))
  return fixed.length === parts.length ? [fixed.reduce(plus)] : []
}

function amountsOf(rate: SingleRate): Amount[] {
  switch (rate.form) {
    case 'fixed':
      return [rate.amount]
    case 'range':
      return [rate.low, rate.high]
    case 'tiered':
      return rate.tiers.map(({ amount }) => amount)
    case 'per_period':
      return rate.steps.map(({ amount }) => amount)
    default:
      return []
  }
}
