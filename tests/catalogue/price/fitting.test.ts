import { describe, expect, test } from 'vitest'
import type { Conditions } from '../../../catalogue/facts.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import { fitting } from '../../../catalogue/price/fitting.ts'
import { fixed, said, standardOf, terms } from './tariff.ts'

const line = (name: string, conditions: Conditions, given: Partial<FeeStandard> = {}) =>
  said('standard', standardOf(fixed('1'), 'container', { line: name, conditions, ...given }))

/** The line that fits, with what is added; or what is missed, or which fit alike. */
function fitted(lines: ReturnType<typeof line>[], facts: Record<string, string>): string {
  const found = fitting(lines, facts)
  const names = (all: readonly ReturnType<typeof line>[]) => all.map(({ payload }) => payload!.line).join(' + ')
  if (found.kind === 'fits') return names([found.base, ...found.additions])
  if (found.kind === 'missing') return `missing ${found.missing.join(' ')}`
  return found.kind === 'several' ? `several: ${names(found.candidates)}` : 'none'
}

const BOXES = [
  line('import-20', { direction: ['import'], size: ['20'] }),
  line('import-40', { direction: ['import'], size: ['40'] }),
  line('export-20', { direction: ['export'], size: ['20'] }),
]
const BULK = line('bulk', { goods_class: ['1'], measured_by: ['weight'] })

test('the one line whose conditions hold is the price', () => {
  expect(fitted(BOXES, { direction: 'import', size: '40' })).toBe('import-40')
})

test('a line that the facts rule out is none', () => {
  expect(fitted(BOXES, { direction: 'export', size: '40' })).toBe('none')
  expect(fitted([], {})).toBe('none')
})

test('the facts missed are those of the lines nearest to what was said', () => {
  expect(fitted(BOXES, {})).toBe('missing direction size')
  expect(fitted(BOXES, { size: '20' })).toBe('missing direction')
  expect(fitted([...BOXES, BULK], { size: '20' })).toBe('missing direction')
  expect(fitted([...BOXES, BULK], {})).toBe('missing direction size goods_class measured_by')
})

test('even where one line alone is possible its facts must be said', () => {
  expect(fitted(BOXES, { size: '40' })).toBe('missing direction')
})

test('of two lines that hold the one with more conditions is the price', () => {
  const general = line('any', { direction: ['import'] })
  expect(fitted([general, ...BOXES], { direction: 'import', size: '20' })).toBe('import-20')
})

test('of two lines alike, that of a port area goes before that of a port, and this before the national one', () => {
  const national = line('national', {})
  const port = line('port', {}, { port: 'CNNGB' })
  const area = line('area', {}, { port: 'CNNGB', area: 'beilun' })
  expect(fitted([national, port], {})).toBe('port')
  expect(fitted([area, national, port], {})).toBe('area')
})

test('lines that fit equally are several', () => {
  expect(fitted([line('ams', {}), line('ens', {})], {})).toBe('several: ams + ens')
})

describe('a line that surely fits', () => {
  const plain = line('plain', { voyage: ['international'] })

  test('is not the price while a special case of it may be', () => {
    const tanker = line('tanker', { voyage: ['international'], ship_type: ['tanker'] })
    expect(fitted([plain, tanker], { voyage: 'international' })).toBe('missing ship_type')
    expect(fitted([plain, tanker], { voyage: 'international', ship_type: 'bulk' })).toBe('plain')
  })

  test('is the price where the special case is a service of its own, which must be asked for', () => {
    const shifting = line('shifting', { voyage: ['international'], pilot_service: ['shifting'] })
    expect(fitted([plain, shifting], { voyage: 'international' })).toBe('plain')
    expect(fitted([plain, shifting], { voyage: 'international', pilot_service: 'shifting' })).toBe('shifting')
  })

  test('is wanted: where none does, a fact of the item’s own is asked for as well', () => {
    const moored = [line('wharf', { moored_at: ['wharf'] }), line('buoy', { moored_at: ['buoy'] })]
    expect(fitted(moored, {})).toBe('missing moored_at')
  })

  test('is the price beside lines of another kind, however many conditions these have', () => {
    expect(fitted([...BOXES, BULK], { goods_class: '1', measured_by: 'weight' })).toBe('bulk')
  })
})

describe('另加: a line that is added', () => {
  const base = line('base', { voyage: ['international'] })
  const beyond = line('beyond', { distance_nm: { over: '10' } }, { adds_to: 'base' })

  test('joins its base where its conditions hold', () => {
    expect(fitted([base, beyond], { voyage: 'international', distance_nm: '12' })).toBe('base + beyond')
    expect(fitted([base, beyond], { voyage: 'international', distance_nm: '10' })).toBe('base')
  })

  test('is left out where its fact was not said, and is never the price itself', () => {
    expect(fitted([base, beyond], { voyage: 'international' })).toBe('base')
    expect(fitted([beyond], { distance_nm: '12' })).toBe('none')
  })

  test('is added to no other line and to no other setter’s', () => {
    const other = line('other', {}, { adds_to: 'something' })
    const posted = line('posted', {}, { adds_to: 'base', entity: '91330206MA2DEM0171' })
    const elsewhere = line('elsewhere', {}, { adds_to: 'base', area: 'beilun' })
    expect(fitted([base, other, posted, elsewhere], { voyage: 'international' })).toBe('base')
  })
})

test('择大: cargo of known weight and volume is measured by the greater', () => {
  const lines = [line('w', { measured_by: ['weight'] }), line('m', { measured_by: ['volume'] })]
  expect(fitted(lines, { weight_t: '10', volume_m3: '9' })).toBe('w')
  expect(fitted(lines, { weight_t: '10', volume_m3: '11' })).toBe('m')
  expect(fitted(lines, { weight_t: '10', volume_m3: '11', measured_by: 'weight' })).toBe('w')
  expect(fitted(lines, { weight_t: '10' })).toBe('missing measured_by')
})

describe('比照最接近的箱型: a box whose size is not listed', () => {
  const box = (size: string, box_m3: string, conditions: Conditions = {}) =>
    line(`box-${size}`, { size: [size], ...conditions }, { terms: terms({ box_m3 }) })
  const boxes = [box('20', '33.2'), box('40', '67.7'), BULK]

  test('goes by the listed box nearest to its volume, which must be said', () => {
    expect(fitted(boxes, { size: '45', box_m3: '86' })).toBe('box-40')
    expect(fitted(boxes, { size: '45', box_m3: '40' })).toBe('box-20')
    expect(fitted(boxes, { size: '45' })).toBe('missing box_m3')
  })

  test('must be told apart by the other conditions first', () => {
    const classes = [box('40', '67.7', { cargo_class: ['general'] }), box('40', '67.7', { cargo_class: ['reefer'] })]
    expect(fitted(classes, { size: '45' })).toBe('missing cargo_class box_m3')
    expect(fitted(classes, { size: '45', box_m3: '86', cargo_class: 'reefer' })).toBe('box-40')
  })

  test('stays unlisted where no volume is published', () => {
    expect(fitted(BOXES, { direction: 'import', size: '45', box_m3: '86' })).toBe('none')
  })

  test('goes by a line for boxes of any size where there is one', () => {
    expect(fitted([line('any', {}), ...boxes], { size: '45', box_m3: '86' })).toBe('any')
  })
})
