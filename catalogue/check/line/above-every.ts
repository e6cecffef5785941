import { Decimal } from 'decimal.js'
import type { Conditions, Facts, NumberRange } from '../../facts.ts'
import { meets } from '../../facts.ts'
import type { PriceBook } from '../../price/book.ts'
import { type Figure, figureOf } from './figure.ts'
import { estimateOf, type PriceFound } from './price-found.ts'
import { bookOfLines, type Setter, type Sought, type Standard } from './sought.ts'

/**
 * 高于每一行: where facts are wanting, what the dearest of the prices that may still be meant would come to. Null where
 * one of them cannot be worked out without what is not known, or the bill does not say how many.
 */
export function dearest(sought: Sought, found: PriceFound, setter: Setter, book: PriceBook): Figure | null {
  const { lines, asked, reason } = found
  if (asked === null || (reason.code !== 'missing' && reason.code !== 'several_lines')) return null
  const figures = lines.map((line) => {
    const facts = simple(line) ? supposing(line.payload!.conditions, asked.facts) : null
    if (facts === null) return null
    const alone = bookOfLines(book, sought.item, setter, [line])
    return figureOf(estimateOf(sought, setter, { ...asked, facts }, alone))
  })
  return figures.reduce((a, b) => (a === null || b === null || b.assumed ? null : dearer(a, b)), figures[0] ?? null)
}

const dearer = (a: Figure, b: Figure): Figure => (new Decimal(a.high).lessThan(b.high) ? b : a)

/** Nothing in its terms hangs on facts beside its conditions. */
const simple = ({ payload }: Standard): boolean =>
  payload!.terms.surcharges.length === 0 &&
  payload!.terms.multipliers.every(({ when }) => Object.keys(when).length === 0)

/** The facts with what the conditions ask for filled in, any value that meets them. */
function supposing(conditions: Conditions, facts: Facts): Facts | null {
  const supposed = Object.entries(conditions).flatMap(([fact, wanted]) => {
    const value = Array.isArray(wanted) ? wanted[0] : within(wanted)
    return facts[fact] === undefined && value !== undefined ? [[fact, value] as const] : []
  })
  const all = { ...facts, ...Object.fromEntries(supposed) }
  return meets(conditions, all).holds ? all : null
}

const within = ({ over, from, to }: NumberRange): string | undefined =>
  to ?? from ?? (over === undefined ? undefined : new Decimal(over).plus(1).toFixed())
