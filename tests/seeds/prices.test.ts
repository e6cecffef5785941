import { expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import { estimateLine } from '../../catalogue/estimate.ts'
import { heldAtPort } from '../../catalogue/price/at-port.ts'
import type { PriceBook } from '../../catalogue/price/book.ts'
import { REFERENCE_KINDS, type ReferenceKind, referenceOf } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { CODES } from '../../seeds/demo/entities.ts'
import { releases } from '../../seeds/releases.ts'
import { replay } from './replay.ts'

const STATEMENTS = [...replay(releases).values()].flat().map(
  (told, n): Statement => ({
    ...{ ...told, id: String(n), remainder: false, known: { from: 1, until: null } },
    ...{ why: { zh: '示例', en: null, documents: [] }, line: { release: 1, n } },
  }),
)
const REFERENCE = referenceOf(
  1,
  STATEMENTS.filter((one): one is Statement<ReferenceKind> =>
    (REFERENCE_KINDS as readonly string[]).includes(one.kind),
  ),
)
const STANDARDS = STATEMENTS.filter(
  (one): one is Statement<'standard'> => one.kind === 'standard' && one.payload !== null,
)

/** What the seeds say of prices at a port when all has been published. */
const bookAt = (port: string): PriceBook => ({
  ...{ release: 1, port, reference: REFERENCE },
  standards: (item, entity) => {
    const told = STANDARDS.filter(({ payload }) => payload!.item === item && payload!.entity === entity)
    return entity === null ? heldAtPort(item, port, told, REFERENCE) : told
  },
})

type Asked = [port: string, item: string, facts: Record<string, string>, expected: string, quantity?: string]

function amount([port, item, facts, , quantity]: Asked, on: string, entity?: string): string {
  const line = { item, facts, ...(quantity && { quantity }), ...(entity && { entity }) }
  const { status, reason, missing, outcome } = estimateLine(line, day(on), bookAt(port))
  return outcome?.kind === 'priced' ? outcome.low : [status, reason, ...missing].join(' ')
}

const ABROAD = { voyage: 'international' }
const LARGE = { ...ABROAD, net_tonnage: '95000' }
const BOX = { trade: 'foreign', direction: 'import', load: 'laden', cargo_class: 'general' }
const IDLE = { ...ABROAD, use: 'non_productive', net_tonnage: '1000' }

test.for<Asked>([
  ['CNNGB', 'pilotage', { ...LARGE, distance_nm: '8' }, '35663.00'],
  ['CNNGB', 'pilotage', LARGE, '35663.00'],
  ['CNNGB', 'pilotage', { ...LARGE, distance_nm: '10' }, '35663.00'],
  ['CNNGB', 'pilotage', { ...LARGE, distance_nm: '15' }, '37563.00'],
  ['CNNGB', 'pilotage', { ...LARGE, net_tonnage: '1500' }, '810.00'],
  ['CNNGB', 'pilotage', { ...LARGE, net_tonnage: '150000', night: 'true' }, '63945.00'],
  ['CNNGB', 'pilotage', { ...LARGE, net_tonnage: '12000', pilot_service: 'shifting' }, '2400.00'],
  ['CNNGB', 'pilotage', { ...LARGE, net_tonnage: '12000', pilot_service: 'lock', distance_nm: '15' }, '1680.00'],
  ['CNWNZ', 'pilotage', { ...LARGE, net_tonnage: '12000', non_basic_port: 'true' }, '8640.00'],
  ['CNWNZ', 'pilotage', { ...LARGE, net_tonnage: '12000', non_basic_port: 'false' }, '5400.00'],
  ['CNWNZ', 'pilotage', { voyage: 'domestic', net_tonnage: '3000', distance_nm: '6' }, '572.00'],
  ['CNNGB', 'pilotage', { ...ABROAD, gross_tonnage: '11999.3' }, '4860.00'],
  ['CNNGB', 'pilotage', ABROAD, 'cannot_tell missing net_tonnage'],
  ['CNNGB', 'berthage', { voyage: 'domestic', use: 'productive', gross_tonnage: '8120.3', hours: '30' }, '1299.00'],
  ['CNNGB', 'berthage', { ...IDLE, hours: '0.5' }, '150.00'],
  ['CNNGB', 'berthage', { ...IDLE, hours: '2.5' }, '375.00'],
  ['CNNGB', 'berthage', { ...IDLE, hours: '2.6' }, '450.00'],
  ['CNNGB', 'cargo-port-dues', { ...BOX, size: '45', box_m3: '76.4' }, '767.00', '10'],
  ['CNNGB', 'cargo-port-dues', { ...BOX, size: '45' }, 'cannot_tell missing box_m3', '10'],
])('on 2023-05-01 at %s %s for %j is %s', (asked) => {
  expect(amount(asked, '2023-05-01')).toBe(asked[3])
})

test('the pilot station’s own price has its own price beyond ten miles', () => {
  const asked: Asked = ['CNNGB', 'pilotage', { ...LARGE, distance_nm: '15' }, '37373.00']
  expect(amount(asked, '2026-05-01', CODES.pilot)).toBe(asked[3])
})

test.for<Asked>([
  ['CNNGB', 'detention', { size: '20', cargo_class: 'general', days: '40' }, '56500.00', '10'],
  ['CNNGB', 'detention', { size: '20', cargo_class: 'general', days: '200' }, '200000.00', '10'],
])('detention of ten boxes is capped box by box: %s %s %j is %s', (asked) => {
  expect(amount(asked, '2026-05-01', CODES.carrier)).toBe(asked[3])
})
