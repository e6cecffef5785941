import type { Decimal } from 'decimal.js'
import { UNITS } from '../unit.ts'
import { exact, ONE, said, ZERO } from './exact.ts'
import { numberOf } from './known.ts'
import { countingFact, isPerPeriod, isTime, measure } from './measure.ts'
import { type Period, periodsOf } from './periods.ts'
import { lack, tell, type Working } from './working.ts'

/**
 * 计费数量: the units counted, a part of one as one where the terms say so, at least the minimum, times what a fact
 * exceeds, times the days or hours where each unit is for one of these and the rate is not itself by the period.
 */
export function billingQuantity(work: Working): Decimal {
  const { terms, unit, rate } = work.standard
  const { period } = UNITS[unit] as { period?: Period }
  const billed = exceeding(work, atLeast(work, whole(work, units(work))))
  if (period === undefined || terms.excess || isPerPeriod(rate)) return billed
  return billed.times(periods(work, period))
}

/** The periods billed, told; the fact is missed where nothing says how many. */
export function periods(work: Working, period: Period): Decimal {
  const { standard, asked } = work
  const quantity = isTime(countingFact(standard)) ? asked.quantity : null
  const counted = periodsOf(period, asked.facts, standard.terms.half_hours === true, quantity)
  if (counted) tell(work, { rule: 'periods', args: counted.told }, counted.count)
  else lack(work, [period === 'day' ? 'days' : 'hours'])
  return counted?.count ?? ONE
}

function units(work: Working): Decimal {
  const found = measure(work.standard, work.asked)
  if ('lacking' in found) {
    lack(work, found.lacking)
    return ONE
  }
  if (found.told) tell(work, found.told, found.count)
  return found.count
}

function whole(work: Working, count: Decimal): Decimal {
  if (!work.standard.terms.whole_units || count.isInteger()) return count
  const up = count.ceil()
  tell(work, { rule: 'part_counts', args: { given: said(count) } }, up)
  return up
}

function atLeast(work: Working, count: Decimal): Decimal {
  const { minimum_quantity } = work.standard.terms
  if (minimum_quantity === null || count.gte(exact(minimum_quantity))) return count
  const least = exact(minimum_quantity)
  tell(work, { rule: 'minimum', args: { given: said(count) } }, least)
  return least
}

/** A net ton·mile is counted by all the miles where the terms do not name those that are. */
function exceeding(work: Working, count: Decimal): Decimal {
  const { terms, unit } = work.standard
  const excess = terms.excess ?? (unit === 'net_ton_nm' ? { fact: 'distance_nm', over: '0' } : undefined)
  if (!excess) return count
  const value = numberOf(work.asked.facts, excess.fact)
  if (!value) {
    lack(work, [excess.fact])
    return count
  }
  const beyond = value.minus(exact(excess.over))
  const times = count.times(beyond.isNegative() ? ZERO : beyond)
  tell(work, { rule: 'excess', args: { ...excess, given: said(value) } }, times)
  return times
}
