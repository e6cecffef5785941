import { describe, expect, test } from 'vitest'
import type { Offer } from '../../catalogue/asked.ts'
import { chargeable } from '../../catalogue/chargeable.ts'
import { day } from '../../catalogue/day.ts'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import { type Shipment, shipmentAsked } from '../../catalogue/shipment.ts'

const CARRIER = '91330203MA2DEM1722'
const AGENT = '91330206MA2DEM1215'
const item = (code: string, facts: string[], rest: Partial<FeeItem> = {}) =>
  ({ code, facts, payer: 'cargo', at: ['sea'], position: 1, pricing: 'market', ...rest }) as FeeItem

const ITEMS: FeeItem[] = [
  item('detention', ['size', 'cargo_class', 'days'], { position: 9 }),
  item('cargo-port-dues', ['trade', 'direction', 'size', 'load', 'cargo_class', 'weight_t'], { pricing: 'gov_set' }),
  item('thc', ['direction', 'size', 'cargo_class'], { position: 2 }),
  item('document-fee', [], { position: 3 }),
  item('reefer-plug', ['size', 'days'], { position: 4 }),
  item('container-storage', ['size', 'load', 'days'], { position: 5 }),
  item('fumigation', ['size', 'volume_m3'], { position: 6 }),
  item('pilotage', ['net_tonnage'], { payer: 'ship' }),
  item('rail-handling', ['size'], { at: ['inland'] }),
  item('vgm', [], { position: 7 }),
]
const OFFERS: Offer[] = [
  ...['detention', 'thc', 'reefer-plug', 'container-storage', 'fumigation', 'pilotage', 'rail-handling'].map(
    (code): Offer => ({ item: code, entity: CARRIER, units: ['container'] }),
  ),
  { item: 'cargo-port-dues', entity: null, units: ['container', 'ton'] },
  { item: 'cargo-port-dues', entity: CARRIER, units: ['container'] },
  { item: 'document-fee', entity: CARRIER, units: ['bill'] },
  { item: 'document-fee', entity: AGENT, units: ['bill'] },
]

const SHIPMENT: Shipment = {
  on: day('2026-11-23'),
  direction: 'import',
  trade: 'foreign',
  boxes: [
    { size: '20', load: 'laden', cargo_class: 'general', count: '5' },
    { size: '40', load: 'laden', cargo_class: 'reefer', count: '2' },
    { size: '20', load: 'empty', cargo_class: 'general', count: '1' },
  ],
  boxVolume: null,
  bills: '3',
  storageDays: null,
  plugDays: null,
  detentionDays: null,
  added: new Set(),
  removed: new Set(),
  entities: [],
}

const choices = (shipment: Partial<Shipment> = {}) => chargeable({ ...SHIPMENT, ...shipment }, OFFERS, ITEMS, 'sea')
const counted = (shipment: Partial<Shipment> = {}) =>
  choices(shipment)
    .filter((one) => one.counted)
    .map(({ item }) => item.code)
const asked = (shipment: Partial<Shipment> = {}) =>
  shipmentAsked({ ...SHIPMENT, ...shipment }, OFFERS, choices(shipment))

describe('a shipment', () => {
  test('may be charged what cargo pays at such a port, is priced there, and its boxes and days can price', () => {
    expect(choices().map(({ item }) => item.code)).toEqual([
      'cargo-port-dues',
      'thc',
      'document-fee',
      'reefer-plug',
      'container-storage',
      'detention',
    ])
  })

  test('is owed an answer on what is usual or ticked though nobody prices it, but not on another name of storage', () => {
    const outward = choices({ direction: 'export', added: new Set(['vgm']) })
    expect(outward.find(({ item }) => item.code === 'vgm')).toMatchObject({ offered: false, counted: true })
    const vgm = asked({ direction: 'export' }).filter((one) => one.item === 'vgm')
    expect(vgm).toMatchObject([{ entity: null, lines: [{ part: { kind: 'bills' } }] }])
    const yard = item('yard-storage', ['days'])
    const kept = { ...SHIPMENT, storageDays: '6' }
    const names = (offers: Offer[]) => chargeable(kept, offers, [yard], 'sea').map((one) => one.item.code)
    expect([names([]), names(OFFERS)]).toEqual([['yard-storage'], []])
  })

  test('meets what its direction usually meets, and storage, power and detention once days are said', () => {
    expect(counted()).toEqual(['cargo-port-dues', 'thc', 'document-fee'])
    expect(counted({ storageDays: '6', plugDays: '2', detentionDays: '9' })).toEqual([
      'cargo-port-dues',
      'thc',
      'document-fee',
      'reefer-plug',
      'container-storage',
      'detention',
    ])
    expect(counted({ direction: null })).toEqual(['cargo-port-dues'])
    expect(counted({ plugDays: '2', boxes: SHIPMENT.boxes.slice(0, 1) })).not.toContain('reefer-plug')
  })

  test('counts what a person adds and not what he takes away, but the dues of government always', () => {
    expect(counted({ added: new Set(['detention']), removed: new Set(['thc', 'cargo-port-dues']) })).toEqual([
      'cargo-port-dues',
      'document-fee',
      'detention',
    ])
  })

  test('pays dues at government’s price alone, and none for the empty box', () => {
    const dues = asked().filter((one) => one.item === 'cargo-port-dues')
    expect(dues.map(({ entity }) => entity)).toEqual([null])
    expect(dues[0]!.lines.map(({ line }) => [line.quantity, line.facts.size, line.facts.cargo_class])).toEqual([
      ['5', '20', 'general'],
      ['2', '40', 'reefer'],
    ])
  })

  test('pays by the bill what is posted by the bill, whoever posts it', () => {
    const documents = asked().filter((one) => one.item === 'document-fee')
    expect(documents.map(({ entity, lines }) => [entity, lines.map(({ line }) => line.quantity)])).toEqual([
      [CARRIER, ['3']],
      [AGENT, ['3']],
    ])
    expect(asked({ entities: [AGENT] }).filter((one) => one.item === 'document-fee')).toHaveLength(1)
  })

  test('has days of each kind apart: storage, power, the carrier’s box', () => {
    const days = (code: string) =>
      asked({ storageDays: '6', plugDays: '2', detentionDays: '9' })
        .filter((one) => one.item === code)
        .flatMap(({ lines }) => lines.map(({ line }) => line.facts.days))
    expect(days('container-storage')).toEqual(['6', '6', '6'])
    expect(days('reefer-plug'), 'only the reefers take power').toEqual(['2'])
    expect(days('detention')).toEqual(['9', '9', '9'])
  })
})
