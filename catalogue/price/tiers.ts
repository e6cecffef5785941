import type { Decimal } from 'decimal.js'
import type { Rate } from '../rate/rate.ts'
import { exact, type Money, one, said, sum } from './exact.ts'
import { numberOf } from './known.ts'
import { countingFact, measure } from './measure.ts'
import { lack, tell, type Working } from './working.ts'

type Tiered = Extract<Rate, { form: 'tiered' }>

/** 分档累进: each part of the quantity at its own tier's amount. */
export function marginal(work: Working, { fact, tiers }: Tiered, quantity: Decimal): Money {
  const prices: Money[] = []
  for (const [n, { over, amount }] of tiers.entries()) {
    if (n > 0 && quantity.lte(exact(over))) break
    const to = tiers[n + 1]?.over ?? null
    const part = (to === null || quantity.lt(to) ? quantity : exact(to)).minus(exact(over))
    const price = one(part.times(exact(amount)))
    tell(work, { rule: 'tier', args: { fact, over, to, part: said(part), amount } }, price)
    prices.push(price)
  }
  return added(work, prices)
}

/** 分档全额: the tier the fact falls in gives the amount for every unit. */
export function slab(work: Working, { fact, tiers }: Tiered, quantity: Decimal): Money {
  const { standard } = work
  const value = numberOf(work.asked.facts, fact) ?? (fact === countingFact(standard) ? stoodIn(work) : undefined)
  if (!value) lack(work, [fact])
  const n = tiers.findLastIndex(({ over }, at) => at === 0 || value?.gt(exact(over)))
  const { over, amount } = tiers[n]!
  const price = one(quantity.times(exact(amount)))
  const given = { fact, given: value ? said(value) : '', over, to: tiers[n + 1]?.over ?? null, amount }
  tell(work, { rule: 'slab', args: { ...given, quantity: said(quantity), unit: standard.unit } }, price)
  return price
}

/** What several tiers, steps or parts come to, told where there are several. */
export function added(work: Working, prices: readonly Money[]): Money {
  const total = sum(prices)
  if (prices.length > 1) tell(work, { rule: 'sum', args: {} }, total)
  return total
}

/** What the units were counted by where the fact itself is not known: gross tons for net, tons that the line says. */
function stoodIn({ standard, asked }: Working): Decimal | undefined {
  const found = measure(standard, asked)
  return 'lacking' in found || found.told === null ? undefined : found.given
}
