import { lettersOf, tidyCell } from '../../../catalogue/import/tidy.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'

/** The letters and number of a cell, from 0: (2, 1) → C2. */
export const cellName = (column: number, row: number): string => `${lettersOf(column)}${row + 1}`

/** The first ten of many cells, for a sentence. */
export const someCells = (names: readonly string[]): string =>
  names.slice(0, 10).join(', ') + (names.length > 10 ? ' …' : '')

export type Table = { rows: string[][]; at: number[] }

/** A table that is being read: blank rows are left out, and each limit is said with the cell that passes it. */
export function tableWithin(limits: BillLimits): Table & { add(row: readonly string[], at: number): void } {
  const table: Table = { rows: [], at: [] }
  const add = (raw: readonly string[], at: number): void => {
    const row = raw.map((cell, column) => cellWithin(cell, column, at, limits))
    while (row.at(-1) === '') row.pop()
    if (row.length === 0) return
    if (table.rows.length === limits.rows) throw new BillRefusal('too-many-rows', { limit: limits.rows })
    if (row.length > limits.columns)
      throw new BillRefusal('too-many-columns', { limit: limits.columns, cell: cellName(row.length - 1, at - 1) })
    table.rows.push(row)
    table.at.push(at)
  }
  return { ...table, add }
}

/** Spaces are forgiven up to a point: what is much too long is not even tidied. */
function cellWithin(raw: string, column: number, at: number, { cell: limit }: BillLimits): string {
  const text = raw.length > limit * 10 ? raw : tidyCell(raw)
  if (text.length > limit) throw new BillRefusal('cell-too-long', { cell: cellName(column, at - 1), limit })
  return text
}
