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
  const flat = new Map<string, string>(
    Object.entries(words).flatMap(([area, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${area}.${key}`, text] as const),
    ),
  )
  const say = (key: MessageKey, values?: Values): string => {
    const text = flat.get(key)
    if (text === undefined) throw new Error(`no message ${key} in ${locale}`)
    return values === undefined ? text : text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, fill(key, values))
  }
  return Object.assign(say, { locale, words })
}

const fill = (key: string, values: Values) => (_: string, name: string, one?: string, other?: string) => {
  const value = values[name]
  if (value === undefined) throw new Error(`message ${key} needs ${name}`)
  if (one !== undefined) return (value === 1 ? one : other) ?? ''
  return typeof value === 'number' ? grouped(String(value)) : value
}

/** Digits of the whole part in threes: 1234567.50 → 1,234,567.50. Exact, as text. */
export const grouped = (number: string): string =>
  number.length < 4 ? number : number.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','))

const translators: Record<Locale, Translate> = { 'zh-CN': translating('zh-CN', zhCN), en: translating('en', en) }
