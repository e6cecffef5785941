import type { Cell, CellValue, ColumnDef, WriteSheet } from 'hucre/xlsx'
import type { SheetCell } from './cell.ts'

/** A sheet that is being written, line by line. */
export type Table = WriteSheet & { rows: CellValue[][]; cells: Map<string, Partial<Cell>>; columns: ColumnDef[] }

/** A sheet with a bold first row that stays in view. */
export const table = (name: string, heads: string[], columns: ColumnDef[]): Table => ({
  name,
  rows: [heads],
  cells: new Map(heads.map((_, place) => [`0,${place}`, BOLD])),
  columns,
  freezePane: { rows: 1 },
})

export const BOLD: Partial<Cell> = { style: { font: { bold: true } } }

/** Adds a line. A format is given to a cell only where its column has another: most cells need none of their own. */
export function append({ rows, cells, columns }: Table, line: readonly SheetCell[]): void {
  for (const [place, { format }] of line.entries())
    if (format && format !== columns[place]?.numFmt) cells.set(`${rows.length},${place}`, styleOf(format))
  rows.push(line.map(({ value }) => value))
}

/** One style object for each format, however many cells use it. */
const styles = new Map<string, Partial<Cell>>()
function styleOf(numFmt: string): Partial<Cell> {
  const style = styles.get(numFmt) ?? { style: { numFmt } }
  styles.set(numFmt, style)
  return style
}

/** The letters of the nth column: 1 → A, 27 → AA. */
export const columnLetters = (count: number): string =>
  (count > 26 ? columnLetters(Math.floor((count - 1) / 26)) : '') + String.fromCharCode(65 + ((count - 1) % 26))
