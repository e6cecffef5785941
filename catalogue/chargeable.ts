import type { Amount } from './amount.ts'
import type { Boxes, Offer } from './asked.ts'
import type { FeeItem, PortKind } from './fee-item.ts'
import type { Shipment } from './shipment.ts'

/**
 * An item that this shipment may be charged: whether anybody prices it there, whether such a shipment meets it as a
 * rule, and whether it is counted — always, because a person ticked it, or because it is usual and was not taken away.
 */
export type Chargeable = { item: FeeItem; offered: boolean; usual: boolean; counted: boolean }

/**
 * 可选费目: the items that cargo pays at a port of this kind and that these facts can price, by position. `usual` are
 * those that a shipment of its direction meets as a rule. What nobody prices there is among them only where it is usual
 * or was ticked: it is owed an answer, not silence.
 */
export const chargeable = (
  shipment: Shipment,
  offers: readonly Offer[],
  items: readonly FeeItem[],
  kind: PortKind,
): Chargeable[] => {
  const offered = new Set(offers.map(({ item }) => item))
  return items
    .filter((item) => item.payer !== 'ship' && item.at.includes(kind))
    .filter((item) => item.facts.every((fact) => PRICED_BY.has(fact)) || BY_BOX_ALONE.has(item.code))
    .toSorted((a, b) => a.position - b.position)
    .map((item) => choiceOf(item, offered, shipment))
    .filter((choice) => choice.offered || ((choice.usual || choice.counted) && !isReplaced(choice.item.code, offered)))
}

/** What government sets, or holds under a ceiling inside the lump sum, is not the shipper's to leave out. */
const ALWAYS: ReadonlySet<string> = new Set(['cargo-port-dues', 'port-facility-security'])
export const isAlways = (item: string): boolean => ALWAYS.has(item)

const PRICED_BY: ReadonlySet<string> = new Set([
  'trade',
  'direction',
  'size',
  'load',
  'cargo_class',
  'days',
  'transhipment',
])

/** Items that know bulk cargo too, and are priced here for boxes. */
const BY_BOX_ALONE: ReadonlySet<string> = new Set(['cargo-port-dues', 'port-facility-security', 'yard-storage'])

const USUAL: Record<'import' | 'export', ReadonlySet<string>> = {
  import: new Set([...ALWAYS, 'thc', 'document-fee', 'delivery-order', 'eir', 'customs-declaration', 'rail-handling']),
  export: new Set([
    ...ALWAYS,
    'thc',
    'document-fee',
    'seal-fee',
    'eir',
    'vgm',
    'packing-list',
    'customs-declaration',
    'rail-handling',
  ]),
}

function choiceOf(item: FeeItem, offered: ReadonlySet<string>, shipment: Shipment): Chargeable {
  const usual = isUsual(item, shipment)
  const { code } = item
  const counted = ALWAYS.has(code) || shipment.added.has(code) || (usual && !shipment.removed.has(code))
  return { item, offered: offered.has(code), usual, counted }
}

function isUsual({ code }: FeeItem, shipment: Shipment): boolean {
  if (code in DAYS) return daysOf(code, shipment) !== null && (code !== 'reefer-plug' || shipment.boxes.some(isReefer))
  const { direction } = shipment
  return direction === null ? ALWAYS.has(code) : USUAL[direction].has(code)
}

/** Whose days an item counts. */
const DAYS: Record<string, 'storageDays' | 'plugDays' | 'detentionDays'> = {
  'container-storage': 'storageDays',
  'yard-storage': 'storageDays',
  'rail-storage': 'storageDays',
  'reefer-plug': 'plugDays',
  detention: 'detentionDays',
}

/** 堆存 goes by one of several names: where one is priced, the others are not wanting. */
const STORAGE = ['container-storage', 'yard-storage', 'rail-storage']
const isReplaced = (code: string, offered: ReadonlySet<string>): boolean =>
  STORAGE.includes(code) && STORAGE.some((one) => offered.has(one))

/** The days an item counts of a shipment; null where they were not said. */
export const daysOf = (item: string, shipment: Shipment): Amount | null => shipment[DAYS[item] ?? 'storageDays']

export const isReefer = ({ cargo_class }: Boxes): boolean => cargo_class === 'reefer'
