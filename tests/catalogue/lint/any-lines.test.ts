import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../catalogue/day.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import { SENTENCES, SKIPPED, sentenceOf } from '../../../catalogue/lint/codes.ts'
import { findingId, lint, lintLive } from '../../../catalogue/lint/lint.ts'
import type { LintReport } from '../../../catalogue/lint/rule.ts'
import { faultsOf, type Line, say, withdraw } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { translator } from '../../../views/locale/locale.ts'
import { saidFinding, saidSkipped } from '../../../views/words/lint.ts'
import * as s from './sample.ts'

const amount = fc.constantFrom('0', '0.01', '5', '8.01', '34', '100', '999999.99')
const anItem = fc.constantFrom(
  'storage',
  'dues',
  'pilotage',
  'lighterage',
  'port-facility-security',
  'handling',
  'never',
)
const rate = fc.oneof(
  amount.map((one) => ({ form: 'fixed', amount: one }) as const),
  fc.constant({ form: 'range', low: '5', high: '8' } as const),
  fc.constant({ form: 'at_cost' } as const),
  fc.record({ form: fc.constant('percent_of' as const), item: anItem, percent: amount }),
  fc.constant({ form: 'per_period', period: 'day', free: 2, steps: [{ from: 3, amount: '5' }] } as const),
  amount.map(
    (one) => ({ form: 'tiered', fact: 'weight_t', mode: 'slab', tiers: [{ over: '0', amount: one }] }) as const,
  ),
  amount.map((one) => ({
    form: 'sum' as const,
    parts: ['a', 'b'].map((name) => ({ name, rate: { form: 'fixed' as const, amount: one } })),
  })),
)
const valid = fc
  .record({ start: fc.integer({ min: -4000, max: 8000 }), days: fc.option(fc.integer({ min: 1, max: 900 })) })
  .map(({ start, days }) => ({
    from: addDays(s.TODAY, start),
    until: days === null ? null : addDays(s.TODAY, start + days),
  }))
const change = fc.constantFrom('new', 'revise', 'correct', 'confirm')
const words = fc.constantFrom('5元/箱', '面议', '政府定价', 'USD 5', '含货物港务费', '必须', '免费', '🚢')

const standard = fc
  .record({
    item: anItem,
    rate,
    entity: fc.constantFrom(s.TERMINAL, s.FORWARDER, '91330303MA2DEM05X3', null),
    port: fc.constantFrom('CNNGB', 'CNWNZ', 'CNSHA'),
    line: fc.constantFrom('box', 'other', 'third'),
    unit: fc.constantFrom('container', 'ton', 'net_ton_nm'),
    own_name: fc.option(fc.constantFrom('堆存费', '驳船取送费')),
    posted: words,
    basis: fc.constantFrom([], s.BY_RULES, [{ document: 'never', article: null }]),
    ceiling: fc.boolean(),
  })
  .map((rest) => s.posted(rest as Partial<FeeStandard>))

const line: fc.Arbitrary<Line> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(standard, valid, change)
      .map(([one, days, what]) => say('standard', one, days, s.WHY, what as 'new') as Line),
  },
  fc
    .tuple(anItem, valid, fc.constantFrom('market', 'gov_set', 'gov_guided'))
    .map(
      ([code, days, pricing]) =>
        say('item', s.item(code, '某项费用', { pricing: pricing as 'market' }), days, s.WHY) as Line,
    ),
  fc.tuple(anItem, valid).map(([code, days]) => withdraw('item', code, days, s.WHY) as Line),
  fc
    .tuple(
      anItem,
      anItem.filter((to) => to !== 'dues'),
      valid,
    )
    .map(
      ([from, to, days]) =>
        say(
          'lineage',
          { from, to, kind: 'merged_into', ceiling: true, basis: [], note: text('并') },
          days,
          s.WHY,
        ) as Line,
    ),
)

/** A line with any one field of what it says, or of itself, put to anything at all. */
const broken: fc.Arbitrary<Line> = fc
  .tuple(line, fc.constantFrom('rate', 'terms', 'basis', 'item', 'conditions', 'valid', 'why', 'posted'), fc.anything())
  .map(
    ([one, field, anything]) =>
      (field === 'valid' || field === 'why'
        ? { ...one, [field]: field === 'valid' ? { from: String(JSON.stringify(anything)), until: null } : anything }
        : { ...one, payload: one.payload === null ? null : { ...one.payload, [field]: anything } }) as Line,
  )

function holds(report: LintReport, lines: readonly Line[]): void {
  const ids = report.findings.map(findingId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const finding of report.findings) {
    expect(SENTENCES).toContain(sentenceOf(finding.rule, finding.case))
    expect(finding.lines.every((n) => n >= 1 && n <= lines.length)).toBe(true)
    expect(finding.lines.length + finding.subjects.length).toBeGreaterThan(0)
    for (const locale of ['zh-CN', 'en'] as const) saidFinding(finding, translator(locale), s.LIVE.reference, s.TODAY)
  }
  for (const one of report.skipped) {
    expect(SKIPPED).toContain(one.because)
    expect(saidSkipped(one, translator('en')).text).not.toBe(one.because)
  }
}

test('whatever lines are proposed, lint ends, names lines that exist, and finds words for all it found', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      holds(lint(s.LIVE, lines, s.SETTINGS), lines)
      const sound = lines.filter((_, at) => !faultsOf(lines).some(({ n }) => n === at + 1))
      holds(lintLive(s.published(sound), s.SETTINGS), [])
    }),
    { numRuns: 150 },
  )
})

test('a line that could not be published is named as an error, and the others are still looked at', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(line, broken), { maxLength: 12 }), (lines) => {
      const report = lint(s.LIVE, lines, s.SETTINGS)
      holds(report, lines)
      const errors = new Set(report.findings.flatMap(({ severity, lines }) => (severity === 'error' ? lines : [])))
      for (const { n } of faultsOf(lines)) expect(errors).toContain(n)
    }),
    { numRuns: 150 },
  )
})

test('the same lines give the same report', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      expect(lint(s.LIVE, lines, s.SETTINGS)).toEqual(lint(s.LIVE, structuredClone(lines), s.SETTINGS))
    }),
    { numRuns: 40 },
  )
})
