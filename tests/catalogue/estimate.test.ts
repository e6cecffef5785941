import { describe, expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import { estimateLine, totalOf } from '../../catalogue/estimate.ts'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { PriceBook } from '../../catalogue/price/book.ts'
import type { Estimated, EstimateLine } from '../../catalogue/price/estimate-line.ts'
import { bookOf, figureOf, fixed, itemOf, said, standardOf, terms, told } from './price/tariff.ts'

const TERMINAL = '91330206MA2DEM0171'
const ASKED = day('2023-05-01')

type Given = Partial<FeeStandard>
const government = (item: string, amount: string, given: Given = {}) =>
  said('standard', standardOf(fixed(amount), 'container', { item, line: `gov-${amount}`, ...given }))
const posted = (item: string, amount: string, given: Given = {}) =>
  government(item, amount, { entity: TERMINAL, port: 'CNNGB', line: `own-${amount}`, ...given })
const item = (code: string, given: Partial<FeeItem> = {}) => said('item', itemOf(code, given))
const covered = (port: string | null, entity: string | null) =>
  said(
    'coverage',
    { port, entity, verified_through: day('2026-11-01'), note: null },
    '2020-01-01',
    null,
    `${port ?? '-'}/${entity ?? '-'}`,
  )

const ask = (book: PriceBook, line: Partial<EstimateLine> & { item: string }, on = ASKED): Estimated =>
  estimateLine({ facts: {}, ...line }, on, book)

/** The status with the figure, or with the reason and what is missing. */
const answer = ({ status, outcome, reason, missing }: Estimated): string =>
  status === 'computed' ? figureOf(outcome) : [status, reason, ...missing].filter(Boolean).join(' ')

test('a line is priced by the version in force on its own day, else on the day of the estimate', () => {
  const standards = [
    said('standard', standardOf(fixed('34'), 'container', { item: 'dues' }), '2019-04-01', '2020-03-01'),
    said('standard', standardOf(fixed('27.20'), 'container', { item: 'dues' }), '2020-03-01', '2021-01-01'),
  ]
  const book = bookOf([item('dues')], standards)
  expect(answer(ask(book, { item: 'dues' }, day('2020-02-29')))).toBe('34.00')
  expect(answer(ask(book, { item: 'dues' }, day('2020-03-01')))).toBe('27.20')
  const line = ask(book, { item: 'dues', on: day('2020-02-29') }, day('2020-03-01'))
  expect([answer(line), line.on, line.standards[0]?.id]).toEqual(['34.00', '2020-02-29', standards[0]!.id])
})

test('C1: a call’s boxes add up to 7 004 yuan', () => {
  const facts = (size: string, cargo_class: string) => ({ size, cargo_class })
  const box = (size: string, cargo: string[], amount: string) =>
    government('dues', amount, { conditions: { size: [size], cargo_class: cargo } })
  const special = ['dangerous1', 'reefer']
  const book = bookOf(
    [item('dues')],
    [box('20', ['general'], '34'), box('40', ['general'], '68.0'), box('20', special, '68')],
  )
  const lines = [
    ask(book, { item: 'dues', quantity: '100', facts: facts('20', 'general') }),
    ask(book, { item: 'dues', quantity: '50', facts: facts('40', 'general') }),
    ask(book, { item: 'dues', quantity: '3', facts: facts('20', 'reefer') }),
  ]
  expect(lines.map(answer)).toEqual(['3400.00', '3400.00', '204.00'])
  expect(totalOf(lines)).toEqual({ low: '7004.00', high: '7004.00', ceilings: false, without: 0 })
})

describe('K1: an item', () => {
  const ended = said('item', itemOf('construction-fee'), '2011-10-01', '2021-01-01')
  const standards = [government('construction-fee', '64')]

  test('is in force on its last day and abolished on the next', () => {
    const book = bookOf([ended], standards)
    expect(answer(ask(book, { item: 'construction-fee' }, day('2020-12-31')))).toBe('64.00')
    expect(answer(ask(book, { item: 'construction-fee' }, day('2021-01-01')))).toBe('abolished')
  })

  test('is not yet in force before its first day', () => {
    expect(answer(ask(bookOf([ended], standards), { item: 'construction-fee' }, day('2011-09-30')))).toBe(
      'not_in_force',
    )
  })

  test('is not in force in a gap, after which it comes back', () => {
    const again = said('item', itemOf('construction-fee'), '2026-01-01')
    const gone = said('item', null, '2021-01-01', '2026-01-01', 'construction-fee')
    expect(answer(ask(bookOf([ended, gone, again], standards), { item: 'construction-fee' }))).toBe('not_in_force')
    expect(answer(ask(bookOf([ended, gone], standards), { item: 'construction-fee' }))).toBe('abolished')
  })

  test('never published is not in force', () => {
    expect(answer(ask(bookOf([], []), { item: 'unheard-of' }))).toBe('not_in_force')
  })
})

describe('whose price it is:', () => {
  const guided = item('pilotage', { pricing: 'gov_guided' })
  const market = item('storage', { pricing: 'market' })

  test('the government’s where no entity is named, the entity’s own where one is', () => {
    const book = bookOf([guided], [government('pilotage', '100'), posted('pilotage', '90')])
    expect(answer(ask(book, { item: 'pilotage' }))).toBe('100.00')
    expect(answer(ask(book, { item: 'pilotage', entity: TERMINAL }))).toBe('90.00')
  })

  test('never the government’s for an entity that does not post the item', () => {
    const book = bookOf([guided, covered('CNNGB', TERMINAL)], [government('pilotage', '100')])
    expect(answer(ask(book, { item: 'pilotage', entity: TERMINAL }))).toBe('cannot_tell not_posted')
  })

  test('nobody’s where no list of the entity is held for the day', () => {
    const book = bookOf([guided, covered('CNNGB', TERMINAL)], [])
    expect(answer(ask(book, { item: 'pilotage', entity: TERMINAL, on: day('2019-12-31') }))).toBe('cannot_tell no_data')
  })

  test('a market price needs an entity, unless government limits it', () => {
    expect(answer(ask(bookOf([market], []), { item: 'storage' }))).toBe('cannot_tell missing entity')
    const limited = ask(bookOf([market], [government('storage', '8', { ceiling: true })]), { item: 'storage' })
    expect([answer(limited), limited.ceiling]).toEqual(['8.00', true])
  })

  test('government has set none, or it is not known', () => {
    expect(answer(ask(bookOf([guided, covered(null, null)], []), { item: 'pilotage' }))).toBe(
      'cannot_tell no_line_fits',
    )
    expect(answer(ask(bookOf([guided], []), { item: 'pilotage' }))).toBe('cannot_tell no_data')
  })

  test('a government-guided price is a ceiling, what an entity posts below it is not', () => {
    const book = bookOf(
      [guided, item('dues')],
      [government('pilotage', '100'), posted('pilotage', '90'), government('dues', '34')],
    )
    expect(ask(book, { item: 'pilotage' }).ceiling).toBe(true)
    expect(ask(book, { item: 'pilotage', entity: TERMINAL }).ceiling).toBe(false)
    expect(ask(book, { item: 'dues' }).ceiling).toBe(false)
  })
})

describe('without a figure:', () => {
  test('facts that decide between lines are missed, then those the price needs', () => {
    const by = (voyage: string) =>
      said('standard', standardOf(fixed('1'), 'net_ton', { item: 'pilotage', conditions: { voyage: [voyage] } }))
    const book = bookOf([item('pilotage')], [by('international'), by('domestic')])
    expect(answer(ask(book, { item: 'pilotage' }))).toBe('cannot_tell missing voyage')
    const facts = { voyage: 'domestic' }
    expect(answer(ask(book, { item: 'pilotage', facts }))).toBe('cannot_tell missing net_tonnage')
    const unfit = ask(book, { item: 'pilotage', facts: { voyage: 'coastal' } })
    expect(answer(unfit)).toBe('cannot_tell no_line_fits')
  })

  test('several lines that fit alike are shown', () => {
    const lines = [posted('manifest', '200'), posted('manifest', '220')]
    const found = ask(bookOf([item('manifest')], lines), { item: 'manifest', entity: TERMINAL })
    expect(answer(found)).toBe('cannot_tell several_fit')
    expect(found.candidates).toEqual(lines)
  })

  test('what is charged at cost has none', () => {
    const lines = [said('standard', standardOf({ form: 'at_cost' }, 'container', { item: 'examination' }))]
    expect(answer(ask(bookOf([item('examination')], lines), { item: 'examination' }))).toBe('cannot_tell at_cost')
  })

  test('a stay is missed in the way the item says it', () => {
    const perDay = standardOf({ form: 'per_period', period: 'day', free: 0, steps: [{ from: 1, amount: '1' }] }, 'call')
    const book = (facts: string[]) =>
      bookOf([item('berthage', { facts })], [said('standard', { ...perDay, item: 'berthage' })])
    expect(answer(ask(book(['hours', 'days']), { item: 'berthage' }))).toBe('cannot_tell missing hours')
    expect(answer(ask(book(['days']), { item: 'berthage' }))).toBe('cannot_tell missing days')
  })
})

describe('另加: a price with another added to it', () => {
  const yuan = terms({ rounding: { decimals: 0, mode: 'half_up', minimum: null } })
  const base = government('pilotage', '10.4', { line: 'base', terms: yuan })
  const beyond = government('pilotage', '5.4', {
    ...{ line: 'beyond', adds_to: 'base', terms: yuan, ceiling: true, unit: 'net_ton' },
    conditions: { distance_nm: { over: '10' } },
  })
  const book = bookOf([item('pilotage')], [base, beyond])

  test('is the sum of both, each rounded on its own, with both traces', () => {
    const found = ask(book, { item: 'pilotage', facts: { distance_nm: '12', net_tonnage: '1' } })
    expect([answer(found), found.standards, found.ceiling]).toEqual(['15.00', [base, beyond], true])
    expect(told(found.outcome!)).toEqual([
      ...['counted 1', 'unit_price 10.4', 'rounding 10'],
      ...['addition null', 'measured 1', 'unit_price 5.4', 'rounding 5', 'sum 15'],
    ])
  })

  test('has no figure where the addition has none', () => {
    const fuel = standardOf({ form: 'at_cost' }, 'call', { item: 'pilotage', adds_to: 'base' })
    const found = ask(bookOf([item('pilotage')], [base, said('standard', fuel)]), { item: 'pilotage' })
    expect([answer(found), figureOf(found.outcome)]).toEqual(['cannot_tell at_cost', 'at_cost'])
  })

  test('is missing what the addition is counted by', () => {
    expect(answer(ask(book, { item: 'pilotage', facts: { distance_nm: '12' } }))).toBe(
      'cannot_tell missing net_tonnage',
    )
  })
})

describe('a price that is not in force on the day, of an item that is', () => {
  const cut = (code: string, given: Given, from: string, until: string | null) =>
    said('standard', standardOf(fixed('9'), 'container', { item: code, ...given }), from, until)
  const lists = [covered(null, null), covered('CNNGB', TERMINAL)]

  test('was in force on other days, and the answer says on which', () => {
    const dues = [cut('dues', {}, '2020-01-01', '2021-01-01'), cut('dues', {}, '2021-01-01', '2022-01-01')]
    const own = { entity: TERMINAL, port: 'CNNGB' }
    const book = bookOf(
      [item('dues'), item('thc', { pricing: 'market' }), ...lists],
      [...dues, cut('thc', own, '2024-01-01', null)],
    )
    const ended = ask(book, { item: 'dues' })
    expect([answer(ended), ended.periods]).toEqual(['not_in_force', [{ from: '2020-01-01', until: '2022-01-01' }]])
    const later = ask(book, { item: 'thc', entity: TERMINAL })
    expect([answer(later), later.periods]).toEqual(['not_in_force', [{ from: '2024-01-01', until: null }]])
  })

  test('is not told of a day of which no list is held', () => {
    const book = bookOf([item('dues')], [cut('dues', {}, '2024-01-01', null)])
    expect(answer(ask(book, { item: 'dues' }))).toBe('cannot_tell no_data')
  })
})

describe('prices that a list tells apart only by their label', () => {
  const water = government('supply', '5', { line: 'water' })
  const power = government('supply', '2', { line: 'power' })
  const night = government('supply', '1', { line: 'power-at-night', adds_to: 'power' })
  const book = bookOf([item('supply')], [water, power, night])

  test('fit equally, and are told by the name of the line', () => {
    expect(ask(book, { item: 'supply' }).candidates.map(({ payload }) => payload?.line)).toEqual(['water', 'power'])
    expect(answer(ask(book, { item: 'supply', line: 'water' }))).toBe('5.00')
    expect(answer(ask(book, { item: 'supply', line: 'power' }))).toBe('3.00')
    expect(answer(ask(book, { item: 'supply', line: 'steam' }))).toBe('cannot_tell no_line_fits')
  })
})

describe('按比例: a percentage of another item', () => {
  const share = (item: string, of: string, percent: string, given: Given = {}) =>
    said('standard', standardOf({ form: 'percent_of', item: of, percent }, 'container', { item, ...given }))
  const collected = share('collection', 'dues', '100', { entity: TERMINAL, port: 'CNNGB' })

  test('is taken on the same day, for the same facts and quantity', () => {
    const dues = [
      government('dues', '34', { conditions: { size: ['20'] } }),
      government('dues', '68', { conditions: { size: ['40'] } }),
    ]
    const book = bookOf([item('collection'), item('dues')], [collected, ...dues])
    const line = { item: 'collection', entity: TERMINAL, quantity: '10' }
    expect(answer(ask(book, { ...line, facts: { size: '40' } }))).toBe('680.00')
    expect(answer(ask(book, line))).toBe('cannot_tell missing size')
  })

  test('is taken of the entity’s own price where it posts one', () => {
    const book = bookOf([item('collection'), item('dues')], [collected, government('dues', '34'), posted('dues', '30')])
    expect(answer(ask(book, { item: 'collection', entity: TERMINAL }))).toBe('30.00')
  })

  test('is of the other item’s bill for all such services, and counted once', () => {
    const ship = share('agency', 'dues', '10', { unit: 'net_ton' })
    const whole = terms({ rounding: { decimals: 0, mode: 'half_up', minimum: null } })
    const book = bookOf([item('agency'), item('dues')], [ship, government('dues', '3.4', { terms: whole })])
    const facts = { net_tonnage: '100' }
    expect(answer(ask(book, { item: 'agency', quantity: '10', facts }))).toBe('3.40')
  })

  test('that comes round to itself, or to an item without a price, cannot be told', () => {
    const book = bookOf([item('a'), item('b')], [share('a', 'b', '10'), share('b', 'a', '10')])
    expect(answer(ask(book, { item: 'a' }))).toBe('cannot_tell no_line_fits')
    const bare = bookOf([item('a'), item('b')], [share('a', 'b', '10')])
    expect(answer(ask(bare, { item: 'a' }))).toBe('cannot_tell no_data')
  })
})

test('a total adds what has a figure, says that a ceiling is among it, and counts what has none', () => {
  const range = said('standard', standardOf({ form: 'range', low: '5', high: '8.5' }, 'bill', { item: 'papers' }))
  const book = bookOf(
    [item('papers'), item('pilotage', { pricing: 'gov_guided' })],
    [range, government('pilotage', '10')],
  )
  const lines = ['papers', 'pilotage', 'unheard-of'].map((code) => ask(book, { item: code }))
  expect(totalOf(lines)).toEqual({ low: '15.00', high: '18.50', ceilings: true, without: 1 })
  const ship = government('pilotage', '1', { unit: 'net_ton', ceiling: true })
  const untold = ask(bookOf([item('pilotage')], [ship]), { item: 'pilotage' })
  expect([untold.ceiling, totalOf([untold]).ceilings]).toEqual([true, false])
  expect(totalOf([])).toEqual({ low: '0.00', high: '0.00', ceilings: false, without: 0 })
})
