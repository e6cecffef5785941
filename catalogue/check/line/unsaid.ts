import { Decimal } from 'decimal.js'
import { FACTS, type FactName, type Facts, meets } from '../../facts.ts'
import type { PriceBook } from '../../price/book.ts'
import { covers } from '../../validity.ts'
import { type Figure, figureOf } from './figure.ts'
import { estimateOf, isBase } from './price-found.ts'
import { bookOfLines, type Sought, type Standard } from './sought.ts'

/**
 * 未说明的附加: facts that would make a price more and were not said, as night work, a distance or how many days were free,
 * and what it would come to if all of them held; null where that depends on how much.
 */
export type Unsaid = { facts: readonly FactName[]; most: Figure | null }

/** What was left out of a figure for want of a fact; null where nothing was. */
export function unsaidOf(figure: Figure, sought: Sought, book: PriceBook): Unsaid | null {
  const { standard, estimated } = figure
  const surcharged = estimated.outcome!.steps.flatMap((step) => (step.rule === 'not_said' ? step.args.fact : []))
  const added = additionsTo(standard, sought, book).flatMap((line) => missingOf(line, estimated.line.facts))
  const stayed = stayOf(figure, sought)
  const facts = [...new Set([...surcharged, ...added, ...Object.keys(stayed)])]
  if (facts.length === 0) return null
  return { facts, most: added.length > 0 ? null : withAll(figure, stayed, sought, book) }
}

/** 计费天数: a bill that counts days without saying of what may count those charged, the free ones left out. */
function stayOf({ standard, estimated }: Figure, { facts: stated }: Sought): Facts {
  const { rate } = standard.payload!
  if (rate.form !== 'per_period' || rate.free === 0) return {}
  const fact = rate.period === 'day' ? 'days' : 'hours'
  const billed = estimated.line.facts[fact]
  return stated[fact] !== undefined || billed === undefined
    ? {}
    : { [fact]: new Decimal(billed).plus(rate.free).toFixed() }
}

const additionsTo = ({ payload: base }: Standard, { item, on }: Sought, book: PriceBook): Standard[] =>
  book
    .standards(item, base!.entity)
    .filter((line) => !isBase(line) && covers(line.valid, on) && line.payload!.adds_to === base!.line)

/** Facts of every call or shipment: one that only the item has must be asked for. */
function missingOf({ payload }: Standard, facts: Facts): FactName[] {
  const { missing } = meets(payload!.conditions, facts)
  return missing.every((fact) => fact in FACTS) ? missing : []
}

function withAll({ standard, estimated }: Figure, stayed: Facts, sought: Sought, book: PriceBook): Figure | null {
  const { facts, quantity = null } = estimated.line
  const setter = standard.payload!.entity
  const supposed = standard.payload!.terms.surcharges.flatMap(({ when }) =>
    Object.entries(when).flatMap(([fact, wanted]) => (Array.isArray(wanted) ? [[fact, wanted[0]!] as const] : [])),
  )
  const all = { facts: { ...Object.fromEntries(supposed), ...facts, ...stayed }, quantity }
  return figureOf(estimateOf(sought, setter, all, bookOfLines(book, sought.item, setter, [...estimated.standards])))
}
