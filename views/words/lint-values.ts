import { Day } from '../../catalogue/day.ts'
import type { Finding } from '../../catalogue/lint/rule.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { dayText, said } from '../locale/format.ts'
import type { Translate, Values } from '../locale/locale.ts'
import { entityName, itemName, portName } from './names.ts'

type Naming = { t: Translate; ref: Reference | undefined; today: Day | undefined }

/** What a finding is filled with, as people read it: items, entities, ports and documents by name, days as days. */
export function valuesInWords({ values }: Finding, t: Translate, ref?: Reference, today?: Day): Values {
  const naming = { t, ref, today }
  return {
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inWords(name, value, naming)])),
    ...(values.code === undefined ? {} : { fault: faultWords(values.code, t) }),
  }
}

const DAYS = new Set(['day', 'from', 'to', 'now', 'today', 'earliest'])
const ITEMS = new Set(['item', 'of', 'into'])
const DOCUMENTS = new Set(['document', 'replacement'])

function inWords(name: string, value: string, { t, ref, today }: Naming): string {
  if (DAYS.has(name)) return Day.safeParse(value).success ? dayText(value as Day, t.locale) : value
  if (name === 'units')
    return value
      .split(' ')
      .map((unit) => t.words.unit[unit as 'ton'] ?? unit)
      .join(t.words.common.and)
  if (ref === undefined || today === undefined) return value
  if (ITEMS.has(name)) return itemName(ref, value, today, t.locale).text
  if (name === 'items')
    return value
      .split(' ')
      .map((code) => itemName(ref, code, today, t.locale).text)
      .join(t.words.common.and)
  if (name === 'entity') return entityName(ref, value, today, t.locale).text
  if (name === 'port') return portName(ref, value, today, t.locale).text
  const document = DOCUMENTS.has(name) ? nearest(ref, 'document', value, today) : undefined
  return document ? said(document.title, t.locale).text : value
}

/** A fault of the schema in the words that forms use for it, filled with nothing but itself. */
function faultWords(code: string, t: Translate): string {
  const words: Record<string, string> = t.words.faults
  const found = words[code]
  return found === undefined || found.includes('{') ? code : found
}
