import { describe, expect, test } from 'vitest'
import type { Terms } from '../../../catalogue/fee-standard.ts'
import type { Unit } from '../../../catalogue/unit.ts'
import { figureOf, fixed, perPeriod, priceOf, RULES, standardOf, terms, tiered, told } from './tariff.ts'

type Facts = Record<string, string>

/** What so many units come to at one yuan each. */
const counted = (unit: Unit, facts: Facts, quantity: string | null = null, given: Partial<Terms> = {}) =>
  figureOf(priceOf(standardOf(fixed('1'), unit, { terms: terms(given) }), facts, quantity))

describe('a ship is counted by', () => {
  const SHIP: Partial<Terms> = { quantity: 'net_tonnage', quantity_else: ['gross_tonnage', 'deadweight'] }
  test.for<[string, Facts, string]>([
    ['her net tons', { net_tonnage: '100', gross_tonnage: '200', deadweight: '300' }, '100.00'],
    ['her gross tons where she has no net ones', { gross_tonnage: '200', deadweight: '300' }, '200.00'],
    ['her deadweight where she has neither', { deadweight: '300' }, '300.00'],
    ['nothing else', {}, 'missing net_tonnage'],
  ])('%s', ([, facts, expected]) => {
    expect(counted('net_ton', facts, null, SHIP)).toBe(expected)
  })
})

test('a part of a unit counts as one only where the terms say so', () => {
  expect(counted('net_ton', { net_tonnage: '8.2' })).toBe('8.20')
  expect(counted('net_ton', { net_tonnage: '8.2' }, null, { whole_units: true })).toBe('9.00')
  expect(counted('net_ton', { net_tonnage: '8' }, null, { whole_units: true })).toBe('8.00')
})

test('less than the minimum is billed as the minimum, what is cut up to whole units before it', () => {
  const least: Partial<Terms> = { whole_units: true, minimum_quantity: '2000' }
  expect(counted('net_ton', { net_tonnage: '1999.5' }, null, least)).toBe('2000.00')
  expect(counted('net_ton', { net_tonnage: '2000.5' }, null, least)).toBe('2001.00')
  expect(counted('net_ton', { net_tonnage: '8.2' }, null, { ...least, minimum_quantity: '10.5' })).toBe('10.50')
})

test('two ships are two services, one is not told', () => {
  expect(counted('net_ton', { net_tonnage: '100' }, '2')).toBe('200.00')
  const one = priceOf(standardOf(fixed('1'), 'net_ton'), { net_tonnage: '100' }, '1')
  expect(told(one)).toEqual(['measured 100', 'unit_price 100'])
})

describe('a quantity is', () => {
  test.for<[string, Unit, Facts, string | null, string]>([
    ['the boxes', 'container', {}, '3', '3.00'],
    ['one box where it is not said', 'container', {}, null, '1.00'],
    ['the tons where no weight is said', 'ton', {}, '12.5', '12.50'],
    ['the number of such cargoes where the weight is said', 'ton', { weight_t: '12.5' }, '2', '25.00'],
    ['the cubic metres where no volume is said', 'm3', {}, '7', '7.00'],
    ['missed by its weight where neither is said', 'ton', {}, null, 'missing weight_t'],
    ['the hours where none are said', 'hour', {}, '2', '2.00'],
    ['the kilograms', 'kg', { weight_t: '5' }, '30', '30.00'],
    ['not needed where the weight gives the kilograms', 'kg', { weight_t: '0.5' }, null, '500.00'],
    ['missed by the weight where no kilograms are said', 'kg', {}, null, 'missing weight_t'],
  ])('%s', ([, unit, facts, quantity, expected]) => {
    expect(counted(unit, facts, quantity)).toBe(expected)
  })

  test('told to be assumed where it was not said', () => {
    const [step] = priceOf(standardOf(fixed('1'), 'bill'), {}).steps
    expect(step).toMatchObject({ rule: 'counted', args: { unit: 'bill', assumed: true }, value: '1' })
  })
})

describe('择大: a revenue ton is', () => {
  test.for<[string, Facts, string | null, string]>([
    ['the weight where it is greater', { weight_t: '20', volume_m3: '15' }, null, '20.00'],
    ['the volume where it is greater', { weight_t: '20', volume_m3: '45.5' }, null, '45.50'],
    ['the weight where only it is known', { weight_t: '20' }, null, '20.00'],
    ['the volume where only it is known', { volume_m3: '3' }, null, '3.00'],
    ['what the line says where neither is known', {}, '8', '8.00'],
    ['missed by both', {}, null, 'missing weight_t volume_m3'],
  ])('%s', ([, facts, quantity, expected]) => {
    expect(counted('revenue_ton', facts, quantity)).toBe(expected)
  })
})

describe('拖轮艘次: tug movements are', () => {
  test.for<[string, Facts, string | null, string]>([
    ['tugs times movements', { tugs: '2', movements: '3' }, null, '6.00'],
    ['as many as the line says', {}, '4', '4.00'],
    ['missed by the tugs', { movements: '2' }, '4', 'missing tugs'],
    ['missed by the movements', { tugs: '2' }, null, 'missing movements'],
    ['missed by both', {}, null, 'missing tugs movements'],
  ])('%s', ([, facts, quantity, expected]) => {
    expect(counted('tug_movement', facts, quantity)).toBe(expected)
  })
})

describe('time:', () => {
  test.for<[string, string, string]>([
    ['0.2', '1.00', '1.00'],
    ['1', '1.00', '1.00'],
    ['1.1', '2.00', '1.50'],
    ['1.5', '2.00', '1.50'],
    ['1.51', '2.00', '2.00'],
  ])('%s hours are %s billed whole, %s billed by the half', ([hours, whole, half]) => {
    expect(counted('hour', { hours })).toBe(whole)
    expect(counted('hour', { hours }, null, { half_hours: true })).toBe(half)
  })

  test('days are worked out from hours and hours from days', () => {
    expect(figureOf(priceOf(standardOf(perPeriod('day', 0, [1, '1']), 'call'), { hours: '25' }))).toBe('2.00')
    expect(figureOf(priceOf(standardOf(perPeriod('hour', 0, [1, '1']), 'call'), { days: '1.5' }))).toBe('36.00')
    expect(figureOf(priceOf(standardOf(perPeriod('day', 0, [1, '1']), 'call'), {}))).toBe('missing days')
  })

  test('a price for a box and day is for every box and every day, whatever form it has', () => {
    expect(counted('container_day', { days: '3' }, '2')).toBe('6.00')
    expect(figureOf(priceOf(standardOf(perPeriod('day', 0, [1, '1']), 'container_day'), { days: '3' }, '2'))).toBe(
      '6.00',
    )
    expect(counted('container_day', {}, '2')).toBe('missing days')
  })

  test('a price by the hour counts the hours once', () => {
    const waiting = standardOf(perPeriod('hour', 1, [2, '100']), 'hour')
    expect(figureOf(priceOf(waiting, { hours: '3' }))).toBe('200.00')
    expect(figureOf(priceOf(waiting, { hours: '3' }, '2'))).toBe('400.00')
    expect(figureOf(priceOf(waiting, {}, '3'))).toBe('200.00')
  })
})

describe('超程: only what a fact exceeds is counted', () => {
  const beyond = { excess: { fact: 'distance_nm', over: '10' }, minimum_quantity: '2000' }
  test.for<[string, string]>([
    ['12.5', '5000.00'],
    ['10', '0.00'],
    ['8', '0.00'],
  ])('%s miles of 2 000 tons are %s', ([distance_nm, expected]) => {
    expect(counted('net_ton_nm', { net_tonnage: '1500', distance_nm }, null, beyond)).toBe(expected)
  })

  test('the fact is missed, and everything else that is', () => {
    expect(counted('net_ton_nm', { net_tonnage: '1500' }, null, beyond)).toBe('missing distance_nm')
    expect(counted('net_ton_nm', {}, null, beyond)).toBe('missing net_tonnage distance_nm')
  })

  test('the steps go as far as it could be worked out', () => {
    const ship = standardOf(fixed('1'), 'net_ton_nm', { terms: terms(beyond) })
    expect(told(priceOf(ship, { net_tonnage: '1500' }))).toEqual(['measured 1500', 'minimum 2000'])
    expect(told(priceOf(ship, { distance_nm: '12' }))).toEqual([])
  })

  test('a price by ton and mile is for all the miles where the terms do not name those that count', () => {
    expect(counted('net_ton_nm', { net_tonnage: '100', distance_nm: '3' })).toBe('300.00')
  })
})

test('each rule rests on its own article where one is named, else on what the price rests on', () => {
  const article = { document: 'jsg-2019-2', article: '第六条第（二）项' }
  const ship = standardOf(tiered('net_tonnage', 'slab', ['0', '1']), 'net_ton', {
    terms: terms({ articles: { quantity: article } }),
  })
  expect(priceOf(ship, { net_tonnage: '5' }).steps.map(({ basis }) => basis)).toEqual([[article], [RULES]])
})
