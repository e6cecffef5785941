import type { Amount } from '../../catalogue/amount.ts'
import { chinaDay, type Day } from '../../catalogue/day.ts'
import type { Text } from '../../catalogue/text.ts'
import { lastDay, type Validity } from '../../catalogue/validity.ts'
import { grouped, type Locale, type Translate } from './locale.ts'

/** An amount with its digits grouped, otherwise exactly as published: 1234567.50 → 1,234,567.50. */
export const amountText = (amount: Amount): string => grouped(amount)

/** 2022年4月1日, or 1 Apr 2022. */
export const dayText = (day: Day, locale: Locale): string => DAYS[locale](day)

/** The civil day in China of an instant, as people read it. */
export const instantText = (at: Date, locale: Locale): string => dayText(chinaDay(at), locale)

/** 2022年4月1日 至 2023年12月31日: both days inclusive; 自 … 起 when there is no end. */
export function validityText(valid: Validity, t: Translate): string {
  const from = dayText(valid.from, t.locale)
  return valid.until === null
    ? t('common.from', { from })
    : t('common.fromUntil', { from, until: dayText(lastDayOf(valid.until), t.locale) })
}

/** The last day, inclusive, of what ends before `until`. */
export const lastDayText = (until: Day, locale: Locale): string => dayText(lastDayOf(until), locale)

/** 第 12 号发布. */
export const releaseText = (release: number, t: Translate): string => t('common.nth', { release: String(release) })

/** A text in the page's language; where there is only Chinese, that, with the `lang` to mark it by. */
export type Said = { text: string; lang: string | null }
export const said = (text: Text, locale: Locale): Said =>
  locale === 'zh-CN'
    ? { text: text.zh, lang: null }
    : text.en === null
      ? { text: text.zh, lang: 'zh-CN' }
      : { text: text.en, lang: null }

/** A text that exists in Chinese only, marked as such on English pages: 公示原文, 单位自用名称. */
export const inChinese = (text: string, locale: Locale): Said => ({ text, lang: locale === 'en' ? 'zh-CN' : null })

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A list prints the same few days over and over; each is put in words, or looked up in the calendar, once. */
function remembering<From, To>(make: (from: From) => To): (from: From) => To {
  const made = new Map<From, To>()
  return (from) => {
    const known = made.get(from)
    if (known !== undefined) return known
    if (made.size > 4000) made.clear()
    const to = make(from)
    made.set(from, to)
    return to
  }
}

const lastDayOf = remembering((until: Day): Day => lastDay({ from: until, until })!)

const numbersOf = (day: Day): [year: string, month: number, date: number] => [
  day.slice(0, 4),
  Number(day.slice(5, 7)),
  Number(day.slice(8, 10)),
]

const DAYS: Record<Locale, (day: Day) => string> = {
  'zh-CN': remembering((day: Day) => {
    const [year, month, date] = numbersOf(day)
    return `${year}年${month}月${date}日`
  }),
  en: remembering((day: Day) => {
    const [year, month, date] = numbersOf(day)
    return `${date} ${MONTHS[month - 1]} ${year}`
  }),
}
