import { isNumber } from '../../catalogue/draft/terms-shape.ts'
import { FACTS } from '../../catalogue/facts.ts'
import { CountingRule } from '../../catalogue/fee-standard.ts'
import { factOptions } from '../pages/check-field.ts'
import { factWord } from '../words/conditions.ts'
import { type Choice, choice, choices, type Group, type LineField, type Make } from './field.ts'
import { orNone, part, rows } from './group.ts'

/** 收费依据: rows of a document and its article. */
export const basisRows = (name: string, documents: readonly Choice[], make: Make, least = 1): Group =>
  rows(name, make.words.what_basis, (at) => ({ fields: basisFields(at, documents, make) }), make, least)

const basisFields = (at: string, documents: readonly Choice[], make: Make): LineField[] => [
  make.select(`${at}.document`, orNone(documents, make.words.choose)),
  make.input(`${at}.article`, { lang: 'zh-CN' }),
]

/** 适用条件: a row for each fact; once it is chosen, its values or the ends of its stretch. */
export const conditionRows = (name: string, title: string, facts: readonly Choice[], make: Make): Group =>
  rows(
    name,
    title,
    (at) => {
      const fact = make.value(`${at}.fact`)
      const chosen = make.select(`${at}.fact`, orNone(facts, make.words.choose))
      return {
        fields: [chosen, ...(fact === '' ? [] : wantedFields(at, fact, make))],
        buttons: [{ value: 'show', text: make.words.otherKind, label: null }],
      }
    },
    make,
  )

function wantedFields(at: string, fact: string, make: Make): LineField[] {
  if (isNumber(fact)) return (['over', 'from', 'to', 'below'] as const).map((edge) => make.amount(`${at}.${edge}`))
  const values = factOptions(fact, '', make.t).slice(1)
  if (values.length === 0) return [{ ...make.input(`${at}.is`), value: make.texts(`${at}.is`).join('、') }]
  return [
    make.ticks(
      `${at}.is`,
      values.map(({ value, text }) => choice(value, text)),
      { hint: null },
    ),
  ]
}

/** Facts that a condition or a count may name: those of all items, and this item's own. */
export function factChoices(own: readonly string[], make: Make): Choice[] {
  const all = [...new Set([...Object.keys(FACTS), ...Object.keys(make.t.words.ownFact), ...own])]
  return choices(all, (fact) => factWord(fact, make.t))
}

/** Facts that are numbers. */
export const numberChoices = (make: Make): Choice[] =>
  choices(Object.keys(FACTS).filter(isNumber), (fact) => factWord(fact, make.t))

/** 计费规则: everything that makes a bill of the rate, in the order in which it is worked out. */
export function termsGroups(name: string, facts: readonly Choice[], documents: readonly Choice[], make: Make) {
  const { words } = make
  const numbers = orNone(numberChoices(make), words.none)
  const at = (field: string) => `${name}.${field}`
  return {
    fields: [
      make.select(at('quantity'), numbers),
      make.ticks(at('quantity_else'), numberChoices(make).filter(isMeasure)),
      make.amount(at('minimum_quantity')),
      make.tick(at('whole_units')),
      make.tick(at('half_hours')),
      make.amount(at('box_m3')),
      make.amount(at('floor')),
      make.amount(at('cap')),
      make.tick(at('limits_before_surcharges')),
      make.tick(at('limits_per_unit')),
    ],
    groups: [
      part('excess', words.what_excess, {
        fields: [make.select(at('excess.fact'), numbers), make.amount(at('excess.over'))],
      }),
      factorRows(at('multipliers'), words.what_multipliers, 'factor', facts, make),
      factorRows(at('surcharges'), words.what_surcharges, 'percent', facts, make),
      roundingPart(at('rounding'), make),
      articleRows(at('articles'), documents, make),
    ],
  }
}

const isMeasure = ({ value }: Choice): boolean => /tonnage|deadweight|weight_t|volume_m3|loa_m/.test(value)

const factorRows = (
  name: string,
  title: string,
  figure: 'factor' | 'percent',
  facts: readonly Choice[],
  make: Make,
): Group =>
  rows(
    name,
    title,
    (at) => ({
      fields: [...make.pair(`${at}.name`), make.amount(`${at}.${figure}`)],
      groups: [conditionRows(`${at}.when`, make.words.what_conditions, facts, make)],
    }),
    make,
  )

function roundingPart(name: string, make: Make): Group {
  const { words } = make
  const modes = choices(['half_up', 'up', 'down'] as const, (mode) => words[`round-${mode}`])
  return part('rounding', words.what_rounding, {
    fields: [
      make.whole(`${name}.decimals`),
      make.select(`${name}.mode`, orNone(modes, words.none)),
      make.amount(`${name}.minimum`),
    ],
  })
}

const articleRows = (name: string, documents: readonly Choice[], make: Make): Group =>
  rows(
    name,
    make.words.what_articles,
    (at) => ({
      fields: [
        make.select(
          `${at}.rule`,
          orNone(
            choices(CountingRule.options, (rule) => make.words[`rule-${rule}`]),
            make.words.choose,
          ),
        ),
        ...basisFields(at, documents, make),
      ],
    }),
    make,
  )
