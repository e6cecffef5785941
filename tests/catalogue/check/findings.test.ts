import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../catalogue/check/verdict.ts'
import { books, type Charge, check, FORWARDER, posted, price, TERMINAL, told } from './bill.ts'

const CEILING = { line: 'foreign-20', ceiling: true }
const PRICES = [
  told('standard', price('cargo-port-dues', '34')),
  told('standard', price('port-facility-security', '8', { line: 'foreign-20' }), ['2019-04-01', '2022-04-01']),
  told('standard', price('port-facility-security', '8', CEILING), ['2022-04-01', null]),
  told('standard', price('port-construction-fee', '64')),
  ...[TERMINAL, FORWARDER].flatMap((who) =>
    ['container-handling', 'weighing', 'restow', 'seal-fee', 'tally-seal', 'port-operation-lumpsum', 'booking'].map(
      (code) => told('standard', posted(who, code, '100', { line: `of-${code}` })),
    ),
  ),
  told(
    'standard',
    posted(FORWARDER, 'dues-collection', '1', {
      rate: { form: 'percent_of', item: 'cargo-port-dues', percent: '100' },
    }),
  ),
]
const terminal = books({ head: { release: 9, prices: PRICES } })
const forwarder = books({ who: FORWARDER, head: { release: 9, prices: PRICES } })

const found = (lines: readonly Charge[], with_ = terminal, on = '2026-03-02', bill = {}): readonly Finding[] =>
  check(with_, on, lines, bill).findings

const ORDINARY: Charge[] = [
  ['货物港务费', '340', { quantity: '10', unit_price: '34' }],
  ['集装箱装卸包干费', '1000', { quantity: '10', unit_price: '100.00' }],
  ['过磅费', '100', { unit_price: '100' }],
  ['捣箱费', '200.00', { quantity: '2', unit: '柜', unit_price: '100' }],
  ['铅封费', '100'],
]

describe('an ordinary correct bill', () => {
  test('shows nothing', () => {
    const { findings, lines } = check(terminal, '2026-03-02', ORDINARY)
    expect(lines.map(({ verdict }) => verdict)).toEqual(ORDINARY.map(() => 'match'))
    expect(findings).toEqual([])
  })

  test('of two days, of boxes at two sizes, and with a credit shows nothing either', () => {
    const lines: Charge[] = [
      ['过磅费', '100', { served_on: '2026-03-01' }],
      ['过磅费', '100', { served_on: '2026-03-02' }],
      ['捣箱费', '100', { facts: { size: '20' } }],
      ['捣箱费', '100', { facts: { size: '40' } }],
      ['港口作业包干费', '-100'],
    ]
    expect(found(lines)).toEqual([])
  })

  test('of two boxes, told apart by their numbers, shows nothing either', () => {
    const each = (name: string): Charge[] => ['TGHU1234567', 'MSKU7654321'].map((box) => [`${name} ${box}`, '100'])
    expect(found(each('过磅费'))).toEqual([])
    expect(found([...each('过磅费'), ...each('过磅费')]).map(({ code }) => code)).toEqual(['duplicate', 'duplicate'])
  })

  test('with discounts below a ceiling shows no split', () => {
    const lines: Charge[] = [
      ['港口设施保安费', '5'],
      ['港口设施保安费', '4'],
    ]
    expect(found(lines).map(({ code }) => code)).toEqual(['security_beside_lumpsum'])
  })
})

test('an abolished item that is still charged, K1', () => {
  const lines: Charge[] = [...ORDINARY, ['港口建设费', '64']]
  expect(found(lines)).toEqual([
    { code: 'abolished_item', lines: [6], item: 'port-construction-fee', ended_on: '2020-12-31' },
  ])
  expect(found([['港口建设费', '64']], terminal, '2020-12-31')).toEqual([])
  expect(found([['港口建设费', '0.00']])).toEqual([])
})

describe('the security charge', () => {
  const beside: Charge[] = [
    ['港口设施保安费', '8'],
    ['集装箱装卸包干费', '100'],
    ['过磅费', '100'],
  ]

  test('stands beside the lump sum from the day it became a part of it', () => {
    expect(found(beside, terminal, '2022-04-01')).toEqual([
      { code: 'security_beside_lumpsum', lines: [1, 2], own: [1], item: 'port-facility-security', since: '2022-04-01' },
    ])
    expect(found(beside, terminal, '2022-03-31')).toEqual([])
  })

  test('stands on its own where there is no lump sum on the bill', () => {
    expect(found([['港口设施保安费', '8']])).toEqual([
      { code: 'security_beside_lumpsum', lines: [1], own: [1], item: 'port-facility-security', since: '2022-04-01' },
    ])
  })

  test.for([
    ['8.00', false],
    ['8.01', true],
    ['15', true],
    ['20', true],
  ] as const)('of %s is above its former rate: %s (S1)', ([amount, above]) => {
    const former = found([['港口设施保安费', amount]]).filter(({ code }) => code === 'above_former_rate')
    expect(former).toEqual(above ? [{ code: 'above_former_rate', lines: [1], ceiling: '8.00' }] : [])
  })

  test('above its rate before 2022 is over, and not above a former rate', () => {
    expect(found([['港口设施保安费', '15']], terminal, '2021-07-01')).toEqual([])
  })
})

describe('official charges that are passed on', () => {
  test('above what they are, by a price at par', () => {
    expect(found([['代收货物港务费', '44']], forwarder)).toEqual([
      { code: 'pass_through_markup', lines: [1], item: 'cargo-port-dues', official: '34.00', markup: '10.00' },
    ])
    expect(found([['代收货物港务费', '34']], forwarder)).toEqual([])
  })

  test('above what they are, by a forwarder under their own name; a terminal passes nothing on', () => {
    expect(found([['货物港务费', '40']], forwarder)).toEqual([
      { code: 'pass_through_markup', lines: [1], item: 'cargo-port-dues', official: '34.00', markup: '6.00' },
    ])
    expect(found([['货物港务费', '40']], terminal)).toEqual([])
    expect(found([['货物港务费', '34']], forwarder)).toEqual([])
  })
})

describe('one thing charged in several lines', () => {
  test('is split where together they come to what one should', () => {
    const lines: Charge[] = [
      ['过磅费', '60'],
      ['捣箱费', '100'],
      ['过磅费', '40'],
    ]
    expect(found(lines)).toEqual([
      { code: 'split', lines: [1, 3], item: 'weighing', charged: '100.00', expected: '100.00' },
    ])
  })

  test('is not split where one of them is right, or they come to less', () => {
    expect(found([...[['过磅费', '100'] as Charge], ['过磅费', '40']])).toEqual([])
    expect(found([...[['过磅费', '60'] as Charge], ['过磅费', '39']])).toEqual([])
  })

  test('twice the same is a duplicate', () => {
    const lines: Charge[] = [
      ['过磅费', '100'],
      ['捣箱费', '100'],
      ['过磅费', '100.00'],
    ]
    expect(found(lines)).toEqual([{ code: 'duplicate', lines: [1, 3], item: 'weighing' }])
  })

  test('by two links is the same service twice: a seal', () => {
    const lines: Charge[] = [
      ['铅封费', '100'],
      ['过磅费', '100'],
      ['理货铅封费', '100'],
    ]
    expect(found(lines)).toEqual([{ code: 'same_service', lines: [1, 3], items: ['seal-fee', 'tally-seal'] }])
  })
})

test('a line that names an official charge inside another is bundled', () => {
  expect(found([['订舱费（含货物港务费）', '100']], forwarder)).toEqual([
    { code: 'bundled', lines: [1], items: ['booking', 'cargo-port-dues'] },
  ])
  expect(found([['订舱费', '100']], forwarder)).toEqual([])
})

test('quantity times unit price that is not the amount', () => {
  const sum = (amount: string, unit_price: string) => found([['过磅费', amount, { quantity: '3', unit_price }]])
  expect(sum('330', '100')).toEqual([{ code: 'arithmetic', lines: [1], computed: '300' }])
  expect(sum('310.00', '103.3333')).toEqual([])
  expect(sum('310.03', '103.3333')).toEqual([{ code: 'arithmetic', lines: [1], computed: '309.9999' }])
  expect(sum('300', '90')).toEqual([])
})

test('what a bill does not say of itself and of its lines', () => {
  const lines: Charge[] = [
    ['过磅费', '100', { unit: undefined }],
    ['捣箱费', '100', { unit: undefined }],
    ['铅封费', '100', { quantity: undefined, unit: undefined }],
  ]
  expect(found(lines, terminal, '2026-03-02', { number: undefined })).toEqual([
    { code: 'missing_contents', lines: [], fields: ['number'] },
    { code: 'missing_contents', lines: [1, 2], fields: ['unit'] },
    { code: 'missing_contents', lines: [3], fields: ['quantity', 'unit'] },
  ])
  const nameless = books({ who: null, head: { release: 9, prices: PRICES } })
  expect(found([['货物港务费', '34']], nameless, '2026-03-02', { seller: undefined })).toEqual([
    { code: 'missing_contents', lines: [], fields: ['seller'] },
  ])
})

test('the summary counts verdicts and adds up what can be compared, credits and all', () => {
  const lines: Charge[] = [
    ['过磅费', '130.5'],
    ['捣箱费', '100'],
    ['铅封费', '60'],
    ['宇宙飞船停放费', '77'],
    ['过磅费', '-10'],
  ]
  expect(check(terminal, '2026-03-02', lines).summary).toEqual({
    lines: 5,
    verdicts: { overcharged: 1, match: 1, undercharged: 1, not_on_list: 1, cannot_tell: 1 },
    charged: '357.50',
    compared: { lines: 3, charged: '290.50', expected: '300.00', over: '30.50' },
  })
})

test('what was right as then published is not counted as over', () => {
  const was = told('standard', posted(TERMINAL, 'weighing', '120', { line: 'of-weighing' }))
  const corrected = books({ head: { release: 9, prices: PRICES }, made: { release: 5, prices: [was] } })
  const { lines, summary } = check(corrected, '2026-03-02', [
    ['过磅费', '120'],
    ['捣箱费', '130'],
  ])
  expect(lines.map(({ verdict, difference }) => [verdict, difference])).toEqual([
    ['matched_as_then_published', '20.00'],
    ['overcharged', '30.00'],
  ])
  expect(summary.compared).toEqual({ lines: 2, charged: '250.00', expected: '200.00', over: '30.00' })
})
