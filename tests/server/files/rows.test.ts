import { describe, expect, test } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { PLAIN } from '../../../catalogue/fee-standard.ts'
import type { Rate } from '../../../catalogue/rate/rate.ts'
import { COLUMNS, FOR_PEOPLE } from '../../../server/files/columns.ts'
import { figuresOf } from '../../../server/files/figures.ts'
import { exportRow } from '../../../server/files/rows.ts'
import { translator } from '../../../views/locale/locale.ts'
import { ON, reference, row, said, standard } from './fixture.ts'

describe('a row of a file', () => {
  test('has every column and no other', () => {
    expect(Object.keys(row()).toSorted()).toEqual(COLUMNS.map(({ name }) => name as string).toSorted())
  })

  test('says what, how much, whose, where, since when and by what right', () => {
    expect(row()).toMatchObject({
      item_code: 'yard-storage',
      item_name: '堆存保管费',
      label: '重箱 20 英尺',
      own_name: '堆存费',
      pricing: 'market',
      pricing_name: '市场调节价',
      payer_name: '货方',
      set_by: '示例码头有限公司',
      entity_code: '91330206MA2DEM0171',
      demo: 'true',
      port_code: 'CNNGB',
      port_name: '宁波舟山港',
      area: '北仑港区',
      rate_form: 'fixed',
      amount: '0.405',
      low: '',
      high: '',
      unit: 'container_day',
      unit_name: '元/箱·天',
      currency: 'CNY',
      ceiling: 'true',
      floor: '10',
      cap: '',
      rounding: '计费金额四舍五入到 0.01 元',
      basis: '交水规〔2019〕2号《港口收费计费办法》 第十条',
      mark: 'recall',
      mark_name: '待核实',
      effective_from: '2024-02-29',
      effective_to: '',
      release: '7',
      key: 'yard-storage/CNNGB/beilun/91330206MA2DEM0171/laden-20',
    })
    expect(row().rate).toContain('0.405 元/箱·天；')
    expect(row().rate).toContain('每次最低 10 元')
  })

  test('is in the reader’s language, codes and figures the same', () => {
    const english = exportRow(said('standard', standard()), reference, ON, 'en')
    expect(english).toMatchObject({
      item_name: 'Yard storage',
      set_by: 'Demo Terminal Co.',
      pricing: 'market',
      amount: '0.405',
    })
    expect(english?.basis).toBe('交水规〔2019〕2号“Port charging rules” 第十条')
  })

  test('names the last day on which it applies, not the first on which it does not', () => {
    expect(row({}, { from: day('2024-02-29'), until: day('2025-01-01') }).effective_to).toBe('2024-12-31')
  })

  test('of a government standard for every port has no entity and no port code', () => {
    const { entity_code, port_code, set_by, port_name, demo, area } = row({ entity: null, port: null, area: null })
    expect({ entity_code, port_code, set_by, port_name, demo, area }).toEqual({
      entity_code: '',
      port_code: '',
      set_by: '政府规定',
      port_name: translator('zh-CN').words.common.everyPort,
      demo: 'false',
      area: '',
    })
  })

  test('writes every step of a rate in words', () => {
    const rate: Rate = {
      form: 'per_period',
      period: 'day',
      free: 4,
      steps: [
        { from: 5, amount: '3' },
        { from: 15, amount: '4.5' },
      ],
    }
    const { rate: words, amount, low, high } = row({ rate, terms: PLAIN, ceiling: false })
    expect({ amount, low, high }).toEqual({ amount: '', low: '3', high: '4.5' })
    for (const part of ['第 1 至 4 天：免费', '第 5 至 14 天：3', '第 15 天起：4.5']) expect(words).toContain(part)
  })

  test('is none where the portal says that nothing applies', () => {
    expect(exportRow(said('standard', null), reference, ON, 'zh-CN')).toBeNull()
  })
})

test.each<[Rate, string, string, string]>([
  [{ form: 'fixed', amount: '5' }, '5', '', ''],
  [{ form: 'range', low: '500', high: '850' }, '', '500', '850'],
  [
    {
      form: 'tiered',
      fact: 'net_tonnage',
      mode: 'slab',
      tiers: [
        { over: '0', amount: '9' },
        { over: '10', amount: '10' },
      ],
    },
    '',
    '9',
    '10',
  ],
  [{ form: 'tiered', fact: 'net_tonnage', mode: 'slab', tiers: [{ over: '0', amount: '0.45' }] }, '0.45', '', ''],
  [
    {
      form: 'sum',
      parts: [
        { name: 'a', rate: { form: 'fixed', amount: '0.1' } },
        { name: 'b', rate: { form: 'fixed', amount: '0.2' } },
      ],
    },
    '0.3',
    '',
    '',
  ],
  [
    {
      form: 'sum',
      parts: [
        { name: 'a', rate: { form: 'fixed', amount: '1' } },
        { name: 'b', rate: { form: 'at_cost' } },
      ],
    },
    '',
    '',
    '',
  ],
  [{ form: 'percent_of', item: 'pilotage', percent: '10' }, '', '', ''],
  [{ form: 'at_cost' }, '', '', ''],
])('the figures of %j', (rate, amount, low, high) => {
  expect(figuresOf(rate)).toEqual({ amount, low, high })
})

test('columns have machine names and words in both languages', () => {
  for (const { name, label, about } of COLUMNS) {
    expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect([label.zh, label.en, about.zh, about.en].every(Boolean)).toBe(true)
  }
  expect(new Set(FOR_PEOPLE.map(({ label }) => label.zh)).size).toBe(FOR_PEOPLE.length)
})
