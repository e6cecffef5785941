import type { Facts } from '../../../catalogue/facts.ts'
import type { FeeStandard, Terms } from '../../../catalogue/fee-standard.ts'
import type { SingleRate } from '../../../catalogue/rate/rate.ts'
import type { Fraction } from './fraction.ts'
import * as f from './fraction.ts'
import { untilPeriod } from './oracle-periods.ts'
import { billed } from './oracle-quantity.ts'
import { boxOf, factorOf, limitedAndRaised, rounded, servicesOf, unitsOf } from './oracle-terms.ts'

/** What the oracle says a standard comes to, as exact fractions; `missing` names every fact that stands in the way. */
export type Told =
  | { kind: 'priced'; low: Fraction; high: Fraction }
  | { kind: 'no_figure'; why: 'at_cost' | 'see_attachment' }
  | { kind: 'cannot_tell'; missing: string[] }

export type Asked = { facts: Facts; quantity: string | null }

/** 计费的另一种算法: the same rules read off once more, slowly, unit by unit and period by period, in fractions. */
export function oracle(standard: FeeStandard, asked: Asked, of: (item: string) => Told): Told {
  const { rate, terms } = standard
  const rates = rate.form === 'sum' ? rate.parts.map((part) => part.rate) : [rate]
  const parts = rates.map((part) => partOf(part, standard, asked, of))
  const factor = factorOf(terms, asked.facts)
  const box = boxOf(standard, asked.facts)
  const unpriced = rates.find(({ form }) => form === 'at_cost' || form === 'see_attachment')
  const none = parts[rates.indexOf(unpriced!)] ?? parts.find((part) => part.kind === 'no_figure')
  if (none) return none
  const missing = [...parts, factor, box].flatMap((one) => ('missing' in one ? one.missing : []))
  if (missing.length > 0) return { kind: 'cannot_tell', missing }
  const end = (side: 'low' | 'high') => {
    let sum = f.ZERO
    for (const part of parts) if (part.kind === 'priced') sum = f.plus(sum, part[side])
    if ('value' in factor) sum = f.times(sum, factor.value)
    if ('value' in box) sum = f.times(sum, box.value)
    const services = servicesOf(standard, asked) ?? f.ONE
    return rounded(f.times(limitedAndRaised(sum, terms, asked.facts, unitsOf(standard, asked)), services), terms)
  }
  return { kind: 'priced', low: end('low'), high: end('high') }
}

type Part = Told

function partOf(rate: SingleRate, standard: FeeStandard, asked: Asked, of: (item: string) => Told): Part {
  if (rate.form === 'at_cost' || rate.form === 'see_attachment') return { kind: 'no_figure', why: rate.form }
  if (rate.form === 'percent_of') return percentOf(rate.percent, of(rate.item))
  const quantity = billed(standard, asked)
  if ('missing' in quantity) {
    const also = rate.form === 'per_period' ? untilPeriod(rate.period, standard.terms, asked.facts) : { missing: [] }
    const slab = rate.form === 'tiered' && rate.mode === 'slab' && !(rate.fact in asked.facts) ? [rate.fact] : []
    return { kind: 'cannot_tell', missing: [...quantity.missing, ...('missing' in also ? also.missing : []), ...slab] }
  }
  const q = quantity.value
  switch (rate.form) {
    case 'fixed':
      return one(f.times(f.read(rate.amount), q))
    case 'range':
      return { kind: 'priced', low: f.times(f.read(rate.low), q), high: f.times(f.read(rate.high), q) }
    case 'tiered':
      return rate.mode === 'marginal' ? one(unitByUnit(rate.tiers, q)) : slab(rate, standard, asked, q)
    case 'per_period': {
      const periods = untilPeriod(rate.period, standard.terms, asked.facts)
      if ('missing' in periods) return { kind: 'cannot_tell', missing: periods.missing }
      return one(f.times(periodByPeriod(rate.steps, periods.value), q))
    }
  }
}

const one = (amount: Fraction): Part => ({ kind: 'priced', low: amount, high: amount })

function percentOf(percent: string, other: Told): Part {
  if (other.kind !== 'priced') return other
  const share = f.over(f.read(percent), f.whole(100))
  return { kind: 'priced', low: f.times(other.low, share), high: f.times(other.high, share) }
}

type Tier = { over: string; amount: string }

/** Each unit after the other, the last perhaps only a part of one, at the price of the tier or tiers it lies in. */
function unitByUnit(tiers: readonly Tier[], quantity: Fraction): Fraction {
  const edges = tiers.map(({ over }) => fine(f.read(over)))
  const amounts = tiers.map(({ amount }) => fine(f.read(amount)))
  const last = fine(quantity)
  let sum = 0n
  for (let unit = 0n; unit < last; unit += FINE)
    for (const [n, edge] of edges.entries()) {
      const start = unit > edge ? unit : edge
      const ends = [unit + FINE, last, edges[n + 1] ?? last]
      const end = ends.reduce((a, b) => (a < b ? a : b))
      if (start < end) sum += (end - start) * amounts[n]!
    }
  return { n: sum, d: FINE * FINE }
}

/** Whole numbers of a grain so fine that no amount and no quantity has decimals left. */
const FINE = 10n ** 12n
function fine({ n, d }: Fraction): bigint {
  if ((n * FINE) % d !== 0n) throw new Error('finer than the oracle counts')
  return (n * FINE) / d
}

function slab(rate: { fact: string; tiers: readonly Tier[] }, { terms }: FeeStandard, asked: Asked, q: Fraction): Part {
  const said = asked.facts[rate.fact] ?? standsIn(rate.fact, terms, asked)
  if (said === undefined) return { kind: 'cannot_tell', missing: [rate.fact] }
  let amount = rate.tiers[0]!.amount
  for (const tier of rate.tiers) if (f.below(f.read(tier.over), f.read(said))) amount = tier.amount
  return one(f.times(f.read(amount), q))
}

/** A ship without the fact of the tiers falls in them by the fact she is counted by instead. */
function standsIn(fact: string, terms: Terms, { facts }: Asked): string | undefined {
  if (terms.quantity !== fact) return undefined
  for (const other of terms.quantity_else ?? []) if (facts[other] !== undefined) return facts[other]
  return undefined
}

function periodByPeriod(steps: readonly { from: number; amount: string }[], periods: Fraction): Fraction {
  let sum = f.ZERO
  for (let n = 1; f.below(f.whole(n - 1), periods); n++) {
    const part = f.smaller(f.ONE, f.minus(periods, f.whole(n - 1)))
    let amount = '0'
    for (const step of steps) if (step.from <= n) amount = step.amount
    sum = f.plus(sum, f.times(part, f.read(amount)))
  }
  return sum
}
