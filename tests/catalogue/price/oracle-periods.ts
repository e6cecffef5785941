import type { Facts } from '../../../catalogue/facts.ts'
import type { Terms } from '../../../catalogue/fee-standard.ts'
import type { Fraction } from './fraction.ts'
import * as f from './fraction.ts'

/** How many days or hours are billed: as said, or worked out from the other; a part counts as one, or by the half. */
export function untilPeriod(
  period: 'day' | 'hour',
  terms: Terms,
  facts: Facts,
): { value: Fraction } | { missing: string[] } {
  const [days, hours] = [facts.days, facts.hours].map((said) => (said === undefined ? null : f.read(said)))
  if (period === 'day') {
    if (days) return { value: f.ceil(days) }
    return hours ? { value: f.ceil(f.over(hours, f.whole(24))) } : { missing: ['days'] }
  }
  if (hours) return { value: hoursBilled(hours, terms) }
  return days ? { value: hoursBilled(f.times(days, f.whole(24)), terms) } : { missing: ['hours'] }
}

/** Under an hour is one; beyond it up to half an hour more is half, above that a whole one. Otherwise a part is one. */
export function hoursBilled(hours: Fraction, { half_hours }: Terms): Fraction {
  if (!half_hours) return f.ceil(hours)
  if (!f.below(f.ONE, hours)) return f.ONE
  const full = f.floor(hours)
  const rest = f.minus(hours, full)
  if (f.same(rest, f.ZERO)) return full
  const half = { n: 1n, d: 2n }
  return f.plus(full, f.below(half, rest) ? f.ONE : half)
}
