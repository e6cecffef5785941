import type { Amount } from './amount.ts'
import { type Asked, type AskedLine, askedOf, asking, type Boxes, boxFacts, type Offer, saidFacts } from './asked.ts'
import { type Chargeable, daysOf, isAlways, isReefer } from './chargeable.ts'
import type { CreditCode, FeeItemCode } from './codes.ts'
import type { Day } from './day.ts'
import { UNITS, type Unit } from './unit.ts'

/** 一票货物: which way it goes, its boxes, how many bills, and how long it is kept; null where that is not said. */
export type Shipment = {
  on: Day
  direction: 'import' | 'export' | null
  trade: 'foreign' | 'domestic' | null
  boxes: readonly Boxes[]
  boxVolume: Amount | null
  bills: Amount
  storageDays: Amount | null
  plugDays: Amount | null
  detentionDays: Amount | null
  /** What a person ticked besides the usual items, and what of these he took away. */
  added: ReadonlySet<FeeItemCode>
  removed: ReadonlySet<FeeItemCode>
  entities: readonly CreditCode[]
}

/** A shipment as lines to be estimated: of each item counted every body that prices it. */
export const shipmentAsked = (shipment: Shipment, offers: readonly Offer[], items: readonly Chargeable[]): Asked[] =>
  items
    .filter(({ counted }) => counted)
    .flatMap(({ item }) => {
      const pricing = item.pricing === 'gov_set' || isAlways(item.code) ? byGovernment(offers) : offers
      return askedOf(item.code, pricing, shipment.entities).map((offer) => ({
        item: item.code,
        entity: offer.entity,
        lines: linesOf(shipment, offer),
      }))
    })
    .filter(({ lines }) => lines.length > 0)

const byGovernment = (offers: readonly Offer[]): readonly Offer[] => offers.filter(({ entity }) => entity === null)

/** By the box where any of its prices is, else once for each bill: so too where nobody prices it. */
function linesOf(shipment: Shipment, offer: Offer): AskedLine[] {
  const { on, direction, trade, bills, boxVolume } = shipment
  const facts = { trade, direction, days: daysOf(offer.item, shipment), transhipment: 'false' }
  if (!offer.units.some(isByBox))
    return [asking(offer, { kind: 'bills', count: bills }, { quantity: bills, facts: saidFacts(facts), on })]
  return boxesFor(offer.item, shipment).map((boxes) =>
    asking(
      offer,
      { kind: 'boxes', boxes },
      { quantity: boxes.count, facts: saidFacts({ ...facts, ...boxFacts(boxes), box_m3: boxVolume }), on },
    ),
  )
}

const isByBox = (unit: Unit): boolean => UNITS[unit].rec20 === 'NF'

/** Empty boxes owe no dues; only reefers take power; domestic cargo knows no security charge. */
function boxesFor(item: string, { boxes, trade }: Shipment): readonly Boxes[] {
  if (item === 'reefer-plug') return boxes.filter(isReefer)
  if (item === 'port-facility-security') return trade === 'domestic' ? [] : boxes.filter(({ load }) => load === 'laden')
  return item === 'cargo-port-dues' ? boxes.filter(({ load }) => load === 'laden') : boxes
}
