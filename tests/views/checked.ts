import type { CheckedInvoice, CheckedLine, Finding, Matched } from '../../catalogue/check/verdict.ts'
import { day } from '../../catalogue/day.ts'
import { estimateLine } from '../../catalogue/estimate.ts'
import type { PriceBook } from '../../catalogue/price/book.ts'
import type { CheckReport } from '../../views/print/check.ts'
import { government, NBCT, reference } from './sample.ts'

/** A bill of a call at Ningbo with a line of nearly every kind, for tests of what is said of it. */
export const CHARGED_ON = day('2026-03-02')

const book: PriceBook = {
  release: 31,
  port: 'CNNGB',
  reference,
  standards: (item, entity) => government.filter(({ payload }) => payload?.item === item && payload.entity === entity),
}

const named = (item: string, how: 'name' | 'alias' | 'alike' = 'name'): Matched => ({
  kind: 'item',
  match: { item, how, term: item, score: how === 'alike' ? 0.812 : 1 },
  nearest: [],
})

export const checkedLine = (n: number, rest: Partial<CheckedLine>): CheckedLine => ({
  n,
  line: { name: '理货服务费', amount: '20.00', facts: {} },
  on: CHARGED_ON,
  matched: { kind: 'none', nearest: [] },
  item: null,
  verdict: 'cannot_tell',
  expected: null,
  difference: null,
  ceiling: false,
  limit: null,
  standard: null,
  // biome-ignore lint/suspicious/noThenProperty: a field of every checked line, never awaited
  then: null,
  head: null,
  reason: { code: 'no_such_name' },
  read: {},
  ...rest,
})

const pilotFacts = { voyage: 'international', net_tonnage: '95000', distance_nm: '8' }
const estimated = estimateLine({ item: 'pilotage', facts: pilotFacts }, CHARGED_ON, book)

const LINES: CheckedLine[] = [
  checkedLine(1, {
    line: {
      name: '引航费（进口 8 海里）',
      amount: '40000.00',
      quantity: '1',
      unit: '船次',
      unit_price: '40000',
      facts: pilotFacts,
    },
    matched: named('pilotage', 'alias'),
    item: 'pilotage',
    verdict: 'overcharged',
    expected: { low: '35663.00', high: '35663.00' },
    difference: '4337.00',
    ceiling: true,
    standard: estimated.standards[0] ?? null,
    head: { release: 31, estimated },
    reason: { code: 'above_ceiling' },
  }),
  checkedLine(2, {
    line: { name: '港口设施保安费', amount: '20.00', quantity: '2', unit: '箱', facts: {} },
    matched: named('port-facility-security'),
    item: 'port-facility-security',
    verdict: 'abolished',
    reason: { code: 'ended', ended_on: day('2022-03-31'), became: ['port-operation-lumpsum'] },
    read: { size: '20' },
  }),
  checkedLine(3, {
    line: { name: '=HYPERLINK("https://example.org","看")\u202E𠮷', amount: '-5.00', facts: {} },
    verdict: 'not_on_list',
    reason: { code: 'no_such_name' },
  }),
  checkedLine(4, {
    line: { name: '理货', amount: '450.00', quantity: '1', unit: '箱', facts: {} },
    matched: named('tally', 'alike'),
    item: 'tally',
    verdict: 'undercharged',
    expected: { low: '500.00', high: '850.00' },
    difference: '-50.00',
    reason: { code: 'below_range' },
  }),
  checkedLine(5, {
    line: { name: '货物港务费', amount: '34.00', facts: {} },
    matched: named('cargo-port-dues'),
    item: 'cargo-port-dues',
    verdict: 'match',
    expected: { low: '34.00', high: '34.00' },
    difference: '0.00',
    standard: government[0]!,
    reason: { code: 'equals' },
  }),
]

const FINDINGS: Finding[] = [
  { code: 'abolished_item', lines: [2], item: 'port-facility-security', ended_on: day('2022-03-31') },
  { code: 'missing_contents', lines: [], fields: ['number', 'unit_price'] },
]

export const checked: CheckedInvoice = {
  lines: LINES,
  findings: FINDINGS,
  summary: {
    lines: 5,
    verdicts: { overcharged: 1, abolished: 1, not_on_list: 1, undercharged: 1, match: 1 },
    charged: '40499.00',
    compared: { lines: 3, charged: '40484.00', expected: '36547.00', over: '4337.00' },
  },
}

export const report: CheckReport = {
  invoice: { port: 'CNNGB', entity: NBCT, charged_on: CHARGED_ON, lines: LINES.map(({ line }) => line) },
  checked,
  ref: reference,
  publishedAt: new Date('2026-11-20T01:00:00Z'),
  madeAt: new Date('2026-11-23T02:00:00Z'),
  address: 'https://fees.example.cn/check?release=31',
  locale: 'zh-CN',
}
