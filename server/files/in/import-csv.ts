import type { SheetTable } from '../../../catalogue/import/sheet-table.ts'
import { delimiterOf } from './csv.ts'
import { decoded } from './decoded.ts'
import { recordsOf } from './delimited.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'

/** A list as CSV or TSV, in whichever encoding it is: one table without a name, its cells all text. */
export function readCsvSheet(bytes: Uint8Array, limits: BillLimits): SheetTable[] {
  const { text } = decoded(bytes)
  const rows: SheetTable['rows'] = []
  let at = 0
  for (const record of recordsOf(text, delimiterOf(text), MOST_COLUMNS)) {
    at += 1
    if (at > MOST_ROWS) throw new BillRefusal('too-many-rows', { limit: limits.rows })
    if (record.every((cell) => cell.trim() === '')) continue
    if (rows.length > limits.rows + HEAD) throw new BillRefusal('too-many-rows', { limit: limits.rows })
    rows.push({ at, cells: record.map(kept), hidden: false })
  }
  return [{ sheet: null, hidden: false, rows, merges: [], from1904: false }]
}

/** Rows above the list: names, labels, a title. */
export const HEAD = 10

/** As many as a sheet has. */
const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576

/** `="0012"`, by which Excel keeps zeros, is the text 0012. */
const kept = (cell: string): string => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell
