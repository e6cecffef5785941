import type { Comparison } from '../comparison.ts'
import type { Day } from '../day.ts'
import type { Pricing } from '../fee-item.ts'
import { saidOf } from '../live.ts'
import { heldOn } from '../price/held-on.ts'
import { on as onDay } from '../reference.ts'
import { governing } from './governing.ts'
import { boundaries, pricesByItem, type Standard } from './price-index.ts'
import type { Linted } from './rule.ts'
import { judged, once, type Said } from './scene.ts'
import { weighed } from './weighed.ts'

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
  const own = pricesByItem(given.after).get(payload!.item)?.posted.get(payload!.entity!) ?? NONE
  const since = given.on === 'live' ? given.settings.today : null
  return boundaries(valid, [...items, ...government], since).flatMap((on): Against[] => {
    const pricing = onDay(given.after.reference, 'item', payload!.item, on)?.pricing
    if (pricing === undefined) return []
    const { covering, inside } = governing(payload!, heldOn(government, on), heldOn(own, on))
    const binding = (one: Standard): boolean => pricing !== 'market' || one.payload!.ceiling
    const compared = [covering, ...inside].flatMap((one) =>
      one !== null && binding(one) ? { one, comparison: weighed(payload!, one.payload!) } : [],
    )
    const beside = compared.filter(({ one, comparison }) => one === covering || isOff(comparison, pricing))
    const shown = beside.length > 0 ? beside : compared.slice(0, 1)
    const found = shown.map(({ one, comparison }) => ({ posted, on, pricing, government: one, comparison }))
    return found.length > 0 || pricing === 'market'
      ? found
      : [{ ...{ posted, on, pricing }, government: null, comparison: null }]
  })
}

/** Is it what may not be: above, or of a set price anything but the same? */
const isOff = ({ verdict }: Comparison, pricing: Pricing): boolean =>
  verdict === 'above' || (verdict === 'below' && pricing === 'gov_set')

const NONE: Standard[] = []

/** What a sentence says of a comparison. */
export const comparedValues = ({ posted, on, government, comparison }: Against): Record<string, string> => ({
  item: posted.statement.payload!.item,
  day: on,
  posted: inShort(posted.statement.payload!.posted),
  government: inShort(government?.payload?.posted ?? ''),
  difference: comparison?.difference ?? '',
})

/** A long list of tiers need not stand in a sentence. */
export const inShort = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
