import type { Day } from '../day.ts'
import type { FeeItem } from '../fee-item.ts'
import type { Statement } from '../statement.ts'
import { inForce, type Validity } from '../validity.ts'
import { later } from './months.ts'

/** Days on which something is said, or (null) that nothing applies. */
export type Holding = { valid: Validity; payload: unknown }

/** The first of some days, not before `since`, on which nothing is in force; null when something is on all of them. */
export function firstUncovered({ from, until }: Validity, versions: readonly Holding[], since: Day): Day | null {
  const said = versions.filter(({ payload }) => payload !== null)
  let day = later(from, since)
  while (until === null || day < until) {
    const holding = inForce(said, day)
    if (holding === undefined) return day
    if (holding.valid.until === null) return null
    day = holding.valid.until
  }
  return null
}

/**
 * 明令取消: the item as it last was, where it was a government price, fund or administrative charge and is not in force
 * on the day, nor said to come back; null otherwise.
 */
export function abolishedBy(versions: readonly Statement<'item'>[], day: Day): FeeItem | null {
  const said = versions.filter(({ payload }) => payload !== null)
  if (said.length === 0 || said.some(({ valid }) => valid.until === null || day < valid.until)) return null
  const last = said.at(-1)!.payload!
  return last.pricing !== 'market' || last.nature !== 'service_fee' ? last : null
}
