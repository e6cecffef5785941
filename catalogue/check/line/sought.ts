import type { Amount } from '../../amount.ts'
import type { CreditCode, FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import type { Facts } from '../../facts.ts'
import type { PriceBook } from '../../price/book.ts'
import type { Statement } from '../../statement.ts'

/** What a price is sought for: an item on a day, how many as the bill counts them, and what is known; `stated` by the bill, `line` the price that was said to be meant. */
export type Sought = {
  item: FeeItemCode
  name: string
  on: Day
  quantity: Amount | null
  unit: string | undefined
  line: string | undefined
  facts: Facts
  stated: Facts
}

export type Standard = Statement<'standard'>

/** Whose price: an entity's own, or the government's. */
export type Setter = CreditCode | null

/** A book in which one setter's prices of one item are these lines only. */
export const bookOfLines = (
  book: PriceBook,
  item: FeeItemCode,
  setter: Setter,
  lines: readonly Standard[],
): PriceBook => ({
  ...book,
  standards: (other, entity) => (other === item && entity === setter ? lines : book.standards(other, entity)),
})
