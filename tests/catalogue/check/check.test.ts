import { describe, expect, test } from 'vitest'
import type { CheckedLine } from '../../../catalogue/check/verdict.ts'
import type { Conditions } from '../../../catalogue/facts.ts'
import { PLAIN, type Terms } from '../../../catalogue/fee-standard.ts'
import type { Rate } from '../../../catalogue/rate/rate.ts'
import { text } from '../../../catalogue/text.ts'
import {
  books,
  type Charge,
  check,
  checkOne,
  FORWARDER,
  posted,
  price,
  STRANGER,
  TERMINAL,
  thenIs,
  told,
} from './bill.ts'

const SIZES = { size: ['20'] }
const LADEN = { trade: 'foreign', size: '20', load: 'laden' }

const SECURITY = [
  told('standard', price('port-facility-security', '20', { line: 'foreign-20' }), ['2016-01-01', '2019-04-01']),
  told('standard', price('port-facility-security', '8', { line: 'foreign-20' }), ['2019-04-01', '2022-04-01']),
  told('standard', price('port-facility-security', '8', { line: 'foreign-20', ceiling: true }), ['2022-04-01', null]),
]
const POSTED = [
  told('standard', posted(TERMINAL, 'port-facility-security', '8', { line: 'laden' }), ['2021-05-01', '2025-01-01']),
  told('standard', posted(TERMINAL, 'port-facility-security', '7.5', { line: 'laden' }), ['2025-01-01', '2026-02-01']),
  told('standard', posted(TERMINAL, 'port-facility-security', '8', { line: 'laden' }), ['2026-02-01', null]),
]
const ALL = [...SECURITY, ...POSTED]
const now = books({ head: { release: 9, prices: ALL } })
const noOne = books({ who: null, head: { release: 9, prices: ALL } })
const stranger = books({ who: STRANGER, head: { release: 9, prices: ALL } })

const told9 = (...prices: Parameters<typeof told<'standard'>>[1][]) =>
  books({ head: { release: 9, prices: prices.map((one) => told('standard', one)) } })

describe('an amount beside a price', () => {
  test('of 20 for what an entity posts at 8 is 12 over', () => {
    expect(checkOne(now, '2026-03-02', ['港口设施保安费', '20.00'])).toMatchObject({
      ...{ verdict: 'overcharged', item: 'port-facility-security', difference: '12.00', limit: '8.00' },
      ...{ expected: { low: '8.00', high: '8.00' }, standard: { id: POSTED[2]!.id }, reason: { code: 'differs' } },
      ...{ head: { release: 9 }, ...thenIs({ release: 9 }) },
    })
  })

  test.for([
    ['8', 'match', 'equals', '0.00'],
    ['8.00', 'match', 'equals', '0.00'],
    ['8.01', 'overcharged', 'differs', '0.01'],
    ['7.99', 'undercharged', 'differs', '-0.01'],
    ['0', 'undercharged', 'differs', '-8.00'],
  ])('of %s for 8 is %s because it %s, %s apart', ([amount, verdict, code, difference]) => {
    expect(checkOne(now, '2026-03-02', ['港口设施保安费', amount!])).toMatchObject({
      verdict,
      reason: { code },
      difference,
    })
  })

  test('within the ceiling of government is right, above it is over', () => {
    const judged = (amount: string) => checkOne(noOne, '2026-03-02', ['港口设施保安费', amount])
    expect(judged('5')).toMatchObject({
      verdict: 'match',
      reason: { code: 'within_ceiling' },
      ceiling: true,
      difference: '0.00',
    })
    expect(judged('8')).toMatchObject({ verdict: 'match', reason: { code: 'equals' } })
    expect(judged('9')).toMatchObject({ verdict: 'overcharged', reason: { code: 'above_ceiling' }, difference: '1.00' })
  })

  test('below a price set by government is said to be that', () => {
    const dues = told9(price('cargo-port-dues', '34'))
    expect(checkOne(dues, '2024-01-01', ['货物港务费', '30'])).toMatchObject({
      ...{ verdict: 'undercharged', reason: { code: 'below_set_price' }, difference: '-4.00' },
    })
  })

  test('up to the high end of a range that is a ceiling is right', () => {
    const towage = told9(price('pilotage', '1', { ceiling: true, rate: { form: 'range', low: '3000', high: '11900' } }))
    const verdicts = ['100', '3000', '11900', '11900.01'].map(
      (paid) => checkOne(towage, '2024-01-01', ['引航费', paid]).verdict,
    )
    expect(verdicts).toEqual(['match', 'match', 'match', 'overcharged'])
  })

  test('of what an entity posts above the ceiling is over all the same, by the government’s figure', () => {
    const dearer = [
      told('standard', posted(FORWARDER, 'port-facility-security', '15'), ['2021-05-01', '2024-01-01']),
      told('standard', posted(FORWARDER, 'port-facility-security', '20'), ['2024-01-01', null]),
    ]
    const dear = books({
      who: FORWARDER,
      head: { release: 9, prices: [...SECURITY, ...dearer] },
    })
    for (const amount of ['20', '15', '25'])
      expect(checkOne(dear, '2026-03-02', ['港口设施保安费', amount])).toMatchObject({
        ...{ verdict: 'overcharged', reason: { code: 'above_ceiling' }, expected: { high: '8.00' } },
        standard: { payload: { entity: null } },
      })
  })

  test('within a range is right; a range has two edges', () => {
    const range = told9(posted(TERMINAL, 'weighing', '1', { rate: { form: 'range', low: '50', high: '85' } }))
    const verdicts = ['49.99', '50', '70', '85', '85.01'].map((amount) => {
      const { verdict, reason, difference } = checkOne(range, '2024-01-01', ['过磅费', amount])
      return [verdict, reason.code, difference]
    })
    expect(verdicts).toEqual([
      ['undercharged', 'below_range', '-0.01'],
      ...Array.from({ length: 3 }, () => ['match', 'within_range', '0.00']),
      ['overcharged', 'above_range', '0.01'],
    ])
  })

  test('that was not rounded as the rules say is right too', () => {
    const rounding = { decimals: 0, mode: 'half_up', minimum: '1' } as const
    const terms = { ...PLAIN, quantity: 'net_tonnage', rounding }
    const dues = told9(price('cargo-port-dues', '0.405', { unit: 'net_ton', terms }))
    const billed = (amount: string) =>
      checkOne(dues, '2024-01-01', ['货物港务费', amount, { quantity: '12345', unit: '净吨' }])
    expect(billed('5000.00')).toMatchObject({ verdict: 'match', reason: { code: 'equals' } })
    expect(billed('4999.73')).toMatchObject({
      verdict: 'match',
      reason: { code: 'equals_unrounded', exact: '4999.725' },
    })
    expect(billed('4999.00')).toMatchObject({ verdict: 'undercharged', expected: { high: '5000.00' } })
  })

  test('of a credit is not compared', () => {
    expect(checkOne(now, '2026-03-02', ['港口设施保安费', '-20.00'])).toMatchObject({
      ...{ verdict: 'cannot_tell', reason: { code: 'credit_line' }, expected: null, difference: null },
    })
  })
})

describe('what is not on a list', () => {
  test.for([
    ['not_on_list', 'no_such_name', now, '2026-03-02'],
    ['cannot_tell', 'no_coverage', now, '2019-03-02'],
    ['no_list_filed', 'no_list', stranger, '2026-03-02'],
    ['not_on_list', 'no_such_name', noOne, '2026-03-02'],
    ['cannot_tell', 'no_coverage', noOne, '2021-05-31'],
  ] as const)('a name that nothing is called by: %s, %s', ([verdict, code, with_, on]) => {
    expect(checkOne(with_, on, ['宇宙飞船停放费', '20.00'])).toMatchObject({ verdict, reason: { code }, item: null })
  })

  test('an item that the entity does not post is off its list; one that never filed has no list', () => {
    expect(checkOne(now, '2026-03-02', ['过磅费', '20.00'])).toMatchObject({
      ...{ verdict: 'not_on_list', reason: { code: 'entity_does_not_post' }, item: 'weighing' },
    })
    expect(checkOne(stranger, '2026-03-02', ['过磅费', '20.00'])).toMatchObject({ verdict: 'no_list_filed' })
    expect(checkOne(now, '2020-03-02', ['过磅费', '20.00'])).toMatchObject({
      ...{ verdict: 'cannot_tell', reason: { code: 'no_coverage', from: '2021-05-01', until: null } },
    })
  })

  test('an item that the entity does not post and the government prices is compared with that', () => {
    expect(checkOne(stranger, '2026-03-02', ['港口设施保安费', '20.00'])).toMatchObject({
      ...{ verdict: 'superseded_rate', expected: { high: '8.00' } },
      standard: { payload: { entity: null } },
    })
  })

  test('an item that the entity lists under its parts, or under its whole, means one of these', () => {
    const parts = told9(posted(TERMINAL, 'container-handling', '490'))
    expect(checkOne(parts, '2026-03-02', ['港口作业包干费', '490'])).toMatchObject({
      ...{ verdict: 'ambiguous', reason: { code: 'several_items' }, item: null },
      matched: { kind: 'ambiguous', candidates: [{ item: 'container-handling' }] },
    })
    const whole = told9(posted(TERMINAL, 'port-operation-lumpsum', '490'))
    expect(checkOne(whole, '2026-03-02', ['集装箱装卸包干费', '490'])).toMatchObject({
      ...{ verdict: 'ambiguous', matched: { candidates: [{ item: 'port-operation-lumpsum' }] } },
    })
  })

  test('a market price needs to know who charges', () => {
    expect(checkOne(noOne, '2026-03-02', ['过磅费', '20.00'])).toMatchObject({
      ...{ verdict: 'cannot_tell', reason: { code: 'entity_needed' }, item: 'weighing' },
    })
  })
})

describe('an amount that a table worked out beyond the fen', () => {
  test.for([
    ['7.99999999', 'match'],
    ['8.004', 'match'],
    ['8.005', 'overcharged'],
    ['7.994', 'undercharged'],
  ])('%s for 8.00 is %s', ([amount, verdict]) => {
    const { difference, ...checked } = checkOne(now, '2026-03-02', ['港口设施保安费', amount!])
    expect(checked).toMatchObject({ verdict })
    expect(difference === '0.00').toBe(verdict === 'match')
  })
})

describe('a price posted above the ceiling', () => {
  const above = told('standard', posted(TERMINAL, 'port-facility-security', '20', { line: 'laden' }), [
    '2022-04-01',
    null,
  ])
  const before = told('standard', posted(TERMINAL, 'port-facility-security', '6', { line: 'laden' }), [
    '2021-05-01',
    '2022-04-01',
  ])
  const with_ = books({ head: { release: 9, prices: [...SECURITY, above, before] } })
  test.for([
    ['20', 'overcharged', 'above_ceiling', '12.00'],
    ['8', 'match', 'equals', '0.00'],
    ['6', 'match', 'within_ceiling', '0.00'],
  ])('is not what a charge of %s is compared with: %s', ([amount, verdict, code, difference]) => {
    expect(checkOne(with_, '2026-03-02', ['港口设施保安费', amount!])).toMatchObject({
      ...{ verdict, difference, reason: { code }, expected: { high: '8.00' }, limit: '8.00' },
    })
  })
})

describe('a bill that counts days, of which some are free', () => {
  const kept = posted(TERMINAL, 'weighing', '0', {
    unit: 'container_day',
    rate: { form: 'per_period', period: 'day', free: 2, steps: [{ from: 3, amount: '4' }] },
  })
  const with_ = told9(kept)
  test.for([
    ['12', '5', 'match', 'equals'],
    ['20', '5', 'cannot_tell', 'missing'],
    ['8', '2', 'cannot_tell', 'missing'],
    ['40', '5', 'cannot_tell', 'missing'],
    ['22', '5', 'overcharged', 'above_every_line'],
  ])('%s for %s days is %s: those charged may be meant', ([amount, quantity, verdict, code]) => {
    const line = checkOne(with_, '2026-03-02', ['过磅费', amount!, { quantity, unit: '天' }])
    expect(line).toMatchObject({ verdict, reason: { code } })
  })

  test('and says how long the box stood is compared with that', () => {
    const days = (n: string) => ({ quantity: '5', unit: '天', facts: { days: n } })
    expect(checkOne(with_, '2026-03-02', ['过磅费', '20', days('7')])).toMatchObject({ verdict: 'match' })
    expect(checkOne(with_, '2026-03-02', ['过磅费', '20', days('5')])).toMatchObject({ verdict: 'overcharged' })
  })
})

describe('what was once, and what will be', () => {
  test('an item is not said to begin on the first day of which there is a list', () => {
    const rates = told9(price('cargo-port-dues', '34'))
    expect(checkOne(rates, '2015-12-31', ['货物港务费', '40'])).toMatchObject({
      ...{ verdict: 'cannot_tell', reason: { code: 'no_coverage', from: '2017-09-15' } },
    })
    expect(checkOne(now, '2015-12-31', ['过磅费', '12'])).toMatchObject({
      ...{ verdict: 'cannot_tell', reason: { code: 'no_coverage', from: '2021-05-01' } },
    })
  })

  test('an abolished item says when it ended: K1', () => {
    const dues = told9(price('port-construction-fee', '64'))
    expect(checkOne(dues, '2020-12-31', ['港口建设费', '64'])).toMatchObject({ verdict: 'match' })
    expect(checkOne(dues, '2021-01-01', ['港口建设费', '64'])).toMatchObject({
      ...{ verdict: 'abolished', reason: { code: 'ended', ended_on: '2020-12-31', became: [] }, expected: null },
    })
  })

  test('an item to come is not in force', () => {
    expect(checkOne(now, '2026-03-02', ['绿色附加费', '1'])).toMatchObject({
      ...{ verdict: 'not_in_force', reason: { code: 'begins_later', begins_on: '2027-01-01' } },
    })
  })

  test.for([
    ['2024-06-30', 'match', 'equals'],
    ['2024-07-01', 'not_in_force', 'standard_ended'],
    ['2022-12-31', 'not_in_force', 'begins_later'],
    ['2021-04-30', 'cannot_tell', 'no_coverage'],
  ])('what an entity posts on some days only: on %s %s, %s', ([on, verdict, code]) => {
    const some = told('standard', posted(TERMINAL, 'weighing', '12'), ['2023-01-01', '2024-07-01'])
    const with_ = books({ head: { release: 9, prices: [some] } })
    expect(checkOne(with_, on!, ['过磅费', '12'])).toMatchObject({ verdict, reason: { code } })
  })

  test('the day of service decides, unless the bill does', () => {
    const two = ['weighing', 'demurrage'].flatMap((code) => [
      told('standard', posted(TERMINAL, code, '12'), ['2022-01-01', '2024-01-01']),
      told('standard', posted(TERMINAL, code, '15'), ['2024-01-01', null]),
    ])
    const with_ = books({ head: { release: 9, prices: two } })
    const served = { served_on: '2023-12-30' }
    expect(checkOne(with_, '2024-01-05', ['过磅费', '12', served])).toMatchObject({
      on: '2023-12-30',
      verdict: 'match',
    })
    expect(checkOne(with_, '2024-01-05', ['滞期费', '15', served])).toMatchObject({
      on: '2024-01-05',
      verdict: 'match',
    })
  })
})

describe('an amount that is another time’s', () => {
  test('says whose: the rate before, or the one to come', () => {
    expect(checkOne(now, '2026-03-02', ['港口设施保安费', '7.50'])).toMatchObject({
      verdict: 'superseded_rate',
      reason: {
        code: 'equals_other_period',
        from: '2025-01-01',
        until: '2026-02-01',
        release: 1,
        standard: POSTED[1]!.id,
      },
      ...{ expected: { high: '8.00' }, difference: '-0.50' },
    })
    expect(checkOne(now, '2024-06-01', ['港口设施保安费', '7.5'])).toMatchObject({
      ...{ verdict: 'superseded_rate', reason: { from: '2025-01-01' }, difference: '-0.50' },
    })
    expect(checkOne(now, '2025-06-01', ['港口设施保安费', '8'])).toMatchObject({
      ...{ verdict: 'superseded_rate', reason: { from: '2021-05-01' }, difference: '0.50' },
    })
  })

  test('of the nation before the port had its own is found by the same line', () => {
    const tiers = (amount: string, port: string | null) => price('pilotage', amount, { port, line: 'international' })
    const lines = [
      told('standard', tiers('450', null), ['2019-04-01', '2022-04-01']),
      told('standard', tiers('405', 'CNNGB'), ['2022-04-01', null]),
    ]
    const with_ = books({ who: null, head: { release: 9, prices: lines } })
    expect(checkOne(with_, '2023-01-01', ['引航费', '450'])).toMatchObject({
      ...{
        verdict: 'superseded_rate',
        reason: { from: '2019-04-01', until: '2022-04-01' },
        expected: { high: '405.00' },
      },
    })
  })
})

describe('a price that was put right: 1,050 was published in error for 1,030', () => {
  const wrong = told('standard', posted(TERMINAL, 'weighing', '1050'), ['2023-05-01', null], 3)
  const right = told('standard', posted(TERMINAL, 'weighing', '1030'), ['2023-05-01', null], 6)
  const taken = { ...wrong, known: { from: 3, until: 6 } }
  const head = { release: 8, prices: [right] }
  const before = books({ head, made: { release: 5, prices: [wrong] }, earlier: [taken] })
  const on = books({ head, made: { release: 6, prices: [right] }, earlier: [taken] })
  const after = books({ head, made: { release: 8, prices: [right] }, earlier: [taken] })

  test('a bill of before the correction with the old figure was right as then published', () => {
    expect(checkOne(before, '2024-01-01', ['过磅费', '1050'])).toMatchObject({
      verdict: 'matched_as_then_published',
      reason: { code: 'equals_then', ...thenIs(5), corrected_in: 6 },
      ...{ ...thenIs({ release: 5 }), head: { release: 8 }, expected: { high: '1030.00' }, difference: '20.00' },
    })
  })

  test('with the corrected figure it is right whenever it was made', () => {
    for (const books of [before, on, after])
      expect(checkOne(books, '2024-01-01', ['过磅费', '1030'])).toMatchObject({ verdict: 'match' })
  })

  test('with the old figure it is out of date on and after the day of the correction', () => {
    for (const books of [on, after])
      expect(checkOne(books, '2024-01-01', ['过磅费', '1050'])).toMatchObject({
        verdict: 'superseded_rate',
        reason: { code: 'equals_other_period', release: 3, standard: wrong.id },
        difference: '20.00',
      })
  })

  test('with neither it is over', () => {
    expect(checkOne(before, '2024-01-01', ['过磅费', '1060'])).toMatchObject({
      verdict: 'overcharged',
      difference: '30.00',
    })
  })

  test('a price that should never have been posted was right as then published too, and says what took it back', () => {
    const gone = books({ head: { release: 8, prices: [] }, made: { release: 5, prices: [wrong] }, earlier: [taken] })
    expect(checkOne(gone, '2024-01-01', ['过磅费', '1050'])).toMatchObject({
      ...{ verdict: 'matched_as_then_published', expected: null, difference: null },
    })
  })

  test('a bill older than the portal is compared with what is known now', () => {
    expect(checkOne(books({ head, made: null }), '2024-01-01', ['过磅费', '1030'])).toMatchObject({
      ...{ verdict: 'match', ...thenIs(null) },
    })
  })
})

describe('facts that are wanting', () => {
  const boxes = [
    posted(TERMINAL, 'container-handling', '490', { line: 'laden-20', conditions: { ...SIZES, load: ['laden'] } }),
    posted(TERMINAL, 'container-handling', '735', { line: 'laden-40', conditions: { size: ['40'], load: ['laden'] } }),
    posted(TERMINAL, 'container-handling', '385', { line: 'empty-20', conditions: { ...SIZES, load: ['empty'] } }),
  ]
  const handling = told9(...boxes)

  test('are named', () => {
    const { verdict, reason } = checkOne(handling, '2024-01-01', ['集装箱装卸包干费', '490'])
    expect([verdict, reason.code]).toEqual(['cannot_tell', 'missing'])
    expect(reason.code === 'missing' && reason.facts.toSorted()).toEqual(['load', 'size'])
  })

  test('do not matter to an amount above every line that may be meant', () => {
    expect(checkOne(handling, '2024-01-01', ['集装箱装卸包干费', '735.01'])).toMatchObject({
      ...{ verdict: 'overcharged', reason: { code: 'above_every_line', most: '735.00' }, difference: '0.01' },
    })
    expect(checkOne(handling, '2024-01-01', ['集装箱装卸包干费', '500', { facts: { size: '20' } }])).toMatchObject({
      ...{ verdict: 'overcharged', reason: { code: 'above_every_line', most: '490.00' } },
    })
    expect(checkOne(handling, '2024-01-01', ['集装箱装卸包干费', '735'])).toMatchObject({ verdict: 'cannot_tell' })
    const uncounted = { quantity: undefined, unit: undefined }
    expect(checkOne(handling, '2024-01-01', ['集装箱装卸包干费', '999', uncounted])).toMatchObject({
      verdict: 'cannot_tell',
    })
  })

  test('that would have made it more leave open whether it is over, up to what they would make it', () => {
    const surcharges: Terms['surcharges'] = [
      { name: text('夜班'), percent: '45', when: { night: ['true'] } },
      { name: text('节假日'), percent: '45', when: { holiday: ['true'] } },
    ]
    const pilot = told9(price('pilotage', '1000', { terms: { ...PLAIN, surcharges } }))
    const of = (amount: string, facts = {}) => checkOne(pilot, '2024-01-01', ['引航费', amount, { facts }])
    expect(of('1000')).toMatchObject({ verdict: 'match' })
    expect(of('1450')).toMatchObject({
      verdict: 'cannot_tell',
      reason: { code: 'missing', facts: ['night', 'holiday'] },
    })
    expect(of('1900')).toMatchObject({ verdict: 'cannot_tell' })
    expect(of('1900.01')).toMatchObject({
      verdict: 'overcharged',
      reason: { code: 'above_every_line' },
      difference: '0.01',
    })
    expect(of('1450', { night: 'false', holiday: 'false' })).toMatchObject({
      verdict: 'overcharged',
      difference: '450.00',
    })
    expect(of('1450', { night: 'true', holiday: 'false' })).toMatchObject({ verdict: 'match' })
  })

  test('of an addition leave it open too, unless only the item has them', () => {
    const added = (line: string, conditions: Conditions) =>
      price('pilotage', '500', { line, adds_to: 'base', conditions })
    const pilot = told9(
      price('pilotage', '1000'),
      added('far', { distance_nm: { over: '10' } }),
      added('lock', { lock: ['true'] }),
    )
    const of = (amount: string, facts = {}) => checkOne(pilot, '2024-01-01', ['引航费', amount, { facts }])
    expect(of('1500')).toMatchObject({ verdict: 'cannot_tell', reason: { facts: ['distance_nm'] } })
    expect(of('1500', { distance_nm: '8' })).toMatchObject({ verdict: 'overcharged', difference: '500.00' })
    expect(of('1500', { distance_nm: '12' })).toMatchObject({ verdict: 'match' })
  })

  test('are read from the name, and what is stated stands against it', () => {
    expect(checkOne(handling, '2024-01-01', ['集装箱装卸包干费 20GP 重箱', '490'])).toMatchObject({
      ...{ verdict: 'match', read: { size: '20', load: 'laden' } },
    })
    const stated = { facts: { size: '40', load: 'laden' } }
    expect(checkOne(handling, '2024-01-01', ['集装箱装卸包干费 20GP', '735', stated])).toMatchObject({
      verdict: 'match',
      read: {},
    })
  })

  test('a case that the whole list leaves out is not on it; one only read from the name cannot be told', () => {
    expect(
      checkOne(handling, '2024-01-01', ['集装箱装卸包干费', '1', { facts: { size: '40', load: 'empty' } }]),
    ).toMatchObject({
      ...{ verdict: 'not_on_list', reason: { code: 'no_line_fits' } },
    })
    expect(checkOne(handling, '2024-01-01', ['集装箱装卸包干费 40GP 空箱', '1'])).toMatchObject({
      ...{ verdict: 'cannot_tell', reason: { code: 'no_line_fits' } },
    })
  })

  test('the operator’s own name says which of its lines is meant', () => {
    const restow = told9(
      posted(TERMINAL, 'restow', '155', { line: 'via-quay', own_name: '落地捣箱' }),
      posted(TERMINAL, 'restow', '105', { line: 'on-board', own_name: '船上捣箱' }),
    )
    expect(checkOne(restow, '2024-01-01', ['落地捣箱', '155'])).toMatchObject({ verdict: 'match' })
    expect(checkOne(restow, '2024-01-01', ['船上捣箱', '155'])).toMatchObject({
      verdict: 'overcharged',
      difference: '50.00',
    })
    expect(checkOne(restow, '2024-01-01', ['捣箱费', '155'])).toMatchObject({
      ...{ verdict: 'cannot_tell', reason: { code: 'several_lines' } },
    })
    expect(checkOne(restow, '2024-01-01', ['捣箱费', '155', { line: 'via-quay' }]).verdict).toBe('match')
    expect(checkOne(restow, '2024-01-01', ['捣箱费', '155', { line: 'on-board' }]).difference).toBe('50.00')
  })

  test('a price without a figure says so', () => {
    const exam = told9(posted(TERMINAL, 'customs-exam', '1', { rate: { form: 'at_cost' } }))
    expect(checkOne(exam, '2024-01-01', ['海关查验费', '333'])).toMatchObject({
      ...{ verdict: 'cannot_tell', reason: { code: 'no_figure', why: 'at_cost' } },
    })
  })
})

describe('units and quantities', () => {
  const weighing = told9(posted(TERMINAL, 'weighing', '15'))

  test('a unit that cannot mean the price’s is a mismatch', () => {
    expect(checkOne(weighing, '2024-01-01', ['过磅费', '15', { unit: '吨' }])).toMatchObject({
      ...{ verdict: 'unit_mismatch', reason: { code: 'unit', stated: '吨', units: ['container'] } },
    })
    for (const unit of ['箱', '柜', 'UNIT', undefined])
      expect(checkOne(weighing, '2024-01-01', ['过磅费', '15', { unit }])).toMatchObject({ verdict: 'match' })
  })

  test('so many of a unit that is not understood is right where it agrees, and otherwise cannot be told', () => {
    const of = (amount: string, quantity: string) =>
      checkOne(weighing, '2024-01-01', ['过磅费', amount, { quantity, unit: 'TEU' }])
    expect(of('150', '10')).toMatchObject({ verdict: 'match' })
    expect(of('75', '10')).toMatchObject({
      verdict: 'cannot_tell',
      reason: { code: 'unit', stated: 'TEU', units: ['container'] },
    })
    expect(of('16', '1')).toMatchObject({ verdict: 'overcharged' })
  })

  test('a quantity in the counting fact of a price is that fact', () => {
    const terms = { ...PLAIN, quantity: 'net_tonnage' }
    const dues = told9(price('cargo-port-dues', '0.5', { unit: 'net_ton', terms }))
    const billed = (more: Record<string, unknown>) => checkOne(dues, '2024-01-01', ['货物港务费', '47500', more])
    expect(billed({ quantity: '95000', unit: '净吨' })).toMatchObject({ verdict: 'match' })
    expect(billed({ quantity: '95000', unit: '净吨', facts: { net_tonnage: '95000' } })).toMatchObject({
      verdict: 'match',
    })
    expect(billed({ quantity: '1', unit: '次', facts: { net_tonnage: '95000' } })).toMatchObject({ verdict: 'match' })
    expect(billed({ quantity: '95000', unit: undefined, facts: { net_tonnage: '95000' } })).toMatchObject({
      verdict: 'match',
    })
    expect(billed({ quantity: '190000', unit: '净吨', facts: { net_tonnage: '95000' } })).toMatchObject({
      ...{ verdict: 'undercharged', expected: { high: '95000.00' } },
    })
  })

  test('boxes times days are taken apart', () => {
    const rate = {
      form: 'per_period' as const,
      period: 'day' as const,
      free: 2,
      steps: [{ from: 3, amount: '4' }],
    } satisfies Rate
    const storage = told9(posted(TERMINAL, 'weighing', '1', { rate, unit: 'container_day' }))
    const billed = (more: Record<string, unknown>) => checkOne(storage, '2024-01-01', ['过磅费', '24', more])
    expect(billed({ quantity: '2', unit: '箱', facts: { days: '5' } })).toMatchObject({ verdict: 'match' })
    expect(billed({ quantity: '10', unit: '箱天', facts: { days: '5' } })).toMatchObject({ verdict: 'match' })
    expect(billed({ quantity: '8', unit: '天' })).toMatchObject({ verdict: 'match' })
    expect(billed({ quantity: '6', unit: '箱天' })).toMatchObject({
      verdict: 'cannot_tell',
      reason: { facts: ['days'] },
    })
  })

  test('a bill that does not say how many is not over when it may be for several', () => {
    const bare = { quantity: undefined, unit: undefined }
    const of = (amount: string, more = {}) => checkOne(weighing, '2024-01-01', ['过磅费', amount, { ...bare, ...more }])
    expect(of('15')).toMatchObject({ verdict: 'match' })
    expect(of('45')).toMatchObject({ verdict: 'cannot_tell', reason: { code: 'missing', facts: ['quantity'] } })
    expect(of('45', { unit_price: '15' })).toMatchObject({ verdict: 'match' })
    expect(of('40')).toMatchObject({ verdict: 'overcharged' })
    expect(checkOne(noOne, '2026-03-02', ['港口设施保安费', '20', bare])).toMatchObject({ verdict: 'superseded_rate' })
    expect(checkOne(noOne, '2026-03-02', ['港口设施保安费', '21', bare])).toMatchObject({ verdict: 'cannot_tell' })
  })

  test('a percentage is taken of the other item on the same day', () => {
    const dues = [
      told('standard', price('cargo-port-dues', '40'), ['2016-01-01', '2019-04-01']),
      told('standard', price('cargo-port-dues', '34'), ['2019-04-01', null]),
      told(
        'standard',
        posted(FORWARDER, 'dues-collection', '1', {
          rate: { form: 'percent_of', item: 'cargo-port-dues', percent: '100' },
        }),
      ),
    ]
    const with_ = books({ who: FORWARDER, head: { release: 9, prices: dues } })
    expect(checkOne(with_, '2024-01-01', ['代收货物港务费', '34'])).toMatchObject({ verdict: 'match' })
    expect(checkOne(with_, '2024-01-01', ['代收货物港务费', '44'])).toMatchObject({
      verdict: 'overcharged',
      difference: '10.00',
    })
  })
})

test('an item that a person has said stands, whatever the name', () => {
  expect(checkOne(now, '2026-03-02', ['杂费', '8', { item: 'port-facility-security', facts: LADEN }])).toMatchObject({
    ...{ verdict: 'match', matched: { kind: 'item', match: { how: 'said' } } },
  })
})

test('lines checked one after another get what each gets by itself, on every day and at every edge', () => {
  const posts = [...ALL, told('standard', posted(TERMINAL, 'weighing', '12'), ['2024-06-01', '2025-07-01'])]
  const with_ = books({ head: { release: 9, prices: posts }, made: { release: 7, prices: SECURITY } })
  const days = ['2021-04-30', '2021-05-01', '2022-03-31', '2022-04-01', '2024-05-31', '2024-06-01', '2024-12-31']
  const later = ['2025-01-01', '2025-06-30', '2025-07-01', '2026-01-31', '2026-02-01', '2027-01-01']
  const lines = [...days, ...later].flatMap((served_on) =>
    ['港口设施保安费', '过磅费', '港口建设费', '绿色附加费', '宇宙飞船停放费'].flatMap((name) =>
      ['7.5', '8', '12', '20'].map((amount): Charge => [name, amount, { served_on }]),
    ),
  )
  const together = check(with_, '2026-03-02', lines).lines.map(said)
  expect(together).toEqual(lines.map((line) => said(checkOne(with_, '2026-03-02', line))))
  expect(new Set(together.map(({ verdict }) => verdict)).size).toBeGreaterThan(6)
})

const said = ({ verdict, reason, expected, difference, standard, on, then }: CheckedLine) => ({
  ...{ verdict, reason, expected, difference, standard: standard?.id, on },
  was: then?.release,
})
