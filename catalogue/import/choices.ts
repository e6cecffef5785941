import type { KnownFact } from '../facts.ts'
import { normalise, tight } from '../search/normalise.ts'
import type { Unit } from '../unit.ts'

/** A value that a cell may take: the code that is kept, and how people write it. */
export type Choice = { code: string; zh: string; en: string }

const choice = (code: string, zh: string, en: string): Choice => ({ code, zh, en })

/** 选项 of the facts that have a few values: the words of the drop-downs. */
export const FACT_CHOICES: Partial<Record<KnownFact, readonly Choice[]>> = {
  trade: [choice('foreign', '外贸', 'foreign trade'), choice('domestic', '内贸', 'domestic trade')],
  direction: [choice('import', '进口', 'import'), choice('export', '出口', 'export')],
  voyage: [
    choice('international', '国际航线', 'international voyage'),
    choice('domestic', '国内航线', 'domestic voyage'),
  ],
  size: [choice('20', '20英尺', '20 ft'), choice('40', '40英尺', '40 ft'), choice('45', '45英尺', '45 ft')],
  load: [choice('laden', '重箱', 'laden'), choice('empty', '空箱', 'empty')],
  cargo_class: [
    choice('general', '普通货物', 'general cargo'),
    choice('dangerous1', '一级危险货物', 'class-1 dangerous goods'),
    choice('reefer', '冷藏', 'reefer'),
  ],
  ship_type: [
    choice('container', '集装箱船', 'container ship'),
    choice('tanker', '油轮及液化品船', 'tanker'),
    choice('bulk', '散货船', 'bulk carrier'),
    choice('other', '其他船舶', 'other ship'),
  ],
  use: [
    choice('productive', '生产性停泊', 'productive berthing'),
    choice('non_productive', '非生产性停泊', 'non-productive berthing'),
    choice('anchorage', '锚地停泊', 'at anchor'),
  ],
  night: [choice('true', '是', 'yes'), choice('false', '否', 'no')],
  holiday: [choice('true', '是', 'yes'), choice('false', '否', 'no')],
  transhipment: [choice('true', '是', 'yes'), choice('false', '否', 'no')],
}

export const YES_NO = [choice('true', '是', 'yes'), choice('false', '否', 'no')]

/** 费率形式; `as_published` leaves a price as it is that a row of cells cannot hold. */
export const RATE_FORMS = [
  choice('fixed', '固定价', 'fixed'),
  choice('range', '区间价', 'range'),
  choice('tiered', '分档价', 'tiered'),
  choice('per_period', '按期计费', 'per period'),
  choice('percent_of', '按比例', 'percentage'),
  choice('sum', '分项合计', 'sum of parts'),
  choice('at_cost', '实报实销', 'at cost'),
  choice('see_attachment', '详见附件', 'see attachment'),
  choice('as_published', '照旧', 'as published'),
]

export const TIER_MODES = [
  choice('marginal', '分段累计', 'each part at its own tier'),
  choice('slab', '按档全额', 'all at one tier'),
]

/** 变动: what a row does; empty is worked out from the list. */
export const CHANGES = [
  choice('auto', '自动', 'automatic'),
  choice('confirm', '确认不变', 'confirm'),
  choice('correct', '更正', 'correct'),
  choice('end', '停止收费', 'end'),
]

const UNIT_CHOICE: Record<Unit, [zh: string, en: string]> = {
  container: ['箱', 'container'],
  container_day: ['箱·天', 'container-day'],
  container_hour: ['箱·小时', 'container-hour'],
  ton: ['吨', 'ton'],
  ton_day: ['吨·天', 'ton-day'],
  m3: ['立方米', 'cubic metre'],
  m3_day: ['立方米·天', 'cubic metre-day'],
  revenue_ton: ['计费吨', 'revenue ton'],
  m2_day: ['平方米·天', 'square metre-day'],
  net_ton: ['净吨', 'net ton'],
  net_ton_day: ['净吨·天', 'net ton-day'],
  net_ton_hour: ['净吨·小时', 'net ton-hour'],
  net_ton_nm: ['净吨·海里', 'net ton-nautical mile'],
  tug_movement: ['拖轮艘次', 'tug movement'],
  call: ['船次', 'call'],
  voyage: ['航次', 'voyage'],
  bill: ['票', 'bill of lading'],
  declaration: ['报关单', 'declaration'],
  piece: ['件', 'piece'],
  seal: ['枚', 'seal'],
  vehicle: ['车', 'vehicle'],
  hour: ['小时', 'hour'],
  day: ['天', 'day'],
  person_hour: ['人·小时', 'person-hour'],
  kwh: ['千瓦时', 'kWh'],
  kg: ['千克', 'kg'],
  time: ['次', 'time'],
}

/** 计费单位. */
export const UNIT_CHOICES: readonly Choice[] = Object.entries(UNIT_CHOICE).map(([code, [zh, en]]) =>
  choice(code, zh, en),
)

/** The choice that a text names by its code or in either language; undefined when it names none. */
export const chosen = (choices: readonly Choice[], text: string): Choice | undefined => {
  const index = indexed.get(choices) ?? indexOf(choices)
  return index.get(text) ?? index.get(tight(normalise(text)))
}

const indexed = new WeakMap<readonly Choice[], ReadonlyMap<string, Choice>>()

function indexOf(choices: readonly Choice[]): ReadonlyMap<string, Choice> {
  const index = new Map<string, Choice>()
  for (const one of choices.toReversed())
    for (const name of [one.en, one.zh, one.code]) index.set(name, one).set(tight(normalise(name)), one)
  indexed.set(choices, index)
  return index
}
