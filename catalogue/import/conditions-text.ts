import { type Conditions, FACTS, type KnownFact, type NumberRange } from '../facts.ts'
import { FACT_CHOICES } from './choices.ts'

/** The facts that have a column of their own. */
export const FACT_COLUMNS = Object.keys(FACT_CHOICES) as KnownFact[]

const EDGES = { over: '>', from: '>=', below: '<', to: '<=' } as const

/** The conditions that have no column, as one text: `net_tonnage>1000<=3000; goods_class=a|b`. */
export const otherConditionsText = (conditions: Conditions): string =>
  Object.entries(conditions)
    .filter(([fact]) => !(FACT_COLUMNS as string[]).includes(fact))
    .map(([fact, wanted]) => (Array.isArray(wanted) ? `${fact}=${wanted.join('|')}` : fact + rangeText(wanted)))
    .join('; ')

const rangeText = (range: NumberRange): string =>
  (['over', 'from', 'below', 'to'] as const)
    .flatMap((edge) => (range[edge] === undefined ? [] : EDGES[edge] + range[edge]))
    .join('')

/** Those conditions from the text; null where it is not written so. */
export function otherConditionsIn(text: string): Conditions | null {
  const conditions: Conditions = {}
  for (const part of text.normalize('NFKC').replace(/≥/g, '>=').replace(/≤/g, '<=').split(';')) {
    if (part.trim() === '') continue
    const [, fact, wanted] = /^\s*([a-z][a-z0-9_]{1,39})\s*([=<>].*)$/s.exec(part) ?? []
    if (fact === undefined || fact in Object.prototype || fact in conditions) return null
    const said = wanted!.startsWith('=') ? valuesIn(wanted!.slice(1)) : rangeIn(wanted!)
    const isNumber = FACTS[fact as KnownFact] === 'number'
    if (said === null || (fact in FACTS && isNumber === Array.isArray(said))) return null
    conditions[fact] = said
  }
  return conditions
}

function valuesIn(text: string): string[] | null {
  const values = text.split('|').map((value) => value.trim())
  return values.every((value) => value !== '' && value.length <= 60) ? values : null
}

const BY_SIGN = { '>': 'over', '>=': 'from', '<': 'below', '<=': 'to' } as const

function rangeIn(text: string): NumberRange | null {
  if (!/^(\s*[<>]=?\s*(0|[1-9]\d{0,11})(\.\d{1,8})?\s*)+$/.test(text)) return null
  const edges = [...text.matchAll(/([<>]=?)\s*([\d.]+)/g)].map(([, sign, at]) => [BY_SIGN[sign as '<'], at!] as const)
  return new Set(edges.map(([edge]) => edge)).size === edges.length ? Object.fromEntries(edges) : null
}
