import type { Conditions, Facts } from '../../../catalogue/facts.ts'
import type { FeeStandard, Terms } from '../../../catalogue/fee-standard.ts'
import { agreement } from './agreement.ts'
import type { Fraction } from './fraction.ts'
import * as f from './fraction.ts'
import type { Asked } from './oracle.ts'
import { billed, measured } from './oracle-quantity.ts'

type Value = { value: Fraction } | { missing: string[] }

/** The product of the factors that apply; one whose fact is not said leaves nothing to tell. */
export function factorOf({ multipliers }: Terms, facts: Facts): Value {
  const missing: string[] = []
  let value = f.ONE
  for (const { factor, when } of multipliers) {
    const said = agreement(when as Conditions, facts)
    if (said.answer === 'unsaid') missing.push(...said.unsaid)
    if (said.answer === 'yes') value = f.times(value, f.read(factor))
  }
  return missing.length > 0 ? { missing } : { value }
}

/** What a box of a size that is not listed pays of a listed one’s price. */
export function boxOf({ conditions, terms }: FeeStandard, facts: Facts): Value {
  const sizes = conditions.size
  if (terms.box_m3 === undefined || facts.size === undefined) return { value: f.ONE }
  if (!Array.isArray(sizes) || sizes.includes(facts.size)) return { value: f.ONE }
  if (facts.box_m3 === undefined) return { missing: ['box_m3'] }
  return { value: f.over(f.read(facts.box_m3), f.read(terms.box_m3)) }
}

export function limitedAndRaised(sum: Fraction, terms: Terms, facts: Facts, units: Fraction): Fraction {
  if (terms.limits_before_surcharges) return raised(limited(sum, terms, units), terms, facts)
  return limited(raised(sum, terms, facts), terms, units)
}

/** Within free time nothing is due, and no least amount makes it something. */
const isNothing = ({ n }: Fraction): boolean => n === 0n

/** Floor and cap of the whole, or as many times as units were counted. */
function limited(sum: Fraction, { floor, cap }: Terms, units: Fraction): Fraction {
  const atLeast = floor === null || isNothing(sum) ? sum : f.greater(sum, f.times(f.read(floor), units))
  return cap === null ? atLeast : f.smaller(atLeast, f.times(f.read(cap), units))
}

export function unitsOf(standard: FeeStandard, asked: Asked): Fraction {
  const counted = standard.terms.limits_per_unit ? measured(standard, asked) : null
  return counted !== null && 'value' in counted ? counted.value : f.ONE
}

/** 45 % and 45 % are 90 % of the same base. */
function raised(base: Fraction, { surcharges }: Terms, facts: Facts): Fraction {
  let sum = base
  for (const { percent, when } of surcharges)
    if (agreement(when as Conditions, facts).answer === 'yes')
      sum = f.plus(sum, f.over(f.times(base, f.read(percent)), f.whole(100)))
  return sum
}

/** How many such services; null where the line’s quantity counts the units, or is passed on to the item of a percentage. */
export function servicesOf(standard: FeeStandard, asked: Asked): Fraction | null {
  if (standard.rate.form === 'percent_of') return null
  const quantity = billed(standard, asked)
  if (!('value' in quantity) || !quantity.byFact) return null
  return asked.quantity === null ? f.ONE : f.read(asked.quantity)
}

/** A bill is in fen: finer decimals are rounded to two, the same way. */
const FEN = 2

export function rounded(sum: Fraction, { rounding }: Terms): Fraction {
  const { decimals, mode, minimum } = rounding ?? { decimals: 2, mode: 'half_up', minimum: null }
  const scale = f.whole(10n ** BigInt(Math.min(decimals, FEN)))
  const up = f.times(sum, scale)
  const half = { n: 1n, d: 2n }
  const to = mode === 'up' ? f.ceil(up) : mode === 'down' ? f.floor(up) : f.floor(f.plus(up, half))
  const amount = f.over(to, scale)
  return minimum === null || isNothing(sum) ? amount : f.greater(amount, f.read(minimum))
}
