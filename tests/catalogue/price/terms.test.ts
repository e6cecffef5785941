import { describe, expect, test } from 'vitest'
import type { Terms } from '../../../catalogue/fee-standard.ts'
import { text } from '../../../catalogue/text.ts'
import { figureOf, fixed, priceOf, standardOf, terms, told } from './tariff.ts'

type Facts = Record<string, string>

const factor = (amount: string, when = {}) => ({ name: text('港口系数'), factor: amount, when })
const night = { name: text('夜班附加'), percent: '45', when: { night: ['true'] } }
const holiday = { name: text('节假日附加'), percent: '45', when: { holiday: ['true'] } }

/** What a box at 100 yuan comes to under terms. */
const under = (given: Partial<Terms>, facts: Facts = {}, quantity: string | null = null) =>
  priceOf(standardOf(fixed('100'), 'container', { terms: terms(given) }), facts, quantity)
const costs = (given: Partial<Terms>, facts: Facts = {}, quantity: string | null = null) =>
  figureOf(under(given, facts, quantity))

test('factors are multiplied where their conditions hold', () => {
  const multipliers = [factor('0.9'), factor('0.5', { trade: ['domestic'] })]
  expect(costs({ multipliers }, { trade: 'foreign' })).toBe('90.00')
  expect(costs({ multipliers }, { trade: 'domestic' })).toBe('45.00')
})

test('a factor that depends on a fact not said leaves the price untold', () => {
  expect(costs({ multipliers: [factor('0.5', { trade: ['domestic'] })] })).toBe('missing trade')
})

describe('附加费: surcharges', () => {
  test('are percentages of one base, added up', () => {
    const surcharges = [night, holiday]
    expect(costs({ surcharges }, { night: 'true', holiday: 'false' })).toBe('145.00')
    expect(costs({ surcharges }, { night: 'true', holiday: 'true' })).toBe('190.00')
  })

  test('may depend on whether weight or volume is the greater', () => {
    const light = { name: text('轻泡货物'), percent: '50', when: { measured_by: ['volume'] } }
    expect(costs({ surcharges: [light] }, { weight_t: '1', volume_m3: '4' })).toBe('150.00')
    expect(costs({ surcharges: [light] }, { weight_t: '4', volume_m3: '1' })).toBe('100.00')
  })

  test('are taken of the price after the factors', () => {
    expect(costs({ multipliers: [factor('0.9')], surcharges: [night] }, { night: 'true' })).toBe('130.50')
  })

  test('are left out where their fact was not said, and that is told', () => {
    const outcome = under({ surcharges: [night] })
    expect(figureOf(outcome)).toBe('100.00')
    expect(outcome.steps.at(-1)).toMatchObject({ rule: 'not_said', args: { fact: 'night' } })
  })
})

describe('起收价、封顶价: floor and cap', () => {
  test('hold for the price with its surcharges', () => {
    expect(costs({ cap: '120', surcharges: [night] }, { night: 'true' })).toBe('120.00')
    expect(costs({ floor: '140', surcharges: [night] }, { night: 'true' })).toBe('145.00')
  })

  test('hold for the price before them where the terms say so, and no longer after', () => {
    const before: Partial<Terms> = { limits_before_surcharges: true, surcharges: [night] }
    expect(costs({ ...before, cap: '80' }, { night: 'true' })).toBe('116.00')
    expect(costs({ ...before, floor: '120' }, { night: 'true' })).toBe('174.00')
  })

  test('come floor first, then cap', () => {
    expect(costs({ floor: '300', cap: '200' })).toBe('200.00')
  })

  test('hold for one service, of which there may be several', () => {
    const ship = standardOf(fixed('1'), 'net_ton', { terms: terms({ cap: '80' }) })
    expect(figureOf(priceOf(ship, { net_tonnage: '100' }, '3'))).toBe('240.00')
  })

  test('hold for either end of a range', () => {
    const range = standardOf({ form: 'range', low: '50', high: '100' }, 'bill', {
      terms: terms({ floor: '60', cap: '90' }),
    })
    expect(figureOf(priceOf(range, {}))).toBe('60.00–90.00')
  })

  test('are told only where they bite', () => {
    expect(told(under({ floor: '50', cap: '200' }))).toEqual(['counted 1', 'unit_price 100'])
  })
})

describe('进整: a line is rounded', () => {
  const rounded = (amount: string, rounding: Terms['rounding']) =>
    figureOf(priceOf(standardOf(fixed(amount), 'bill', { terms: terms({ rounding }) }), {}))

  test.for<[string, 'half_up' | 'up' | 'down', number, string]>([
    ['2.5', 'half_up', 0, '3.00'],
    ['2.49', 'half_up', 0, '2.00'],
    ['2.01', 'up', 0, '3.00'],
    ['2.99', 'down', 0, '2.00'],
    ['2.25', 'half_up', 1, '2.30'],
    ['2.2249', 'half_up', 4, '2.22'],
    ['2.2201', 'up', 3, '2.23'],
  ])('%s yuan %s to %s decimals is %s', ([amount, mode, decimals, expected]) => {
    expect(rounded(amount, { decimals, mode, minimum: null })).toBe(expected)
  })

  test('to the fen where nothing else is said', () => {
    expect(rounded('2.225', null)).toBe('2.23')
    expect(rounded('2.2249', null)).toBe('2.22')
  })

  test('and is then at least the minimum', () => {
    expect(rounded('0.49', { decimals: 0, mode: 'half_up', minimum: '1' })).toBe('1.00')
    expect(rounded('1.5', { decimals: 0, mode: 'half_up', minimum: '1' })).toBe('2.00')
  })

  test('nothing due stays nothing: no minimum and no floor makes something of it', () => {
    const free = terms({ floor: '50', rounding: { decimals: 0, mode: 'half_up', minimum: '1' } })
    const yard = standardOf(
      { form: 'per_period', period: 'day', free: 3, steps: [{ from: 4, amount: '5' }] },
      'container_day',
      { terms: free },
    )
    expect(figureOf(priceOf(yard, { days: '3' }, '1'))).toBe('0.00')
    expect(figureOf(priceOf(yard, { days: '4' }, '1'))).toBe('50.00')
  })

  test('a range at either end', () => {
    const rounding = { decimals: 0, mode: 'half_up', minimum: '2' } as const
    const range = standardOf({ form: 'range', low: '0.6', high: '4.5' }, 'bill', { terms: terms({ rounding }) })
    expect(figureOf(priceOf(range, {}))).toBe('2.00–5.00')
  })

  test('after the number of services', () => {
    const ship = standardOf(fixed('0.3'), 'net_ton', {
      terms: terms({ rounding: { decimals: 0, mode: 'half_up', minimum: null } }),
    })
    expect(figureOf(priceOf(ship, { net_tonnage: '1' }, '4'))).toBe('1.00')
  })
})

describe('其他箱型: a box of another size', () => {
  const forty = standardOf(fixed('68'), 'container', {
    conditions: { size: ['40'] },
    terms: terms({ box_m3: '67.7', rounding: { decimals: 0, mode: 'half_up', minimum: '1' } }),
  })

  test('pays by its own inner volume', () => {
    expect(figureOf(priceOf(forty, { size: '45', box_m3: '86' }, '10'))).toBe('864.00')
    expect(figureOf(priceOf(forty, { size: '45' }))).toBe('missing box_m3')
  })

  test('of the listed size pays what is listed', () => {
    expect(figureOf(priceOf(forty, { size: '40', box_m3: '70' }))).toBe('68.00')
  })
})
