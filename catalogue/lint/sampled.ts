import type { Conditions, Facts, NumberRange } from '../facts.ts'
import { FACTS } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { exact } from '../price/exact.ts'
import type { Outcome } from '../price/outcome.ts'
import { price } from '../price.ts'

/**
 * 试算: which of two prices comes to more for the same cases, a small, a middling and a large one: 1 where `now` does for
 * any, 0 or −1 where it does for none, null where it cannot be told.
 */
export function dearerBySample(now: FeeStandard, before: FeeStandard): number | null {
  const orders = SIZES.map((size) => {
    const facts = { ...NAMES, ...numbers(size), ...met(before.conditions, size), ...met(now.conditions, size) }
    return order(priced(now, facts), priced(before, facts))
  })
  if (orders.some((one) => one === null)) return null
  return orders.includes(1) ? 1 : orders.includes(-1) ? -1 : 0
}

const SIZES = [3, 40, 9000]

const NAMES: Facts = Object.fromEntries(
  Object.entries(FACTS).flatMap(([fact, values]) => (values === 'number' ? [] : [[fact, values[0]]])),
)

const numbers = (size: number): Facts =>
  Object.fromEntries(Object.entries(FACTS).flatMap(([fact, of]) => (of === 'number' ? [[fact, String(size)]] : [])))

/** Facts that meet conditions, as near to the size as they allow. */
const met = (conditions: Conditions, size: number): Facts =>
  Object.fromEntries(
    Object.entries(conditions).map(([fact, wanted]) => [
      fact,
      Array.isArray(wanted) ? wanted[0]! : inside(wanted, size),
    ]),
  )

function inside({ over, from, to, below }: NumberRange, size: number): string {
  const low = exact(over ?? from ?? '0')
  const high = to ?? below
  const least = over === undefined ? low : low.plus(high === undefined ? 1 : exact(high).minus(low).div(2))
  if (least.gt(size)) return least.toFixed()
  return high !== undefined && exact(high).lt(size) ? (below === undefined ? high : least.toFixed()) : String(size)
}

const QUANTITY = '2'
const priced = (standard: FeeStandard, facts: Facts): Outcome => price(standard, { facts, quantity: QUANTITY }, untold)
const untold = (): Outcome => ({ kind: 'cannot_tell', missing: [], steps: [] })

function order(now: Outcome, before: Outcome): number | null {
  if (now.kind !== 'priced' || before.kind !== 'priced') return null
  const [low, high] = [exact(now.low).comparedTo(before.low), exact(now.high).comparedTo(before.high)]
  return low > 0 || high > 0 ? 1 : low < 0 || high < 0 ? -1 : 0
}
