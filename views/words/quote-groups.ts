import type { Quote, Service } from '../../catalogue/quote.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { type Span, sum } from '../../catalogue/spans.ts'
import type { Translate } from '../locale/locale.ts'
import { kindInWords } from './quote.ts'

/** Services under one heading: whose price it is, and of the market's also who is paid. */
export type ServiceGroup = { key: string; title: string; lead: string; services: Service[]; subtotal: Span | null }

/** Government-set, then guided, then the market by link of the chain, then what is inside the lump sum. */
export function serviceGroups({ services }: Quote, ref: Reference, t: Translate): ServiceGroup[] {
  const shown = services.filter(
    ({ kind, counted, charges }) => counted !== null || (kind === 'limit' && charges[0]?.span),
  )
  const keys = [...new Set(shown.map((service) => keyOf(service, ref)))].toSorted((a, b) => rank(a) - rank(b))
  return keys.map((key) => {
    const under = shown.filter((service) => keyOf(service, ref) === key)
    const link = t.words.link[key.split(' ')[1] as 'terminal'] ?? ''
    const adds = under[0]!.kind !== 'limit' && under.length > 1
    return {
      key,
      services: under,
      subtotal: adds ? sum(under.flatMap(({ counted }) => counted ?? [])) : null,
      ...kindInWords(under[0]!, link, t),
    }
  })
}

const keyOf = ({ kind, item, charges }: Service, ref: Reference): string =>
  kind === 'market' ? `market ${nearest(ref, 'item', item, charges[0]!.lines[0]!.estimated.on)?.link ?? ''}` : kind

const RANKS = ['gov_set', 'gov_guided', 'market', 'limit']
const rank = (key: string): number => RANKS.indexOf(key.split(' ')[0]!)
