import type { InvoiceLine } from '../../catalogue/check/invoice.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Values } from '../locale/locale.ts'

/** A field of a check that cannot be read: its name, the code of what is wrong, and what the words for that name. */
export type CheckFault = { field: string; code: string; values: Values }

/** 账单信息 as it was sent: the text of each field of the bill itself, what is wrong with them, and the names to say it with. */
export type SentHead = { values: Record<string, string>; faults: readonly CheckFault[]; reference: Reference }

/** The fields of one typed line; `item` and `more` (facts that have no field of their own, as JSON) travel unseen. */
export const ROW_FIELDS = [
  ...(['name', 'quantity', 'unit', 'unit_price', 'amount', 'served_on'] as const),
  ...(['trade', 'direction', 'size', 'load', 'cargo_class'] as const),
  ...(['item', 'more'] as const),
] as const
export type RowField = (typeof ROW_FIELDS)[number]

/** A line as it was typed. */
export type SentRow = Partial<Record<RowField, string>>

/** The facts of a line that have a field in the form. */
export const ROW_FACTS = ['trade', 'direction', 'size', 'load', 'cargo_class'] as const

/** How many lines the form shows at first, how many it adds, and the most that are typed. */
export const ROWS = { first: 5, more: 5, most: 60 }

/** A checked line as it is typed again. */
export function rowOfLine({ facts, ...line }: InvoiceLine): SentRow {
  const shown = new Set<string>(ROW_FACTS)
  const more = Object.entries(facts).filter(([fact]) => !shown.has(fact))
  const own = Object.fromEntries(Object.entries(facts).filter(([fact]) => shown.has(fact)))
  return { ...line, ...own, ...(more.length > 0 ? { more: JSON.stringify(Object.fromEntries(more)) } : {}) }
}
