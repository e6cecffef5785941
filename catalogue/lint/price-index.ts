import type { CreditCode, FeeItemCode } from '../codes.ts'
import type { Day } from '../day.ts'
import type { FeeItem } from '../fee-item.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { Live } from '../live.ts'
import type { SingleRate } from '../rate/rate.ts'
import { nearest } from '../reference.ts'
import type { Statement } from '../statement.ts'
import type { Validity } from '../validity.ts'
import { once } from './scene.ts'

export type Standard = Statement<'standard'>

/** The prices of one live list by item: the government's, and by entity the posted ones; every day of each. */
export type PricesOfItem = { government: Standard[]; posted: Map<CreditCode, Standard[]> }
export const pricesByItem = once((live: Live): ReadonlyMap<FeeItemCode, PricesOfItem> => {
  const items = new Map<FeeItemCode, PricesOfItem>()
  for (const versions of live.standards.values()) for (const standard of versions) put(items, standard)
  return items
})

function put(items: Map<FeeItemCode, PricesOfItem>, standard: Standard): void {
  if (standard.payload === null) return
  const { item, entity } = standard.payload
  const of: PricesOfItem = items.get(item) ?? { government: [], posted: new Map() }
  items.set(item, of)
  if (entity === null) of.government.push(standard)
  else if (of.posted.has(entity)) of.posted.get(entity)!.push(standard)
  else of.posted.set(entity, [standard])
}

/** The single rates that a standard is made of. */
export const ratesOf = ({ rate }: FeeStandard): readonly SingleRate[] =>
  rate.form === 'sum' ? rate.parts.map((part) => part.rate) : [rate]

/** The items that a price is a percentage of. */
export const percentOf = (standard: FeeStandard): FeeItemCode[] =>
  ratesOf(standard).flatMap((rate) => (rate.form === 'percent_of' ? [rate.item] : []))

/** The item of a price on a day or, failing that, as it was last said to be. */
export const itemOf = (live: Live, code: FeeItemCode, day: Day): FeeItem | undefined =>
  nearest(live.reference, 'item', code, day)

/** The first day of some, and every later day of them on which one of these others begins or ends: between two nothing changes. */
export function boundaries(days: Validity, others: readonly { valid: Validity }[], since: Day | null = null): Day[] {
  const first = since !== null && days.from < since ? since : days.from
  const inside = others
    .flatMap(({ valid }) => [valid.from, ...(valid.until === null ? [] : [valid.until])])
    .filter((day) => first < day && (days.until === null || day < days.until))
  return [...new Set([first, ...inside])].toSorted()
}
