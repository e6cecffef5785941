import { caseTables } from './statistics/case-tables.ts'
import { clockTables } from './statistics/clock-tables.ts'
import { leastSaid, type OffList, offListNames } from './statistics/off-list.ts'
import { refundTables } from './statistics/refund-tables.ts'
import type { StatisticsRows } from './statistics/rows.ts'
import { stageTable } from './statistics/stage-table.ts'
import type { StatTable } from './statistics/table.ts'
import { LEAST } from './suppression.ts'
import type { WorkCalendar } from './working-days.ts'

/** Which tables there are: statistics of another form are made anew. */
export const STATISTICS_FORM = 2

/** 统计: what the public may read; nothing in it says of a number from 1 to 4 which it is. `cases` is null below five. */
export type Statistics = { form: typeof STATISTICS_FORM; cases: number | null; tables: StatTable[]; offList: OffList[] }

/**
 * Every table of the statistics. Tables of cases share their totals and are made safe together; those of time limits say no
 * number and are made safe together too; those of money share the sum of all alone. Names on no list are told where that
 * gives away nothing of the cases. Of fewer than five cases nothing is said.
 *
 * To read statistics/: `rows` what is counted → `cuts`, `features` by what → `secret` the one rule,
 * → of cases: `case-counts`, `otherwise`, `case-cells`, `case-tables`; `telling` where more may be said,
 * → of time limits: `clock-cells`, `clock-tables`; of money: `refund-tables`; of days: `stage-table`,
 * → of names: `off-list`, which has a rule of its own, the ring of suppression.ts. `table` is what all of them give.
 */
export function statisticsOf(rows: StatisticsRows, calendar: WorkCalendar): Statistics {
  const { cases } = rows
  if (cases.length < LEAST) return { form: STATISTICS_FORM, cases: null, tables: [], offList: [] }
  const names = offListNames(rows.names)
  const beside = caseTables(cases, rows.ports, leastSaid(names))
  const { tables, rowsOf, telling } = beside ?? caseTables(cases, rows.ports)!
  return {
    ...{ form: STATISTICS_FORM, cases: cases.length, offList: beside === null ? [] : names },
    tables: [
      ...tables,
      ...clockTables(rows.clocks, rowsOf, telling),
      stageTable(cases, calendar),
      ...refundTables(rows.refunds, rowsOf, telling),
    ],
  }
}
