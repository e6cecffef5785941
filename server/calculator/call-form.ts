import { z } from 'zod'
import type { Amount } from '../../catalogue/amount.ts'
import { saidFacts } from '../../catalogue/asked.ts'
import type { Movement, ShipCall } from '../../catalogue/call.ts'
import { CALL_EXTRAS } from '../../catalogue/call-lines.ts'
import { CreditCode } from '../../catalogue/codes.ts'
import { addDays, type Day } from '../../catalogue/day.ts'
import { FACTS } from '../../catalogue/facts.ts'
import { asFact } from '../../catalogue/movement.ts'
import type { Night } from '../../catalogue/night.ts'
import { movementsIn, type Working } from './movements.ts'
import { BOX_FIELDS, boxesIn, Count, type Reading, Written, YesNo } from './reading.ts'

/** The fields of a ship's call. */
export const CALL_FIELDS = [
  ...['ship_type', 'voyage', 'trade', 'net_tonnage', 'gross_tonnage', 'deadweight', 'loa_m', 'use', 'hours'],
  ...['arrival', 'arrival_time', 'departure', 'departure_time', 'work_hours', 'night_from', 'night_until'],
  ...[
    'night_in',
    'night_out',
    'holiday_in',
    'holiday_out',
    'distance_nm',
    'locks',
    'non_basic_port',
    'shifts',
    'tugs_in',
    'tugs_out',
  ],
  ...['transhipment', 'box_m3', 'extra', ...BOX_FIELDS.map(({ name }) => name)],
]

/** A call as its form tells it, not yet at a port or on a day. */
export type CallForm = {
  at: (on: Day, night: Night | null, days: number) => ShipCall
  working: (night: Night | null) => { inward: Working; outward: Working }
  arrival: Day | null
}

/** Reads the form of a ship's call; what is wrong with it is added to the faults. */
export function callForm(reading: Reading): CallForm {
  const ship = shipIn(reading)
  const movements = movementsIn(reading)
  const rest = {
    ship,
    trade: reading.one('trade', z.enum(FACTS.trade)),
    use: reading.one('use', z.enum(FACTS.use)),
    hours: reading.one('hours', Written) ?? movements.hours,
    shifts: positive(reading.one('shifts', Count)),
    locks: positive(reading.one('locks', Count)),
    boxes: boxesIn(reading),
    boxVolume: reading.one('box_m3', Written),
    transhipment: reading.one('transhipment', YesNo) === 'true',
    extras: new Set<string>(reading.many('extra', z.enum(CALL_EXTRAS))),
    entities: reading.many('entity', CreditCode),
  }
  const working = (night: Night | null) => movements.at(movements.night ?? night)
  return {
    arrival: movements.arrival,
    working,
    at: (on, night, days) => {
      const { inward, outward } = working(night)
      return { on, ...rest, inward: movementOf(inward, days), outward: movementOf(outward, days) }
    },
  }
}

const positive = (count: Amount | null): Amount | null => (count === null || Number(count) === 0 ? null : count)

const shipIn = ({ one }: Reading) =>
  saidFacts({
    ship_type: one('ship_type', z.enum(FACTS.ship_type)),
    voyage: one('voyage', z.enum(FACTS.voyage)),
    net_tonnage: one('net_tonnage', Written),
    gross_tonnage: one('gross_tonnage', Written),
    deadweight: one('deadweight', Written),
    loa_m: one('loa_m', Written),
    distance_nm: one('distance_nm', Written),
    non_basic_port: one('non_basic_port', z.literal('true')),
  })

const movementOf = ({ on, tugs, night, holiday }: Working, days: number): Movement => ({
  on: on === null ? null : addDays(on, days),
  tugs,
  night: asFact(night),
  holiday: asFact(holiday),
})
