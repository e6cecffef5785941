import type { Amount } from './amount.ts'
import type { FeeItemCode } from './codes.ts'
import type { Day } from './day.ts'
import type { FeeItem } from './fee-item.ts'
import { isCeiling, statusOf } from './price/answer.ts'
import type { PriceBook } from './price/book.ts'
import { charge } from './price/charge.ts'
import type { Estimated, EstimateLine } from './price/estimate-line.ts'
import { exact, yuan, ZERO } from './price/exact.ts'
import { type Fitting, fitting } from './price/fitting.ts'
import { isAbolished, linesOn, withoutLines } from './price/lines-on.ts'
import type { Outcome } from './price/outcome.ts'
import { servicesOf } from './price.ts'
import { periodsOf, versionsOf } from './reference.ts'
import type { Statement } from './statement.ts'
import { inForce } from './validity.ts'

/**
 * 一项测算: what one line comes to on its day (its own, or `on`) at the book's release, by the entity's posted price
 * where one is named, else by the government's standard; or why there is no figure. An item never published is not in
 * force. Percentages of other items are priced by the same book: by the entity's own price of these where it posts one.
 */
export const estimateLine = (line: EstimateLine, on: Day, book: PriceBook): Estimated =>
  estimated(line, line.on ?? on, book, [])

/** 合计: the figures of those lines that have one, whether any is a ceiling, and how many lines have none. */
export function totalOf(estimated: readonly Estimated[]): Total {
  let [low, high, without] = [ZERO, ZERO, 0]
  for (const { status, outcome } of estimated) {
    if (status !== 'computed' || outcome?.kind !== 'priced') without++
    else [low, high] = [low.plus(exact(outcome.low)), high.plus(exact(outcome.high))]
  }
  const ceilings = estimated.some(({ status, ceiling }) => status === 'computed' && ceiling)
  return { low: yuan(low), high: yuan(high), ceilings, without }
}
export type Total = { low: Amount; high: Amount; ceilings: boolean; without: number }

/** `within` are the items of which this is already a percentage: one that comes round to itself has no figure. */
function estimated(line: EstimateLine, on: Day, book: PriceBook, within: readonly FeeItemCode[]): Estimated {
  const blank = blankOf(line, on)
  const versions = versionsOf(book.reference, 'item', line.item)
  const item = inForce(versions, on)?.payload
  if (!item)
    return { ...blank, status: isAbolished(versions, on) ? 'abolished' : 'not_in_force', periods: periodsOf(versions) }
  const entity = line.entity ?? null
  const lines = linesOn(book, line.item, entity, on)
  if (lines.length === 0) return { ...blank, ...withoutLines(item, entity, book, on) }
  const fit = fitting(named(lines, line.line), line.facts)
  switch (fit.kind) {
    case 'fits':
      return pricedBy(fit, item, blank, book, [...within, line.item])
    case 'missing':
      return { ...blank, reason: 'missing', missing: fit.missing }
    case 'several':
      return { ...blank, reason: 'several_fit', candidates: fit.candidates }
    case 'none':
      return { ...blank, reason: 'no_line_fits' }
  }
}

/** The line that is meant by name, and what may be added to it. */
const named = (lines: readonly Statement<'standard'>[], name: string | undefined) =>
  name === undefined ? lines : lines.filter(({ payload }) => payload?.line === name || payload?.adds_to === name)

const blankOf = (line: EstimateLine, on: Day): Estimated => ({
  line,
  on,
  status: 'cannot_tell',
  reason: null,
  missing: [],
  outcome: null,
  ceiling: false,
  standards: [],
  periods: [],
  candidates: [],
})

function pricedBy(
  { base, additions }: Extract<Fitting, { kind: 'fits' }>,
  item: FeeItem,
  { line, on, periods, candidates }: Estimated,
  book: PriceBook,
  within: readonly FeeItemCode[],
): Estimated {
  const standards = [base, ...additions]
  const asked = { facts: line.facts, quantity: line.quantity ?? null }
  const others: Estimated[] = []
  const outcome = charge(
    base.payload!,
    additions.map(({ payload }) => payload!),
    asked,
    (standard) => (code) => {
      if (within.includes(code)) return UNTOLD
      const quantity = servicesOf(standard, asked) === null ? line.quantity : undefined
      const other = otherItem({ ...line, item: code, quantity, line: undefined }, on, book, within)
      others.push(other)
      return other.outcome ?? { ...UNTOLD, missing: other.missing }
    },
  )
  const ceiling = standards.some(({ payload }) => isCeiling(payload!, item))
  const { status, reason, missing } = statusOf(outcome, item, others)
  return { line, on, status, reason, missing, outcome, ceiling, standards, periods, candidates }
}

const UNTOLD: Outcome = { kind: 'cannot_tell', missing: [], steps: [] }

/** The item that a percentage is taken of: at the entity's own price where it posts one. */
function otherItem(line: EstimateLine, on: Day, book: PriceBook, within: readonly FeeItemCode[]): Estimated {
  const own = line.entity !== undefined && linesOn(book, line.item, line.entity, on).length > 0
  return estimated(own ? line : { ...line, entity: undefined }, on, book, within)
}
