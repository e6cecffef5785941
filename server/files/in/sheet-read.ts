import { Decimal } from 'decimal.js'
import type { CellValue, Sheet } from 'hucre/xlsx'
import { lineOfRow } from '../../../catalogue/check/columns/line-of-row.ts'
import { recognise } from '../../../catalogue/check/columns.ts'
import type { BillLimits } from './limits.ts'
import { type BillFault, BillRefusal } from './refusal.ts'
import { cellName, someCells, type Table, tableWithin } from './tidy.ts'

/** One sheet as text cells, the numbers of its rows, and cells whose long numbers Excel has already rounded. */
export type SheetRead = Table & { sheet: string; rounded: string[] }

/** The cells of a sheet as text. Blank rows cost nothing, however many. */
export function tableOfSheet({ name, rows }: Sheet, limits: BillLimits): SheetRead {
  const table = tableWithin(limits)
  const rounded: string[] = []
  for (const [place, row] of rows.entries()) {
    if (row.every((value) => value === null || value === '')) continue
    const cells = row.map((value, column) => {
      if (typeof value === 'number' && Math.abs(value) >= 1e15) rounded.push(cellName(column, place))
      return textOf(value)
    })
    table.add(cells, place + 1)
  }
  return { rows: table.rows, at: table.at, sheet: name, rounded }
}

/**
 * Refuses formulas, error values and merged cells in the header and the lines, naming the cells. Elsewhere – titles,
 * totals, remarks – they are not read, and left empty.
 */
export function refuseUnsafeCells({ rows, at }: Table, sheet: Sheet): void {
  const { header, columns } = recognise(rows)
  const used = new Map(at.map((row, place) => [row - 1, place] as const))
  const matters = (row: number): boolean => {
    const place = used.get(row)
    if (place === undefined || place < (header ?? 0)) return false
    return place === header || ['line', 'faulty', 'heading'].includes(lineOfRow(rows[place]!, columns).kind)
  }
  const cells = [...(sheet.cells ?? [])].map(([key, cell]) => ({ ...placeOf(key), cell }))
  const formulas = cells.filter(({ cell }) => cell.formula !== undefined || cell.type === 'formula')
  const errors = cells.filter(({ cell }) => cell.type === 'error')
  refuse('formula-cells', sheet.name, formulas.filter(({ row }) => matters(row)).map(nameOf))
  refuse('error-cells', sheet.name, errors.filter(({ row }) => matters(row)).map(nameOf))
  const merged = (sheet.merges ?? []).filter(({ startRow, endRow }) =>
    at.some((row) => row > startRow && row <= endRow + 1 && matters(row - 1)),
  )
  refuse(
    'merged-cells',
    sheet.name,
    merged.map(
      ({ startRow, startCol, endRow, endCol }) => `${cellName(startCol, startRow)}:${cellName(endCol, endRow)}`,
    ),
  )
  for (const { row, column } of [...formulas, ...errors]) {
    const place = used.get(row)
    if (place !== undefined && rows[place]![column] !== undefined) rows[place]![column] = ''
  }
}

function refuse(code: BillFault, sheet: string, cells: readonly string[]): void {
  if (cells.length > 0) throw new BillRefusal(code, { sheet, cells: someCells(cells), count: cells.length })
}

const placeOf = (key: string) => {
  const [row, column] = key.split(',').map(Number)
  return { row: row!, column: column! }
}
const nameOf = ({ row, column }: { row: number; column: number }): string => cellName(column, row)

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return value instanceof Date ? dayText(value) : String(value)
}

/** A number as Excel shows it, by its first 15 digits: what is stored as 20.400000000000002 is 20.4. Longer ones are lost. */
const numberText = (value: number): string =>
  Number.isFinite(value) && Math.abs(value) < 1e15 ? new Decimal(value.toPrecision(15)).toFixed() : ''

/** A day, with the time where one is stored; a time alone is no day. */
function dayText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const [day, time] = value.toISOString().slice(0, 16).split('T') as [string, string]
  if (day < '1900-01-01') return time
  return time === '00:00' ? day : `${day} ${time}`
}
