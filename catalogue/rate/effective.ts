import { type Amount, plus, times } from '../amount.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { SingleRate } from './rate.ts'

/**
 * A rate as it is charged whatever the case: parts of fixed amounts added up, factors without a condition worked in.
 * Null where that gives no one rate.
 */
export function effective({ rate, terms }: FeeStandard): SingleRate | null {
  const single = rate.form === 'sum' ? totalOf(rate.parts) : rate
  if (single === null) return null
  const always = terms.multipliers.filter(({ when }) => Object.keys(when).length === 0)
  return always.reduce((scaled, { factor }) => scaledBy(scaled, factor), single)
}

function totalOf(parts: readonly { rate: SingleRate }[]): SingleRate | null {
  const amounts = parts.flatMap(({ rate }) => (rate.form === 'fixed' ? [rate.amount] : []))
  return amounts.length === parts.length ? { form: 'fixed', amount: amounts.reduce(plus) } : null
}

function scaledBy(rate: SingleRate, factor: Amount): SingleRate {
  const scale = <S extends { amount: Amount }>(step: S): S => ({ ...step, amount: times(step.amount, factor) })
  switch (rate.form) {
    case 'fixed':
      return scale(rate)
    case 'range':
      return { ...rate, low: times(rate.low, factor), high: times(rate.high, factor) }
    case 'tiered':
      return { ...rate, tiers: rate.tiers.map(scale) }
    case 'per_period':
      return { ...rate, steps: rate.steps.map(scale) }
    case 'percent_of':
      return { ...rate, percent: times(rate.percent, factor) }
    default:
      return rate
  }
}
