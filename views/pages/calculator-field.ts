import { FACTS } from '../../catalogue/facts.ts'
import type { PageContext } from '../frame.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { type FieldFault, idOf } from '../words/sent-form.ts'
import type { CalculatorData } from './calculator.ts'
import { type BoxTable, boxTable } from './calculator-boxes.ts'

export { idOf } from '../words/sent-form.ts'

/** One field: what it is called, what stands in it as it was sent, and what is wrong with that. */
export type Field = {
  id: string
  name: string
  label: string
  hint: string | null
  type: 'text' | 'date' | 'time' | 'select'
  mode: string | null
  value: string
  fault: string | null
  /** The ids of hint and fault, for screen readers. */
  described: string
  options: Option[]
}
export type Option = { value: string; text: string; lang: string | null; selected: boolean }

/** A box to tick; `fixed` is ticked for good. */
export type Tick = {
  name: string
  value: string
  text: string
  lang: string | null
  note: string | null
  checked: boolean
  fixed: boolean
}

/** A part of the form under a heading; `fold` where it may be folded, with what stands beside its heading. */
export type Fieldset = {
  id: string
  title: string
  hint: string | null
  fold: { open: boolean; aside: string | null } | null
  fields: Field[]
  boxes: BoxTable | null
  ticks: { title: string | null; ticks: Tick[] }[]
  /** Which ticks were offered, sent along so that those taken away are told from those never shown. */
  picks: string | null
}

/** Makes the fields of one form. */
export type Make = ReturnType<typeof making>

export function making(ctx: PageContext, data: CalculatorData, t: Translate) {
  const { calculator: words } = t.words
  const value = (name: string) => data.sent.values[name] ?? (data.asking ? '' : (DEFAULTS[data.door][name] ?? ''))
  const fault = (name: string) => {
    const found = data.faults.find(({ field }) => field === name)
    return found === undefined ? null : faultText(found, t)
  }
  const field = (name: string, type: Field['type'], rest: Partial<Field> = {}): Field => {
    const own = {
      id: idOf(name),
      name,
      type,
      value: value(name),
      fault: fault(name),
      options: [],
      mode: null,
      hint: null,
    }
    const made = { ...own, label: words[name as 'port'], ...rest }
    const told = [made.hint === null ? '' : `${own.id}-hint`, own.fault === null ? '' : `${own.id}-fault`]
    return { ...made, described: told.filter(Boolean).join(' ') }
  }
  const select = (name: string, options: Omit<Option, 'selected'>[], rest: Partial<Field> = {}): Field =>
    field(name, 'select', {
      options: options.map((option) => ({ ...option, selected: option.value === value(name) })),
      ...rest,
    })
  return {
    ...{ ctx, data, t, words, value, fault, select },
    number: (name: string, rest: Partial<Field> = {}) => field(name, 'text', { mode: 'decimal', ...rest }),
    count: (name: string, rest: Partial<Field> = {}) => field(name, 'text', { mode: 'numeric', ...rest }),
    /** A day or time that cannot be read stays as it was typed. */
    date: (name: string, rest: Partial<Field> = {}) => field(name, fault(name) === null ? 'date' : 'text', rest),
    time: (name: string, rest: Partial<Field> = {}) => field(name, fault(name) === null ? 'time' : 'text', rest),
    /** One of the values of a fact, or not said. */
    choice: (name: 'ship_type' | 'voyage' | 'trade' | 'use' | 'direction') =>
      select(name, [
        plain('', words.choose),
        ...FACTS[name].map((one) => plain(one, t.words.value[`${name}_${one}` as keyof Messages['value']])),
      ]),
    yesNo: (name: string, unsaid: string) =>
      select(name, [plain('', unsaid), plain('true', words.yes), plain('false', words.no)]),
    tick: (name: string, one: string, text: string, rest: Partial<Tick> = {}): Tick => ({
      ...{ name, value: one, text, lang: null, note: null, fixed: false },
      checked: data.sent.values[name] === one || (data.sent.lists[name] ?? []).includes(one),
      ...rest,
    }),
    /** Was any of these fields filled in, or is any of them wrong? */
    touched: (...names: string[]) =>
      names.some(
        (name) => data.sent.values[name] !== undefined || data.sent.lists[name] !== undefined || fault(name) !== null,
      ),
    boxes: (): BoxTable => boxTable(value, fault, t),
  }
}

export const plain = (value: string, text: string): Omit<Option, 'selected'> => ({ value, text, lang: null })

/** What is wrong with a field, in the words used everywhere. */
export const faultText = ({ code, field, value }: FieldFault, t: Translate): string =>
  t(`faults.${code in t.words.faults ? (code as keyof Messages['faults']) : 'bad-value'}`, { field, value })

/** What stands in an empty form: the most frequent case, there to be changed. */
const DEFAULTS: Record<CalculatorData['door'], Record<string, string>> = {
  call: { port: 'CNNGB', ship_type: 'container', voyage: 'international', trade: 'foreign', use: 'productive' },
  shipment: { port: 'CNNGB', direction: 'import', trade: 'foreign', bills: '1' },
}
