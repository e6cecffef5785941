import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { dayText } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import { grouped } from '../locale/locale.ts'
import { entityName, itemName, portName } from './names.ts'
import type { SentForm } from './sent-form.ts'

/** 所述情况: the fields of a form that were filled in, each with its label, in the order of the form. */
export function askedInWords({ values, lists }: SentForm, ref: Reference, on: Day, t: Translate): [string, string][] {
  const { calculator: words, common } = t.words
  const say = (field: Field): [string, string][] => {
    const value = values[field]
    return value === undefined ? [] : [[words[field as 'port'], saidAs(field, value, ref, on, t)]]
  }
  const many = (
    name: 'entity' | 'item' | 'extra',
    label: string,
    word: (code: string) => string,
  ): [string, string][] => (lists[name] === undefined ? [] : [[label, lists[name].map(word).join(common.and)]])
  return [
    ...BEFORE_BOXES.flatMap(say),
    ...boxesSaid(values, t),
    ...AFTER_BOXES.flatMap(say),
    ...many('extra', words.extras, (code) => words[`extra_${code}` as 'extra_oil-boom'] ?? code),
    ...many('item', words.items, (code) => itemName(ref, code, on, t.locale).text),
    ...many('entity', words.operators, (code) => entityName(ref, code, on, t.locale).text),
    ...WITH.flatMap(say),
  ]
}

const BEFORE_BOXES = [
  ...['port', 'ship_type', 'voyage', 'direction', 'trade', 'net_tonnage', 'gross_tonnage', 'deadweight', 'loa_m'],
  ...['arrival', 'arrival_time', 'departure', 'departure_time', 'hours', 'use', 'distance_nm', 'tugs_in', 'tugs_out'],
  ...['shifts', 'locks', 'non_basic_port'],
]
const AFTER_BOXES = [
  ...['box_m3', 'transhipment', 'bills', 'storage_days', 'plug_days', 'detention_days', 'work_hours', 'night_from'],
  ...['night_until', 'night_in', 'night_out', 'holiday_in', 'holiday_out'],
]
const WITH = ['with_port', 'with_on']
type Field = string

const DAYS = new Set(['arrival', 'departure', 'with_on'])
const PORTS = new Set(['port', 'with_port'])
const WORDS = new Set(['ship_type', 'voyage', 'direction', 'trade', 'use'])

function saidAs(field: Field, value: string, ref: Reference, on: Day, t: Translate): string {
  const { calculator: words } = t.words
  if (DAYS.has(field)) return dayText(value as Day, t.locale)
  if (PORTS.has(field)) return portName(ref, value, on, t.locale).text
  if (WORDS.has(field)) return t.words.value[`${field}_${value}` as keyof Messages['value']] ?? value
  if (value === 'true') return words.yes
  return value === 'false' ? words.no : /^\d+(\.\d+)?$/.test(value) ? grouped(value) : value
}

function boxesSaid(values: SentForm['values'], t: Translate): [string, string][] {
  const { calculator: words } = t.words
  const said = Object.entries(values).flatMap(([name, count]) => {
    const [, size, kind] = /^b(20|40|45)_(general|dangerous1|reefer|empty)$/.exec(name) ?? []
    if (size === undefined || Number(count) === 0) return []
    return t('calculator.boxPart', {
      n: Number(count.replaceAll(',', '')),
      kind: `${t('calculator.feet', { size })} ${words[kind as 'empty']}`,
    })
  })
  return said.length === 0 ? [] : [[words.boxes, said.join(t.words.common.comma)]]
}
