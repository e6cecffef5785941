import type { FeeItemCode } from '../../codes.ts'
import type { Day } from '../../day.ts'
import { saidOf } from '../../live.ts'
import { on } from '../../reference.ts'
import { overlap } from '../../validity.ts'
import { faultsAbout } from '../faulty.ts'
import { type Hit, rule, skipped } from '../hit.ts'
import { percentOf, ratesOf, type Standard } from '../price-index.ts'
import { reachedFor } from '../reached.ts'
import type { Linted } from '../rule.ts'
import { judged, type Said } from '../scene.ts'
import { CLAUSES } from '../sources.ts'
import { firstUncovered } from '../uncovered.ts'

/** P01-P06: the figures and how they are worked out. */
export const PRICE_RULES = [
  rule('P01', 'error', CLAUSES.conditionsAndUpdates, ['set'], (given) => faultsAbout(given, 'tiers')),
  rule('P02', 'error', CLAUSES.shown, ['set', 'live'], (given) => [
    ...faultsAbout(given, 'unit'),
    ...withoutRounding(given),
    skipped('P02', 'tax-not-recorded'),
  ]),
  rule('P03', 'error', CLAUSES.inRenminbi, ['set', 'live'], (given) => [
    ...faultsAbout(given, 'amount'),
    ...zero(given),
  ]),
  rule('P04', 'warning', null, ['set', 'live'], negotiable),
  rule('P05', 'error', CLAUSES.shown, ['set', 'live'], unresolved),
  rule('P06', 'error', CLAUSES.passOn, ['set', 'live'], markedUp),
]

const prices = (given: Linted): readonly Said<'standard'>[] => judged(given, 'standard')

/** A government price that does not say how a bill is rounded. */
const withoutRounding = (given: Linted): Hit[] =>
  prices(given).flatMap((one) => {
    const { entity, terms, item } = one.statement.payload!
    const unsaid = entity === null && terms.rounding === null && !ratesOf(one.statement.payload!).every(figureless)
    return unsaid
      ? [{ about: [one], severity: 'note' as const, case: 'rounding', field: 'terms', values: { item } }]
      : []
  })

const FREE = /免|不收|不计|\bfree\b|no charge|\b0(\.0+)?\b|零/i

/** A price of nothing that nowhere says it is free of charge. */
const zero = (given: Linted): Hit[] =>
  prices(given).flatMap((one) => {
    const { rate, posted, remark, item } = one.statement.payload!
    const nothing = rate.form === 'fixed' && Number(rate.amount) === 0
    if (!nothing || FREE.test(`${posted} ${remark?.zh ?? ''} ${remark?.en ?? ''}`)) return []
    return [{ about: [one], severity: 'warning', case: 'zero', field: 'rate', values: { item } }]
  })

const figureless = ({ form }: { form: string }): boolean => form === 'at_cost' || form === 'see_attachment'
const AGREED = /面议|协商|另议|议定|详询|negotia|on request/i

/** No figure at all, and nothing that explains what it will come to. */
function negotiable(given: Linted): Hit[] {
  return prices(given).flatMap((one) => {
    const { posted, remark, label, item } = one.statement.payload!
    const bare = ratesOf(one.statement.payload!).some(figureless) && remark === null && label === null
    const agreed = AGREED.test(posted) && remark === null
    if (!bare && !agreed) return []
    return [{ about: [one], field: 'rate', case: agreed ? 'agreed' : 'bare', values: { item } }]
  })
}

/** A percentage of an item that is not priced on every one of the days, or that leads back to itself. */
function unresolved(given: Linted): Hit[] {
  return prices(given).flatMap((one) => {
    const standard = one.statement.payload!
    return percentOf(standard).flatMap((of): Hit[] => {
      const values = { item: standard.item, of }
      if (leadsBack(given, standard.item, of, one.statement))
        return [{ about: [one], field: 'rate', case: 'circle', values }]
      const day = firstUnpriced(given, one.statement, of)
      return day === null ? [] : [{ about: [one], field: 'rate', values: { ...values, day } }]
    })
  })
}

function firstUnpriced(given: Linted, { payload, valid }: Standard, of: FeeItemCode): Day | null {
  const since = given.on === 'live' ? given.settings.today : valid.from
  const noItem = firstUncovered(valid, saidOf(given.after, 'item', of), since)
  const noPrice = firstUncovered(valid, reachedFor(given, payload!, of), since)
  return noItem === null || (noPrice !== null && noPrice < noItem) ? noPrice : noItem
}

/** Does a percentage of `of` come, through further percentages on the same days, back to the item itself? */
function leadsBack(given: Linted, item: FeeItemCode, of: FeeItemCode, { payload, valid }: Standard): boolean {
  const seen = new Set<FeeItemCode>()
  const ahead = [of]
  while (ahead.length > 0) {
    const code = ahead.pop()!
    if (code === item) return true
    if (seen.has(code)) continue
    seen.add(code)
    for (const next of reachedFor(given, payload!, code)) if (overlap(next.valid, valid)) ahead.push(...next.of)
  }
  return false
}

/** 代收代付加价: more than the whole of an item that government prices, which is only passed on. */
function markedUp(given: Linted): Hit[] {
  return prices(given).flatMap((one) =>
    ratesOf(one.statement.payload!).flatMap((rate): Hit[] => {
      if (rate.form !== 'percent_of' || !isMore(rate.percent, one)) return []
      const pricing = on(given.after.reference, 'item', rate.item, dayOf(given, one))?.pricing
      if (pricing === undefined || pricing === 'market' || one.statement.payload!.entity === null) return []
      return [{ about: [one], field: 'rate', values: { item: rate.item, percent: rate.percent } }]
    }),
  )
}

/** More than 100 %, or 100 % with something added to it. */
function isMore(percent: string, { statement }: Said<'standard'>): boolean {
  const { terms } = statement.payload!
  const added = terms.surcharges.length > 0 || terms.multipliers.some(({ factor }) => Number(factor) > 1)
  return Number(percent) > 100 || (Number(percent) === 100 && (added || Number(terms.floor ?? 0) > 0))
}

const dayOf = ({ on, settings }: Linted, { statement: { valid } }: Said): Day =>
  on === 'live' && valid.from < settings.today ? settings.today : valid.from
