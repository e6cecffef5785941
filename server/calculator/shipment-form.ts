import { z } from 'zod'
import { CreditCode, FeeItemCode } from '../../catalogue/codes.ts'
import type { Day } from '../../catalogue/day.ts'
import { FACTS } from '../../catalogue/facts.ts'
import type { Shipment } from '../../catalogue/shipment.ts'
import { BOX_FIELDS, boxesIn, Count, type Reading, Written } from './reading.ts'

/** The fields of a shipment. */
export const SHIPMENT_FIELDS = [
  ...['direction', 'trade', 'box_m3', 'bills', 'storage_days', 'plug_days', 'detention_days', 'picked', 'item'],
  ...BOX_FIELDS.map(({ name }) => name),
]

/** Reads the form of a shipment, not yet on a day; what is wrong with it is added to the faults. */
export function shipmentForm(reading: Reading): (on: Day) => Shipment {
  const { one, many } = reading
  const ticked = many('item', FeeItemCode)
  const offered = many('picked', FeeItemCode)
  const shipment = {
    direction: one('direction', z.enum(FACTS.direction)),
    trade: one('trade', z.enum(FACTS.trade)),
    boxes: boxesIn(reading),
    boxVolume: one('box_m3', Written),
    bills: one('bills', Count) ?? '1',
    storageDays: one('storage_days', Written),
    plugDays: one('plug_days', Written),
    detentionDays: one('detention_days', Written),
    added: new Set(ticked.filter((item) => !offered.includes(item))),
    removed: new Set(offered.filter((item) => !ticked.includes(item))),
    entities: many('entity', CreditCode),
  }
  return (on) => ({ on, ...shipment })
}
