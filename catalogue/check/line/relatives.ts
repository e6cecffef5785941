import type { FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import type { PriceBook } from '../../price/book.ts'
import { on as onDay, type Reference } from '../../reference.ts'
import { covers } from '../../validity.ts'
import type { Setter } from './sought.ts'

/** 上下级项目: the items of which one is a part, and its own parts, at any time. */
export function relativesOf(reference: Reference, item: FeeItemCode): FeeItemCode[] {
  const related = new Set<FeeItemCode>()
  for (const [code, versions] of reference.of.item)
    for (const { payload } of versions) {
      if (payload?.parent === item) related.add(code)
      if (code === item && payload?.parent) related.add(payload.parent)
    }
  return [...related]
}

/** Every item whose prices must be read to check lines of some items: these and their relatives. */
export const itemsNeeded = (reference: Reference, items: readonly FeeItemCode[]): FeeItemCode[] => [
  ...new Set(items.flatMap((item) => [item, ...relativesOf(reference, item)])),
]

/** Relatives under which a setter's list of the day may hold what it does not list under the item itself. */
export const listedAs = (item: FeeItemCode, setter: Setter, book: PriceBook, on: Day): FeeItemCode[] =>
  relativesOf(book.reference, item).filter(
    (relative) =>
      onDay(book.reference, 'item', relative, on) !== undefined &&
      book.standards(relative, setter).some(({ valid }) => covers(valid, on)),
  )
