import { type Conditions, FACTS, type Facts, type NumberRange } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { exact } from '../price/exact.ts'
import type { Outcome } from '../price/outcome.ts'
import { price } from '../price.ts'
import { ratesOf } from './price-index.ts'

/**
 * 试算: which of two prices comes to more for the same cases, small and large ones, at every edge of a tier and in every
 * case of a surcharge: 1 where `now` does for any, 0 or −1 where it does for none, null where it cannot be told.
 */
export function dearerBySample(now: FeeStandard, before: FeeStandard): number | null {
  if (now.unit !== before.unit) return null
  const orders = new Set<number | null>()
  for (const { facts, quantity } of samplesOf(now, before)) {
    const found = order(priced(now, facts, quantity), priced(before, facts, quantity))
    if (found === 1) return 1
    orders.add(found)
  }
  return orders.has(null) ? null : orders.has(-1) ? -1 : 0
}

type Sample = { facts: Facts; quantity: string }
const SIZES: [size: number, quantity: string][] = [
  [3, '0.5'],
  [40, '2'],
  [9_000, '40'],
  [200_000, '1000'],
]

function* samplesOf(now: FeeStandard, before: FeeStandard): Generator<Sample> {
  const edges = [...new Set([...edgesOf(now), ...edgesOf(before)])].map((size) => [size, '2'] as const)
  const cases = [{}, ...casesOf(now), ...casesOf(before)]
  for (const [size, quantity] of [...SIZES, ...edges]) {
    const counted = numbers(size)
    for (const names of NAMES)
      for (const one of cases)
        yield { facts: { ...names, ...counted, ...met([one, before.conditions, now.conditions], size) }, quantity }
  }
}

/** Where tiers and steps begin, just beyond, and far beyond the last. */
const edgesOf = (standard: FeeStandard): number[] =>
  ratesOf(standard).flatMap((rate) => {
    const starts =
      rate.form === 'tiered'
        ? rate.tiers.map(({ over }) => Number(over))
        : rate.form === 'per_period'
          ? rate.steps.map(({ from }) => from)
          : []
    return starts.flatMap((start) => [start, start + 1, start * 4]).filter((size) => size > 0)
  })

const casesOf = ({ terms }: FeeStandard): Conditions[] =>
  [...terms.surcharges, ...terms.multipliers].map(({ when }) => when).filter((when) => Object.keys(when).length > 0)

/** Of every fact that has names the first, and the last. */
const NAMES: Facts[] = [0, -1].map((place) =>
  Object.fromEntries(Object.entries(FACTS).flatMap(([fact, of]) => (of === 'number' ? [] : [[fact, of.at(place)!]]))),
)

const numbers = (size: number): Facts =>
  Object.fromEntries(Object.entries(FACTS).flatMap(([fact, of]) => (of === 'number' ? [[fact, String(size)]] : [])))

/** Facts that meet conditions, the last of them first of all, as near to the size as they allow. */
const met = (all: readonly Conditions[], size: number): Facts =>
  Object.fromEntries(
    all
      .flatMap((conditions) => Object.entries(conditions))
      .map(([fact, wanted]) => [fact, Array.isArray(wanted) ? wanted[0]! : inside(wanted, size)]),
  )

function inside({ over, from, to, below }: NumberRange, size: number): string {
  const low = exact(over ?? from ?? '0')
  const high = to ?? below
  const least = over === undefined ? low : low.plus(high === undefined ? 1 : exact(high).minus(low).div(2))
  if (least.gt(size)) return least.toFixed()
  return high !== undefined && exact(high).lt(size) ? (below === undefined ? high : least.toFixed()) : String(size)
}

const priced = (standard: FeeStandard, facts: Facts, quantity: string): Outcome =>
  price(standard, { facts, quantity }, untold)
const untold = (): Outcome => ({ kind: 'cannot_tell', missing: [], steps: [] })

function order(now: Outcome, before: Outcome): number | null {
  if (now.kind !== 'priced' || before.kind !== 'priced') return null
  const [low, high] = [exact(now.low).comparedTo(before.low), exact(now.high).comparedTo(before.high)]
  return low > 0 || high > 0 ? 1 : low < 0 || high < 0 ? -1 : 0
}
