import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

export const LOCALES = ['zh-CN', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** All words of one language, by page area: `words.fees.title`. */
export type Messages = { readonly [A in keyof typeof zhCN]: { readonly [K in keyof (typeof zhCN)[A]]: string } }
export type MessageKey = {
  [A in keyof Messages & string]: `${A}.${keyof Messages[A] & string}`
}[keyof Messages & string]
export type Values = Record<string, string | number>

/**
 * Says a message of one language: `t('common.count', { n: 312 })` → 共 312 项.
 * `{n}` is filled in, numbers with grouping; `{n|entry|entries}` takes the first when n is 1, else the second.
 */
export type Translate = {
  (key: MessageKey, values?: Values): string
  locale: Locale
  words: Messages
}

/** The translator of a language; the same one every time. */
export const translator = (locale: Locale): Translate => translators[locale]

/** The language an address is in, and the prefix its addresses have. */
export const prefixOf = (locale: Locale): '' | '/en' => (locale === 'en' ? '/en' : '')

function translating(locale: Locale, words: Messages): Translate {
  const all = new Map<string, Message>()
  for (const [area, texts] of Object.entries(words))
    for (const [key, text] of Object.entries(texts)) all.set(`${area}.${key}`, { text, parts: partsOf(text) })
  const say = (key: MessageKey, values?: Values): string => {
    const message = all.get(key)
    if (message === undefined) throw new Error(`no message ${key} in ${locale}`)
    if (values === undefined) return message.text
    const said: string[] = []
    for (const part of message.parts) said.push(filled(part, key, values))
    return said.join('')
  }
  return Object.assign(say, { locale, words })
}

/** A message cut at its holes: a hole is the name of a value, and for a plural the words for one and for more. */
type Message = { text: string; parts: (string | Hole)[] }
type Hole = { name: string; one: string | undefined; other: string | undefined }

function partsOf(text: string): Message['parts'] {
  const parts: Message['parts'] = []
  let at = 0
  for (const hole of text.matchAll(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g)) {
    if (hole.index > at) parts.push(text.slice(at, hole.index))
    parts.push({ name: hole[1]!, one: hole[2], other: hole[3] })
    at = hole.index + hole[0].length
  }
  return at < text.length ? [...parts, text.slice(at)] : parts
}

function filled(part: string | Hole, key: string, values: Values): string {
  if (typeof part === 'string') return part
  const value = values[part.name]
  if (value === undefined) throw new Error(`message ${key} needs ${part.name}`)
  if (part.one !== undefined) return (value === 1 ? part.one : part.other) ?? ''
  return typeof value === 'number' ? grouped(String(value)) : value
}

/** Digits of the whole part in threes: 1234567.50 → 1,234,567.50. Exact, as text. */
export function grouped(number: string): string {
  const point = number.indexOf('.')
  const whole = point < 0 ? number : number.slice(0, point)
  let rest = whole.length
  let after = number.slice(rest)
  for (; rest > 3; rest -= 3) after = `,${whole.slice(rest - 3, rest)}${after}`
  return whole.slice(0, rest) + after
}

const translators: Record<Locale, Translate> = { 'zh-CN': translating('zh-CN', zhCN), en: translating('en', en) }
