import type { Decimal } from 'decimal.js'
import type { Rate, SingleRate } from '../rate/rate.ts'
import { billingQuantity, periods } from './billing-quantity.ts'
import { each, exact, HUNDRED, type Money, one, said, ZERO } from './exact.ts'
import { added, marginal, slab } from './tiers.ts'
import { lack, tell, type Working } from './working.ts'

type Form<F extends Rate['form']> = Extract<Rate, { form: F }>

/** What the rate alone comes to: the billing quantity, priced in the form the list gives. */
export function rated(work: Working): Money {
  const { rate } = work.standard
  const parts = rate.form === 'sum' ? rate.parts : [{ name: '', rate }]
  const none = parts.find((part) => part.rate.form === 'at_cost' || part.rate.form === 'see_attachment')
  if (none) return noFigure(work, none.rate.form as 'at_cost' | 'see_attachment')
  const quantity = parts.some((part) => part.rate.form !== 'percent_of') ? billingQuantity(work) : ZERO
  if (rate.form !== 'sum') return single(work, rate, quantity)
  return added(
    work,
    rate.parts.map((part) => {
      const price = single(work, part.rate, quantity)
      tell(work, { rule: 'part', args: { name: part.name } }, price)
      return price
    }),
  )
}

function single(work: Working, rate: SingleRate, quantity: Decimal): Money {
  switch (rate.form) {
    case 'fixed':
      return fixed(work, rate, quantity)
    case 'range':
      return ranging(work, rate, quantity)
    case 'tiered':
      return rate.mode === 'marginal' ? marginal(work, rate, quantity) : slab(work, rate, quantity)
    case 'per_period':
      return byPeriod(work, rate, quantity)
    case 'percent_of':
      return percentOf(work, rate)
    default:
      return noFigure(work, rate.form)
  }
}

function fixed(work: Working, { amount }: Form<'fixed'>, quantity: Decimal): Money {
  const price = one(quantity.times(exact(amount)))
  const args = { unit: work.standard.unit, amount, quantity: said(quantity) }
  tell(work, { rule: 'unit_price', args }, price)
  return price
}

function ranging(work: Working, { low, high }: Form<'range'>, quantity: Decimal): Money {
  const price = { low: quantity.times(exact(low)), high: quantity.times(exact(high)) }
  const args = { unit: work.standard.unit, low, high, quantity: said(quantity) }
  tell(work, { rule: 'range', args }, price)
  return price
}

/** 按期计费: periods 1 to `free` cost nothing, each later one its step's amount, for every unit. */
function byPeriod(work: Working, { period, free, steps }: Form<'per_period'>, quantity: Decimal): Money {
  const last = periods(work, period)
  if (free > 0) tell(work, { rule: 'free', args: { period, free: String(free) } }, ZERO)
  const prices: Money[] = []
  for (const [n, { from, amount }] of steps.entries()) {
    const next = steps[n + 1]
    const to = next ? next.from - 1 : null
    const count = (to === null || last.lt(to) ? last : exact(to)).minus(from - 1)
    if (count.lte(0)) break
    const price = one(count.times(exact(amount)).times(quantity))
    const span = { period, from: String(from), to: to === null ? null : String(to), count: said(count), amount }
    const args = { ...span, quantity: said(quantity), unit: work.standard.unit }
    tell(work, { rule: 'period_step', args }, price)
    prices.push(price)
  }
  return added(work, prices)
}

/** 按比例: of what the other item comes to for the same facts. */
function percentOf(work: Working, { item, percent }: Form<'percent_of'>): Money {
  const other = work.of(item)
  if (other.kind === 'no_figure') return noFigure(work, other.why)
  if (other.kind === 'cannot_tell') {
    lack(work, other.missing)
    return one(ZERO)
  }
  const of = other.low === other.high ? one(exact(other.low)) : { low: exact(other.low), high: exact(other.high) }
  const price = each(of, (figure) => figure.times(exact(percent)).div(HUNDRED))
  tell(work, { rule: 'percent_of', args: { item, percent, of: other.low } }, price)
  return price
}

function noFigure(work: Working, why: 'at_cost' | 'see_attachment'): Money {
  work.why ??= why
  return one(ZERO)
}
