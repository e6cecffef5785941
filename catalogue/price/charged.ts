import type { Amount } from '../amount.ts'
import { meets } from '../facts.ts'
import type { Terms } from '../fee-standard.ts'
import { each, exact, HUNDRED, type Money, ONE, one, said, ZERO } from './exact.ts'
import { numberOf } from './known.ts'
import { measure } from './measure.ts'
import { lack, tell, type Working } from './working.ts'

/** 其他箱型: a box of a size the line does not list pays by its own inner volume over the listed box's. */
export function byBox(work: Working, price: Money): Money {
  const { terms, conditions } = work.standard
  const { size } = work.asked.facts
  const sizes = conditions.size
  if (!terms.box_m3 || size === undefined || !Array.isArray(sizes) || sizes.includes(size)) return price
  const own = numberOf(work.asked.facts, 'box_m3')
  const listed = exact(terms.box_m3)
  if (!own || listed.isZero()) {
    lack(work, ['box_m3'])
    return price
  }
  const scaled = each(price, (figure) => figure.times(own).div(listed))
  tell(work, { rule: 'box_volume', args: { own: said(own), listed: terms.box_m3 } }, scaled)
  return scaled
}

/** 系数: every factor whose conditions hold; one that depends on a fact not said leaves the price untold. */
export function multiplied(work: Working, price: Money): Money {
  let result = price
  for (const { name, factor, when } of work.standard.terms.multipliers) {
    const { holds, missing } = meets(when, work.asked.facts)
    if (missing.length > 0) lack(work, missing)
    if (!holds) continue
    result = each(result, (figure) => figure.times(exact(factor)))
    tell(work, { rule: 'multiplier', args: { name, factor } }, result)
  }
  return result
}

/** 附加费: percentages of one base, added up; one that depends on a fact not said is left out, and that is told. */
export function surcharged(work: Working, base: Money): Money {
  let percents = ZERO
  for (const { name, percent, when } of work.standard.terms.surcharges) {
    const { holds, missing } = meets(when, work.asked.facts)
    if (missing[0]) tell(work, { rule: 'not_said', args: { name, fact: missing[0] } }, null)
    if (!holds) continue
    percents = percents.plus(exact(percent))
    const extra = each(base, (figure) => figure.times(exact(percent)).div(HUNDRED))
    tell(work, { rule: 'surcharge', args: { name, percent, of: said(base.low) } }, extra)
  }
  if (percents.isZero()) return base
  const factor = percents.div(HUNDRED).plus(ONE)
  const total = each(base, (figure) => figure.times(factor))
  tell(work, { rule: 'with_surcharges', args: {} }, total)
  return total
}

/**
 * 起收价、封顶价: not below the floor, then not above the cap; both for each unit counted where the terms say so. Where
 * nothing is due, as within free time, no floor makes it something.
 */
export function limited(work: Working, price: Money): Money {
  const { floor, cap } = limitsOf(work)
  const above = floor === null ? price : raised(price, floor)
  if (differs(above, price)) tell(work, { rule: 'floor', args: { limit: floor! } }, above)
  const below = cap !== null && above.high.gt(exact(cap)) ? lowered(above, cap) : above
  if (below !== above) tell(work, { rule: 'cap', args: { limit: cap! } }, below)
  return below
}

function limitsOf({ standard, asked }: Working): Pick<Terms, 'floor' | 'cap'> {
  const { floor, cap, limits_per_unit } = standard.terms
  const units = limits_per_unit ? measure(standard, asked) : null
  if (units === null || 'lacking' in units) return { floor, cap }
  const forAll = (limit: Amount | null) => limit && said(units.count.times(exact(limit)))
  return { floor: forAll(floor), cap: forAll(cap) }
}

/** 次数: times the number of such services, where the line's quantity is not what was counted. */
export function repeated(work: Working, price: Money, services: string | null): Money {
  if (services === null || exact(services).eq(ONE)) return price
  const all = each(price, (figure) => figure.times(exact(services)))
  tell(work, { rule: 'times', args: { quantity: services } }, all)
  return all
}

const differs = (a: Money, b: Money): boolean => !a.low.eq(b.low) || !a.high.eq(b.high)

const raised = (price: Money, floor: string): Money =>
  each(price, (figure) => (figure.isZero() || figure.gte(floor) ? figure : exact(floor)))

function lowered({ low, high }: Money, cap: string): Money {
  const limit = exact(cap)
  return low.lt(limit) ? { low, high: high.lt(limit) ? high : limit } : one(limit)
}
