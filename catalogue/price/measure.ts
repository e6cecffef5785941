import type { Decimal } from 'decimal.js'
import type { Amount } from '../amount.ts'
import type { FactName, Facts } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { UNITS } from '../unit.ts'
import { exact, ONE, said } from './exact.ts'
import { numberOf } from './known.ts'
import { periodsOf } from './periods.ts'
import type { Asked, Told } from './working.ts'

/**
 * What the units of a line are counted by: how that is told, how many there are (as given and as billed), and whether
 * the line's quantity was spent on it; where it was not, the quantity says how many such services there were.
 */
export type Measure = { told: Told | null; given: Decimal; count: Decimal; spent: boolean }
type Lacking = { lacking: readonly FactName[]; spent: false }

/** The units of one line, before any rule of counting; or the facts without which they cannot be counted. */
export function measure(standard: FeeStandard, { facts, quantity }: Asked): Measure | Lacking {
  const fact = countingFact(standard)
  if (standard.terms.quantity === null) {
    if (standard.unit === 'revenue_ton') return greater(facts, quantity)
    if (standard.unit === 'kg') return kilograms(facts, quantity)
    if (standard.unit === 'tug_movement') return tugMovements(facts, quantity)
  }
  if (fact === null) return counted(standard, quantity)
  if (isTime(fact)) return timed(standard, fact, facts, quantity)
  return byFact(standard, fact, facts, quantity)
}

/** The fact that counts a standard's units; null where the line's quantity does. Time that the rate itself runs by is no such fact. */
export const countingFact = ({ terms, unit, rate }: FeeStandard): FactName | null =>
  terms.quantity !== null && !(isTime(terms.quantity) && ('period' in UNITS[unit] || isPerPeriod(rate)))
    ? terms.quantity
    : UNITS[unit].fact

export const isTime = (fact: FactName | null): fact is 'hours' | 'days' => fact === 'hours' || fact === 'days'

/** Is it, or a part of it, priced by the period? */
export const isPerPeriod = (rate: FeeStandard['rate']): boolean =>
  rate.form === 'per_period' || (rate.form === 'sum' && rate.parts.some((part) => part.rate.form === 'per_period'))

const lack = (...lacking: FactName[]): Lacking => ({ lacking, spent: false })
const measured = (told: Told | null, count: Decimal, spent = false, given = count): Measure => ({
  told,
  given,
  count,
  spent,
})

const counted = ({ unit }: FeeStandard, quantity: Amount | null): Measure =>
  measured(
    { rule: 'counted', args: { unit, assumed: quantity === null } },
    quantity === null ? ONE : exact(quantity),
    true,
  )

function byFact({ terms, unit }: FeeStandard, fact: FactName, facts: Facts, quantity: Amount | null) {
  const value = numberOf(facts, fact)
  if (value) return measured({ rule: 'measured', args: { fact, given: said(value) } }, value)
  for (const other of terms.quantity_else ?? []) {
    const instead = numberOf(facts, other)
    const told = instead && { fact: other, lacking: fact, given: said(instead) }
    if (told) return measured({ rule: 'instead', args: told }, instead)
  }
  const tons = (fact === 'weight_t' || fact === 'volume_m3') && quantity !== null
  return tons ? measured({ rule: 'counted', args: { unit, assumed: false } }, exact(quantity), true) : lack(fact)
}

/** Hours and days; a price by the period counts them itself. */
function timed({ rate, terms }: FeeStandard, fact: 'hours' | 'days', facts: Facts, quantity: Amount | null) {
  const periods = periodsOf(fact === 'days' ? 'day' : 'hour', facts, terms.half_hours === true, quantity)
  if (isPerPeriod(rate)) return measured(null, ONE, periods?.spent === true)
  if (!periods) return lack(fact)
  return measured({ rule: 'periods', args: periods.told }, periods.count, periods.spent, periods.given)
}

/** 择大: by weight or volume, whichever is greater; by the one that is known; by the tons the line says. */
function greater(facts: Facts, quantity: Amount | null) {
  const [weight, volume] = [numberOf(facts, 'weight_t'), numberOf(facts, 'volume_m3')]
  if (weight && volume) {
    const by = volume.gt(weight) ? 'volume' : 'weight'
    const args = { weight: said(weight), volume: said(volume), by } as const
    return measured({ rule: 'greater', args }, by === 'volume' ? volume : weight)
  }
  if (weight) return measured({ rule: 'measured', args: { fact: 'weight_t', given: said(weight) } }, weight)
  if (volume) return measured({ rule: 'measured', args: { fact: 'volume_m3', given: said(volume) } }, volume)
  if (quantity === null) return lack('weight_t', 'volume_m3')
  return measured({ rule: 'counted', args: { unit: 'revenue_ton', assumed: false } }, exact(quantity), true)
}

function kilograms(facts: Facts, quantity: Amount | null) {
  if (quantity !== null)
    return measured({ rule: 'counted', args: { unit: 'kg', assumed: false } }, exact(quantity), true)
  const tons = numberOf(facts, 'weight_t')
  if (!tons) return lack('weight_t')
  return measured({ rule: 'measured', args: { fact: 'weight_t', given: said(tons) } }, tons.times(1000))
}

/** 拖轮艘次: as many as the line says, else tugs × movements. */
function tugMovements(facts: Facts, quantity: Amount | null) {
  const [tugs, movements] = [numberOf(facts, 'tugs'), numberOf(facts, 'movements')]
  if (tugs && movements) {
    const args = { tugs: said(tugs), movements: said(movements) }
    return measured({ rule: 'tug_movements', args }, tugs.times(movements))
  }
  if (tugs) return lack('movements')
  if (movements) return lack('tugs')
  if (quantity === null) return lack('tugs', 'movements')
  return measured({ rule: 'counted', args: { unit: 'tug_movement', assumed: false } }, exact(quantity), true)
}
