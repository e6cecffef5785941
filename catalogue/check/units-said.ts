import type { Unit } from '../unit.ts'
import { plain } from './matching/as-charged.ts'
import { COUNT_WORDS, FOR_A_PERIOD, PERIOD_WORDS } from './unit-words.ts'

const KNOWN: ReadonlyMap<string, readonly Unit[]> = new Map(
  COUNT_WORDS.flatMap(([words, units]) => words.split(' ').map((word) => [word, units] as const)),
)

const LONGEST = 40
const MONEY = /人民币|美元|元|rmb|cny|usd|[¥$]|每一?|\bper\b/g
const BETWEEN = /[\s·•./*x×()-]+/g
const BOX = /^\d{0,3}(?:20|40|45)(?:['’′]|尺|英尺|呎|ft)?(?:gp|dc|dv|hc|hq|rf|rh|fr|ot|tk)?[箱柜]?$/

/**
 * The units that a unit as written on a bill may mean, likeliest first: 柜, UNIT and 元/40HQ are a container, 票 and BL a
 * bill, 吨 a ton of whatever kind, 箱·天 a container and day. None when it is not understood; TEU counts no boxes and is none.
 */
export function unitsSaid(written: string): readonly Unit[] {
  const text = plain(written.slice(0, LONGEST)).replace(MONEY, ' ').replace(BETWEEN, '')
  return counted(text) ?? withPeriod(text)
}

const counted = (text: string): readonly Unit[] | undefined =>
  KNOWN.get(text) ?? (BOX.test(text) ? ['container'] : undefined)

/** 箱·天, and 天/箱. */
function withPeriod(text: string): readonly Unit[] {
  for (const [word, period] of PERIOD_WORDS)
    for (const rest of [before(text, word), after(text, word)]) {
      const units = (counted(rest) ?? []).flatMap((unit) => FOR_A_PERIOD[period][unit] ?? [])
      if (units.length > 0) return units
    }
  return []
}

const before = (text: string, word: string): string => (text.endsWith(word) ? text.slice(0, -word.length) : '')

const after = (text: string, word: string): string => (text.startsWith(word) ? text.slice(word.length) : '')
