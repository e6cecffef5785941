import type { Basis } from '../basis.ts'
import { type Conditions, FACTS, type KnownFact, type NumberRange } from '../facts.ts'
import type { Terms } from '../fee-standard.ts'
import { type Draft, isBlank, type Parts } from './draft.ts'
import { absent, amount, count, flag, list, maybe, object, partOf, type Shape, several, text, words } from './shape.ts'

/** 收费依据: a document and its article. */
export const basisShape = object<Basis>({ document: text, article: maybe(text) })

const EDGES = ['over', 'from', 'to', 'below'] as const

/** 适用条件: a row for each fact, with the values it may have or the stretch its number lies in. */
export const conditionsShape: Shape<Conditions> = {
  write: (conditions) =>
    Object.entries(conditions).map(
      ([fact, wanted]): Parts => (Array.isArray(wanted) ? { fact, is: wanted } : { fact, ...(wanted as Parts) }),
    ),
  read: (draft) => Object.fromEntries((Array.isArray(draft) ? draft : []).map((row) => [factOf(row), wantedIn(row)])),
  at: ([fact], draft) => {
    const n = Array.isArray(draft) ? draft.findIndex((row) => factOf(row) === fact) : -1
    if (n < 0) return []
    return [String(n), !/^[a-z][a-z0-9_]+$/.test(fact!) ? 'fact' : isNumber(fact!) ? 'over' : 'is']
  },
}

/** Is a fact of these conditions asked for as a number? */
export const isNumber = (fact: string): boolean => Object.hasOwn(FACTS, fact) && FACTS[fact as KnownFact] === 'number'

const factOf = (row: Draft): string => text.read(partOf(row, 'fact')) as string

function wantedIn(row: Draft): unknown {
  const edges = EDGES.flatMap((edge) => (isBlank(partOf(row, edge)) ? [] : [[edge, amount.read(partOf(row, edge))]]))
  const values = (several.read(partOf(row, 'is')) as string[]).flatMap((said) => said.split(/[,，、]/))
  const said = values.map((value) => value.trim()).filter((value) => value !== '')
  return isNumber(factOf(row)) || (edges.length > 0 && said.length === 0)
    ? (Object.fromEntries(edges) as NumberRange)
    : said
}

type Articles = NonNullable<Terms['articles']>

/** The articles that single rules of counting rest on: a row for each rule. */
const articlesShape: Shape<Articles> = {
  write: (articles) =>
    Object.entries(articles).map(([rule, basis]) => ({ rule, ...(basisShape.write(basis) as Parts) })),
  read: (draft) =>
    Object.fromEntries(
      (Array.isArray(draft) ? draft : []).map((row) => [text.read(partOf(row, 'rule')), basisShape.read(row)]),
    ),
  at: ([rule, ...rest], draft) => {
    const n = Array.isArray(draft) ? draft.findIndex((row) => text.read(partOf(row, 'rule')) === rule) : -1
    return n < 0 ? [] : [String(n), ...(rest.length > 0 ? basisShape.at(rest, undefined) : ['rule'])]
  },
}

/** 计费规则: how the rate becomes a bill. */
export const termsShape = object<Terms>({
  quantity: maybe(text),
  quantity_else: absent(several) as Shape<Terms['quantity_else']>,
  minimum_quantity: maybe(amount),
  whole_units: flag,
  half_hours: absent(flag),
  excess: absent(object({ fact: text, over: amount })),
  box_m3: absent(amount),
  multipliers: list(object({ name: words, factor: amount, when: conditionsShape })) as Shape<Terms['multipliers']>,
  surcharges: list(object({ name: words, percent: amount, when: conditionsShape })) as Shape<Terms['surcharges']>,
  floor: maybe(amount),
  cap: maybe(amount),
  limits_before_surcharges: absent(flag),
  limits_per_unit: absent(flag),
  rounding: maybe(
    object<NonNullable<Terms['rounding']>>({
      decimals: count,
      mode: text as Shape<'half_up' | 'up' | 'down'>,
      minimum: maybe(amount),
    }),
  ),
  articles: absent(articlesShape),
})
