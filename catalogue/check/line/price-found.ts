import { estimateLine } from '../../estimate.ts'
import { type Facts, meets } from '../../facts.ts'
import type { PriceBook } from '../../price/book.ts'
import type { Estimated } from '../../price/estimate-line.ts'
import { withMeasure } from '../../price/known.ts'
import { covers } from '../../validity.ts'
import type { Reason } from '../verdict.ts'
import { type Asked, asBilled } from './as-billed.ts'
import { type Figure, figureOf } from './figure.ts'
import { named } from './named.ts'
import { bookOfLines, type Setter, type Sought, type Standard } from './sought.ts'

/**
 * What the list says of one line by one setter's prices in force on its day: a figure, or why there is none. `lines`
 * are the prices that may still be meant and `asked` how the bill reads against them; `excluded` where what the bill
 * itself states rules every price out.
 */
export type PriceFound = {
  figure: Figure | null
  reason: Reason
  estimated: Estimated | null
  lines: readonly Standard[]
  asked: Asked | null
  excluded: boolean
}

/** Finds the price; null where the setter has none for the item in force on the day. */
export function priceFound(sought: Sought, setter: Setter, book: PriceBook): PriceFound | null {
  const inForce = book.standards(sought.item, setter).filter(({ valid }) => covers(valid, sought.on))
  if (inForce.length === 0) return null
  const { lines, facts } = named(meant(inForce.filter(isBase), sought.line), sought)
  const readings = readAgainst(lines, sought, facts)
  const fitting = lines.filter((line) => mayFit(line, facts))
  const first = readings.find(({ line }) => fitting.includes(line)) ?? (fitting.length === 0 ? readings[0] : undefined)
  if (first === undefined) return without({ code: 'unit', stated: sought.unit ?? '', units: unitsOf(fitting) })
  const alike = readings.filter(({ same }) => same === first.same).map(({ line }) => line)
  const among = [...alike, ...inForce.filter((line) => !isBase(line))]
  const estimated = estimateOf(sought, setter, first.asked, bookOfLines(book, sought.item, setter, among))
  const possible = alike.filter((line) => fitting.includes(line))
  const excluded = !lines.some((line) => mayFit(line, sought.stated))
  return {
    figure: figureOf(estimated),
    reason: reasonOf(estimated),
    estimated,
    lines: possible,
    asked: first.asked,
    excluded,
  }
}

/** The estimate of a line as it is billed. */
export const estimateOf = (
  { item, on }: Sought,
  setter: Setter,
  { facts, quantity }: Asked,
  book: PriceBook,
): Estimated =>
  estimateLine(
    { item, facts, ...(setter === null ? {} : { entity: setter }), ...(quantity === null ? {} : { quantity }) },
    on,
    book,
  )

const without = (reason: Reason): PriceFound => ({
  ...{ figure: null, reason, estimated: null },
  ...{ lines: [], asked: null, excluded: false },
})

/** The one line that a person said is meant, where the setter has it. */
function meant(lines: readonly Standard[], name: string | undefined): readonly Standard[] {
  const chosen = lines.filter(({ payload }) => payload!.line === name)
  return chosen.length > 0 ? chosen : lines
}

/** 另加 lines never stand by themselves. */
export const isBase = ({ payload }: Standard): boolean => payload!.adds_to === undefined

/** Nothing that is known speaks against it, but that a box of a size not listed pays in proportion to its volume. */
function mayFit({ payload }: Standard, facts: Facts): boolean {
  const { size: _size, ...others } = payload!.conditions
  const { holds, missing } = meets(
    payload!.terms.box_m3 === undefined ? payload!.conditions : others,
    withMeasure(facts),
  )
  return holds || missing.length > 0
}

/** How the bill reads against each of the prices whose unit it may mean. */
const readAgainst = (lines: readonly Standard[], { quantity, unit }: Sought, facts: Facts) =>
  lines.flatMap((line) => {
    const asked = asBilled(quantity, unit, facts, line.payload!)
    return asked === null ? [] : [{ line, asked, same: JSON.stringify(asked) }]
  })

const unitsOf = (lines: readonly Standard[]): string[] => [...new Set(lines.map(({ payload }) => payload!.unit))]

function reasonOf({ status, reason, missing }: Estimated): Reason {
  if (status === 'computed') return { code: 'equals' }
  if (reason === 'at_cost' || reason === 'see_attachment') return { code: 'no_figure', why: reason }
  if (reason === 'several_fit') return { code: 'several_lines' }
  return missing.length > 0 ? { code: 'missing', facts: missing } : { code: 'no_line_fits' }
}
