import type { Rate, SingleRate } from '../../catalogue/rate/rate.ts'
import type { Unit } from '../../catalogue/unit.ts'
import { amountText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { type ItemNames, perPeriodUnit, priceInWords, priceLine } from './price.ts'
import { tierSteps } from './tiers.ts'

/** One tier, stretch of time or part of a rate, and what it costs. */
export type RateStep = { label: string; value: string }

/** What a rate is made of, a line each; empty when the price alone says all. */
export function stepsOf(rate: Rate, unit: Unit, t: Translate, nameOf: ItemNames): RateStep[] {
  if (rate.form === 'sum')
    return rate.parts.flatMap(({ name, rate }) => [
      { label: name, value: priceInWords({ rate, unit }, t, nameOf).main },
      ...stepsOf(rate, unit, t, nameOf).map(({ label, value }) => ({ label: `${name} · ${label}`, value })),
    ])
  const steps = rate.form === 'tiered' ? tiers(rate, unit, t) : rate.form === 'per_period' ? periods(rate, unit, t) : []
  return steps.length > 1 ? steps : []
}

const tiers = (rate: SingleRate & { form: 'tiered' }, unit: Unit, t: Translate): RateStep[] =>
  tierSteps(rate, t).map(({ label, amount }) => ({ label, value: priceLine(amountText(amount), t.words.unit[unit]) }))

function periods(rate: SingleRate & { form: 'per_period' }, unit: Unit, t: Translate): RateStep[] {
  const [upTo, one, onwards] = rate.period === 'day' ? DAYS : HOURS
  const label = (from: number, to: number | undefined) =>
    to === undefined ? t(onwards, { from }) : from === to ? t(one, { from }) : t(upTo, { from, to })
  const whole = perPeriodUnit(rate, unit, t)
  const priced = rate.steps.map(({ from, amount }, n) => {
    const next = rate.steps[n + 1]
    return { label: label(from, next && next.from - 1), value: priceLine(amountText(amount), whole) }
  })
  return rate.free > 0 ? [{ label: label(1, rate.free), value: t.words.rate.free }, ...priced] : priced
}

const DAYS = ['rate.stepDays', 'rate.stepDay', 'rate.stepDaysOn'] as const
const HOURS = ['rate.stepHours', 'rate.stepHour', 'rate.stepHoursOn'] as const
