import { clockTable } from './statistics/clock-table.ts'
import { countTable } from './statistics/count-table.ts'
import { type OffList, offListNames } from './statistics/off-list.ts'
import { refundTables } from './statistics/refund-tables.ts'
import type { Counted, StatisticsRows } from './statistics/rows.ts'
import { stageTable } from './statistics/stage-table.ts'
import type { StatTable } from './statistics/table.ts'
import { LEAST } from './suppression.ts'
import type { WorkCalendar } from './working-days.ts'

/** 统计: what the public may read; nothing in it says of a number from 1 to 4 which it is. `cases` is null below five. */
export type Statistics = { cases: number | null; tables: StatTable[]; offList: OffList[] }

/**
 * Every table of the statistics. No two tables of cases share anything but the number of all cases, which is published, and
 * the table of clocks says no number at all: so none tells what another withholds. Of fewer than five cases nothing is said at all.
 */
export function statisticsOf(rows: StatisticsRows, calendar: WorkCalendar): Statistics {
  const { cases } = rows
  if (cases.length < LEAST) return { cases: null, tables: [], offList: [] }
  return {
    cases: cases.length,
    tables: [
      countTable('month', 'track', cases, MONTHLY),
      countTable('category', 'port', cases, (one) => [one.category, one.port]),
      countTable('outcome', 'link', cases, (one) => [one.ended, one.link]),
      clockTable(rows.clocks),
      stageTable(cases, calendar),
      ...refundTables(rows.refunds),
    ],
    offList: offListNames(rows.names),
  }
}

const MONTHLY = ({ received_on, track }: Counted): [string, string] => [received_on.slice(0, 7), track]
