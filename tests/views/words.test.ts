import { describe, expect, test } from 'vitest'
import { type FeeStandard, PLAIN } from '../../catalogue/fee-standard.ts'
import { text } from '../../catalogue/text.ts'
import { en } from '../../views/locale/en.ts'
import { amountText, dayText, said, validityText } from '../../views/locale/format.ts'
import { translator } from '../../views/locale/locale.ts'
import { zhCN } from '../../views/locale/zh-CN.ts'
import { conditionsInWords } from '../../views/words/conditions.ts'
import { figureOf } from '../../views/words/figure.ts'
import { segments } from '../../views/words/highlight.ts'
import { rateInWords } from '../../views/words/rate.ts'
import { onDay, pilotTerms, standard, tiers } from './sample.ts'

const zh = translator('zh-CN')
const english = translator('en')
const names = (code: string) => (code === 'pilotage' ? '引航费' : code)
const inWords = (rest: Partial<FeeStandard>, t = zh) => rateInWords(standard('tally', rest), t, names)

describe('a rate in words', () => {
  test('fixed: the amount as published, grouped, with its unit', () => {
    expect(inWords({ rate: { form: 'fixed', amount: '0.405' }, unit: 'net_ton' }).main).toBe('0.405 元/净吨')
    expect(inWords({ rate: { form: 'fixed', amount: '49000.50' }, unit: 'call' }).main).toBe('49,000.50 元/船次')
    expect(inWords({ rate: { form: 'fixed', amount: '8' } }, english).main).toBe('8 CNY/container')
  })

  test('range: from the least to the most', () => {
    expect(inWords({ rate: { form: 'range', low: '500', high: '850' } }).main).toBe('500–850 元/箱')
  })

  test('marginal tiers: each part of the quantity has its own price', () => {
    const words = inWords({ rate: tiers, unit: 'net_ton' })
    expect(words.main).toBe('0.3375–0.405 元/净吨，分 3 档累进')
    expect(words.steps).toEqual([
      { label: '不超过 40,000 净吨的部分', value: '0.405 元/净吨' },
      { label: '超过 40,000 至 80,000 净吨的部分', value: '0.36 元/净吨' },
      { label: '超过 80,000 净吨的部分', value: '0.3375 元/净吨' },
    ])
  })

  test('slab: the band the fact falls in', () => {
    const rate = {
      form: 'tiered',
      fact: 'loa_m',
      mode: 'slab',
      tiers: [
        { over: '0', amount: '5300' },
        { over: '80', amount: '7400' },
      ],
    } as const
    const words = inWords({ rate: { ...rate, tiers: [...rate.tiers] }, unit: 'tug_movement' })
    expect(words.main).toBe('5,300–7,400 元/拖轮艘次，分 2 档')
    expect(words.steps.map(({ label }) => label)).toEqual(['船长不超过 80 米', '船长超过 80 米'])
  })

  test('per period: free time and steps', () => {
    const rate: FeeStandard['rate'] = {
      form: 'per_period',
      period: 'day',
      free: 7,
      steps: [
        { from: 8, amount: '5' },
        { from: 15, amount: '20' },
      ],
    }
    const words = inWords({ rate, unit: 'container_day' })
    expect(words.main).toBe('5–20 元/箱·天，前 7 天免费')
    expect(words.steps).toEqual([
      { label: '第 1 至 7 天', value: '免费' },
      { label: '第 8 至 14 天', value: '5 元/箱·天' },
      { label: '第 15 天起', value: '20 元/箱·天' },
    ])
    expect(
      inWords({ rate: { ...rate, free: 0, period: 'hour', steps: [{ from: 1, amount: '3' }] } }, english).main,
    ).toBe('3 CNY/container·hour')
  })

  test('percentage, at cost, attachment', () => {
    expect(inWords({ rate: { form: 'percent_of', item: 'pilotage', percent: '30' } }).main).toBe('引航费的 30%')
    expect(inWords({ rate: { form: 'at_cost' } }).main).toBe('实报实销')
    expect(inWords({ rate: { form: 'at_cost' } }, english).main).toBe('At cost')
    expect(inWords({ rate: { form: 'see_attachment', title: '收费表', href: null } }).main).toBe('详见《收费表》')
  })

  test('sum: the exact total where every part is fixed, and the parts', () => {
    const fixed = (amount: string) => ({ form: 'fixed', amount }) as const
    const parts = [
      { name: '装卸', rate: fixed('0.1') },
      { name: '保安', rate: fixed('0.2') },
    ]
    expect(inWords({ rate: { form: 'sum', parts } }).main).toBe('合计 0.3 元/箱')
    const open = inWords({ rate: { form: 'sum', parts: [...parts, { name: '垫付', rate: { form: 'at_cost' } }] } })
    expect(open.main).toBe('3 项分别计收')
    expect(open.steps.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '装卸 0.1 元/箱',
      '保安 0.2 元/箱',
      '垫付 实报实销',
    ])
  })

  test('notes: ceiling, least quantity, surcharges, floor, cap, rounding', () => {
    const terms = {
      ...pilotTerms,
      floor: '100',
      cap: '44100',
      multipliers: [{ name: text('宁波舟山港'), factor: '0.9', when: {} }],
    }
    expect(inWords({ rate: tiers, unit: 'net_ton', ceiling: true, terms }).notes).toEqual([
      '此为上限：可以低于，不得高于',
      '起码计费数量 2,000 净吨',
      '不足一个计费单位的按一个计',
      '宁波舟山港：按 90% 计收',
      '夜班：加收 45%（夜间）',
      '节假日：加收 45%（节假日）',
      '每次最低 100 元',
      '每次最高 44,100 元',
      '计费金额四舍五入到 1 元',
      '每单最低 1 元',
    ])
    expect(inWords({ terms: { ...PLAIN, rounding: { decimals: 2, mode: 'up', minimum: null } } }).notes).toEqual([
      '计费金额向上进整到 0.01 元',
    ])
  })

  test('notes: what stands in, half hours, what is over, other boxes, limits before surcharges, added', () => {
    const terms = {
      ...pilotTerms,
      ...{ quantity: 'net_tonnage', quantity_else: ['gross_tonnage', 'deadweight'], minimum_quantity: null },
      ...{ half_hours: true, excess: { fact: 'distance_nm', over: '10' }, box_m3: '33.2', rounding: null },
      ...{ whole_units: false, floor: '100', cap: '44100', limits_before_surcharges: true },
    }
    expect(inWords({ unit: 'net_ton_nm', adds_to: 'international', terms }).notes).toEqual([
      '在基本价之外另加',
      '按净吨位计量；没有的，依次按总吨位、载重吨',
      '不足 1 小时按 1 小时计；超过的，余数不超过半小时按半小时，超过半小时按 1 小时',
      '只计引航里程超过 10 海里的部分',
      '其他箱型按内容积比例计收，本箱型为 33.2 立方米',
      '夜班：加收 45%（夜间）',
      '节假日：加收 45%（节假日）',
      '每次最低 100 元（附加之前）',
      '每次最高 44,100 元（附加之前）',
    ])
    expect(inWords({ adds_to: 'international', terms }, english).notes.slice(0, 2)).toEqual([
      'added to the basic price',
      'counted by net tonnage; where there is none, in order by gross tonnage, deadweight',
    ])
    expect(inWords({ terms: { ...PLAIN, cap: '20000', limits_per_unit: true } }).notes).toEqual([
      '每个计费单位累计最高 20,000 元',
    ])
    expect(inWords({ terms: { ...PLAIN, box_m3: '67.7' } }, english).notes).toEqual([
      'boxes of other sizes pay in proportion to inner volume; this one holds 67.7 m³',
    ])
  })
})

describe('conditions in words', () => {
  test('come in one order, whatever order they were written in', () => {
    const conditions = { load: ['laden'], size: ['20', '40'], trade: ['foreign'], direction: ['import'] }
    expect(conditionsInWords(conditions, zh)).toEqual(['外贸', '进口', '20英尺/40英尺', '重箱'])
    expect(conditionsInWords(conditions, english).join(' · ')).toBe('foreign trade · import · 20 ft/40 ft · laden')
  })

  test('say which edge of a range is in', () => {
    expect(conditionsInWords({ net_tonnage: { over: '40000', to: '80000' } }, zh)).toEqual([
      '净吨位超过 40,000、不超过 80,000 净吨',
    ])
    expect(conditionsInWords({ loa_m: { below: '80' } }, english)).toEqual(['length overall under 80 m'])
  })

  test('of an item’s own fact are said by its name', () => {
    expect(conditionsInWords({ lock_passage: ['yes'] }, english)).toEqual(['lock passage: yes'])
  })
})

describe('formats', () => {
  test('a last day is inclusive', () => {
    const valid = { from: onDay('2022-04-01'), until: onDay('2024-01-01') }
    expect(validityText(valid, zh)).toBe('2022年4月1日 至 2023年12月31日')
    expect(validityText({ ...valid, until: null }, english)).toBe('from 1 Apr 2022')
  })

  test('amounts keep every digit', () => {
    expect(amountText('123456789012.00')).toBe('123,456,789,012.00')
    expect(amountText('1000')).toBe('1,000')
    expect(amountText('0.12345678')).toBe('0.12345678')
    expect(figureOf('1,705.5')).toEqual({ whole: '1,705', fraction: '.5' })
    expect(figureOf('500–850')).toBeNull()
  })

  test('days and names in two languages', () => {
    expect(dayText(onDay('2026-09-05'), 'en')).toBe('5 Sep 2026')
    expect(said(text('引航'), 'en')).toEqual({ text: '引航', lang: 'zh-CN' })
    expect(english('common.count', { n: 1 })).toBe('1 entry')
    expect(zh('common.count', { n: 1234 })).toBe('共 1,234 项')
  })

  test('highlights leave the text as it was', () => {
    const cut = segments('港口作业包干费', [
      [4, 6],
      [0, 2],
    ])
    expect(cut.map(({ text }) => text).join('')).toBe('港口作业包干费')
    expect(cut.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['港口', '包干'])
  })

  test('both languages ask for the same values in every message', () => {
    const holes = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort()
    for (const [area, words] of Object.entries(zhCN))
      for (const [key, chinese] of Object.entries(words)) {
        const other = (en as unknown as Record<string, Record<string, string>>)[area]![key]!
        expect(holes(other), `${area}.${key}`).toEqual(holes(chinese))
      }
  })
})
