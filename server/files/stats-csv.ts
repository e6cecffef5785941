import { stringify } from 'csv-stringify/sync'
import type { OffList } from '../../complaints/statistics/off-list.ts'
import type { StatCell, StatTable } from '../../complaints/statistics/table.ts'
import { type Naming, statWord } from '../../views/words/stats.ts'
import { inert } from './inert.ts'
import { printable } from './printable.ts'

/** A table of the statistics as CSV: one row a figure, by code and name; `hidden` says why a value is not there. */
export const statsCsv = (table: StatTable, naming: Naming): string =>
  written(['row', 'row_name', 'column', 'column_name', ...FIGURE], figuresOf(table, naming))

/** The charges on no list as CSV: filings by name, port and month; `all` are totals. */
export const radarCsv = (names: readonly OffList[], naming: Naming): string =>
  written(
    ['name', 'port', 'port_name', 'month', ...FIGURE],
    names.flatMap((one) =>
      figuresOf(one, naming).map(({ row, row_name, column, ...figure }) => ({
        ...{ name: one.name, port: row, port_name: row_name, month: column },
        ...figure,
      })),
    ),
  )

const FIGURE = ['value', 'hidden']

const figuresOf = (table: Pick<StatTable, 'rows' | 'columns' | 'cells'>, naming: Naming) =>
  table.rows.flatMap((row, r) =>
    table.columns.map((column, c) => ({
      ...{ row, row_name: statWord(row, naming).text, column, column_name: statWord(column, naming).text },
      ...figureOf(table.cells[r]![c]!),
    })),
  )

const figureOf = (cell: StatCell) => ({ value: '', hidden: '', ...cell })

const written = (columns: string[], rows: object[]): string =>
  stringify(rows, {
    ...{ bom: true, header: true, columns, record_delimiter: 'windows' },
    cast: { string: (text) => inert(printable(text)) },
  })
