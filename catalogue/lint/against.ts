import { type Comparison, compare, governmentFor } from '../comparison.ts'
import type { Day } from '../day.ts'
import type { Pricing } from '../fee-item.ts'
import { saidOf } from '../live.ts'
import { heldOn } from '../price/held-on.ts'
import { on as onDay } from '../reference.ts'
import { boundaries, pricesByItem, type Standard } from './price-index.ts'
import type { Linted } from './rule.ts'
import { judged, once, type Said } from './scene.ts'

/** 企业价与政府规定标准: a posted price on one stretch of days beside the government's; null where none fits it. */
export type Against = {
  posted: Said<'standard'>
  on: Day
  pricing: Pricing
  government: Standard | null
  comparison: Comparison | null
}

/** Every posted price of an item that government sets, guides or caps, on every stretch of its days. */
export const againstGovernment = once((given: Linted): readonly Against[] =>
  judged(given, 'standard').flatMap((posted) =>
    posted.statement.payload!.entity === null ? [] : beside(given, posted),
  ),
)

function beside(given: Linted, posted: Said<'standard'>): Against[] {
  const { payload, valid } = posted.statement
  const items = saidOf(given.after, 'item', payload!.item)
  const government = pricesByItem(given.after).get(payload!.item)?.government ?? NONE
  if (government.length === 0 && items.every((item) => item.payload === null || item.payload.pricing === 'market'))
    return []
  const since = given.on === 'live' ? given.settings.today : null
  return boundaries(valid, [...items, ...government], since).flatMap((on) => {
    const pricing = onDay(given.after.reference, 'item', payload!.item, on)?.pricing
    if (pricing === undefined) return []
    const found = governmentFor(payload!, heldOn(government, on))
    if (pricing === 'market' && !found?.payload?.ceiling) return []
    const comparison = found?.payload ? compare(payload!, found.payload) : null
    return [{ posted, on, pricing, government: found, comparison }]
  })
}

const NONE: Standard[] = []

/** What a sentence says of a comparison. */
export const comparedValues = ({ posted, on, government, comparison }: Against): Record<string, string> => ({
  item: posted.statement.payload!.item,
  day: on,
  posted: posted.statement.payload!.posted,
  government: government?.payload?.posted ?? '',
  difference: comparison?.difference ?? '',
})
