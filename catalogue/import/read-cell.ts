import { readAmount, readDay } from '../check/columns/cell.ts'
import { addDays, Day } from '../day.ts'
import { chosen } from './choices.ts'
import { doubtful, type ReadColumn, type Spot, wrong } from './problem.ts'
import type { Formula, ImportCell } from './sheet-table.ts'
import { tidyCell } from './tidy.ts'

/** 长期: there is no last day. */
export const OPEN = 'open'

/**
 * A cell as its column understands it: an exact decimal, an ISO day, codes parted by `|`, text that is tidy. Null where
 * it is empty; undefined where it is wrong, which is then noted, as is whatever had to be understood.
 */
export function readCell(at: ReadColumn, cell: ImportCell, spot: Spot, from1904: boolean): string | null | undefined {
  if (cell === null) return null
  if (typeof cell === 'object' && 'formula' in cell) return ofFormula(at, cell, spot, from1904)
  if (typeof cell === 'object' && 'error' in cell) return void wrong(spot, 'error-cell', at, { value: cell.error })
  if (typeof cell === 'string' && cell.trim() === '') return null
  const { kind, most } = at.column
  if (kind === 'day' || kind === 'open_day') return dayOf(at, cell, spot, from1904)
  const text = textOf(cell)
  if (text === '') return null
  if (text.length > most) return void wrong(spot, 'too-long', at, { limit: String(most) })
  if (kind === 'amount') return amountOf(at, cell, text, spot)
  if (kind === 'count') return countOf(at, text, spot)
  if (kind === 'choice' || kind === 'choices') return choiceOf(at, text, spot)
  return plainOf(at, text, spot)
}

/** Only what a formula last came to is known: that is taken, and said. */
function ofFormula(at: ReadColumn, { value }: Formula, spot: Spot, from1904: boolean): string | null | undefined {
  if (value === null) return void wrong(spot, 'formula-empty', at)
  const read = readCell(at, value, spot, from1904)
  if (typeof read === 'string') doubtful(spot, 'formula-value', at, { value: read.slice(0, 80) })
  return read
}

/** A number as a spreadsheet shows it, by its first 15 digits; Excel keeps `'` before text that could be a formula. */
function textOf(cell: Exclude<ImportCell, Formula | null>): string {
  if (typeof cell === 'number') return numberText(cell)
  if (typeof cell === 'boolean') return String(cell)
  if (typeof cell === 'object') return 'day' in cell ? cell.day.replace('T00:00', '').replace('T', ' ') : ''
  return tidyCell(/^'[=+\-@\s\p{C}＝＋－＠]/u.test(cell) ? cell.slice(1) : cell)
}

const numberText = (value: number): string => {
  const short = Number(value.toPrecision(15))
  if (Math.abs(short) >= 1e15) return String(short)
  return /e/.test(String(short))
    ? short.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 })
    : String(short)
}

function plainOf(at: ReadColumn, text: string, spot: Spot): string | undefined {
  if (/^[=@＝＠]|^[+\-＋－][^\d\s]*[(（!|]/.test(text))
    return void wrong(spot, 'formula-text', at, { value: text.slice(0, 40) })
  if (at.column.kind === 'code' && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text))
    return void wrong(spot, 'not-a-code', at, { value: text.slice(0, 80) })
  return text
}

function amountOf(at: ReadColumn, cell: ImportCell, text: string, spot: Spot): string | undefined {
  const value = text.slice(0, 60)
  if (typeof cell === 'object') return void wrong(spot, 'amount-is-day', at, { value })
  if (/^[-+]?[\d.,]+\s*e\s*[-+]?\d+$/i.test(text)) return void wrong(spot, 'amount-exponent', at, { value })
  const isPercent = /[%％]$/.test(text)
  if (isPercent && at.name !== 'percent') return void wrong(spot, 'amount-percent', at, { value })
  const said = readAmount(isPercent ? text.slice(0, -1).trim() : text)
  if ('fault' in said) return void wrong(spot, AMOUNT_FAULTS[said.fault] ?? 'not-an-amount', at, { value })
  if (said.value.startsWith('-')) return void wrong(spot, 'amount-negative', at, { value })
  if (at.name === 'percent' && !isPercent && Number(said.value) > 0 && Number(said.value) < 1)
    return void wrong(spot, 'percent-small', at, { value, read: numberText(Number(said.value) * 100) })
  if (typeof cell === 'string' && !isPercent && said.value !== text)
    doubtful(spot, 'amount-read', at, { value, read: said.value })
  return said.value
}

const AMOUNT_FAULTS: Record<string, string> = {
  'foreign-currency': 'foreign-currency',
  'too-many-decimals': 'too-many-decimals',
}

function countOf(at: ReadColumn, text: string, spot: Spot): string | undefined {
  if (!/^\d{1,4}$/.test(text)) return void wrong(spot, 'not-a-count', at, { value: text.slice(0, 40) })
  return String(Number(text))
}

function choiceOf(at: ReadColumn, text: string, spot: Spot): string | undefined {
  const { kind, choices = [] } = at.column
  const texts = kind === 'choices' ? text.split(/[|、,，;；/]/).map((part) => part.trim()) : [text]
  const codes = texts.filter((part) => part !== '').map((part) => chosen(choices, part)?.code ?? null)
  const place = codes.indexOf(null)
  if (place < 0) return [...new Set(codes)].join('|')
  const values = { value: texts.filter((part) => part !== '')[place]!.slice(0, 40), options: someOf(choices, 'zh') }
  return void wrong(spot, 'not-a-choice', at, { ...values, options_en: someOf(choices, 'en') })
}

const someOf = (choices: readonly { zh: string; en: string }[], locale: 'zh' | 'en'): string =>
  choices
    .slice(0, 10)
    .map((choice) => choice[locale])
    .join(locale === 'zh' ? '、' : ', ') + (choices.length > 10 ? ' …' : '')

function dayOf(at: ReadColumn, cell: ImportCell, spot: Spot, from1904: boolean): string | undefined {
  if (typeof cell === 'object' && cell !== null && 'day' in cell) return dated(at, cell.day, spot)
  if (typeof cell === 'number') return ofNumber(at, cell, spot, from1904)
  const text = textOf(cell as string | boolean)
  if (at.column.kind === 'open_day' && /^(长期|open|无|長期)$/i.test(text)) return OPEN
  const value = text.slice(0, 40)
  if (Day.safeParse(text).success) return plausible(at, text, spot)
  const said = readDay(text)
  if ('fault' in said)
    return void wrong(spot, said.fault === 'day-unclear' ? 'day-unclear' : 'not-a-day', at, { value })
  doubtful(spot, 'day-read', at, { value, read: said.value })
  return plausible(at, said.value, spot)
}

/** Excel calls its first day 1900-01-00 and thinks that 1900 was a leap year: such days are slips, not dates. */
function plausible(at: ReadColumn, day: string, spot: Spot): string | undefined {
  if (day >= '1980-01-01' && Day.safeParse(day).success) return day
  return void wrong(spot, 'day-too-early', at, { value: day })
}

function dated(at: ReadColumn, written: string, spot: Spot): string | undefined {
  const [day, time] = written.split('T') as [string, string]
  if (time !== '00:00') doubtful(spot, 'day-with-time', at, { value: written.replace('T', ' '), read: day })
  return plausible(at, day, spot)
}

/** 46023 is a day that lost its format; 20260101 one that was written without hyphens. */
function ofNumber(at: ReadColumn, value: number, spot: Spot, from1904: boolean): string | undefined {
  const values = { value: numberText(value) }
  const written = readDay(values.value)
  const isSerial = Number.isInteger(value) && value >= 20_000 && value <= 80_000
  const read = isSerial
    ? addDays((from1904 ? '1904-01-01' : '1899-12-30') as Day, value)
    : 'value' in written && written.value
  if (!read) return void wrong(spot, 'not-a-day', at, values)
  doubtful(spot, isSerial ? 'day-serial' : 'day-read', at, { ...values, read })
  return plausible(at, read, spot)
}
