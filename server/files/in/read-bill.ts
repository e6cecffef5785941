import { recognise } from '../../../catalogue/check/columns.ts'
import { readApart } from './apart.ts'
import type { BillFile, ReadBill } from './bill.ts'
import { readDelimited, readText } from './csv.ts'
import { kindOf } from './kind.ts'
import { BILL_LIMITS, type BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'

/**
 * 读取账单: a bill's file as a table of text cells and what it says of itself. Excel (.xlsx), CSV, e-invoices (XML, OFD)
 * and PDF with text, told apart by what is in them. Throws a BillRefusal that says what is wrong, where, and how to mend it.
 */
export async function readBill({ bytes }: BillFile, limits: BillLimits = BILL_LIMITS): Promise<ReadBill> {
  if (bytes.length > limits.bytes) throw new BillRefusal('too-large', { limit: Math.round(limits.bytes / 2 ** 20) })
  const kind = kindOf(bytes)
  const isShort = kind === 'text' && bytes.length <= SHORT
  return looked(isShort ? readText(bytes, limits) : await readApart(kind, bytes, limits))
}

/** Text of so many bytes is read at once: a thread of its own would take longer. */
const SHORT = 2 ** 18

/** Cells copied from a spreadsheet, or lines of CSV, as they were pasted. */
export function readPasted(text: string, limits: BillLimits = BILL_LIMITS): ReadBill {
  if (text.trim() === '') throw new BillRefusal('empty')
  return looked(readDelimited(text, 'paste', limits))
}

/** A table with a header and nothing below is no bill; sums with tax are taken where both are given, and that is said. */
function looked(bill: ReadBill): ReadBill {
  if (bill.rows.length === 0) throw new BillRefusal('no-rows')
  const { header, columns } = recognise(bill.rows)
  const below = bill.rows.length - 1 - (header ?? -1)
  if (header !== null && below === 0) throw new BillRefusal('header-only')
  const taxed = columns.net_amount !== undefined && (columns.amount !== undefined || columns.tax !== undefined)
  return taxed ? { ...bill, notes: [...bill.notes, { code: 'tax_included_taken' }] } : bill
}
