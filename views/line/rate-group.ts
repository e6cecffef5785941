import { FACTS } from '../../catalogue/facts.ts'
import type { RateForm, SingleRate } from '../../catalogue/rate/rate.ts'
import { factWord } from '../words/conditions.ts'
import { type Choice, choices, type Group, type LineField, type Make } from './field.ts'
import { orNone, part, rows } from './group.ts'

const SINGLE = ['fixed', 'range', 'tiered', 'per_period', 'percent_of', 'at_cost', 'see_attachment'] as const
const FORMS: readonly RateForm[] = [...SINGLE.slice(0, 5), 'sum', ...SINGLE.slice(5)]

type Drawn = { fields: LineField[]; groups: Group[] }

/** 费率: which form it has, with the small form of that one. */
export function rateGroups(name: string, items: readonly Choice[], make: Make): Drawn & { buttons: Group['buttons'] } {
  const { words } = make
  const form = make.value(`${name}.form`) as RateForm
  const chosen = make.radios(
    `${name}.form`,
    choices(FORMS, (one) => words[`form-${one}`]),
  )
  const small = form === 'sum' ? sumOf(name, items, make) : singleOf(name, form as SingleRate['form'], items, make)
  return {
    fields: [chosen],
    groups: small.fields.length + small.groups.length === 0 ? [] : [part(`${name}-form`, words[`form-${form}`], small)],
    buttons: [{ value: 'show', text: words.otherForm, label: null }],
  }
}

const sumOf = (name: string, items: readonly Choice[], make: Make): Drawn => ({
  fields: [],
  groups: [
    rows(
      `${name}.parts`,
      make.words.what_parts,
      (at) => {
        const form = (make.value(`${at}.rate.form`) || 'fixed') as SingleRate['form']
        const small = singleOf(`${at}.rate`, form, items, make)
        return {
          fields: [
            make.input(`${at}.name`),
            make.select(
              `${at}.rate.form`,
              choices(SINGLE, (one) => make.words[`form-${one}`]),
            ),
            ...small.fields,
          ],
          groups: small.groups,
          buttons: [{ value: 'show', text: make.words.otherForm, label: null }],
        }
      },
      make,
      2,
    ),
  ],
})

/** The fields of one form; none for a price without a figure. */
function singleOf(name: string, form: SingleRate['form'], items: readonly Choice[], make: Make): Drawn {
  const { words, t } = make
  const one = (...fields: LineField[]): Drawn => ({ fields, groups: [] })
  switch (form) {
    case 'fixed':
      return one(make.amount(`${name}.amount`))
    case 'range':
      return one(make.amount(`${name}.low`), make.amount(`${name}.high`))
    case 'tiered': {
      const numbers = Object.keys(FACTS).filter((fact) => FACTS[fact as keyof typeof FACTS] === 'number')
      const facts = choices(numbers, (fact) => factWord(fact, t))
      const modes = choices(['marginal', 'slab'] as const, (mode) => words[`mode-${mode}`])
      return {
        fields: [make.select(`${name}.fact`, orNone(facts, words.choose)), make.select(`${name}.mode`, modes)],
        groups: [tiersOf(name, make)],
      }
    }
    case 'per_period': {
      const periods = choices(['day', 'hour'] as const, (period) => words[`period-${period}`])
      return {
        fields: [make.select(`${name}.period`, periods), make.whole(`${name}.free`)],
        groups: [stepsOf(name, make)],
      }
    }
    case 'percent_of':
      return one(
        make.select(`${name}.item`, orNone(items, words.choose), { wide: true }),
        make.amount(`${name}.percent`),
      )
    case 'see_attachment':
      return one(make.input(`${name}.title`, { lang: 'zh-CN' }), make.input(`${name}.href`, {}, 'url'))
    default:
      return one()
  }
}

const tiersOf = (name: string, make: Make): Group => ({
  ...rows(
    `${name}.tiers`,
    make.words.what_tiers,
    (at, n) => {
      const over = make.amount(`${at}.over`)
      const first = n === 0 && make.rows(`${name}.tiers`).length === 0
      return { fields: [first ? { ...over, value: '0' } : over, make.amount(`${at}.amount`)] }
    },
    make,
    2,
  ),
  hint: make.words.tiersHint,
})

const stepsOf = (name: string, make: Make): Group => ({
  ...rows(
    `${name}.steps`,
    make.words.what_steps,
    (at) => ({ fields: [make.whole(`${at}.from`), make.amount(`${at}.amount`)] }),
    make,
    1,
  ),
  hint: make.words.stepsHint,
})
