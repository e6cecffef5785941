import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, day } from '../../catalogue/day.ts'
import { heldAtPort, stretchesLeft } from '../../catalogue/price/at-port.ts'
import { referenceOf } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { covers, type Validity } from '../../catalogue/validity.ts'
import { PORTS } from '../../seeds/ports.ts'
import { anItem, aPrice, why } from '../support/lines.ts'

const FIRST = day('2020-01-01')
const always = { from: day('2000-01-01'), until: null }

const said = <K extends 'standard' | 'item' | 'port'>(
  kind: K,
  payload: Statement<K>['payload'],
  valid: Validity = always,
): Statement<K> => ({
  ...{ id: '1', kind, key: (payload as { code?: string }).code ?? 'x', change: 'new', remainder: false, valid, why },
  ...{ payload, known: { from: 1, until: null }, line: { release: 1, n: 1 } },
})

const price = (amount: string, place: { port?: string; area?: string }, valid: Validity, line = 'base') =>
  said('standard', { ...aPrice(amount, line), port: place.port ?? null, area: place.area ?? null }, valid)

const reference = referenceOf(1, [said('item', anItem().payload!), ...PORTS.map((port) => said('port', { ...port }))])
const span = (from: string, until: string | null = null): Validity => ({
  from: day(from),
  until: until === null ? null : day(until),
})
const held = (port: string, ...told: Statement<'standard'>[]) =>
  heldAtPort('weighing', port, told, reference).map(({ payload, valid }) => [
    payload!.rate.form === 'fixed' && payload!.rate.amount,
    valid.from,
    valid.until,
  ])

test('the port’s own line stands in for the national one on its days, and on no other', () => {
  const own = price('2', { port: 'CNNGB' }, span('2022-04-01', '2024-01-01'))
  expect(held('CNNGB', price('1', {}, always), own)).toEqual([
    ['1', '2000-01-01', '2022-04-01'],
    ['2', '2022-04-01', '2024-01-01'],
    ['1', '2024-01-01', null],
  ])
})

test('a line of another name, or of a port area, stands beside the national one', () => {
  const other = price('2', { port: 'CNNGB' }, always, 'other')
  const area = price('3', { port: 'CNNGB', area: 'beilun' }, always)
  expect(held('CNNGB', price('1', {}, always), other, area).map(([amount]) => amount)).toEqual(['2', '3', '1'])
})

test('at an airport the national price of a sea port’s item is no price', () => {
  expect(held('CNHGH', price('1', {}, always))).toEqual([])
  expect(PORTS.find(({ code }) => code === 'CNHGH')!.kind).toBe('air')
})

test('what is left of some days is every day that is not taken, once', () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.option(fc.integer({ min: 1, max: 20 }))).map(
    ([from, length]): Validity => ({
      from: addDays(FIRST, from),
      until: length === null ? null : addDays(FIRST, from + length),
    }),
  )
  fc.assert(
    fc.property(stretch, fc.array(stretch, { maxLength: 5 }), (whole, taken) => {
      const left = stretchesLeft(whole, taken)
      for (let n = 0; n < 80; n++) {
        const on: Day = addDays(FIRST, n)
        const expected = covers(whole, on) && !taken.some((one) => covers(one, on))
        expect(left.filter((one) => covers(one, on))).toHaveLength(expected ? 1 : 0)
      }
    }),
  )
})
