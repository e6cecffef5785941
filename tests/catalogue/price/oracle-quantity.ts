import type { Facts } from '../../../catalogue/facts.ts'
import type { FeeStandard, Terms } from '../../../catalogue/fee-standard.ts'
import { UNITS } from '../../../catalogue/unit.ts'
import type { Fraction } from './fraction.ts'
import * as f from './fraction.ts'
import type { Asked } from './oracle.ts'
import { hoursBilled, untilPeriod } from './oracle-periods.ts'

/** 计费数量: how much is billed, and whether facts counted it (then the line’s quantity says how many such services). */
export type Billed = { value: Fraction; byFact: boolean } | { missing: string[] }

export function billed(standard: FeeStandard, asked: Asked): Billed {
  const { terms } = standard
  const counted = measured(standard, asked)
  const further = [beyond(standard, asked.facts), through(standard, asked.facts)]
  const missing = [counted, ...further].flatMap((one) => ('missing' in one ? one.missing : []))
  if ('missing' in counted || missing.length > 0) return { missing }
  let { value } = counted
  if (terms.whole_units) value = f.ceil(value)
  if (terms.minimum_quantity !== null) value = f.greater(value, f.read(terms.minimum_quantity))
  for (const one of further) if ('value' in one) value = f.times(value, one.value)
  return { value, byFact: counted.byFact }
}

type Times = { value: Fraction } | { missing: string[] }

/** Only what a fact exceeds is counted; a net ton and mile by all the miles where no such rule is named. */
function beyond({ terms, unit }: FeeStandard, facts: Facts): Times {
  const excess = terms.excess ?? (unit === 'net_ton_nm' ? { fact: 'distance_nm', over: '0' } : null)
  if (excess === null) return { value: f.ONE }
  const said = facts[excess.fact]
  if (said === undefined) return { missing: [excess.fact] }
  const limit = f.read(excess.over)
  return { value: f.below(limit, f.read(said)) ? f.minus(f.read(said), limit) : f.ZERO }
}

/** A unit for a day or an hour is charged for each of them, unless the rate itself runs by the period. */
function through({ unit, rate, terms }: FeeStandard, facts: Facts): Times {
  const meaning = UNITS[unit]
  return 'period' in meaning && rate.form !== 'per_period'
    ? untilPeriod(meaning.period, terms, facts)
    : { value: f.ONE }
}

/** Before parts are made whole and the minimum is looked at. */
export function measured({ unit, terms }: FeeStandard, { facts, quantity }: Asked): Billed {
  const number = (name: string) => (facts[name] === undefined ? null : f.read(facts[name]))
  const said = quantity === null ? null : f.read(quantity)
  const first = terms.quantity ?? UNITS[unit].fact
  if (terms.quantity === null && unit === 'revenue_ton') return revenueTons(facts, said)
  if (terms.quantity === null && unit === 'tug_movement') return tugMovements(facts, said)
  if (terms.quantity === null && unit === 'kg') {
    if (said) return { value: said, byFact: false }
    const tons = number('weight_t')
    return tons ? { value: f.times(tons, f.whole(1000)), byFact: true } : { missing: ['weight_t'] }
  }
  if (unit === 'hour' || unit === 'day') return timed(unit, terms, facts, said)
  if (first === null) return { value: said ?? f.ONE, byFact: false }
  for (const fact of [first, ...(terms.quantity_else ?? [])]) {
    const value = number(fact)
    if (value !== null) return { value, byFact: true }
  }
  if (said === null || !STANDS_IN.includes(first)) return { missing: [first] }
  return { value: said, byFact: false }
}

/** Facts in whose place the line’s own quantity is taken. */
const STANDS_IN = ['weight_t', 'volume_m3']

/** Hours and days: as the facts say, or as many as the line says. */
function timed(unit: 'hour' | 'day', terms: Terms, facts: Facts, said: Fraction | null): Billed {
  const counted = untilPeriod(unit, terms, facts)
  if ('value' in counted) return { value: counted.value, byFact: true }
  if (said === null) return counted
  return { value: unit === 'hour' ? hoursBilled(said, terms) : f.ceil(said), byFact: false }
}

function revenueTons({ weight_t, volume_m3 }: Facts, said: Fraction | null): Billed {
  const known = [weight_t, volume_m3].flatMap((each) => (each === undefined ? [] : [f.read(each)]))
  if (known.length > 0) return { value: known.reduce(f.greater), byFact: true }
  return said ? { value: said, byFact: false } : { missing: ['weight_t', 'volume_m3'] }
}

function tugMovements({ tugs, movements }: Facts, said: Fraction | null): Billed {
  if (tugs === undefined && movements === undefined && said) return { value: said, byFact: false }
  const missing = [...(tugs === undefined ? ['tugs'] : []), ...(movements === undefined ? ['movements'] : [])]
  if (tugs === undefined || movements === undefined) return { missing }
  return { value: f.times(f.read(tugs), f.read(movements)), byFact: true }
}
