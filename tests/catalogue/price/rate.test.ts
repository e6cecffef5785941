import { describe, expect, test } from 'vitest'
import type { Outcome } from '../../../catalogue/price/outcome.ts'
import type { Rate } from '../../../catalogue/rate/rate.ts'
import { figureOf, fixed, perPeriod, priceOf, standardOf, tiered, told } from './tariff.ts'

const AT_COST: Rate = { form: 'at_cost' }
const ATTACHED: Rate = { form: 'see_attachment', title: '附件', href: null }

test('a range is carried through to its low and its high end', () => {
  const outcome = priceOf(standardOf({ form: 'range', low: '500', high: '850' }, 'container'), {}, '2')
  expect(figureOf(outcome)).toBe('1000.00–1700.00')
  expect(outcome.steps.at(-1)).toMatchObject({ rule: 'range', value: '1000', high: '1700' })
})

describe('分档: tiers over 100 and 300 tons', () => {
  const TIERS: [string, string][] = [
    ['0', '3'],
    ['100', '2'],
    ['300', '1'],
  ]
  test.for<[string, string, string]>([
    ['0', '0.00', '0.00'],
    ['100', '300.00', '300.00'],
    ['100.5', '301.00', '201.00'],
    ['300', '700.00', '600.00'],
    ['301', '701.00', '301.00'],
  ])('%s tons are %s where each part pays its own, %s where all pay the last', ([tons, marginal, slab]) => {
    const of = (mode: 'marginal' | 'slab') =>
      figureOf(priceOf(standardOf(tiered('net_tonnage', mode, ...TIERS), 'net_ton'), { net_tonnage: tons }))
    expect([of('marginal'), of('slab')]).toEqual([marginal, slab])
  })

  test('only those are told in which a part of the quantity lies', () => {
    const dues = standardOf(tiered('net_tonnage', 'marginal', ...TIERS), 'net_ton')
    expect(told(priceOf(dues, { net_tonnage: '100' }))).toEqual(['measured 100', 'tier 300'])
    expect(told(priceOf(dues, { net_tonnage: '101' }))).toEqual(['measured 101', 'tier 300', 'tier 2', 'sum 302'])
  })

  test('a slab over another fact than the units are counted by needs it', () => {
    const towage = standardOf(tiered('loa_m', 'slab', ['0', '6000'], ['80', '6500']), 'tug_movement')
    const tugs = { tugs: '2', movements: '1' }
    expect(figureOf(priceOf(towage, { ...tugs, loa_m: '80' }))).toBe('12000.00')
    expect(figureOf(priceOf(towage, { ...tugs, loa_m: '80.1' }))).toBe('13000.00')
    expect(figureOf(priceOf(towage, tugs))).toBe('missing loa_m')
    expect(figureOf(priceOf(towage, {}))).toBe('missing tugs movements loa_m')
  })

  test('a slab takes gross tons where a ship has no net ones', () => {
    const terms = { ...standardOf(fixed('1'), 'net_ton').terms, quantity_else: ['gross_tonnage'] }
    const dues = standardOf(tiered('net_tonnage', 'slab', ...TIERS), 'net_ton', { terms })
    expect(figureOf(priceOf(dues, { gross_tonnage: '200' }))).toBe('400.00')
  })
})

test('free periods cost nothing, later ones what their step says, for every box', () => {
  const storage = standardOf(perPeriod('day', 4, [5, '3'], [15, '4']), 'container_day')
  expect(figureOf(priceOf(storage, { days: '4' }, '2'))).toBe('0.00')
  const outcome = priceOf(storage, { days: '15.5' }, '2')
  expect(told(outcome)).toEqual(['counted 2', 'periods 16', 'free 0', 'period_step 60', 'period_step 16', 'sum 76'])
})

describe('按比例: a percentage of another item', () => {
  const agency = standardOf({ form: 'percent_of', item: 'cargo-port-dues', percent: '5' }, 'container')
  const dues =
    (low: string, high = low) =>
    (): Outcome => ({ kind: 'priced', low, high, steps: [] })

  test('is taken of what that comes to, whose quantity is the same', () => {
    expect(figureOf(priceOf(agency, {}, '10', dues('340.00')))).toBe('17.00')
    expect(figureOf(priceOf(agency, {}, '10', dues('340.00', '680.00')))).toBe('17.00–34.00')
  })

  test('cannot be told, and has no figure, where the other cannot or has none', () => {
    const unknown = (): Outcome => ({ kind: 'cannot_tell', missing: ['size'], steps: [] })
    const none = (): Outcome => ({ kind: 'no_figure', why: 'at_cost', steps: [] })
    expect(figureOf(priceOf(agency, {}, null, unknown))).toBe('missing size')
    expect(figureOf(priceOf(agency, {}, null, none))).toBe('at_cost')
  })
})

describe('分项合计: a sum', () => {
  const sum = (...rates: Exclude<Rate, { form: 'sum' }>[]) =>
    standardOf({ form: 'sum', parts: rates.map((rate, n) => ({ name: `第${n + 1}项`, rate })) }, 'container')
  const range: Exclude<Rate, { form: 'sum' }> = { form: 'range', low: '1', high: '2' }
  const ten: Exclude<Rate, { form: 'sum' }> = { form: 'fixed', amount: '10' }

  test('adds its parts, each for the same quantity', () => {
    const outcome = priceOf(sum(ten, range), {}, '3')
    expect(figureOf(outcome)).toBe('33.00–36.00')
    expect(told(outcome)).toEqual(['counted 3', 'unit_price 30', 'part 30', 'range 3', 'part 3', 'sum 33'])
  })

  test('has no figure where a part has none', () => {
    expect(figureOf(priceOf(sum(ten, { form: 'at_cost' }), {}, '3'))).toBe('at_cost')
  })
})

test('实报实销、详见附件: no figure, whatever is known', () => {
  expect(figureOf(priceOf(standardOf(AT_COST, 'net_ton'), {}))).toBe('at_cost')
  expect(figureOf(priceOf(standardOf(ATTACHED, 'net_ton'), { net_tonnage: '5' }))).toBe('see_attachment')
})
