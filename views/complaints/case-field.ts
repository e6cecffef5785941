import type { MessageKey, Messages, Translate, Values } from '../locale/locale.ts'

/** How a field of a case's form is filled in. `several` is a list of ticks, `figures` an amount of money. */
export type FieldKind =
  | 'words'
  | 'text'
  | 'day'
  | 'figures'
  | 'number'
  | 'radios'
  | 'several'
  | 'select'
  | 'tick'
  | 'files'

/** A choice of a field; `note` says where the law has it, `mark` that this is still to be verified. */
export type CaseOption = { value: string; text: string; note?: string | null; lang?: string | null }

/** A field as the form of an act asks for it. `label` where the words of `caseActs` do not have it. */
export type FieldAsked = {
  name: string
  kind: FieldKind
  options?: readonly CaseOption[]
  optional?: true
  value?: string
  label?: string
  most?: number
  rows?: number
}

/** 再次验证: asked for where the second factor was not given within the last minutes. */
export const factorAsked = ({ strong }: { strong: boolean }, t: Translate): FieldAsked[] =>
  strong ? [] : [{ name: 'factor', kind: 'text', label: t.words.caseQueue.exportCode }]

/** A form as it was sent: what stood in it, and which fields are wrong with which code. */
export type FormSent = {
  form: string
  values: Record<string, string>
  lists: Record<string, readonly string[]>
  faults: readonly FieldFault[]
  refused: { code: string; values: Record<string, string> } | null
  /** Files that came with it before and were taken. */
  attached?: readonly { id: string; name: string }[]
}

/** What is wrong with a field; `name` which file of it, `values` what the words of its code name. */
export type FieldFault = { field: string; code: string; name?: string; values?: Values }

type Option = { id: string; value: string; text: string; lang: string | null; note: string | null; chosen: boolean }

/** A field as its template prints it. */
export type CaseField = {
  id: string
  name: string
  label: string
  is: Record<'words' | 'radios' | 'several' | 'select' | 'tick' | 'day' | 'files' | 'line', boolean>
  inputmode: 'text' | 'decimal' | 'numeric'
  value: string
  most: number
  rows: number
  required: boolean
  optional: string | null
  hint: string | null
  fault: string | null
  described: string | null
  options: Option[]
}

/** A field of a form, with what was sent in it and what is wrong with that. */
export function caseField(form: string, asked: FieldAsked, sent: FormSent | null, t: Translate): CaseField {
  const { name, kind, optional = false, options = [] } = asked
  const words = t.words.caseActs
  const id = idOf(form, name)
  const given = sent?.lists[name] ?? (sent?.values[name] !== undefined ? [sent.values[name]] : [asked.value ?? ''])
  const found = (sent?.faults ?? []).filter(({ field }) => field === name || field.startsWith(`${name}.`))
  const hint = wordOf(words, [`hint-${form}-${name}`, `hint-${name}`])
  const wrong = (kind === 'files' ? found : found.slice(0, 1)).map((one) => faultSays(name, one, t))
  const fault = wrong.length === 0 ? null : wrong.join(' ')
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return {
    ...{ id, name, hint, fault, required: !optional },
    label: asked.label ?? wordOf(words, [`field-${form}-${name}`, `field-${name}`]) ?? name,
    is: shapeOf(kind),
    inputmode: kind === 'figures' ? 'decimal' : kind === 'number' ? 'numeric' : 'text',
    value: given[0] ?? '',
    most: asked.most ?? (kind === 'words' ? 4000 : 200),
    rows: asked.rows ?? 4,
    optional: optional && kind !== 'tick' ? words.optional : null,
    described: described === '' ? null : described,
    options: options.map(({ value, text, note = null, lang = null }, n) => ({
      ...{ id: `${id}-${n}`, value, text, lang, note },
      chosen: given.includes(value),
    })),
  }
}

const shapeOf = (kind: FieldKind): CaseField['is'] => ({
  words: kind === 'words',
  radios: kind === 'radios',
  several: kind === 'several',
  select: kind === 'select',
  tick: kind === 'tick',
  day: kind === 'day',
  files: kind === 'files',
  line: kind === 'text' || kind === 'figures' || kind === 'number',
})

/** 错误提要: everything that is wrong with a form that came back, each leading to its field. */
export function problemsIn({ form, faults }: FormSent, t: Translate): { text: string; href: string }[] {
  const words = t.words.caseActs
  return faults.map((fault) => {
    const { field } = fault
    const label = wordOf(words, [`field-${form}-${field}`, `field-${field}`, `field-${field.split('.')[0]}s`])
    const says = faultSays(field, fault, t)
    return { text: label === null ? says : `${label}${t.words.caseFile.colon}${says}`, href: `#${idOf(form, field)}` }
  })
}

const idOf = (form: string, field: string): string => `${form}-${field}`.replaceAll(/[^\w-]/g, '-')

/** What is wrong with a field, as a sentence that says how to mend it. */
export function faultText(name: string, code: string, t: Translate): string {
  const { caseActs: words } = t.words
  const [first = name] = name.split('.')
  return wordOf(words, [`fault-${first}-${code}`, `fault-${code}`]) ?? words['fault-bad-value']
}

/** The same for one of several files: its name, and why it was not taken. */
function faultSays(field: string, { code, name, values }: FieldFault, t: Translate): string {
  const key = `attachments.fault-${code}` as MessageKey
  if (name === undefined || !(`fault-${code}` in t.words.attachments)) return faultText(field, code, t)
  return `${name === '' ? '' : `${name}${t.words.caseFile.colon}`}${t(key, values)}`
}

/** The first of these keys that there are words for; null when there is none. */
export const wordOf = <A extends Messages[keyof Messages]>(words: A, keys: readonly string[]): string | null => {
  const known = keys.find((key) => key in words)
  return known === undefined ? null : (words as Record<string, string>)[known]!
}
