import type { ReadBill } from './bill.ts'
import { decoded } from './decoded.ts'
import { recordsOf } from './delimited.ts'
import { labelled } from './labels.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'
import { cellName, someCells, tableWithin } from './tidy.ts'

/**
 * CSV, TSV or cells copied from a spreadsheet, as a table. A cell that begins with `=` is refused, for nothing is
 * computed; but `="0012"`, by which Excel keeps zeros, is the text 0012.
 */
export function readDelimited(text: string, source: 'csv' | 'paste', limits: BillLimits): ReadBill {
  const table = tableWithin(limits)
  const formulas: string[] = []
  let at = 0
  for (const record of recordsOf(text, delimiterOf(text), MOST_COLUMNS)) {
    at += 1
    if (at > MOST_ROWS) throw new BillRefusal('too-many-rows', { limit: limits.rows })
    if (record.every((cell) => cell === '')) continue
    const cells = record.map((cell) => /^="([^"]*)"$/.exec(cell)?.[1] ?? cell)
    for (const [column, cell] of cells.entries()) if (/^\s*[=＝]/.test(cell)) formulas.push(cellName(column, at - 1))
    table.add(cells, at)
  }
  if (formulas.length > 0) throw new BillRefusal('formula-text', { cells: someCells(formulas), count: formulas.length })
  return { kind: 'table', source, rows: table.rows, at: table.at, bill: labelled(table.rows), notes: [] }
}

/** A file of CSV or TSV, in whichever encoding it is. */
export function readText(bytes: Uint8Array, limits: BillLimits): ReadBill {
  const { text, encoding } = decoded(bytes)
  return { ...readDelimited(text, 'csv', limits), encoding }
}

/** As many as a sheet has; how many may be filled is for the limits to say. */
const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576

/** The sign that cuts the first lines into the most columns the most evenly; a comma where none does. */
export function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/, 40)
    .filter((line) => line.trim() !== '')
    .map((line) => line.replace(/"[^"]*"/g, ''))
  const score = (sign: string) => lines.filter((line) => line.includes(sign)).length
  const best = ['\t', ',', ';', '，', '|'].toSorted((a, b) => score(b) - score(a))[0]!
  return score(best) === 0 ? ',' : best
}
