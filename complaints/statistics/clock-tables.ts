import { CLOCK_CODES } from '../rule.ts'
import { type ClockCells, clockCells } from './clock-cells.ts'
import { CUTS, type Cut, type RowsOf } from './cuts.ts'
import type { ClocksCounted } from './rows.ts'
import type { StatCell, StatTable } from './table.ts'
import type { Telling } from './telling.ts'

/**
 * 按期情况, by port, link, problem and month of receipt: of the time limits that ended, the share that was kept, in tens of a
 * hundred, rounded down; 100 only where every one was. No number of them is said, nor whether there are any: every report has
 * one of a kind, so that would give away what other tables withhold. A limit of which nothing is said is not listed.
 */
export function clockTables(clocks: readonly ClocksCounted[], rowsOf: RowsOf, telling: Telling): StatTable[] {
  const cells = clockCells(clocks)
  return CUTS.map((cut) => clockTable(cut, [...rowsOf(cut), 'all'], cells, telling))
}

function clockTable(cut: Cut, rows: string[], cells: ClockCells, telling: Telling): StatTable {
  const share = (value: string, code: string) =>
    shareIn(telling.share(cut, value, code) ? cells.at(cut, value, code) : undefined)
  const isSaid = (code: string) => rows.some((value) => 'value' in share(value, code))
  const columns = [...CLOCK_CODES.filter(isSaid), 'every']
  return { name: `clocks-${cut}`, rows, columns, cells: rows.map((value) => columns.map((code) => share(value, code))) }
}

const shareIn = (cell: ReturnType<ClockCells['at']>): StatCell =>
  cell === undefined || cell.withheld ? { hidden: 'withheld' } : { value: cell.says(cell.n) }
