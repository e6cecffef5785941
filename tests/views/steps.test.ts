import { describe, expect, test } from 'vitest'
import type { Basis } from '../../catalogue/basis.ts'
import { day } from '../../catalogue/day.ts'
import type { Rule, Step, StepArgs } from '../../catalogue/price/step.ts'
import { referenceOf } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { text } from '../../catalogue/text.ts'
import { Unit } from '../../catalogue/unit.ts'
import { releases } from '../../seeds/releases.ts'
import { LOCALES, translator } from '../../views/locale/locale.ts'
import { counted } from '../../views/words/step/saying.ts'
import { stepsInWords } from '../../views/words/steps.ts'

const ON = day('2023-05-01')
const said = releases.flatMap(({ lines }, n) =>
  lines
    .filter(({ kind, payload }) => (kind === 'document' || kind === 'item') && payload !== null)
    .map((line) => ({
      ...line,
      id: '1',
      remainder: false,
      known: { from: n + 1, until: null },
      line: { release: 1, n },
    })),
)
const reference = referenceOf(1, said as unknown as Statement<'document' | 'item'>[])

const step = <R extends Rule>(rule: R, args: StepArgs[R], value: string | null, high: string | null = null): Step =>
  ({ rule, args, value, high, basis: [] }) as unknown as Step

const inWords = (locale: 'zh-CN' | 'en', ...steps: Step[]) => stepsInWords(steps, reference, ON, translator(locale))

const night = text('夜班附加', 'Night surcharge')

/** Every rule, given something, and what is then said in Chinese and in English. */
const SAYS: { [R in Rule]: [args: StepArgs[R], value: string | null, chinese: string, english: string] } = {
  measured: [{ fact: 'net_tonnage', given: '95000' }, '95000', '净吨位：95,000 净吨', 'net tonnage: 95,000 NT'],
  instead: [
    { fact: 'gross_tonnage', lacking: 'net_tonnage', given: '8120.3' },
    '8120.3',
    '没有净吨位，按总吨位计：8,120.3 总吨',
    'no net tonnage, so counted by gross tonnage: 8,120.3 GT',
  ],
  greater: [
    { weight: '12', volume: '30.5', by: 'volume' },
    '30.5',
    '重量 12 吨、体积 30.5 立方米，择大按体积计：30.5 计费吨',
    'weight 12 t, volume 30.5 m³; the greater counts, by volume: 30.5 revenue tons',
  ],
  counted: [{ unit: 'container', assumed: false }, '1200', '数量：1,200 箱', 'quantity: 1,200 containers'],
  tug_movements: [
    { tugs: '3', movements: '2' },
    '6',
    '拖轮 3 艘 × 2 次 = 6 拖轮艘次',
    '3 tugs × 2 movements = 6 tug movements',
  ],
  excess: [
    { fact: 'distance_nm', given: '15', over: '10' },
    '60000',
    '只计引航里程超过 10 海里的部分（所给为 15 海里）：计费数量为 60,000',
    'only what distance exceeds 10 nm by is counted (15 nm was given): billed quantity 60,000',
  ],
  part_counts: [
    { given: '8120.3' },
    '8121',
    '不足 1 个计费单位的按 1 个计：8,120.3 计为 8,121',
    'a part of a unit counts as one: 8,120.3 counts as 8,121',
  ],
  minimum: [
    { given: '1500' },
    '2000',
    '1,500 不到起码计费数量，按 2,000 计',
    '1,500 is below the minimum billed quantity; 2,000 is billed',
  ],
  periods: [
    { period: 'day', fact: 'hours', given: '30', half: false },
    '2',
    '30 小时，不足 1 天按 1 天计：计 2 天',
    '30 hours, a part of a day counting as one: 2 days billed',
  ],
  free: [{ period: 'day', free: '7' }, '7', '其中前 7 天免费', 'of these the first 7 days are free'],
  unit_price: [
    { unit: 'net_ton', amount: '0.405', quantity: '40000' },
    '16200',
    '40,000 净吨 × 0.405 元 = 16,200.00 元',
    '40,000 NT × CNY 0.405 = CNY 16,200.00',
  ],
  range: [
    { unit: 'container', low: '500', high: '850', quantity: '2' },
    '1000',
    '2 箱 × 500 至 850 元 = 1,000.00 至 1,700.00 元',
    '2 containers × CNY 500 to 850 = CNY 1,000.00 to 1,700.00',
  ],
  tier: [
    { fact: 'net_tonnage', over: '40000', to: '80000', part: '1', amount: '0.36' },
    '0.36',
    '超过 40,000 至 80,000 净吨的部分：1 净吨 × 0.36 元 = 0.36 元',
    'the part over 40,000 up to 80,000 NT: 1 NT × CNY 0.36 = CNY 0.36',
  ],
  slab: [
    { fact: 'loa_m', given: '366', over: '350', to: '390', amount: '11500', quantity: '3', unit: 'tug_movement' },
    '34500',
    '船长 366 米，适用“船长超过 350 至 390 米”一档：3 拖轮艘次 × 11,500 元 = 34,500.00 元',
    'length overall 366 m, in the band “length overall over 350 up to 390 m”: 3 tug movements × CNY 11,500 = CNY 34,500.00',
  ],
  period_step: [
    { period: 'day', from: '8', to: '14', count: '7', amount: '85', quantity: '1', unit: 'container_day' },
    '595',
    '第 8 至 14 天：7 天 × 85 元 × 1 箱 = 595.00 元',
    'days 8 to 14: 7 days × CNY 85 × 1 container = CNY 595.00',
  ],
  box_volume: [
    { own: '86', listed: '67.7' },
    '86.37665',
    '按箱内容积比例计：× 86 ÷ 67.7 立方米 = 86.37665 元',
    'in proportion to the inner volume of the box: × 86 ÷ 67.7 m³ = CNY 86.37665',
  ],
  percent_of: [
    { item: 'pilotage', percent: '30', of: '900.00' },
    '270',
    '引航（移泊）费 900.00 元 × 30% = 270.00 元',
    'Pilotage and shifting CNY 900.00 × 30% = CNY 270.00',
  ],
  part: [{ name: '装卸' }, null, '分项：装卸', 'part: 装卸'],
  sum: [{}, '35662.5', '合计 35,662.50 元', 'together CNY 35,662.50'],
  multiplier: [
    { name: text('本港下浮', 'Reduction here'), factor: '0.9' },
    '90',
    '本港下浮：× 0.9 = 90.00 元',
    'Reduction here: × 0.9 = CNY 90.00',
  ],
  surcharge: [
    { name: night, percent: '45', of: '100' },
    '45',
    '夜班附加：100.00 元 × 45% = 加收 45.00 元',
    'Night surcharge: CNY 100.00 × 45% = CNY 45.00 added',
  ],
  not_said: [
    { name: night, fact: 'night' },
    null,
    '夜班附加未计：没有说明是否适用（夜间）',
    'Night surcharge is not counted: whether it applies was not said (night)',
  ],
  with_surcharges: [{}, '190', '加上附加后为 190.00 元', 'with surcharges CNY 190.00'],
  floor: [
    { limit: '100' },
    '100',
    '不到最低额 100.00 元，按最低额计：100.00 元',
    'below the least price of CNY 100.00, which is charged: CNY 100.00',
  ],
  cap: [
    { limit: '44100' },
    '44100',
    '超过最高额 44,100.00 元，按最高额计：44,100.00 元',
    'above the highest price of CNY 44,100.00, which is charged: CNY 44,100.00',
  ],
  times: [{ quantity: '2' }, '200', '共 2 次：× 2 = 200.00 元', '2 times: × 2 = CNY 200.00'],
  addition: [{ label: text('超程', 'Beyond 10 nm') }, null, '另加：超程', 'added: Beyond 10 nm'],
  rounding: [
    { decimals: 0, mode: 'half_up', given: '35662.5' },
    '35663',
    '35,662.50 元 四舍五入到 1 元：35,663.00 元',
    'CNY 35,662.50 rounded half up to CNY 1: CNY 35,663.00',
  ],
  least: [
    { given: '0.4' },
    '1',
    '0.40 元 不到计费单起码额，按起码额计：1.00 元',
    'CNY 0.40 is below the least a bill can be, which is charged: CNY 1.00',
  ],
}

test.for(Object.keys(SAYS) as Rule[])('the rule %s is a sentence in Chinese and in English', (rule) => {
  const [args, value, chinese, english] = SAYS[rule]
  const one = step(rule, args as StepArgs[typeof rule], value, rule === 'range' ? '1700' : null)
  expect(inWords('zh-CN', one)[0]!.text).toBe(chinese)
  expect(inWords('en', one)[0]!.text).toBe(english)
})

describe('a trace in words', () => {
  test('gives the value of each step apart: a quantity plainly, money in yuan, nothing where nothing came out', () => {
    const steps = [
      step('measured', { fact: 'net_tonnage', given: '1500' }, '1500'),
      step('unit_price', { unit: 'net_ton', amount: '0.45', quantity: '2000' }, '900'),
      step('range', { unit: 'container', low: '1', high: '2', quantity: '1000' }, '1000', '2000'),
      step('not_said', { name: night, fact: 'night' }, null),
    ]
    expect(inWords('zh-CN', ...steps).map(({ value }) => value)).toEqual([
      '1,500',
      '900.00 元',
      '1,000.00 至 2,000.00 元',
      null,
    ])
  })

  test('of a ship without net tons speaks of billing tons, and of net tons otherwise', () => {
    const price = step('unit_price', { unit: 'net_ton', amount: '0.25', quantity: '8121' }, '2030.25')
    const instead = step('instead', { fact: 'gross_tonnage', lacking: 'net_tonnage', given: '8121' }, '8121')
    expect(inWords('zh-CN', instead, price)[1]!.text).toBe('8,121 计费吨 × 0.25 元 = 2,030.25 元')
    expect(inWords('en', instead, price)[1]!.text).toContain('8,121 billing tons')
    expect(inWords('zh-CN', price)[0]!.text).toContain('8,121 净吨')
  })

  test('says that a quantity was only assumed, which tier is the first and the last, and how half hours count', () => {
    const tier = { fact: 'net_tonnage', part: '5', amount: '0.4' }
    const words = inWords(
      'zh-CN',
      step('counted', { unit: 'container', assumed: true }, '1'),
      step('tier', { ...tier, over: '0', to: '40000' }, '2'),
      step('tier', { ...tier, over: '80000', to: null }, '2'),
      step('periods', { period: 'hour', fact: 'hours', given: '5.4', half: true }, '5.5'),
      step('rounding', { decimals: 2, mode: 'up', given: '0.001' }, '0.01'),
    ).map(({ text }) => text)
    expect(words).toEqual([
      '没有说明数量，按 1 箱计',
      '不超过 40,000 净吨的部分：5 净吨 × 0.4 元 = 2.00 元',
      '超过 80,000 净吨的部分：5 净吨 × 0.4 元 = 2.00 元',
      '5.4 小时，1 小时以上的余数不超过半小时按半小时、超过的按 1 小时：计 5.5 小时',
      '0.001 元 向上进整到 0.01 元：0.01 元',
    ])
  })

  test('names the article that each step rests on, with the page of its document in the reader’s language', () => {
    const basis: Basis[] = [
      { document: 'jsg-2019-2', article: '第六条' },
      { document: 'jsg-2019-2', article: null },
    ]
    const one = { ...step('sum', {}, '1'), basis } as Step
    expect(inWords('zh-CN', one)[0]!.basis).toEqual([
      { text: '交水规〔2019〕2号 第六条', href: '/policies/jsg-2019-2', lang: null },
      { text: '交水规〔2019〕2号', href: '/policies/jsg-2019-2', lang: null },
    ])
    expect(inWords('en', one)[0]!.basis[0]).toEqual({
      text: '交水规〔2019〕2号 第六条',
      href: '/en/policies/jsg-2019-2',
      lang: 'zh-CN',
    })
  })
})

test('in English one of a unit is one, and every unit has a word in both languages', () => {
  const english = translator('en')
  expect([counted('1', 'container', english), counted('2', 'container', english)]).toEqual([
    '1 container',
    '2 containers',
  ])
  for (const locale of LOCALES)
    for (const unit of Unit.options) expect(counted('3', unit, translator(locale)), unit).toMatch(/^3 [^{/]+$/)
})
