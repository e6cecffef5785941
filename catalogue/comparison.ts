import { Decimal } from 'decimal.js'
import { type Amount, compareAmounts } from './amount.ts'
import { within } from './facts.ts'
import type { FeeStandard, Terms } from './fee-standard.ts'
import { effective } from './rate/effective.ts'
import { type Incomparable, type Pair, sideBySide } from './rate/side-by-side.ts'
import type { Statement } from './statement.ts'

/**
 * 企业价与政府规定标准的比较. `difference` is how far apart, per unit, and `percent` that in percent of the government's
 * figure, both only where each side is one figure; `why` says what stands in the way of comparing.
 */
export type Comparison = {
  verdict: 'above' | 'below' | 'equal' | 'not_comparable'
  difference: Amount | null
  percent: string | null
  why: NotComparable | null
}
export type NotComparable = Incomparable | 'unit' | 'terms'

/** Is a posted price above, below or equal to a government standard? One tier, step or high end above makes it above. */
export function compare(posted: FeeStandard, government: FeeStandard): Comparison {
  if (posted.unit !== government.unit) return not('unit')
  const pairs = sideBySide(effective(posted), effective(government))
  if (typeof pairs === 'string') return not(pairs)
  const order = orderOf(pairs)
  if (order <= 0 && heavier(posted.terms, government.terms)) return not('terms')
  const verdict = order > 0 ? 'above' : order < 0 ? 'below' : 'equal'
  return { verdict, ...(posted.rate.form === 'percent_of' ? NOT_APART : apart(pairs)), why: null }
}

/**
 * The government standard a posted price is compared with: of the same item, in the same place or everywhere, for
 * conditions at least as wide; the narrowest of them. The candidates are in force on the day.
 */
export function governmentFor(
  posted: FeeStandard,
  candidates: readonly Statement<'standard'>[],
): Statement<'standard'> | null {
  const fitting = candidates.filter(({ payload }) => payload !== null && applies(payload, posted))
  return fitting.toSorted((a, b) => breadth(a, posted) - breadth(b, posted))[0] ?? null
}

const NOT_APART = { difference: null, percent: null }
const not = (why: NotComparable): Comparison => ({ verdict: 'not_comparable', ...NOT_APART, why })

/** Above where any pair is; otherwise below where any is. */
function orderOf(pairs: readonly Pair[]): number {
  const orders = pairs.map(([posted, government]) => compareAmounts(posted, government))
  return orders.some((order) => order > 0) ? 1 : orders.some((order) => order < 0) ? -1 : 0
}

function apart(pairs: readonly Pair[]): Pick<Comparison, 'difference' | 'percent'> {
  const [pair, another] = pairs
  if (pair === undefined || another !== undefined) return NOT_APART
  const difference = new Decimal(pair[0]).minus(pair[1]).abs()
  const government = new Decimal(pair[1])
  const percent = government.isZero() ? null : difference.div(government).times(100).toDecimalPlaces(1).toFixed()
  return { difference: difference.toFixed(), percent }
}

/** Do the posted terms make a bill larger than the government's: a surcharge, factor, floor, count or missing cap of their own? */
function heavier(posted: Terms, government: Terms): boolean {
  return (
    countsMore(posted, government) ||
    more(posted.floor, government.floor) ||
    more(posted.minimum_quantity, government.minimum_quantity) ||
    (government.cap !== null && (posted.cap === null || more(posted.cap, government.cap))) ||
    posted.surcharges.some(({ when, percent }) => more(percent, sameCase(government.surcharges, when)?.percent)) ||
    [...posted.multipliers, ...government.multipliers].some(({ when }) => conditional(when) && dearer(when))
  )

  function dearer(when: object): boolean {
    return more(
      sameCase(posted.multipliers, when)?.factor ?? '1',
      sameCase(government.multipliers, when)?.factor ?? '1',
    )
  }
}

/** Counted by another fact, in whole units or whole hours where the government counts finer, or without what it leaves out. */
const countsMore = (posted: Terms, government: Terms): boolean =>
  (posted.quantity !== null && government.quantity !== null && posted.quantity !== government.quantity) ||
  (posted.whole_units && !government.whole_units) ||
  (government.half_hours === true && posted.half_hours !== true) ||
  (government.excess !== undefined && posted.excess === undefined)

const more = (a: Amount | null, b: Amount | null | undefined): boolean => a !== null && compareAmounts(a, b ?? '0') > 0

const conditional = (when: object): boolean => Object.keys(when).length > 0

const sameCase = <T extends { when: object }>(list: readonly T[], when: object): T | undefined =>
  list.find((each) => JSON.stringify(each.when) === JSON.stringify(when))

const applies = (government: FeeStandard, posted: FeeStandard): boolean =>
  government.entity === null &&
  government.item === posted.item &&
  government.adds_to === posted.adds_to &&
  (government.port === null || government.port === posted.port) &&
  (government.area === null || government.area === posted.area) &&
  within(posted.conditions, government.conditions)

/** Nothing is narrower than the very same cases; a place narrows more than any condition, a condition more than the unit. */
function breadth({ payload }: Statement<'standard'>, posted: FeeStandard): number {
  const { port, area, conditions, unit } = payload!
  const narrowness = Object.values(conditions).map((wanted) => (Array.isArray(wanted) ? 2 - wanted.length / 10 : 1.5))
  const narrow = narrowness.reduce((sum, each) => sum + each, 0)
  const same = within(conditions, posted.conditions)
  return (
    (same ? 0 : 8000) +
    (area === null ? 4000 : 0) +
    (port === null ? 2000 : 0) -
    100 * narrow +
    (unit === posted.unit ? 0 : 1)
  )
}
