import type { Amount } from './amount.ts'
import { type Asked, askedOf, type Boxes, type Offer } from './asked.ts'
import { CALL_ITEMS, CALL_LINES } from './call-lines.ts'
import type { CreditCode, FeeItemCode } from './codes.ts'
import type { Day } from './day.ts'
import type { Facts } from './facts.ts'
import type { FeeItem } from './fee-item.ts'

/** 进港 or 出港: its day, its tugs, and whether the work falls at night or on a holiday; null where that is not known. */
export type Movement = {
  on: Day | null
  tugs: Amount | null
  night: 'true' | 'false' | null
  holiday: 'true' | 'false' | null
}

/**
 * 一次靠泊: the ship, her way in and out, her time at the berth, what she works and what she takes besides. `ship` are
 * her facts as far as they are said; `on` decides what no event of the call does.
 */
export type ShipCall = {
  on: Day
  ship: Facts
  trade: 'foreign' | 'domestic' | null
  inward: Movement
  outward: Movement
  hours: Amount | null
  use: 'productive' | 'non_productive' | 'anchorage' | null
  shifts: Amount | null
  locks: Amount | null
  boxes: readonly Boxes[]
  boxVolume: Amount | null
  transhipment: boolean
  extras: ReadonlySet<string>
  entities: readonly CreditCode[]
}

/**
 * A ship's call as lines to be estimated: of each item that was ever published every body that prices it, each line on
 * its governing day.
 */
export const callAsked = (
  call: ShipCall,
  offers: readonly Offer[],
  item: (code: FeeItemCode) => FeeItem | undefined,
): Asked[] =>
  CALL_ITEMS.flatMap((code) => {
    if (item(code) === undefined) return []
    const day = (event: 'arrival' | 'departure') => dayOf(call, event, item(code)?.decided_by)
    return askedOf(code, offersFor(code, offers), call.entities)
      .map((offer) => ({ item: code, entity: offer.entity, lines: CALL_LINES[code](call, offer, day) }))
      .filter(({ lines }) => lines.length > 0)
  })

/** The day that decides: that of the event the item names, of the work itself where it names none, else the day asked. */
export function dayOf(call: ShipCall, event: 'arrival' | 'departure', decidedBy: FeeItem['decided_by']): Day {
  const [arrival, departure] = [call.inward.on ?? call.on, call.outward.on ?? call.inward.on ?? call.on]
  if (decidedBy === 'bill' || decidedBy === 'declaration') return call.on
  if (decidedBy === 'arrival') return arrival
  return decidedBy === 'departure' || event === 'departure' ? departure : arrival
}

/** What is held of the security charge is its ceiling inside the lump sum, whoever posts what. */
const offersFor = (code: FeeItemCode, offers: readonly Offer[]): readonly Offer[] =>
  code === 'port-facility-security' ? offers.filter(({ entity }) => entity === null) : offers
