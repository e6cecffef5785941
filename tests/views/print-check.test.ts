import { describe, expect, test } from 'vitest'
import { type Finding, type Reason, VERDICTS } from '../../catalogue/check/verdict.ts'
import { day } from '../../catalogue/day.ts'
import { LOCALES, translator } from '../../views/locale/locale.ts'
import { ALL_IN_DETAIL, printedCheck } from '../../views/print/check.ts'
import type { Block, PrintedDocument, Words } from '../../views/print/document.ts'
import { findingInWords, reasonInWords } from '../../views/words/check.ts'
import { checkVerdict, differenceText, expectedInWords } from '../../views/words/checked-line.ts'
import { CHARGED_ON, checked, checkedLine, report } from './checked.ts'
import { reference } from './sample.ts'

const textOf = (words: Words): string => (typeof words === 'string' ? words : words.text)
const saidIn = (block: Block): string[] => {
  switch (block.kind) {
    case 'facts':
      return block.facts.map(([label, value]) => `${label}=${textOf(value)}`)
    case 'table':
      return [...block.columns.map(({ head }) => head), ...block.rows.flatMap(({ cells }) => cells.map(textOf))]
    case 'steps':
      return block.steps.flatMap(({ text, value, basis }) => [textOf(text), value, ...basis.map(textOf)])
    default:
      return [textOf(block.text)]
  }
}
const saidBy = ({ sections }: PrintedDocument): string[] => sections.flatMap(({ blocks }) => blocks.flatMap(saidIn))

const REASONS: Reason[] = [
  { code: 'equals' },
  { code: 'equals_unrounded', exact: '35662.5' },
  // biome-ignore lint/suspicious/noThenProperty: a field of the reason, never awaited
  { code: 'equals_then', then: 1012, corrected_in: 1013 },
  { code: 'equals_other_period', from: day('2019-04-01'), until: day('2022-04-01'), release: 2, standard: '17' },
  { code: 'ended', ended_on: day('2022-03-31'), became: [] },
  { code: 'ended', ended_on: day('2022-03-31'), became: ['port-operation-lumpsum', 'tally'] },
  { code: 'begins_later', begins_on: day('2027-01-01') },
  { code: 'standard_ended', ended_on: day('2025-12-31') },
  { code: 'no_coverage', from: null, until: null },
  { code: 'no_coverage', from: day('2020-01-01'), until: null },
  { code: 'unit', stated: '票', units: ['container', 'net_ton_day'] },
  { code: 'missing', facts: ['net_tonnage', 'size'] },
  { code: 'no_figure', why: 'at_cost' },
  { code: 'no_figure', why: 'see_attachment' },
  { code: 'above_every_line', most: '1705.5' },
]
const FINDINGS: Finding[] = [
  {
    code: 'security_beside_lumpsum',
    lines: [1, 2],
    own: [2],
    item: 'port-facility-security',
    since: day('2022-04-01'),
  },
  { code: 'above_former_rate', lines: [2], ceiling: '8' },
  { code: 'pass_through_markup', lines: [1], item: 'tally', official: '500.00', markup: '50.00' },
  { code: 'split', lines: [1, 2], item: 'tally', charged: '900.00', expected: '850.00' },
  { code: 'duplicate', lines: [1, 2], item: 'tally' },
  { code: 'same_service', lines: [1, 2], items: ['tally', 'yard-storage'] },
  { code: 'bundled', lines: [1], items: ['tally', 'yard-storage'] },
  { code: 'arithmetic', lines: [1], computed: '40.00' },
]
const saying = (locale: (typeof LOCALES)[number]) => ({ ref: reference, on: CHARGED_ON, t: translator(locale) })

describe('verdicts in words', () => {
  test.for(LOCALES)('every verdict, reason and finding is a sentence in %s, with names and no codes', (locale) => {
    const told = [
      ...VERDICTS.map((verdict) => checkVerdict(verdict, translator(locale)).word),
      ...REASONS.map((reason) => reasonInWords(reason, saying(locale))),
      ...FINDINGS.map((finding) => findingInWords(finding, saying(locale))),
    ]
    for (const sentence of told) expect(sentence).not.toMatch(/_|[{}]|undefined|yard-storage|port-facility/)
    if (locale === 'zh-CN') for (const sentence of told) expect(sentence).toMatch(/\p{Script=Han}/u)
  })

  test('reasons name what they rest on', () => {
    const zh = REASONS.map((reason) => reasonInWords(reason, saying('zh-CN')))
    expect(zh[1]).toContain('35,662.5 元')
    expect(zh[2]).toContain('第 1012 号发布')
    expect(zh[3]).toContain('2019年4月1日 至 2022年3月31日')
    expect(zh[5]).toContain('2022年3月31日')
    expect(zh[5]).toContain('港口作业包干费、理货服务费')
    expect(zh[10]).toContain('“票”')
    expect(zh[10]).toContain('元/箱、元/净吨·天')
    expect(zh[11]).toContain('净吨位、箱型')
  })

  test('no word accuses anyone', () => {
    for (const locale of LOCALES) {
      const { verdict, reason, finding, checkReport } = translator(locale).words
      for (const word of [verdict, reason, finding, checkReport].flatMap((area) => Object.values(area)))
        expect(word).not.toMatch(/违法|违规|乱收|欺诈|多收|fraud|illegal|unlawful|violat|overcharg/i)
    }
  })

  test('what is due is one figure, a ceiling or a span; a difference has its sign', () => {
    const t = translator('zh-CN')
    const of = (low: string, high: string, ceiling: boolean) => expectedInWords({ expected: { low, high }, ceiling }, t)
    expect([of('34.00', '34.00', false), of('0.00', '1234.00', true), of('500.00', '850.00', false)]).toEqual([
      '34.00',
      '不超过 1,234.00',
      '500.00–850.00',
    ])
    expect(['1234.50', '-3.00', '0.00'].map(differenceText)).toEqual(['+1,234.50', '−3.00', '0.00'])
  })
})

describe('the report of a check', () => {
  test('has everything needed to argue a line: verdict, reason, standard, text, days, release, documents, steps', () => {
    const told = saidBy(printedCheck(report))
    for (const said of [
      '结果=高于公示标准：收取金额超过公示的上限。',
      '收取金额（元）=40,000.00（1 船次 × 40,000）',
      '应收（元）=不超过 35,663.00',
      '差额（元）=+4,337.00',
      '对应收费项目=引航(移泊)费（别名）',
      '计费信息=国际航线、净吨位 95,000 净吨、引航里程 8 海里',
      '公示标准=政府规定 · 宁波舟山港 · 10海里以内 · 国际航线 · 引航里程不超过 10 海里',
      '公示原文=原文',
      '适用日期=自 2022年4月1日 起',
      '公布于=第 1 号发布',
      '依据文件=交水规〔2019〕2号《港口收费计费办法》 附表5',
      '依据文件=关于减并港口收费等有关事项的通知',
      '16,200.00 元',
      '35,663.00 元',
      '对应收费项目=理货服务费（名称相近，相似度 0.812）',
      '计费信息=20英尺（自名称读出）',
      '第 2 行',
      '港口设施保安费的最后收取日为 2022年3月31日，账单仍列有此项。',
      '账单缺少：账单号码、单价。',
      '账单金额=40,499.00 元',
    ])
      expect(told).toContain(said)
  })

  test('says that it is a comparison and no finding, from which day and release, compared when', () => {
    const document = printedCheck(report)
    expect(saidBy(document)[0]).toContain('不是行政认定')
    expect(document.footer).toContain('不是行政认定')
    expect(document.facts).toContainEqual(['比对时间', '2026年11月23日 10:00'])
    expect(document.source).toEqual({
      on: CHARGED_ON,
      release: 31,
      publishedAt: report.publishedAt,
      address: report.address,
    })
  })

  test('in English says Chinese only where there is no English, and marks it', () => {
    const { sections } = printedCheck({ ...report, locale: 'en' })
    const facts = sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : [])),
    )
    expect(facts).toContainEqual(['As posted', { text: '原文', lang: 'zh-CN' }])
    const plain = facts.filter(([, value]) => typeof value === 'string' && /\p{Script=Han}/u.test(value))
    expect(plain.map(([label]) => label)).toEqual(['Charged (CNY)', 'Charged (CNY)', 'Charged (CNY)'])
  })

  test('of a long bill gives the details only of what is not as published, and says so', () => {
    const lines = Array.from({ length: ALL_IN_DETAIL + 1 }, (_, n) =>
      checkedLine(n + 1, n % 2 === 0 ? { verdict: 'match', reason: { code: 'equals' } } : {}),
    )
    const told = saidBy(printedCheck({ ...report, checked: { ...checked, lines } }))
    expect(told.filter((said) => /^第 \d+ 行　/.test(said)).length).toBe(ALL_IN_DETAIL / 2)
    expect(told.some((said) => said.includes('账单行数较多'))).toBe(true)
  })

  test('gives the computation as published then beside that of now where they differ', () => {
    const head = checked.lines[0]!.head!
    const outcome = head.estimated.outcome!
    const earlier = { ...head.estimated, outcome: { ...outcome, low: '1.00', high: '1.00' } as typeof outcome }
    // biome-ignore lint/suspicious/noThenProperty: a field of every checked line, never awaited
    const line = { ...checked.lines[0]!, then: { release: 12, estimated: earlier } }
    const told = saidBy(printedCheck({ ...report, checked: { ...checked, lines: [line] } }))
    expect(told).toContain('计费日当时公布的标准（第 12 号发布）')
    expect(saidBy(printedCheck(report))).not.toContain('计费日当时公布的标准（第 12 号发布）')
  })
})
