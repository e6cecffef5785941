import type { Decimal } from 'decimal.js'
import type { Amount } from '../amount.ts'
import type { Facts } from '../facts.ts'
import { exact, ONE, said } from './exact.ts'
import { numberOf } from './known.ts'
import type { StepArgs } from './step.ts'

export type Period = 'day' | 'hour'

/** 计费期数: how many periods are billed, what they were counted from, and whether the line's quantity was what was counted. */
export type Counted = { told: StepArgs['periods']; given: Decimal; count: Decimal; spent: boolean }

const DAY = exact(24)
const HALF = exact('0.5')

/** Periods billed: by the fact of the same name, else by the other one (24 hours a day), else by the line's quantity. */
export function periodsOf(period: Period, facts: Facts, half: boolean, quantity: Amount | null): Counted | undefined {
  const [hours, days] = [numberOf(facts, 'hours'), numberOf(facts, 'days')]
  const counted = (fact: 'hours' | 'days', given: Decimal, periods: Decimal, spent = false): Counted => ({
    told: { period, fact, given: said(given), half: half && period === 'hour' },
    given: periods,
    count: half && period === 'hour' ? byHalf(periods) : periods.ceil(),
    spent,
  })
  if (period === 'day' && days) return counted('days', days, days)
  if (hours) return counted('hours', hours, period === 'day' ? hours.div(DAY) : hours)
  if (days) return counted('days', days, days.times(DAY))
  if (quantity === null) return undefined
  return counted(period === 'day' ? 'days' : 'hours', exact(quantity), exact(quantity), true)
}

/** 不足1小时按1小时; beyond it a remainder up to half an hour is half an hour, more is one. */
function byHalf(hours: Decimal): Decimal {
  if (hours.lt(ONE)) return ONE
  const whole = hours.floor()
  const rest = hours.minus(whole)
  return rest.isZero() ? whole : whole.plus(rest.gt(HALF) ? ONE : HALF)
}
