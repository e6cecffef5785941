import { columnsByContent, isSum } from './columns/by-content.ts'
import { columnNamed, saysNameOrSum, saysTaxIncluded } from './columns/headings.ts'
import { type BillOfLine, lineOfRow } from './columns/line-of-row.ts'
import type { Columns, RowFault } from './columns/row-reader.ts'
import type { InvoiceLine } from './invoice.ts'

export type { Column } from './columns/headings.ts'
export type { Columns } from './columns/row-reader.ts'

/** Which row is the header (from 0; null: none), where the columns stand, and whether a person need not look at it. */
export type Recognised = { header: number | null; columns: Columns; sure: boolean }

/** How far down a header is looked for: bills begin with titles and addresses. */
const HEADER_WITHIN = 80

/**
 * 识别列: what the columns of a table hold, by their headings in Chinese or English, and by what is in them where the
 * headings do not say. `sure` only when headings name what was charged and the sum, each once.
 */
export function recognise(rows: readonly (readonly string[])[]): Recognised {
  const header = headerOf(rows)
  if (header === null) return byContent(rows)
  const { columns, doubtful } = columnsIn(rows[header]!)
  const named = columns.name !== undefined && (columns.amount ?? columns.net_amount) !== undefined
  return { header, columns: columnsByContent(rows.slice(header + 1), columns), sure: named && !doubtful }
}

/** Without headings that say anything, whatever stands above the first sum is taken for them. */
function byContent(rows: readonly (readonly string[])[]): Recognised {
  const columns = columnsByContent(rows, {})
  const first = columns.amount === undefined ? 0 : rows.findIndex((row) => isSum(row[columns.amount!] ?? ''))
  return { header: first > 0 ? first - 1 : null, columns, sure: false }
}

/** The row that announces most, and at least two columns of which one is what was charged or a sum. */
function headerOf(rows: readonly (readonly string[])[]): number | null {
  let best: { row: number; score: number } | null = null
  for (const [row, cells] of rows.slice(0, HEADER_WITHIN).entries()) {
    const { columns } = columnsIn(cells)
    const score = Object.keys(columns).length
    const telling = columns.name !== undefined || columns.amount !== undefined || columns.net_amount !== undefined
    if (score >= 2 && telling && score > (best?.score ?? 1)) best = { row, score }
  }
  return best?.row ?? null
}

/** The first heading of a kind counts; a sum that includes the tax goes before one that does not say. */
function columnsIn(cells: readonly string[]): { columns: Columns; doubtful: boolean } {
  const columns: Columns = {}
  let doubtful = false
  for (const [place, cell] of cells.entries()) {
    const column = columnNamed(cell)
    if (column === null) continue
    const before = columns[column]
    if (before === undefined) columns[column] = place
    else if (column === 'amount' && saysTaxIncluded(cell) && !saysTaxIncluded(cells[before]!)) {
      columns.net_amount ??= before
      columns.amount = place
    } else if (column === 'amount' && saysTaxIncluded(cells[before]!)) columns.net_amount ??= place
    else doubtful ||= column === 'amount' || column === 'name'
  }
  const either = cells.findIndex(saysNameOrSum)
  if (either >= 0 && columns.name === undefined) columns.name = either
  else if (either >= 0 && (columns.amount ?? columns.net_amount) === undefined) columns.amount = either
  if (columns.tax !== undefined && columns.amount !== undefined && columns.net_amount === undefined)
    if (!saysTaxIncluded(cells[columns.amount]!)) {
      columns.net_amount = columns.amount
      delete columns.amount
    }
  return { columns, doubtful }
}

/** Lines of a table, with the row each stands in (from 0), every fault at once, and the rows that are no lines. */
export type LinesRead = {
  lines: { row: number; line: InvoiceLine; bill: BillOfLine }[]
  faults: ({ row: number } & RowFault)[]
  skipped: { row: number; why: 'total' | 'heading' | 'remark' }[]
}

/** 明细行: the lines below the header. Totals, repeated headings and lone remarks are skipped and counted. */
export function linesOf(
  rows: readonly (readonly string[])[],
  { header, columns }: Pick<Recognised, 'header' | 'columns'>,
): LinesRead {
  const read: LinesRead = { lines: [], faults: [], skipped: [] }
  for (let row = header === null ? 0 : header + 1; row < rows.length; row++) {
    const found = lineOfRow(rows[row]!, columns)
    if (found.kind === 'line') read.lines.push({ row, line: found.line, bill: found.bill })
    else if (found.kind === 'faulty') read.faults.push(...found.faults.map((fault) => ({ row, ...fault })))
    else if (found.kind !== 'blank') read.skipped.push({ row, why: found.kind })
  }
  return read
}
