import { Decimal } from 'decimal.js'
import type { Amount } from '../../amount.ts'
import { Day } from '../../day.ts'
import type { Charged } from '../invoice.ts'

/** What a cell says: a value, or the code of why it says none. */
export type Said<Value> = { value: Value } | { fault: CellFault }
export type CellFault = 'not-an-amount' | 'foreign-currency' | 'too-many-decimals' | 'not-a-day' | 'day-unclear'

/**
 * 金额 as people write it: `￥1,234.50`, `１２元`, `(12.00)` and `12.00-` for a credit. Never guessed: `1 234,50`, `1.2万`
 * and other currencies are faults, and so are more than eight decimals unless `rounded` says that they may be rounded off.
 */
export function readAmount(text: string, { rounded = false } = {}): Said<Charged> {
  if (PLAIN.test(text)) return { value: text }
  if (text.length > LONGEST) return { fault: 'not-an-amount' }
  const half = text.normalize('NFKC').replace(/[\u2212\u2013\u2014]/g, '-')
  if (/[$€£]|(?<![a-z])(usd|eur|hkd|gbp|jpy)(?![a-z])|美元|港币|港元|欧元|日元/i.test(half))
    return { fault: 'foreign-currency' }
  const sum = half.replace(/人民币|¥|(?<![a-z])(cny|rmb)(?![a-z])|[元圆]整?/gi, '').trim()
  const shape =
    /^(?<open>\()?\s*(?<sign>[-+])?\s*(?<digits>(\d{1,3}(,\d{3})+|\d+)(\.\d+)?|\.\d+)\s*(?<after>-)?\s*(?<close>\))?$/.exec(
      sum,
    )
  if (shape === null) return { fault: 'not-an-amount' }
  const { open, sign, digits, after, close } = shape.groups as Record<string, string | undefined>
  if ((open === undefined) !== (close === undefined)) return { fault: 'not-an-amount' }
  if ([open, sign, after].filter(Boolean).length > 1) return { fault: 'not-an-amount' }
  return exactly(digits!.replaceAll(',', ''), open !== undefined || sign === '-' || after !== undefined, rounded)
}

/** Nobody writes a number or a day at greater length. */
const LONGEST = 60

const PLAIN = /^(-(?=.*[1-9]))?(0|[1-9]\d{0,11})(\.\d{1,8})?$/

function exactly(digits: string, negative: boolean, rounded: boolean): Said<Charged> {
  const said = new Decimal(digits)
  if (said.decimalPlaces() > 8 && !rounded) return { fault: 'too-many-decimals' }
  if (said.gte('1e12')) return { fault: 'not-an-amount' }
  const decimals = Math.min(8, digits.split('.')[1]?.length ?? 0)
  const value = said.toFixed(decimals, Decimal.ROUND_HALF_UP)
  return { value: negative && !said.isZero() ? `-${value}` : value }
}

/** 数量: a number that is not negative, and the unit written behind it (`2箱`, `3.5 吨`, `5元/箱`), if one is. */
export function readQuantity(text: string): Said<{ quantity: Amount; unit: string | null; negative: boolean }> {
  if (PLAIN.test(text) && !text.startsWith('-')) return { value: { quantity: text, unit: null, negative: false } }
  if (text.length > LONGEST) return { fault: 'not-an-amount' }
  const [, number = '', unit = ''] =
    /^([^\p{L}/]*?(?:元|圆)?)\s*\/?\s*(\p{L}[\p{L}\d³²]*)?$/u.exec(text.normalize('NFKC').trim()) ?? []
  const said = readAmount(number.trim(), { rounded: true })
  if ('fault' in said) return said
  const negative = said.value.startsWith('-')
  return { value: { quantity: negative ? said.value.slice(1) : said.value, unit: unit === '' ? null : unit, negative } }
}

/** 日期 as people write it, year first or with the month in words; `03/02/2026` is two days at once and so none. */
export function readDay(text: string): Said<Day> {
  const before = DAYS.get(text)
  if (before !== undefined) return before
  if (DAYS.size > 2_000) DAYS.clear()
  const said: Said<Day> = text.length > LONGEST ? { fault: 'not-a-day' } : dayIn(text)
  DAYS.set(text.slice(0, LONGEST + 1), said)
  return said
}

/** A bill says the same few days over and over. */
const DAYS = new Map<string, Said<Day>>()

function dayIn(text: string): Said<Day> {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[T\s]+\d{1,2}[:时]\d{1,2}.*$/, '')
  const [, year, month, date] =
    /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(plain) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(plain) ??
    inWords(plain)
  if (year === undefined)
    return { fault: /^\d{1,2}[-/.]\d{1,2}[-/.]\d{1,4}$/.test(plain) ? 'day-unclear' : 'not-a-day' }
  const { data } = Day.safeParse(`${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`)
  return data === undefined ? { fault: 'not-a-day' } : { value: data }
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `2 Mar 2026`, `March 2, 2026`. */
function inWords(text: string): string[] {
  const found = /^(?:(\d{1,2})[\s-]+([a-z]{3,9})\.?|([a-z]{3,9})\.?\s+(\d{1,2}))[\s,-]+(\d{4})$/i.exec(text)
  if (found === null) return []
  const month = MONTHS.indexOf((found[2] ?? found[3])!.slice(0, 3).toLowerCase()) + 1
  return month === 0 ? [] : [text, found[5]!, String(month), (found[1] ?? found[4])!]
}
