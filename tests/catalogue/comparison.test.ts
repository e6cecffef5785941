import { describe, expect, it } from 'vitest'
import { compare, governmentFor } from '../../catalogue/comparison.ts'
import { day } from '../../catalogue/day.ts'
import { FeeStandard, PLAIN, type Terms } from '../../catalogue/fee-standard.ts'
import type { Rate } from '../../catalogue/rate/rate.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { keyOf } from '../../catalogue/subject.ts'

const fixed = (amount: string): Rate => ({ form: 'fixed', amount })
const range = (low: string, high: string): Rate => ({ form: 'range', low, high })
const tiers = (fact: string, ...steps: [string, string][]): Rate => ({
  form: 'tiered',
  fact,
  mode: 'marginal',
  tiers: steps.map(([over, amount]) => ({ over, amount })),
})
const daily = (free: number, ...amounts: [number, string][]): Rate => ({
  form: 'per_period',
  period: 'day',
  free,
  steps: amounts.map(([from, amount]) => ({ from, amount })),
})
const sum = (...amounts: string[]): Rate => ({
  form: 'sum',
  parts: amounts.map((amount, n) => ({ name: `part ${n}`, rate: { form: 'fixed', amount } })),
})
const percent = (item: string, of: string): Rate => ({ form: 'percent_of', item, percent: of })

const standard = (rate: Rate, more: Partial<FeeStandard> = {}): FeeStandard =>
  FeeStandard.parse({
    ...{ item: 'port-facility-security', port: null, area: null, entity: null, line: 'any', label: null },
    ...{ own_name: null, rate, unit: 'container', currency: 'CNY', ceiling: true, conditions: {}, terms: PLAIN },
    ...{ posted: '按公示', basis: [{ document: 'jsg-2019-2', article: null }] },
    ...{ provenance: { mark: 'verified', source: 'test' }, remark: null, ...more },
  })
const terms = (given: Partial<Terms>): Partial<FeeStandard> => ({ terms: { ...PLAIN, ...given } })
const name = { zh: '名称', en: null }

describe('a posted price beside the government standard', () => {
  it.each([
    ['20 a box against a ceiling of 8', fixed('20'), fixed('8'), 'above', '12', '150'],
    ['20 a box against a ceiling of 12', fixed('20'), fixed('12'), 'above', '8', '66.7'],
    ['8 a box against a ceiling of 8', fixed('8'), fixed('8.00'), 'equal', '0', '0'],
    ['berthage at 0.20 against 0.25', fixed('0.20'), fixed('0.25'), 'below', '0.05', '20'],
    ['exactly, where floats would not', fixed('0.3'), fixed('0.1'), 'above', '0.2', '200'],
    ['anything against nothing', fixed('1'), fixed('0'), 'above', '1', null],
    ['a range whose high end is over', range('5', '9'), fixed('8'), 'above', null, null],
    ['a range up to the figure', range('5', '8'), fixed('8'), 'below', null, null],
    ['a range well under', range('500', '700'), fixed('850'), 'below', null, null],
    ['a figure inside a range', fixed('600'), range('500', '850'), 'below', null, null],
    ['the high end of a range', fixed('850'), range('500', '850'), 'equal', null, null],
    ['a sum of fixed parts', sum('3', '6'), fixed('8'), 'above', '1', '12.5'],
    ['a share of the same charge', percent('pilotage', '50'), percent('pilotage', '45'), 'above', null, null],
  ] as const)('%s', (_, posted, government, verdict, difference, percent) => {
    expect(compare(standard(posted), standard(government))).toEqual({ verdict, difference, percent, why: null })
  })

  it('is above as soon as one tier is', () => {
    const official = tiers('net_tonnage', ['0', '0.45'], ['40000', '0.40'], ['80000', '0.375'])
    const verdict = (...amounts: [string, string, string]) =>
      compare(
        standard(tiers('net_tonnage', ['0', amounts[0]], ['40000.0', amounts[1]], ['80000', amounts[2]])),
        standard(official),
      ).verdict
    expect(verdict('0.45', '0.40', '0.375')).toBe('equal')
    expect(verdict('0.405', '0.36', '0.3375')).toBe('below')
    expect(verdict('0.30', '0.30', '0.38')).toBe('above')
  })

  it('is above as soon as one step of time is, for the same free days', () => {
    const official = standard(daily(4, [5, '3'], [15, '4']))
    expect(compare(standard(daily(4, [5, '3'], [15, '5'])), official).verdict).toBe('above')
    expect(compare(standard(daily(4, [5, '2'], [15, '4'])), official).verdict).toBe('below')
    expect(compare(standard(daily(2, [3, '3'], [15, '4'])), official).why).toBe('steps')
  })

  it('takes a reduction that always holds into the figure', () => {
    const reduced = terms({ multipliers: [{ name, factor: '0.9', when: {} }] })
    expect(compare(standard(fixed('0.45')), standard(fixed('0.45'), reduced))).toMatchObject({
      verdict: 'above',
      difference: '0.045',
    })
    expect(compare(standard(fixed('0.405')), standard(fixed('0.45'), reduced)).verdict).toBe('equal')
  })

  it.each([
    ['another unit', standard(fixed('1'), { unit: 'ton' }), standard(fixed('1')), 'unit'],
    ['another form', standard(tiers('weight_t', ['0', '1'])), standard(fixed('1')), 'form'],
    ['parts of different forms', standard({ ...sum('1', '2') }), standard(daily(0, [1, '1'])), 'form'],
    ['other tiers', standard(tiers('weight_t', ['0', '1'])), standard(tiers('loa_m', ['0', '1'])), 'tiers'],
    ['at cost', standard({ form: 'at_cost' }), standard(fixed('1')), 'no_figure'],
    ['a floor of its own', standard(fixed('1'), terms({ floor: '50' })), standard(fixed('1')), 'terms'],
    ['no cap where there is one', standard(fixed('1')), standard(fixed('1'), terms({ cap: '9' })), 'terms'],
    [
      'a surcharge of its own',
      standard(fixed('1'), terms({ surcharges: [{ name, percent: '50', when: { night: ['true'] } }] })),
      standard(fixed('1')),
      'terms',
    ],
    [
      'a part of a unit counted as one',
      standard(fixed('1'), terms({ whole_units: true })),
      standard(fixed('1')),
      'terms',
    ],
    [
      'another count of the ship',
      standard(fixed('1'), terms({ quantity: 'gross_tonnage' })),
      standard(fixed('1'), terms({ quantity: 'net_tonnage' })),
      'terms',
    ],
    ['hours that are not halved', standard(fixed('1')), standard(fixed('1'), terms({ half_hours: true })), 'terms'],
    [
      'a reduction it does not pass on',
      standard(fixed('1')),
      standard(fixed('1'), terms({ multipliers: [{ name, factor: '0.5', when: { night: ['true'] } }] })),
      'terms',
    ],
  ] as const)('cannot be compared: %s', (_, posted, government, why) => {
    expect(compare(posted, government)).toEqual({ verdict: 'not_comparable', difference: null, percent: null, why })
  })

  it('is above whatever the terms, when the figure already is', () => {
    expect(compare(standard(fixed('2'), terms({ floor: '50' })), standard(fixed('1'))).verdict).toBe('above')
  })
})

describe('the government standard that a posted price is held against', () => {
  const stated = (payload: FeeStandard): Statement<'standard'> => ({
    ...{ id: '1', kind: 'standard', key: keyOf.standard(payload), change: 'new', remainder: false },
    ...{ valid: { from: day('2022-04-01'), until: null }, known: { from: 1, until: null }, payload },
    ...{ why: { zh: '原因', en: null, documents: [] }, line: { release: 1, n: 1 } },
  })
  const posted = standard(fixed('20'), {
    ...{ entity: '91330206MA2DEM0171', port: 'CNNGB', ceiling: false },
    conditions: { trade: ['foreign'], load: ['laden'], size: ['20'] },
  })
  const wide = stated(standard(fixed('10'), { line: 'wide', conditions: { trade: ['foreign'] } }))
  const narrow = stated(standard(fixed('8'), { line: 'narrow', conditions: { trade: ['foreign'], size: ['20'] } }))
  const local = stated(standard(fixed('7'), { line: 'local', port: 'CNNGB', conditions: { trade: ['foreign'] } }))

  it('is the narrowest one that covers every case of the price', () => {
    expect(governmentFor(posted, [wide, narrow])).toBe(narrow)
    expect(governmentFor(posted, [narrow, wide])).toBe(narrow)
  })

  it('is that of the port before that of every port', () => {
    expect(governmentFor(posted, [wide, local, narrow])).toBe(local)
  })

  it('is that of the very same cases before that of the port', () => {
    const same = stated(standard(fixed('8'), { line: 'same', conditions: posted.conditions }))
    expect(governmentFor(posted, [local, same, narrow])).toBe(same)
  })

  it('is an added price for an added one, and for no other', () => {
    const added = stated(standard(fixed('1'), { line: 'added', adds_to: 'wide', conditions: { trade: ['foreign'] } }))
    expect(governmentFor(posted, [added])).toBeNull()
    expect(governmentFor({ ...posted, adds_to: 'wide' }, [wide, added])).toBe(added)
  })

  it('is none for other cases, other ports, other items and other entities’ prices', () => {
    const other = (more: Partial<FeeStandard>) => stated(standard(fixed('8'), more))
    const candidates = [
      other({ conditions: { size: ['40'] } }),
      other({ conditions: { direction: ['import'] } }),
      other({ port: 'CNWNZ' }),
      other({ item: 'pilotage' }),
      stated(posted),
      { ...wide, payload: null },
    ]
    expect(governmentFor(posted, candidates)).toBeNull()
  })
})
