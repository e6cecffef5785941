import { type Day, day, daysBetween } from '../../catalogue/day.ts'
import type { Translate } from '../../views/locale/locale.ts'
import type { Column } from './columns.ts'
import { inert } from './inert.ts'
import { printable } from './printable.ts'

/** A cell of a workbook: its value, and the number format that shows it exactly as published. */
export type SheetCell = { value: string | number | null; format?: string }

export const DAY_FORMAT = 'yyyy-mm-dd'
export const COUNT_FORMAT = '0'

/** The text of a column as the typed cell a person reads: amounts and days as numbers, codes and words as text. */
export function cellOf({ name, kind }: Pick<Column, 'name' | 'kind'>, text: string, t: Translate): SheetCell {
  if (text === '') return { value: null }
  switch (kind) {
    case 'amount':
      return amountCell(text)
    case 'day':
      return dayCell(day(text))
    case 'count':
      return { value: Number(text), format: COUNT_FORMAT }
    case 'flag':
      return { value: text === 'true' ? (name === 'demo' ? t.words.common.demo : t.words.common.ceiling) : null }
    default:
      return { value: cellText(text) }
  }
}

/** 0.405 as a number shown with three decimals. What a spreadsheet’s 15 digits cannot hold exactly stays text. */
function amountCell(amount: string): SheetCell {
  const [whole, decimals = ''] = amount.split('.')
  const digits = `${whole}${decimals}`.replace(/^0+/, '').length
  if (digits > 15) return { value: amount }
  return { value: Number(amount), format: decimals === '' ? '#,##0' : `#,##0.${'0'.repeat(decimals.length)}` }
}

/** A day as the whole number spreadsheets count days by, so that no time zone can move it. */
export const dayCell = (on: Day): SheetCell => ({ value: daysBetween(EPOCH, on), format: DAY_FORMAT })

const EPOCH = '1899-12-30' as Day

/** Text that stays text: no formula, no control character, and no `_x003D_` that Excel would read as one. */
export const cellText = (text: string): string =>
  inert(printable(text))
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .slice(0, 32_000)
