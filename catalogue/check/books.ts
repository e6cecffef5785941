import type { CreditCode, FeeItemCode } from '../codes.ts'
import type { PriceBook } from '../price/book.ts'
import type { Statement } from '../statement.ts'

/** Every statement of one item's prices, by who sets them, that a release made and a later one (`known.until`) took back. */
export type Earlier = (item: FeeItemCode, entity: CreditCode | null) => readonly Statement<'standard'>[]

/**
 * What a bill of one entity at one port is compared with: what is published now (`head`), what was when it was charged
 * (`then`; null where nothing was yet), and what was published in between and is no longer said. `filed` says that the
 * entity, or where none is named anyone at the port, ever filed a list. All must have been read for the items concerned.
 */
export type CheckBooks = {
  entity: CreditCode | null
  head: PriceBook
  then: PriceBook | null
  earlier: Earlier
  filed: boolean
}
