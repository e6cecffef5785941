import { expect, test } from 'vitest'
import type { Terms } from '../../../catalogue/fee-standard.ts'
import { text } from '../../../catalogue/text.ts'
import { figureOf, fixed, perPeriod, priceOf, standardOf, terms, tiered, told } from './tariff.ts'

const TO_THE_YUAN: Terms = terms({ rounding: { decimals: 0, mode: 'half_up', minimum: '1' } })
const SHIPS: Terms = {
  ...TO_THE_YUAN,
  ...{ quantity: 'net_tonnage', quantity_else: ['gross_tonnage', 'deadweight'], whole_units: true },
}
const NIGHT = { name: text('夜班附加'), percent: '45', when: { night: ['true'] } }
const HOLIDAY = { name: text('节假日附加'), percent: '45', when: { holiday: ['true'] } }
const PILOTED: Terms = {
  ...SHIPS,
  ...{ minimum_quantity: '2000', surcharges: [NIGHT, HOLIDAY], limits_before_surcharges: true },
}

const pilotage = (first: string, second: string, third: string, cap: string) =>
  standardOf(tiered('net_tonnage', 'marginal', ['0', first], ['40000', second], ['80000', third]), 'net_ton', {
    terms: { ...PILOTED, cap },
  })
const BASE = pilotage('0.45', '0.40', '0.375', '49000')
const NINGBO = pilotage('0.405', '0.36', '0.3375', '44100')
const FORMER = pilotage('0.50', '0.45', '0.425', '55000')

test.for([
  ['P1', BASE, '1500', '900.00'],
  ['P2', BASE, '12000', '5400.00'],
  ['P3', BASE, '40000', '18000.00'],
  ['P3', BASE, '40001', '18000.00'],
  ['P6, before 2022-04-01', BASE, '95000', '39625.00'],
  ['P6, since 2022-04-01', NINGBO, '95000', '35663.00'],
  ['above 120 000 tons', BASE, '150000', '49000.00'],
  ['above 120 000 tons at Ningbo', NINGBO, '150000', '44100.00'],
  ['2017', FORMER, '95000', '44375.00'],
] as const)('%s: pilotage of %s net tons', ([, standard, tons, expected]) => {
  expect(figureOf(priceOf(standard, { net_tonnage: tons, distance_nm: '8' }))).toBe(expected)
})

test('P3: a ton over the edge of a tier pays the price of the next, before rounding', () => {
  expect(told(priceOf(BASE, { net_tonnage: '40001' }))).toEqual([
    'measured 40001',
    'tier 18000',
    'tier 0.4',
    'sum 18000.4',
    'not_said null',
    'not_said null',
    'rounding 18000',
  ])
})

test('P6: half a yuan is rounded up', () => {
  const outcome = priceOf(NINGBO, { net_tonnage: '95000', night: 'false', holiday: 'false' })
  expect(told(outcome).slice(-2)).toEqual(['sum 35662.5', 'rounding 35663'])
})

test('by night on a holiday pilotage is 90 % dearer, on the price after the cap', () => {
  const both = { night: 'true', holiday: 'true' }
  expect(figureOf(priceOf(BASE, { net_tonnage: '12000', ...both }))).toBe('10260.00')
  expect(figureOf(priceOf(BASE, { net_tonnage: '150000', ...both }))).toBe('93100.00')
})

const berthage = (period: 'day' | 'hour', amount: string, more: Partial<Terms> = {}) =>
  standardOf(perPeriod(period, 0, [1, amount]), period === 'day' ? 'net_ton_day' : 'net_ton_hour', {
    item: 'berthage',
    terms: { ...SHIPS, ...more },
  })

test.for([
  ['B1', '30', '12500.00'],
  ['B2', '24', '6250.00'],
  ['B2, a minute more', '24.01666667', '12500.00'],
] as const)('%s: 25 000 net tons at a productive berth for %s hours', ([, hours, expected]) => {
  expect(figureOf(priceOf(berthage('day', '0.25'), { net_tonnage: '25000', hours }))).toBe(expected)
})

test('an idle berth is billed by the hour and half hour', () => {
  const idle = berthage('hour', '0.15', { half_hours: true })
  expect(figureOf(priceOf(idle, { net_tonnage: '10000', hours: '0.2' }))).toBe('1500.00')
  expect(figureOf(priceOf(idle, { net_tonnage: '10000', hours: '5.5' }))).toBe('8250.00')
  expect(figureOf(priceOf(idle, { net_tonnage: '10000', hours: '5.6' }))).toBe('9000.00')
})

test('B7: a ship without net tonnage of 8 120.3 gross tons is billed for 8 121', () => {
  expect(told(priceOf(berthage('day', '0.25'), { gross_tonnage: '8120.3', days: '1' })).slice(0, 2)).toEqual([
    'instead 8120.3',
    'part_counts 8121',
  ])
})

test.for([
  ['34', '100', '3400.00'],
  ['68', '50', '3400.00'],
  ['68', '3', '204.00'],
] as const)('C1: dues of %s yuan for %s boxes are %s', ([amount, boxes, expected]) => {
  const dues = standardOf(fixed(amount), 'container', { terms: TO_THE_YUAN })
  expect(figureOf(priceOf(dues, {}, boxes))).toBe(expected)
})

test.for([
  ['8', '8.00'],
  ['12', '12.00'],
  ['6.40', '6.00'],
] as const)('S1: the security charge of a box at %s is %s', ([amount, expected]) => {
  expect(figureOf(priceOf(standardOf(fixed(amount), 'container', { terms: TO_THE_YUAN }), {}, '1'))).toBe(expected)
})

test.for([
  ['7', '0.00'],
  ['8', '85.00'],
  ['14', '595.00'],
  ['15', '765.00'],
  ['21', '1785.00'],
  ['22', '2125.00'],
  ['30', '4845.00'],
] as const)('D1: detention of a 20-foot box for %s days is %s', ([days, expected]) => {
  const detention = standardOf(perPeriod('day', 7, [8, '85'], [15, '170'], [22, '340']), 'container_day')
  expect(figureOf(priceOf(detention, { days }))).toBe(expected)
})
