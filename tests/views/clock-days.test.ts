import { describe, expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import { reckon, type Stretch, whyThisDay } from '../../complaints/clocks.ts'
import type { ClockRule } from '../../complaints/rule.ts'
import type { WorkCalendar } from '../../complaints/working-days.ts'
import { clockDays } from '../../views/complaints/clock-days.ts'
import { translator } from '../../views/locale/locale.ts'

const RULE: ClockRule = {
  ...{ id: 1, code: 'tell', type: 'report', track: null, roll: true, extension: null, pauses: [] },
  count: { amount: 2, unit: 'day' },
  says: { zh: '两日内告知', en: 'Told within two days' },
  basis: { document: 'samr-121', article: '第三十六条' },
  provenance: { mark: 'recall', source: '凭记忆，待核实' },
  ...{ from: day('2026-04-15'), until: null },
}
const calendar: WorkCalendar = {
  years: new Set([2026]),
  kinds: new Map([
    [day('2026-12-30'), 'ordinary'],
    [day('2026-12-31'), 'ordinary'],
  ]),
}

function told(locale: 'zh-CN' | 'en', extra: Partial<Stretch> = {}) {
  const stretch: Stretch = { rule: RULE, startedOn: day('2026-12-30'), pauses: [], extensions: [], ...extra }
  const days = whyThisDay(stretch, calendar)
  return clockDays(translator(locale), { code: 'tell', rule: RULE, stretch, ...reckon(stretch, calendar), days })
}

describe('why a day is that day', () => {
  test('is said with the rule, its article, and that it is to be verified', () => {
    const { title, says, cited, source } = told('zh-CN')
    expect([title, says.text, cited.href, cited.article?.text]).toEqual([
      ...['告知处理结果', '两日内告知', '/policies/samr-121', '第三十六条'],
    ])
    expect([cited.mark, source.text]).toEqual([{ word: '待核实', unverified: true }, '凭记忆，待核实'])
    expect(told('en').cited).toMatchObject({ href: '/en/policies/samr-121', article: { lang: 'zh-CN' } })
  })

  test('says that it is provisional, and by which year', () => {
    expect(told('en').provisional).toContain('the holiday notice for 2027 is not published')
    expect(told('en').days.map(({ day: one, weekday, kind, what, due }) => [one, weekday, kind, what, due])).toEqual([
      ['30 Dec 2026', 'Wed', 'working day', 'begins, not counted', false],
      ['31 Dec 2026', 'Thu', 'working day', 'day 1', false],
      ['1 Jan 2027', 'Fri', 'not published', 'day 2', true],
    ])
  })

  test('counts what was taken off and what was added', () => {
    const pauses = [{ from: day('2026-12-31'), to: day('2027-01-02') }]
    expect(told('zh-CN', { pauses, extensions: [{ amount: 3, unit: 'workday' }] }).facts).toEqual([
      '2026年12月30日起算，当日不计入。',
      '规定期限 2 个自然日。',
      '中止期间 3 天不计入。',
      '延长 3 个工作日。',
      '2027年1月7日届满。',
    ])
  })
})
