import type { Headings } from './headings.ts'
import { doubtful, type PlacedColumn, type ReadColumn, type Spot, wrong } from './problem.ts'
import { readCell } from './read-cell.ts'
import type { ImportProblem } from './reading.ts'
import type { SheetTable } from './sheet-table.ts'

/**
 * One row as its columns understand it: text by column name, null where a cell is empty; a column that the file has not
 * is not there. `faulty` are the columns that could not be read.
 */
export type ReadRow = {
  sheet: string | null
  at: number
  said: Readonly<Record<string, string | null>>
  faulty: ReadonlySet<string>
  columns: ReadonlyMap<string, ReadColumn>
}

/** So many blank rows end a table: what stands further down nobody looks at. */
const END_OF_TABLE = 10

/** The rows of a sheet below its headings. What is wrong in any cell is noted, and the next one read all the same. */
export function* readRows(sheet: SheetTable, { columns, first }: Headings, found: ImportProblem[]): Generator<ReadRow> {
  const byName = new Map(columns.map((column) => [column.name, column]))
  const merged = mergedIn(sheet, columns, sheet.rows[first]?.at ?? 0, found)
  let last = sheet.rows[first - 1]?.at ?? 0
  let ended = false
  for (const row of sheet.rows.slice(first)) {
    const spot: Spot = { sheet: sheet.sheet, row: row.at, found }
    if (columns.every(({ place }) => isBlank(row.cells[place] ?? null))) continue
    ended ||= row.at - last > END_OF_TABLE
    if (ended) {
      wrong(spot, 'past-the-end', null, { last: String(last) })
      continue
    }
    last = row.at
    if (row.hidden) doubtful(spot, 'hidden-row', null)
    const said: Record<string, string | null> = {}
    const faulty = new Set<string>()
    for (const column of columns) {
      const isMerged = merged.has(`${row.at},${column.place}`)
      const value = isMerged ? undefined : readCell(column, row.cells[column.place] ?? null, spot, sheet.from1904)
      if (value === undefined) faulty.add(column.name)
      else said[column.name] = value
    }
    yield { sheet: sheet.sheet, at: row.at, said, faulty, columns: byName }
  }
}

const isBlank = (cell: unknown): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '')

/** Most cells that one merge is remembered by; whole columns are merged by mistake only. */
const MOST_MERGED = 20_000

/** The cells of the table that are merged: what they say of which row cannot be told. */
function mergedIn(
  sheet: SheetTable,
  columns: readonly PlacedColumn[],
  from: number,
  found: ImportProblem[],
): Set<string> {
  const merged = new Set<string>()
  const lastRow = sheet.rows.at(-1)?.at ?? 0
  for (const { range, row, lastRow: end, column, lastColumn } of sheet.merges) {
    const hit = columns.filter(({ place }) => column <= place && place <= lastColumn)
    if (end < from || hit.length === 0) continue
    wrong({ sheet: sheet.sheet, row, found }, 'merged-cells', hit[0]!, { range })
    for (let at = Math.max(row, from); at <= Math.min(end, lastRow) && merged.size < MOST_MERGED; at++)
      for (const { place } of hit) merged.add(`${at},${place}`)
  }
  return merged
}
