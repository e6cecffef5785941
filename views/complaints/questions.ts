import type { Translate } from '../locale/locale.ts'
import { idOf } from '../words/sent-form.ts'
import type { FilingData } from './filing-form.ts'
import { filingFaultText, labelOf } from './filing-words.ts'

/** One of several answers to choose or tick. */
export type Choice = { id: string; name: string; value: string; text: string; note: string | null; checked: boolean }
/** The options of a select under a heading. */
export type OptionGroup = { label: string | null; options: { value: string; text: string; selected: boolean }[] }

/** A question of the form: what is asked, how it is answered, what was typed, and what is wrong with that. */
export type Question = {
  id: string
  name: string
  label: string
  hint: string | null
  fault: string | null
  described: string | null
  optional: string | null
  is: { radios: boolean; ticks: boolean; select: boolean; area: boolean; input: boolean }
  choices: Choice[]
  groups: OptionGroup[]
  value: string
  type: string
  mode: string | null
  complete: string
  list: string | null
}
export type QuestionGroup = { title: string | null; hint: string | null; questions: Question[] }

type Rest = Partial<Pick<Question, 'hint' | 'type' | 'mode' | 'complete' | 'list'>> & { optional?: boolean }
type Answers = Partial<Pick<Question, 'choices' | 'groups'>>
type Said = readonly (readonly [value: string, text: string, note?: string | null])[]
export type Offered = { label: string | null; options: readonly (readonly [value: string, text: string])[] }

/** Makes the questions of a page from what was answered and what is wrong with it. */
export function asking({ draft, faults }: FilingData, t: Translate) {
  const ask = (
    kind: keyof Question['is'],
    name: string,
    { optional = false, ...rest }: Rest,
    answers: Answers = {},
  ) => {
    const id = idOf(name)
    const found = faults.find(({ field }) => field === name)
    const fault = found === undefined ? null : filingFaultText(found, t)
    const hint = rest.hint ?? null
    const told = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
    const question: Question = {
      ...{ id, name, label: labelOf(name, t), hint, fault, described: told === '' ? null : told },
      ...{ choices: [], groups: [], value: draft[name] ?? '', type: 'text', mode: null, complete: 'off', list: null },
      ...{ ...rest, hint },
      ...answers,
      optional: optional ? t.words.filing.optional : null,
      is: { radios: false, ticks: false, select: false, area: false, input: false, [kind]: true },
    }
    return question
  }
  return {
    radios: (name: string, said: Said, rest: Rest = {}) =>
      ask('radios', name, rest, { choices: said.map((one) => choice(name, one, draft[name] === one[0])) }),
    ticks: (name: string, said: Said, rest: Rest = {}) =>
      ask('ticks', name, rest, {
        choices: said.map(([field, text, note]) => choice(field, ['1', text, note], draft[field] === '1')),
      }),
    select: (name: string, offered: readonly Offered[], rest: Rest = {}) =>
      ask('select', name, rest, { groups: offered.map((group) => chosen(group, draft[name] ?? '')) }),
    input: (name: string, rest: Rest = {}) => ask('input', name, rest),
    area: (name: string, rest: Rest = {}) => ask('area', name, rest),
  }
}

const choice = (name: string, [value, text, note = null]: Said[number], checked: boolean): Choice => ({
  ...{ id: `${idOf(name)}-${value}`, name, value, text, note, checked },
})

const chosen = ({ label, options }: Offered, value: string): OptionGroup => ({
  label,
  options: options.map(([one, text]) => ({ value: one, text, selected: one === value })),
})
