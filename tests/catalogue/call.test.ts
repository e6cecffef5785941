import { describe, expect, test } from 'vitest'
import type { Offer } from '../../catalogue/asked.ts'
import { callAsked, type ShipCall } from '../../catalogue/call.ts'
import { day } from '../../catalogue/day.ts'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import { holidayOf, localTime, nightOf, workFrom, workUntil } from '../../catalogue/movement.ts'

const A = '91330206MA2DEM0171'
const B = '91330902MA2DEM180J'
const OFFERS: Offer[] = [
  { item: 'pilotage', entity: '1233020000DEM00904', units: ['net_ton'] },
  { item: 'pilotage', entity: null, units: ['net_ton'] },
  { item: 'towage', entity: null, units: ['tug_movement'] },
  { item: 'berthage', entity: null, units: ['net_ton_day'] },
  { item: 'container-handling', entity: A, units: ['container'] },
  { item: 'container-handling', entity: B, units: ['container'] },
  { item: 'port-facility-security', entity: A, units: ['container'] },
  { item: 'port-facility-security', entity: null, units: ['container'] },
  { item: 'oil-boom', entity: null, units: ['call'] },
]

const CALL: ShipCall = {
  on: day('2026-11-23'),
  ship: { ship_type: 'container', voyage: 'international', net_tonnage: '95000' },
  trade: 'foreign',
  inward: { on: day('2026-10-01'), tugs: '3', night: 'true', holiday: 'true' },
  outward: { on: day('2026-10-03'), tugs: '2', night: 'false', holiday: null },
  hours: '56.5',
  use: 'productive',
  shifts: null,
  locks: null,
  boxes: [
    { size: '20', load: 'laden', cargo_class: 'general', count: '3000' },
    { size: '40', load: 'empty', cargo_class: 'general', count: '9000' },
  ],
  boxVolume: null,
  transhipment: false,
  extras: new Set(),
  entities: [],
}

const item = (code: string, rest: Partial<FeeItem> = {}) => ({ code, ...rest }) as FeeItem
const known = (code: string) => item(code, code === 'berthage' ? { decided_by: 'arrival' } : { decided_by: 'service' })
const asked = (call: Partial<ShipCall> = {}, offers = OFFERS) => callAsked({ ...CALL, ...call }, offers, known)
const linesOf = (code: string, call: Partial<ShipCall> = {}) =>
  asked(call)
    .filter((one) => one.item === code)
    .flatMap(({ lines }) => lines)

describe('a ship’s call', () => {
  test('is piloted in and out, each on its own day and by its own night and holiday', () => {
    const [first] = asked().filter((one) => one.item === 'pilotage')
    expect(first!.entity, 'government first').toBeNull()
    expect(first!.lines.map(({ part, line }) => [part.kind, line.on, line.facts.night, line.facts.holiday])).toEqual([
      ['inward', '2026-10-01', 'true', 'true'],
      ['outward', '2026-10-03', 'false', undefined],
    ])
  })

  test('is asked of everyone who prices an item, or of those chosen where one of these does', () => {
    const who = (call: Partial<ShipCall>) =>
      asked(call)
        .filter((one) => one.item === 'container-handling')
        .map(({ entity }) => entity)
    expect(who({})).toEqual([A, B])
    expect(who({ entities: [B] })).toEqual([B])
    expect(who({ entities: ['1233020000DEM00904'] }), 'a pilot station handles no boxes').toEqual([A, B])
  })

  test('pays towage by tug movement, and none where she takes no tugs', () => {
    expect(linesOf('towage').map(({ line }) => [line.facts.tugs, line.facts.movements])).toEqual([
      ['3', '1'],
      ['2', '1'],
    ])
    expect(linesOf('towage', { outward: { ...CALL.outward, tugs: '0' } })).toHaveLength(1)
    expect(linesOf('towage', { outward: { ...CALL.outward, tugs: null } })[1]!.line.facts).not.toHaveProperty('tugs')
  })

  test('pays berthage for her hours by the tariff of her arrival, and says nothing that was not said', () => {
    const [{ line }] = linesOf('berthage') as [ReturnType<typeof linesOf>[number]]
    expect([line.on, line.facts.hours, line.facts.use]).toEqual(['2026-10-01', '56.5', 'productive'])
    const open = linesOf('berthage', { use: null, hours: null })[0]!.line.facts
    expect([open.use, open.hours]).toEqual([undefined, undefined])
  })

  test('is handled box by box, the empty ones as empty', () => {
    const lines = asked({ entities: [A] }).find((one) => one.item === 'container-handling')!.lines
    expect(lines.map(({ line }) => [line.quantity, line.facts.size, line.facts.load, line.entity])).toEqual([
      ['3000', '20', 'laden', A],
      ['9000', '40', 'empty', A],
    ])
  })

  test('holds the security charge as a ceiling of government’s, for laden boxes of foreign trade alone', () => {
    const security = asked().filter((one) => one.item === 'port-facility-security')
    expect(security.map(({ entity, lines }) => [entity, lines.length])).toEqual([[null, 1]])
    expect(linesOf('port-facility-security', { trade: 'domestic' })).toEqual([])
  })

  test('takes boxes in transhipment at the price for these, not at that for handling', () => {
    expect(linesOf('container-handling', { transhipment: true })).toEqual([])
    expect(linesOf('transhipment-handling', { transhipment: true })[0]!.line.facts.transhipment).toBe('true')
  })

  test('pays for an oil boom, shifts and locks only where they are asked for', () => {
    expect(linesOf('oil-boom')).toEqual([])
    expect(linesOf('oil-boom', { extras: new Set(['oil-boom']) })).toHaveLength(1)
    const besides = linesOf('pilotage', { shifts: '2', locks: '1' }).map(({ part, line }) => [part.kind, line.quantity])
    expect(besides.slice(0, 4)).toEqual([
      ['inward', undefined],
      ['outward', undefined],
      ['shift', '2'],
      ['lock', '1'],
    ])
  })

  test('asks the catalogue of an item nobody prices, and not of one that was never published', () => {
    const nobody = callAsked(CALL, [], (code) => (code === 'berthage' ? item(code) : undefined))
    expect(nobody.map((one) => [one.item, one.entity])).toEqual([['berthage', null]])
  })
})

describe('night and holiday of a movement', () => {
  const NIGHT = { from: '22:00', until: '06:00' }
  const inward = workUntil(localTime(day('2026-10-01'), '06:20'), 120)

  test('are worked out from its minutes: at least half an hour of it, or half of it', () => {
    expect(inward).toEqual({ from: '2026-10-01T04:20', until: '2026-10-01T06:20' })
    expect(nightOf(inward, NIGHT, null)).toEqual({ how: 'worked_out', value: true, within: 100, whole: 120 })
    const late = workFrom(localTime(day('2026-10-09'), '20:15'), 120)
    expect(nightOf(late, NIGHT, null)).toEqual({ how: 'worked_out', value: false, within: 15, whole: 120 })
    expect(holidayOf(inward, null)).toMatchObject({ how: 'worked_out', value: true })
  })

  test('are as a person says, and open where times, night or calendar are not known', () => {
    expect(nightOf(inward, NIGHT, false)).toEqual({ how: 'said', value: false })
    expect(nightOf(null, NIGHT, null)).toEqual({ how: 'no_times', value: null })
    expect(nightOf(inward, null, null)).toEqual({ how: 'no_night', value: null })
    expect(holidayOf(workUntil(localTime(day('2094-10-01'), '06:00'), 60), null)).toEqual({
      how: 'no_calendar',
      value: null,
    })
  })
})
