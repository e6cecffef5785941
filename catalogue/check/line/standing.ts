import type { CreditCode, FeeItemCode } from '../../codes.ts'
import { coverageOn } from '../../covered.ts'
import type { Day } from '../../day.ts'
import type { PriceBook } from '../../price/book.ts'
import { on as onDay, type Reference, versionsOf } from '../../reference.ts'
import type { Statement } from '../../statement.ts'
import { covers, lastDay, type Validity } from '../../validity.ts'
import type { Reason, Verdict } from '../verdict.ts'

/** A verdict that needs no figure, and why; `among` are the items of which a person must choose where several may be meant. */
export type Settled = { verdict: Verdict; reason: Reason; among?: readonly FeeItemCode[] }

/**
 * Is there such an item on the day? Null where there is; otherwise whether it has ended or is still to come. On a day of
 * which the portal has no list, an item that it first knows of later may have been charged all the same.
 */
export function itemSettled(book: PriceBook, entity: CreditCode | null, item: FeeItemCode, on: Day): Settled | null {
  const { reference } = book
  const said = versionsOf(reference, 'item', item).filter(({ payload }) => payload !== null)
  if (said.length === 0) return { verdict: 'not_on_list', reason: { code: 'no_such_name' } }
  const beside = besideOf(said, on)
  if (beside === null) return null
  if (beside.code === 'begins_later')
    return beforeLists(book, entity, said, on) ?? { verdict: 'not_in_force', reason: beside }
  return {
    verdict: 'abolished',
    reason: { code: 'ended', ended_on: beside.ended_on, became: becameOf(reference, item) },
  }
}

/** A day before all that is known of an item, of which there is no list: government's for what it prices. Null on any other. */
function beforeLists(
  { reference, port }: PriceBook,
  entity: CreditCode | null,
  said: readonly Statement<'item'>[],
  on: Day,
): Settled | null {
  const place = said[0]!.payload!.pricing === 'market' ? { port, entity } : { port: null, entity: null }
  const { complete, from } = coverageOn(reference, place.port, place.entity, on)
  return complete || said.some(({ valid }) => valid.from <= on) ? null : unknown(reference, place, from)
}

/** A setter has prices of the item, but none on the day: ended, or still to come. */
export function standardSettled(versions: readonly { valid: Validity }[], on: Day): Settled | null {
  const reason = besideOf(versions, on)
  return reason === null ? null : { verdict: 'not_in_force', reason }
}

/** An item or price that is not on the list of the entity, or of the port where none is named: or is there no list? */
export function absentSettled(
  { reference, port }: PriceBook,
  { entity, filed }: { entity: CreditCode | null; filed: boolean },
  on: Day,
  absent: Reason,
): Settled {
  const { complete, from } = coverageOn(reference, port, entity, on)
  if (complete) return { verdict: 'not_on_list', reason: absent }
  if (!filed && from === null) return { verdict: 'no_list_filed', reason: { code: 'no_list' } }
  return unknown(reference, { port, entity }, from)
}

/** 无数据: the portal holds no list of the place on the day. */
const unknown = (reference: Reference, { port, entity }: Place, from: Day | null): Settled => ({
  verdict: 'cannot_tell',
  reason: { code: 'no_coverage', from, until: untilOf(reference, port, entity) },
})
type Place = { port: string | null; entity: string | null }

type Beside = Extract<Reason, { code: 'standard_ended' | 'begins_later' }>

/** The next stretch to come, where it comes at all; otherwise the last that is over. */
function besideOf(versions: readonly { valid: Validity }[], on: Day): Beside | null {
  if (versions.some(({ valid }) => covers(valid, on))) return null
  const later = versions.map(({ valid }) => valid.from).filter((from) => from > on)
  if (later.length > 0) return { code: 'begins_later', begins_on: later.toSorted()[0]! }
  const ends = versions.flatMap(({ valid }) => lastDay(valid) ?? [])
  return ends.length === 0 ? null : { code: 'standard_ended', ended_on: ends.toSorted().at(-1)! }
}

/** What the item became, at any time. */
const becameOf = (reference: Reference, item: FeeItemCode): FeeItemCode[] =>
  [...reference.of.lineage.values()].flatMap((versions) => {
    const to = versions.findLast(({ payload }) => payload?.from === item)?.payload?.to
    return to === undefined ? [] : [to]
  })

const untilOf = (reference: Reference, port: string | null, entity: string | null): Day | null =>
  versionsOf(reference, 'coverage', `${port ?? '-'}/${entity ?? '-'}`).at(-1)?.valid.until ?? null

/** How the item is priced on the day. */
export const pricingOf = (reference: Reference, item: FeeItemCode, on: Day) =>
  onDay(reference, 'item', item, on)?.pricing ?? 'market'
