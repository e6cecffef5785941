import { plus } from '../../catalogue/amount.ts'
import { type FeeStandard, PLAIN } from '../../catalogue/fee-standard.ts'
import type { Live } from '../../catalogue/live.ts'
import type { Rate } from '../../catalogue/rate/rate.ts'
import { nearest } from '../../catalogue/reference.ts'
import { type Line, say, withdraw } from '../../catalogue/release.ts'
import { SubjectKind } from '../../catalogue/subject.ts'
import { text } from '../../catalogue/text.ts'
import { FROM, TERMINAL } from './proposals.ts'

const why = { zh: '成本上升，按合同约定调整', en: 'costs rose', documents: ['jsg-2019-2'] }
const open = { from: FROM, until: null }

/** The terminal's own market prices of one figure, of items that became no others, as they stand: each may be changed by one of the sets. */
export const ownPrices = ({ standards, reference, today }: Live): FeeStandard[] =>
  [...standards.values()].flatMap((versions) => {
    const payload = versions.at(-1)!.payload
    const isFree =
      payload &&
      !reference.of.lineage.keys().some((key) => key.startsWith(`${payload.item}/`)) &&
      nearest(reference, 'item', payload.item, today)?.pricing === 'market'
    return payload?.entity === TERMINAL && payload.rate.form === 'fixed' && isFree ? [payload] : []
  })

/** A price raised by so many yuan from a day on, on the wall too. */
export function raised(price: FeeStandard, by: string, from = FROM): Line<'standard'> {
  if (price.rate.form !== 'fixed') throw new Error(`${price.item} has no one price`)
  const amount = plus(price.rate.amount, by)
  const posted = price.posted.replace(price.rate.amount, amount)
  return say('standard', { ...price, rate: { form: 'fixed', amount }, posted }, { from, until: null }, why, 'revise')
}

/** A price that ends. */
export const ended = (price: FeeStandard): Line<'standard'> =>
  withdraw(
    'standard',
    [price.item, price.port ?? '-', price.area ?? '-', price.entity ?? '-', price.line].join('/'),
    open,
    why,
  )

const RATES: Rate[] = [
  { form: 'fixed', amount: '12.5' },
  { form: 'range', low: '5', high: '8' },
  {
    ...{ form: 'tiered', fact: 'weight_t', mode: 'slab' },
    tiers: [
      { over: '0', amount: '3' },
      { over: '20', amount: '4' },
    ],
  },
  { form: 'per_period', period: 'day', free: 7, steps: [{ from: 8, amount: '4' }] },
  { form: 'percent_of', item: 'port-operation-lumpsum', percent: '50' },
  { form: 'at_cost' },
  { form: 'see_attachment', title: '价目附件', href: null },
  {
    form: 'sum',
    parts: [
      { name: '吊装', rate: { form: 'fixed', amount: '10' } },
      { name: '搬移', rate: { form: 'range', low: '2', high: '3' } },
    ],
  },
]

/** A new price of the terminal in each form of rate, the first with every term and condition there is room for. */
export const everyRate = (price: FeeStandard): Line<'standard'>[] =>
  RATES.map((rate, index) =>
    say(
      'standard',
      {
        ...price,
        ...(index === 0 ? RICH : { conditions: {}, terms: PLAIN }),
        ...{ rate, line: `trial-${rate.form.replaceAll('_', '-')}`, unit: 'container', posted: `试行 ${rate.form}` },
      },
      open,
      why,
    ),
  )

const RICH: Pick<FeeStandard, 'conditions' | 'terms' | 'remark'> = {
  conditions: { size: ['20'], load: ['laden'], weight_t: { over: '1', to: '30' } },
  terms: {
    ...PLAIN,
    minimum_quantity: '2',
    multipliers: [{ name: text('批量优惠', 'volume discount'), factor: '0.9', when: { size: ['20'] } }],
    surcharges: [{ name: text('夜间附加', 'night'), percent: '20', when: { night: ['true'] } }],
    floor: '10',
    cap: '500',
    rounding: { decimals: 2, mode: 'half_up', minimum: null },
  },
  remark: text('试行一年', 'on trial for a year'),
}

/** What stands of every kind, said again from a day on: one line of each kind but prices. */
export const everyKind = ({ reference }: Live): Line[] =>
  SubjectKind.options.flatMap((kind): Line[] => {
    if (kind === 'standard') return []
    const [versions] = reference.of[kind].values()
    const payload = versions?.at(-1)?.payload
    return payload ? [say(kind, payload as never, open, { ...why, documents: [] }, 'revise')] : []
  })

/** A line that could be written but not published: an end of what never was. */
export const unpublishable = (price: FeeStandard): Line => ended({ ...price, line: 'never-published' })
