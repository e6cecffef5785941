import { Link } from '../../catalogue/fee-item.ts'
import { CATEGORIES, OUTCOMES, TRACKS } from '../words.ts'
import { caseCells } from './case-cells.ts'
import type { CaseCells, Least } from './case-counts.ts'
import type { RowsOf } from './cuts.ts'
import { CROSSED, type Feature, type Featured, type Values } from './features.ts'
import { monthsOf } from './months.ts'
import type { Counted } from './rows.ts'
import type { Cell } from './secret.ts'
import { type StatTable, shownCell } from './table.ts'
import { type Telling, tellingOf } from './telling.ts'

/** The tables of cases, which rows each cut has (what no case has is not in them, but for months), and of which more may be said. */
export type CaseTables = { tables: StatTable[]; rowsOf: RowsOf; telling: Telling }

/**
 * 案件统计: received by month and track, by problem and port; and how cases ended, by port, link, problem and month of receipt.
 * All of them together tell of no number from 1 to 4 which it is; null where with what is known from elsewhere they would.
 * `ports` are all that were ever published.
 */
export function caseTables(cases: readonly Counted[], ports: readonly string[], least?: Least): CaseTables | null {
  const featured = cases.map(featuresOf)
  const values = valuesOf(featured, ports)
  const cells = caseCells(featured, values, least)
  if (cells === null) return null
  const said = (feature: Feature) =>
    values[feature].filter((value) => feature === 'month' || !isNought(cells.total(feature, value)))
  return {
    tables: CROSSED.map(({ name, row, column }) => {
      const [rows, columns] = [said(row), said(column)]
      return {
        ...{ name, rows: [...rows, 'all'], columns: [...columns, 'all'] },
        cells: cellsOf(cells, [row, rows], [column, columns], cases.length),
      }
    }),
    rowsOf: said,
    telling: tellingOf(cells, values),
  }
}

const featuresOf = ({ received_on, track, category, port, link, ended }: Counted): Featured => ({
  ...{ month: received_on.slice(0, 7), track, category, port, link, ended },
})

/** Every value that a case could have, so that one which none has may be withheld as well. */
const valuesOf = (cases: readonly Featured[], ports: readonly string[]): Values => ({
  month: monthsOf(cases.map(({ month }) => month)),
  track: TRACKS,
  category: CATEGORIES,
  port: [...new Set([...ports, ...cases.map(({ port }) => port)])].toSorted(),
  link: [...Link.options, 'unknown'],
  ended: [...OUTCOMES, 'not_accepted', 'withdrawn', 'open'],
})

const isNought = ({ n, withheld }: Cell): boolean => n === 0 && !withheld

type Side = [feature: Feature, values: readonly string[]]

/** The cells of a table with its totals; the number of all cases is in its corner, and always said. */
function cellsOf(cells: CaseCells, [row, rows]: Side, [column, columns]: Side, all: number) {
  const shown = (cell: Cell) => shownCell(cell.withheld ? 'withheld' : cell.says(cell.n) === 'few' ? 'few' : cell.n)
  return [
    ...rows.map((value) => [
      ...columns.map((its) => shown(cells.both(row, value, column, its))),
      shown(cells.total(row, value)),
    ]),
    [...columns.map((its) => shown(cells.total(column, its))), shownCell(all)],
  ]
}
