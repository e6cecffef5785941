import type { Facts, KnownFact } from '../facts.ts'
import { FACT_WORDS } from './fact-words.ts'
import { plain } from './matching/as-charged.ts'

type Said = readonly [fact: KnownFact, value: string]

/**
 * Facts that a charged name or its unit plainly states: 20GP and 小箱 are size 20, 40HQ is 40, 45HC is 45, 22G1 and 45G1 are
 * read as ISO 6346 says (20 and 40); 进口, 外贸, 重箱, 冷藏, 一级危险品, 夜班, 节假日; 净吨95000, 48小时, 5天, 拖轮2艘.
 * Where two words contradict each other (20/40, 进出口) the fact is left out. DG alone is not 一级, so it says nothing.
 */
export function factsInName(name: string, unit: string | null): Facts {
  const text = plain(unit === null ? name : `${name} ; ${unit}`)
  const said = new Map<KnownFact, Set<string>>()
  for (const [fact, value] of [...words(text), ...sizes(text), ...(/\d/.test(text) ? numbers(text) : [])])
    said.set(fact, (said.get(fact) ?? new Set()).add(value))
  return Object.fromEntries([...said].flatMap(([fact, values]) => (values.size === 1 ? [[fact, [...values][0]!]] : [])))
}

const WORDS: ReadonlyMap<string, readonly Said[]> = new Map(
  Object.entries(
    Object.groupBy(
      Object.entries(FACT_WORDS).flatMap(([fact, values]) =>
        Object.entries(values).flatMap(([value, words]: [string, readonly string[]]) =>
          words.map((word) => ({ word, said: [fact as KnownFact, value] as Said })),
        ),
      ),
      ({ word }) => word,
    ),
  ).map(([word, saids]) => [word, saids!.map(({ said }) => said)]),
)

const BOTH: Readonly<Record<string, readonly Said[]>> = {
  进出口: [],
  内外贸: [],
  重空箱: [],
  空重箱: [],
  重量: [],
  冷藏库: [],
}

const LONGEST_FIRST = [...WORDS.keys(), ...Object.keys(BOTH)].sort((a, b) => b.length - a.length)
const ANY = new RegExp(
  LONGEST_FIRST.map((word) => (/^[a-z]/.test(word) ? `(?<![a-z])${word}(?![a-z])` : word)).join('|'),
  'g',
)

const words = (text: string): Said[] => [...text.matchAll(ANY)].flatMap(([word]) => WORDS.get(word) ?? BOTH[word] ?? [])

const TYPE = String.raw`\s*(?:['’′]|尺|英尺|呎|ft|foot|feet|gp|dc|dv|std|hc|hq|rf|rh|rq|fr|ot|tk|重|空|箱|柜|高|小|大|普|冷)`
const SIZES: readonly [size: string, pattern: RegExp][] = [
  ...['20', '40', '45'].flatMap((size): [string, RegExp][] => [
    [size, new RegExp(`(?<![\\d.])${size}(?=${TYPE})`)],
    [size, new RegExp(`(?<!\\d)\\d{1,3}\\s*[x×*]\\s*${size}(?![\\d.])`)],
    [size, new RegExp(`(?<![\\d.])${size}(?=\\s*[/&、]\\s*(?:20|40|45)${TYPE})`)],
  ]),
  ['20', /(?<![a-z0-9])2[0-9][gtrpuv][0-9](?![a-z0-9])/],
  ['40', /(?<![a-z0-9])4[0-9][gtrpuv][0-9](?![a-z0-9])/],
  ['45', /(?<![a-z0-9])l[0-9][gtrpuv][0-9](?![a-z0-9])/],
  ['20', /小[箱柜]/],
  ['40', /大[箱柜]/],
]

const sizes = (text: string): Said[] =>
  SIZES.flatMap(([size, pattern]): Said[] => (pattern.test(text) ? [['size', size]] : []))

const NUMBER = String.raw`(\d{1,9}(?:\.\d{1,4})?)`
const NOT_A_LIMIT = '(?!\\s*(?:以|及以|内|起|级|之内|\\/|-|~|至))'
const NUMBERS: readonly [fact: KnownFact, pattern: RegExp][] = [
  ['net_tonnage', new RegExp(`(?:净吨位?|(?<![a-z])nr?t)\\s*[:=]?\\s*${NUMBER}${NOT_A_LIMIT}`, 'g')],
  ['net_tonnage', new RegExp(`${NUMBER}\\s*净吨${NOT_A_LIMIT}`, 'g')],
  ['gross_tonnage', new RegExp(`(?:总吨位?|(?<![a-z])gr?t)\\s*[:=]?\\s*${NUMBER}${NOT_A_LIMIT}`, 'g')],
  ['gross_tonnage', new RegExp(`${NUMBER}\\s*总吨${NOT_A_LIMIT}`, 'g')],
  ['loa_m', new RegExp(`(?:船长|(?<![a-z])loa)\\s*[:=]?\\s*${NUMBER}(?=\\s*(?:米|m))`, 'g')],
  ['distance_nm', new RegExp(`(?<![\\d.至第超前过-])${NUMBER}\\s*(?:海里|nm(?![a-z]))${NOT_A_LIMIT}`, 'g')],
  ['hours', new RegExp(`(?<![\\d.免第超前过-])${NUMBER}\\s*(?:小时|hours?|hrs?)(?![a-z])${NOT_A_LIMIT}`, 'g')],
  ['days', new RegExp(`(?<![\\d.免第超前过年月-])${NUMBER}\\s*(?:天|days?)(?![a-z])${NOT_A_LIMIT}`, 'g')],
  ['volume_m3', new RegExp(`(?<![\\d.超-])${NUMBER}\\s*(?:立方米?|m3|m³|cbm)(?![a-z])${NOT_A_LIMIT}`, 'g')],
  ['tugs', /(?<!\d)(\d{1,2})\s*(?:艘|条)?拖轮/g],
  ['tugs', /拖轮(?:费|使用费)?\s*[(（x×*]?\s*(\d{1,2})\s*[艘条](?!次)/g],
]

const numbers = (text: string): Said[] =>
  NUMBERS.flatMap(([fact, pattern]) =>
    [...text.replace(/(?<=\d),(?=\d{3})/g, '').matchAll(pattern)].map(([, value]): Said => [fact, plainNumber(value!)]),
  )

const plainNumber = (value: string): string => value.replace(/^0+(?=\d)/, '')
