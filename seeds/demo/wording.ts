import type { Conditions, NumberRange } from '../../catalogue/facts.ts'
import type { Rate } from '../../catalogue/rate/rate.ts'
import { type Text, text } from '../../catalogue/text.ts'
import type { Unit } from '../../catalogue/unit.ts'
import { UNIT_ZH } from './unit-words.ts'

/** The name a line needs beside its item's: what was said of it, then its conditions in words; null when neither. */
export function labelOf(said: Text | null, conditions: Conditions): Text | null {
  const words = Object.entries(conditions).map(([fact, wanted]) => inWords(fact, wanted))
  const all = said ? [said, ...words] : words
  if (all.length === 0) return null
  return text(all.map(({ zh }) => zh).join(' '), all.map(({ zh, en }) => en ?? zh).join(', '))
}

/** 公示原文: the line as it hangs on the wall, name, conditions, figure and unit. */
export const postedText = (name: string, label: Text | null, rate: Rate, unit: Unit, floor: string | null): string =>
  [name, label?.zh, `${figureText(rate, UNIT_ZH[unit])}${floor ? `，最低${floor}元` : ''}`].filter(Boolean).join(' ')

const WORDS: Record<string, Record<string, [zh: string, en: string]>> = {
  trade: { foreign: ['外贸', 'foreign trade'], domestic: ['内贸', 'domestic trade'] },
  direction: { import: ['进口', 'import'], export: ['出口', 'export'] },
  voyage: { international: ['国际航线', 'international line'], domestic: ['国内航线', 'domestic line'] },
  size: { '20': ['20英尺', '20 ft'], '40': ['40英尺', '40 ft'], '45': ['45英尺', '45 ft'] },
  load: { laden: ['重箱', 'laden'], empty: ['空箱', 'empty'] },
  cargo_class: {
    general: ['普通货', 'general cargo'],
    dangerous1: ['一级危险货物', 'class-1 dangerous goods'],
    reefer: ['冷藏箱', 'reefer'],
  },
  ship_type: {
    container: ['集装箱船', 'container ship'],
    tanker: ['油轮及液化品船', 'tanker'],
    bulk: ['散货船', 'bulk carrier'],
    other: ['其他船舶', 'other ship'],
  },
  use: {
    productive: ['生产性停泊', 'productive berthing'],
    non_productive: ['非生产性停泊', 'non-productive berthing'],
    anchorage: ['锚地停泊', 'at anchor'],
  },
  pilot_service: { shifting: ['港内移泊', 'shifting in port'] },
  transhipment: { true: ['中转', 'transhipment'], false: ['非中转', 'not transhipped'] },
}

const COLLECTED: Record<string, string> = { 'cargo-port-dues': '货物港务费' }

const MEASURES: Record<string, [zh: string, en: string, zhUnit: string, unit: string]> = {
  net_tonnage: ['净吨', 'net tonnage', '', ''],
  loa_m: ['船长', 'length overall', '米', ' m'],
  distance_nm: ['引航距离', 'distance', '海里', ' nm'],
  weight_t: ['货重', 'weight', '吨', ' t'],
}

function inWords(fact: string, wanted: string[] | NumberRange): Text {
  if (!Array.isArray(wanted)) return stretchInWords(fact, wanted)
  const known = wanted.map((value) => WORDS[fact]?.[value] ?? [value, value])
  return text(known.map(([zh]) => zh).join('、'), known.map(([, en]) => en).join(' or '))
}

function stretchInWords(fact: string, { over, from, to, below }: NumberRange): Text {
  const [zh, en, zhUnit, unit] = MEASURES[fact] ?? [fact, fact, '', '']
  const edges = [over && `＞${over}`, from && `≥${from}`, to && `≤${to}`, below && `＜${below}`].filter(Boolean)
  const english = [over && `over ${over}`, from && `from ${from}`, to && `to ${to}`, below && `under ${below}`]
  return text(`${zh}${edges.join('、')}${zhUnit}`, `${en} ${english.filter(Boolean).join(' ')}${unit}`)
}

function figureText(rate: Rate, unit: string): string {
  switch (rate.form) {
    case 'fixed':
      return rate.amount === '0' ? '免费' : `${rate.amount}元/${unit}`
    case 'range':
      return `${rate.low}—${rate.high}元/${unit}`
    case 'tiered':
      return `${tiersText(rate)}/${unit}`
    case 'per_period':
      return `${rate.free ? `免${rate.free}${rate.period === 'day' ? '天' : '小时'}，` : ''}${stepsText(rate)}/${unit}`
    case 'percent_of':
      return `按${COLLECTED[rate.item] ?? rate.item}的${rate.percent}%`
    case 'at_cost':
      return '实报实销'
    case 'see_attachment':
      return `详见《${rate.title}》`
    case 'sum':
      return rate.parts.map((part) => `${part.name}${figureText(part.rate, unit)}`).join(' + ')
  }
}

function tiersText({ fact, mode, tiers }: Extract<Rate, { form: 'tiered' }>): string {
  const part = mode === 'marginal' ? '部分' : ''
  const steps = tiers.map(({ over, amount }, n) => `${stepText(over, tiers[n + 1]?.over)}${part}：${amount}元`)
  return `按${MEASURES[fact]?.[0] ?? fact}，${steps.join('，')}`
}

const stepText = (over: string, to: string | undefined): string =>
  to === undefined ? `${over}以上` : over === '0' ? `${to}及以下` : `${over}—${to}`

const stepsText = ({ period, free, steps }: Extract<Rate, { form: 'per_period' }>): string =>
  free === 0 && steps.length === 1
    ? `${steps[0]!.amount}元`
    : steps.map(({ from, amount }) => `第${from}${period === 'day' ? '天' : '小时'}起${amount}元`).join('，')
