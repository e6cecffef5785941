import type { CreditCode } from '../../codes.ts'
import { coverageOn } from '../../covered.ts'
import type { Pricing } from '../../fee-item.ts'
import type { PriceBook } from '../../price/book.ts'
import type { Figure } from './figure.ts'
import { type PriceFound, priceFound } from './price-found.ts'
import { listedAs } from './relatives.ts'
import type { Setter, Sought } from './sought.ts'
import { absentSettled, itemSettled, pricingOf, type Settled, standardSettled } from './standing.ts'

/**
 * 应收 at one release: settled without a figure, or what a setter's prices say. `limit` is the most that government lets
 * an entity's price be: a set price, or a ceiling. `complete`: what the setter's list of the day leaves out is not on it.
 */
export type Expected =
  | { kind: 'settled'; settled: Settled }
  | { kind: 'price'; found: PriceFound; setter: Setter; pricing: Pricing; limit: Figure | null; complete: boolean }

/** Who charges, where one is named, and whether it ever filed a list. */
export type Who = { entity: CreditCode | null; filed: boolean }

/** What a line should come to as told at the release of a book: by the entity's own price where it posts one. */
export function expectedAt(sought: Sought, book: PriceBook, who: Who): Expected {
  const { item, on } = sought
  const settled = itemSettled(book, who.entity, item, on)
  if (settled !== null) return { kind: 'settled', settled }
  const pricing = pricingOf(book.reference, item, on)
  const posted = who.entity === null ? null : priceFound(sought, who.entity, book)
  const government = priceFound(sought, null, book)
  if (posted !== null) {
    const limit = government?.figure && limits(government.figure, pricing) ? government.figure : null
    return priceOf(posted, who.entity, limit)
  }
  const lapsed = who.entity === null ? null : lapsedOf(sought, who.entity, book)
  if (lapsed !== null) return { kind: 'settled', settled: lapsed }
  if (government !== null) return priceOf(government, null, null)
  return { kind: 'settled', settled: unpriced(sought, book, who, pricing) }

  function priceOf(found: PriceFound, setter: Setter, limit: Figure | null): Expected {
    const { complete } = coverageOn(book.reference, setter === null ? null : book.port, setter, on)
    return { kind: 'price', found, setter, pricing, limit, complete }
  }
}

const limits = ({ ceiling }: Figure, pricing: Pricing): boolean => ceiling || pricing === 'gov_set'

/** The entity posts the item on other days; only where its whole list of the day is held does that say anything. */
function lapsedOf({ item, on }: Sought, entity: CreditCode, book: PriceBook): Settled | null {
  const posted = book.standards(item, entity)
  const covered = coverageOn(book.reference, book.port, entity, on).complete
  return covered && posted.length > 0 ? standardSettled(posted, on) : null
}

/** Neither the entity nor the government prices the item on the day. */
function unpriced({ item, on }: Sought, book: PriceBook, who: Who, pricing: Pricing): Settled {
  if (pricing !== 'market') {
    const set = standardSettled(book.standards(item, null), on)
    if (set !== null) return set
  }
  if (who.entity === null) return { verdict: 'cannot_tell', reason: { code: 'entity_needed' } }
  const among = listedAs(item, who.entity, book, on)
  if (among.length > 0) return { verdict: 'ambiguous', reason: { code: 'several_items' }, among }
  return absentSettled(book, who, on, { code: 'entity_does_not_post' })
}
