import type { Conditions, Facts } from '../../../catalogue/facts.ts'
import { type FeeStandard, PLAIN, type Terms } from '../../../catalogue/fee-standard.ts'
import type { Rate, SingleRate } from '../../../catalogue/rate/rate.ts'
import { text } from '../../../catalogue/text.ts'
import { UNITS, type Unit } from '../../../catalogue/unit.ts'
import { type Chance, chance } from './chance.ts'

/** One random tariff with random facts of a ship or shipment, and how many were asked for. */
export type Case = { standard: FeeStandard; facts: Facts; quantity: string | null }

/** The `n`-th case: a tariff that the catalogue takes, and facts of which some are left unsaid. */
export function randomCase(n: number): Case {
  const at = chance(n)
  const rate = randomRate(at)
  const unit = at.of<Unit>(rate.form === 'per_period' ? TIMED : at.maybe(0.4) ? ['net_ton', 'container'] : ALL_UNITS)
  const terms = randomTerms(at, unit)
  const standard = standardOf({ rate, unit, terms, conditions: terms.box_m3 ? { size: ['20'] } : {} })
  return {
    standard,
    facts: randomFacts(at, edges(rate)),
    quantity: at.maybe(0.5) ? null : at.maybe(0.5) ? String(at.int(1, 9)) : at.decimal(40, 2),
  }
}

const ALL_UNITS = Object.keys(UNITS) as Unit[]
const TIMED = [...ALL_UNITS.filter((unit) => 'period' in UNITS[unit]), 'container', 'net_ton'] as Unit[]

/** A standard of the government’s with only what matters to a price. */
export const standardOf = (given: Partial<FeeStandard>): FeeStandard => ({
  ...{ item: 'anything', port: null, area: null, entity: null, line: 'line', label: null, own_name: null },
  ...{ unit: 'container', currency: 'CNY', ceiling: false, conditions: {}, terms: PLAIN, posted: '…', remark: null },
  ...{ rate: { form: 'at_cost' }, basis: [{ document: 'any', article: null }] },
  provenance: { mark: 'recall', source: '…' },
  ...given,
})

function randomRate(at: Chance): Rate {
  if (!at.maybe(0.12)) return randomSingle(at)
  const parts = Array.from({ length: at.int(2, 3) }, (_, n) => ({ name: `part ${n}`, rate: simple(at) }))
  return { form: 'sum', parts }
}

const simple = (at: Chance): SingleRate => {
  const rate = randomSingle(at)
  return rate.form === 'per_period' ? { form: 'fixed', amount: at.decimal(90, 4) } : rate
}

function randomSingle(at: Chance): SingleRate {
  const form = at.of(FORMS)
  switch (form) {
    case 'fixed':
      return { form, amount: at.maybe(0.05) ? '0' : at.decimal(90, 4) }
    case 'range':
      return { form, low: at.decimal(50, 2), high: `${at.int(60, 99)}.5` }
    case 'tiered':
      return randomTiers(at)
    case 'per_period':
      return randomPeriods(at)
    case 'percent_of':
      return { form, item: at.of(Object.keys(OTHERS)), percent: at.decimal(130, 3) }
    case 'at_cost':
      return { form }
    case 'see_attachment':
      return { form, title: 'a table', href: null }
  }
}

const FORMS = [
  ...(['fixed', 'fixed', 'range', 'tiered', 'tiered', 'tiered', 'per_period', 'per_period'] as const),
  ...(['percent_of', 'at_cost', 'see_attachment'] as const),
]

/** What the other items come to that a percentage may be taken of. */
export const OTHERS = {
  single: { low: '123.45', high: '123.45' },
  spread: { low: '10.5', high: '999.99' },
  'at-cost': 'at_cost',
  unknown: 'weight_t',
} as const

function randomTiers(at: Chance): SingleRate {
  let over = 0
  const rest = Array.from({ length: at.int(0, 3) }, () => {
    over += at.int(1, 60)
    return { over: at.maybe(0.2) ? `${over}.5` : String(over), amount: at.decimal(9, 4) }
  })
  const tiers = [{ over: '0', amount: at.decimal(9, 4) }, ...rest]
  return at.maybe(0.5)
    ? { form: 'tiered', fact: 'net_tonnage', mode: 'marginal', tiers }
    : { form: 'tiered', fact: at.of(['loa_m', 'loa_m', 'net_tonnage']), mode: 'slab', tiers }
}

function randomPeriods(at: Chance): SingleRate {
  const free = at.maybe(0.4) ? 0 : at.int(1, 10)
  let from = free + 1
  const later = Array.from({ length: at.int(0, 3) }, () => {
    from += at.int(1, 12)
    return { from, amount: at.maybe(0.1) ? '0' : at.decimal(40, 2) }
  })
  const steps = [{ from: free + 1, amount: at.decimal(40, 2) }, ...later]
  return { form: 'per_period', period: at.of(['day', 'hour']), free, steps }
}

const edges = (rate: Rate): string[] =>
  rate.form === 'tiered' ? rate.tiers.slice(1).flatMap(({ over }) => [over, `${over.split('.')[0]}.01`]) : ['24', '48']

function randomTerms(at: Chance, unit: Unit): Terms {
  if (at.maybe(0.1)) return PLAIN
  const timed = unit === 'hour' || unit === 'day' || 'period' in UNITS[unit]
  const ship = UNITS[unit].fact === 'net_tonnage' || (!timed && at.maybe(0.1))
  return {
    ...PLAIN,
    ...(ship && { quantity: 'net_tonnage', quantity_else: at.some(['gross_tonnage', 'deadweight'], 0.7) }),
    ...(unit !== 'hour' && at.maybe(0.4) && { whole_units: true }),
    ...(at.maybe(0.2) && { minimum_quantity: at.decimal(60, 2) }),
    ...(at.maybe(0.3) && { half_hours: true }),
    ...(!timed && at.maybe(0.12) && { excess: { fact: 'distance_nm', over: at.decimal(20, 1) } }),
    ...(unit === 'container' && at.maybe(0.3) && { box_m3: at.of(['30', '33.2', '3', '67.7', '0.7']) }),
    multipliers: at.some(FACTORS, 0.15).map((factor) => ({ ...factor, factor: at.decimal(1, 3) })),
    surcharges: at.some(SURCHARGES, 0.35).map((surcharge) => ({ ...surcharge, percent: at.decimal(60, 2) })),
    floor: at.maybe(0.2) ? at.decimal(300, 2) : null,
    cap: at.maybe(0.2) ? at.decimal(3000, 2) : null,
    ...(at.maybe(0.4) && { limits_before_surcharges: true }),
    ...(!ship && at.maybe(0.25) && { limits_per_unit: true }),
    rounding: at.maybe(0.3) ? null : randomRounding(at),
  }
}

const randomRounding = (at: Chance): Terms['rounding'] => ({
  decimals: at.int(0, 4),
  mode: at.of(['half_up', 'half_up', 'up', 'down']),
  minimum: at.maybe(0.4) ? at.decimal(20, 2) : null,
})

const FACTORS: { name: ReturnType<typeof text>; when: Conditions }[] = [
  { name: text('本港', 'This port'), when: {} },
  { name: text('外贸', 'Foreign trade'), when: { trade: ['foreign'] } },
  { name: text('大船', 'Large'), when: { loa_m: { over: '20', to: '60' }, ship_type: ['bulk', 'other'] } },
]
const SURCHARGES: typeof FACTORS = [
  { name: text('夜班', 'Night'), when: { night: ['true'] } },
  { name: text('节假日', 'Holiday'), when: { holiday: ['true'] } },
  { name: text('重大件', 'Heavy'), when: { weight_t: { from: '30', below: '90' }, load: ['laden'] } },
]

/** Facts of a call or shipment; numbers often lie on an edge, and each fact is sometimes unsaid. */
export function randomFacts(at: Chance, near: readonly string[] = []): Facts {
  const number = (most: number, decimals: number) =>
    at.maybe(0.25) ? at.of(['24', '10', ...near]) : at.decimal(most, decimals)
  const all: Record<string, string> = {
    ...{ net_tonnage: number(240, 2), gross_tonnage: number(240, 2), deadweight: number(240, 1) },
    ...{ distance_nm: number(40, 1), loa_m: number(120, 2), weight_t: number(120, 3), volume_m3: number(120, 3) },
    ...{ hours: number(90, 2), days: number(30, 1), tugs: String(at.int(1, 4)), movements: String(at.int(1, 4)) },
    ...{ box_m3: at.of(['76.4', '10', '1', '33.2', '67.7', '0.5']), size: at.of(['20', '40', '45']) },
    ...{ trade: at.of(['foreign', 'domestic']), ship_type: at.of(['bulk', 'tanker', 'other']) },
    ...{ load: at.of(['laden', 'empty']), night: at.of(['true', 'false']), holiday: at.of(['true', 'false']) },
    ...{ direction: at.of(['import', 'export']), measured_by: at.of(['weight', 'volume']) },
    pilot_service: at.of(['lock', 'shifting']),
  }
  const said = at.of([0.95, 0.9, 0.6])
  return Object.fromEntries(Object.entries(all).filter(() => at.maybe(said)))
}
