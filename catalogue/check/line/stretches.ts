import type { FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import type { PriceBook } from '../../price/book.ts'
import { versionsOf } from '../../reference.ts'
import type { CheckBooks } from '../books.ts'
import { relativesOf } from './relatives.ts'
import type { Standard } from './sought.ts'

/** Names the stretch of days, among those on which everything said of an item stays the same, in which a day lies. */
export type Stretches = (item: FeeItemCode, on: Day) => string

/**
 * 时段: days between which nothing that decides a line of an item changes, now or as then told: they are asked once.
 * A percentage hangs on another item's days too, so there each day stands for itself.
 */
export function stretchesOf(books: CheckBooks): Stretches {
  const kept = new Map<FeeItemCode, readonly Day[] | null>()
  return (item, on) => {
    let edges = kept.get(item)
    if (edges === undefined) {
      edges = edgesOf(item, books)
      kept.set(item, edges)
    }
    return edges === null ? on : String(place(edges, on))
  }
}

function edgesOf(item: FeeItemCode, { head, then, entity }: CheckBooks): readonly Day[] | null {
  const edges = new Set<Day>()
  for (const book of then === null ? [head] : [head, then]) {
    const standards = pricesOf(item, book, entity)
    if (standards.some(hangsOnOthers)) return null
    for (const { valid } of [...standards, ...datedOf(item, book, entity)]) {
      edges.add(valid.from)
      if (valid.until !== null) edges.add(valid.until)
    }
  }
  return [...edges].toSorted()
}

const pricesOf = (item: FeeItemCode, book: PriceBook, entity: string | null): readonly Standard[] => [
  ...book.standards(item, null),
  ...(entity === null
    ? []
    : [item, ...relativesOf(book.reference, item)].flatMap((one) => book.standards(one, entity))),
]

/** The item and its relatives, and the lists that are held. */
const datedOf = (item: FeeItemCode, { reference, port }: PriceBook, entity: string | null) => [
  ...[item, ...relativesOf(reference, item)].flatMap((one) => versionsOf(reference, 'item', one)),
  ...['-/-', `${port}/-`, `${port}/${entity}`].flatMap((key) => versionsOf(reference, 'coverage', key)),
]

function hangsOnOthers({ payload }: Standard): boolean {
  const { rate } = payload!
  const parts = rate.form === 'sum' ? rate.parts.map((part) => part.rate) : [rate]
  return parts.some(({ form }) => form === 'percent_of')
}

/** How many edges, in order, lie at or before the day. */
export function place(edges: readonly Day[], on: Day): number {
  let [before, after] = [0, edges.length]
  while (before < after) {
    const middle = (before + after) >> 1
    if (edges[middle]! <= on) before = middle + 1
    else after = middle
  }
  return before
}
