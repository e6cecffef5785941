import { type Draft, fieldsOf, type Parts, rowsAt, textAt } from '../../catalogue/draft/draft.ts'
import type { FormFault } from '../../catalogue/draft/line-form.ts'
import type { Messages, Translate } from '../locale/locale.ts'

/** A value to choose; `lang` where its name is in Chinese only. */
export type Choice = { value: string; text: string; lang: string | null }
type Offered = Choice & { id: string; chosen: boolean }

/** One field of the form as it is drawn, filled in as it was sent. Exactly one of the ways to draw it is given. */
export type LineField = {
  id: string
  name: string
  label: string
  hint: string | null
  lang: string | null
  value: string
  wide: boolean
  fault: string | null
  described: string
  input: { type: string; mode: string | null } | null
  area: { rows: number } | null
  select: Offered[] | null
  radios: Offered[] | null
  ticks: Offered[] | null
  tick: { checked: boolean } | null
}

/** Fields under a heading, and the groups and rows within; a fold is closed until it is wanted. */
export type Group = {
  id: string
  title: string
  level: 'section' | 'fold' | 'part' | 'row'
  open: boolean
  aside: string | null
  hint: string | null
  fault: string | null
  fields: LineField[]
  groups: Group[]
  buttons: { value: string; text: string; label: string | null }[]
}

/** Makes the fields and groups of one form out of what was sent. */
export type Make = ReturnType<typeof making>

export function making(draft: Parts, faults: readonly FormFault[], t: Translate) {
  const used = new Set<string>()
  const value = (name: string) => textAt(draft, name)
  const fault = (name: string) => {
    const found = faults.find(({ field }) => field === name)
    return found === undefined ? null : faultText(found, t)
  }
  const field = (name: string, rest: Partial<LineField>): LineField => {
    used.add(name)
    const id = idOf(name)
    const [hint, wrong] = [rest.hint === undefined ? hintOf(name, t) : rest.hint, fault(name)]
    const described = [hint === null ? '' : `${id}-hint`, wrong === null ? '' : `${id}-fault`].filter(Boolean)
    return {
      ...{ id, name, label: labelOf(name, t), lang: null, value: value(name), wide: false },
      ...{ input: null, area: null, select: null, radios: null, ticks: null, tick: null },
      ...rest,
      ...{ hint, fault: wrong, described: described.join(' ') },
    }
  }
  const offered = (name: string, choices: readonly Choice[], chosen: readonly string[]): Offered[] =>
    choices.map((choice, n) => ({ ...choice, id: `${idOf(name)}-${n}`, chosen: chosen.includes(choice.value) }))
  const input = (name: string, rest: Partial<LineField> = {}, mode: string | null = null, type = 'text') =>
    field(name, { input: { type, mode }, ...rest })
  const area = (name: string, rows: number, rest: Partial<LineField> = {}) =>
    field(name, { area: { rows }, wide: true, ...rest })
  return {
    ...{ draft, t, words: t.words.lineForms, value, fault, used, input, area },
    amount: (name: string, rest: Partial<LineField> = {}) => input(name, rest, 'decimal'),
    whole: (name: string, rest: Partial<LineField> = {}) => input(name, rest, 'numeric'),
    /** A day that cannot be read stays as it was typed. */
    date: (name: string) => input(name, {}, null, /^(\d{4}-\d\d-\d\d)?$/.test(value(name)) ? 'date' : 'text'),
    select: (name: string, choices: readonly Choice[], rest: Partial<LineField> = {}) =>
      field(name, { select: offered(name, known(choices, value(name)), [value(name)]), ...rest }),
    radios: (name: string, choices: readonly Choice[], rest: Partial<LineField> = {}) =>
      field(name, { radios: offered(name, choices, [value(name)]), wide: true, ...rest }),
    /** What is chosen comes first, in its order, so that the order stays. */
    ticks: (name: string, choices: readonly Choice[], rest: Partial<LineField> = {}) => {
      const chosen = textsAt(draft, name)
      const inOrder = choices.toSorted((a, b) => place(chosen, a.value) - place(chosen, b.value))
      return field(name, { ticks: offered(name, inOrder, chosen), wide: true, ...rest })
    },
    tick: (name: string, rest: Partial<LineField> = {}) =>
      field(name, { tick: { checked: value(name) === 'true' }, ...rest }),
    /** A text in both languages, the Chinese first. */
    pair: (name: string, rows = 0): LineField[] =>
      (['zh', 'en'] as const).map((lang) =>
        rows === 0
          ? input(`${name}.${lang}`, { lang: lang === 'zh' ? 'zh-CN' : 'en' })
          : area(`${name}.${lang}`, rows, { wide: false, lang: lang === 'zh' ? 'zh-CN' : 'en' }),
      ),
    texts: (name: string) => textsAt(draft, name),
    rows: (name: string): Draft[] => rowsAt(draft, name),
  }
}

/** What was sent but is not drawn: it goes along unseen, so that nothing is lost. */
export const unseen = (draft: Parts, used: ReadonlySet<string>): { name: string; value: string }[] =>
  Object.entries(fieldsOf(draft)).flatMap(([name, said]) =>
    used.has(name) || name === '' ? [] : [said].flat().map((value) => ({ name, value })),
  )

export const choice = (value: string, text: string, lang: string | null = null): Choice => ({ value, text, lang })

/** What is called by words of its own: `choices(FORMS, (form) => words[form])`. */
export const choices = <V extends string>(values: readonly V[], word: (value: V) => string): Choice[] =>
  values.map((value) => choice(value, word(value)))

/** The id of a field on the page: faults lead there. */
export const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`

/** What a field is called: by the longest end of its name that has a word. */
export function labelOf(name: string, t: Translate): string {
  const words = t.words.lineForms as Readonly<Record<string, string>>
  const parts = name.split('.').filter((part) => !/^\d+$/.test(part))
  const lang = parts.at(-1) === 'zh' || parts.at(-1) === 'en' ? (parts.pop() as 'zh' | 'en') : null
  const own = parts.findIndex((_, n) => `l-${parts.slice(n).join('.')}` in words)
  const label = own < 0 ? parts.join(' ') : words[`l-${parts.slice(own).join('.')}`]!
  return lang === null ? label : t(`lineForms.${lang}`, { label })
}

function hintOf(name: string, t: Translate): string | null {
  const words = t.words.lineForms as Readonly<Record<string, string>>
  return name.startsWith('example.') ? null : (words[`h-${name.split('.').at(-1)}`] ?? null)
}

/** What is wrong with a field, and how to mend it; an empty field is only told that it is wanted. */
export function faultText({ code, field, value }: FormFault, t: Translate): string {
  const { lineForms, faults } = t.words
  if (value === '' && code in BLANK) return lineForms[BLANK[code as keyof typeof BLANK]]
  if (`x-${code}` in lineForms) return t(`lineForms.${`x-${code}` as 'x-needed'}`, { value, field })
  const known = code in faults ? (code as keyof Messages['faults']) : 'bad-value'
  if (value === '' && faults[known].includes('{value}')) return lineForms['x-needed']
  return t(`faults.${known}`, { value, field })
}

/** What an empty field is told where the rule's own words would be of its form. */
const BLANK = { 'not-a-name': 'x-needed', 'not-an-option': 'x-unchosen', 'bad-value': 'x-needed' } as const

/** A value that is no longer offered is offered all the same: what was chosen stays to be seen. */
const known = (choices: readonly Choice[], value: string): readonly Choice[] =>
  value === '' || choices.some((one) => one.value === value) ? choices : [...choices, choice(value, value)]

const place = (chosen: readonly string[], value: string): number =>
  chosen.includes(value) ? chosen.indexOf(value) : chosen.length

function textsAt(draft: Draft, name: string): string[] {
  const rows = rowsAt(draft, name)
  const texts = rows.filter((row): row is string => typeof row === 'string')
  const single = textAt(draft, name)
  return texts.length > 0 || single === '' ? texts : [single]
}
