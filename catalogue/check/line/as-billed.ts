import { Decimal } from 'decimal.js'
import type { Amount } from '../../amount.ts'
import type { FactName, Facts } from '../../facts.ts'
import type { FeeStandard } from '../../fee-standard.ts'
import { countingFact } from '../../price/measure.ts'
import { UNITS, type Unit } from '../../unit.ts'
import type { InvoiceLine } from '../invoice.ts'
import { unitsSaid } from '../units-said.ts'

/** 数量: what facts and how many of its unit a price is asked for. */
export type Asked = { facts: Facts; quantity: Amount | null }

/** The quantity a line states or, where it states none, the one its amount and unit price imply. */
export function quantityOf({ quantity, amount, unit_price }: InvoiceLine): Amount | null {
  if (quantity !== undefined) return quantity
  if (unit_price === undefined || new Decimal(unit_price).isZero() || amount.startsWith('-')) return null
  const implied = new Decimal(amount).div(unit_price)
  return implied.decimalPlaces() <= 4 && !implied.isZero() ? implied.toFixed() : null
}

/**
 * 按账单计量: how a billed quantity and unit read against a price in a unit of its own: a quantity in the unit's
 * counting fact (95000 净吨) becomes that fact. Null when the unit said cannot mean the price's.
 */
export function asBilled(
  quantity: Amount | null,
  unit: string | undefined,
  facts: Facts,
  price: FeeStandard,
): Asked | null {
  const said = unit === undefined ? [] : unitsSaid(unit)
  if (said.length === 0) return unsaid(quantity, facts, price)
  for (const one of said) {
    const asked = readAs(one, { facts, quantity }, price)
    if (asked !== null) return asked
  }
  return null
}

type Meaning = { period?: 'day' | 'hour' }
const periodOf = (unit: Unit): 'day' | 'hour' | undefined => (UNITS[unit] as Meaning).period
const COUNTED_BY = { day: 'days', hour: 'hours' } as const

function readAs(said: Unit, asked: Asked, price: FeeStandard): Asked | null {
  const fact = countingFact(price)
  const period = periodOf(price.unit)
  if (said === price.unit) return period === undefined ? units(asked, price) : perPeriod(asked, price, period)
  if (period !== undefined && price.unit === `${said}_${period}`) return measured(asked, fact)
  if (period !== undefined && said === period) return measured(asked, COUNTED_BY[period])
  if (price.unit === 'net_ton_nm' && said === 'net_ton') return measured(asked, fact)
  if (price.unit === 'revenue_ton' && (said === 'ton' || said === 'm3')) return measured(asked, UNITS[said].fact)
  if (price.unit === 'ton' && said === 'kg') return measured(scaled(asked, '0.001'), fact)
  if (price.unit === 'kg' && said === 'ton') return scaled(asked, '1000')
  return fact === 'net_tonnage' && SERVICES.has(said) ? asked : null
}

/** Ships are billed by the ton, and their bills count calls. */
const SERVICES: ReadonlySet<Unit> = new Set(['call', 'voyage', 'time'])

/** Without a unit, a quantity that a fact states too is that fact once more; any other is a number. */
function unsaid(quantity: Amount | null, facts: Facts, price: FeeStandard): Asked {
  const fact = countingFact(price)
  const again = fact !== null && quantity !== null && sameAs(facts[fact], quantity)
  return { facts, quantity: again ? null : quantity }
}

function units(asked: Asked, price: FeeStandard): Asked {
  const { unit } = price
  if (unit === 'ton' || unit === 'm3') return measured(by(asked, MEASURED_BY[unit]), countingFact(price))
  if (unit !== 'tug_movement') return measured(asked, countingFact(price))
  const { tugs, movements } = asked.facts
  return tugs !== undefined && movements !== undefined ? { ...asked, quantity: null } : asked
}

/** Goods billed by the ton were weighed, by the cubic metre measured. */
const MEASURED_BY = { ton: 'weight', m3: 'volume' } as const
const by = ({ facts, quantity }: Asked, how: 'weight' | 'volume'): Asked => ({
  facts: { measured_by: how, ...facts },
  quantity,
})

/** A quantity of tons times days, or boxes times days: taken apart where one of the two is known or either would do. */
function perPeriod({ facts, quantity }: Asked, price: FeeStandard, period: 'day' | 'hour'): Asked {
  const fact = countingFact(price)
  const { rate } = price
  const periods = facts[COUNTED_BY[period]]
  if (quantity === null) return { facts, quantity }
  if (periods !== undefined) return measured({ facts, quantity: shareOf(quantity, periods) }, fact)
  const even = rate.form === 'fixed' || (rate.form === 'per_period' && rate.free === 0 && rate.steps.length === 1)
  return even ? measured({ facts: { ...facts, [COUNTED_BY[period]]: '1' }, quantity }, fact) : { facts, quantity }
}

/** A quantity counted by a fact is that fact; where the fact is stated it stands, and a multiple of it is so many services. */
function measured({ facts, quantity }: Asked, fact: FactName | null): Asked {
  if (fact === null || quantity === null) return { facts, quantity }
  const stated = facts[fact]
  if (stated === undefined) return { facts: { ...facts, [fact]: quantity }, quantity: null }
  const services = shareOf(quantity, stated)
  return { facts, quantity: services !== '1' && /^\d+$/.test(services) ? services : null }
}

const scaled = ({ facts, quantity }: Asked, factor: Amount): Asked => ({
  facts,
  quantity: quantity === null ? null : new Decimal(quantity).times(factor).toFixed(),
})

const shareOf = (whole: Amount, part: Amount): Amount =>
  new Decimal(part).isZero() ? whole : new Decimal(whole).div(part).toDecimalPlaces(8).toFixed()

const sameAs = (stated: Amount | undefined, quantity: Amount): boolean =>
  stated !== undefined && new Decimal(stated).equals(quantity)
