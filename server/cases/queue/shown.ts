import type { Day } from '../../../catalogue/day.ts'
import type { CasesData } from '../../../views/pages/staff-cases.ts'
import type { QueueRow } from '../../db/case-queue.ts'
import type { Desk } from '../../staff/desk.ts'
import { type WorkdaysBetween, workdaysBetween } from './days.ts'
import { filterFrom, filterParams } from './filter.ts'
import { MOST_COUNTED, MOST_IN_A_VIEW, type Queue } from './queue.ts'
import { toldTiles } from './tiles.ts'

/** The queue as its page is told it: days counted in working days, counts with how far they were counted. */
export async function shownQueue(
  desk: Desk,
  queue: Queue,
): Promise<Omit<CasesData, 'params' | 'sent' | 'faults' | 'paged'>> {
  const { calendar } = await desk.law.current()
  const counting = workdaysBetween(calendar)
  const { days, after, tiles, views, colleagues } = queue
  return {
    ...{ today: days.today, colleagues, reference: await desk.reference(desk.head.release()) },
    rows: queue.rows.map((row) => toldRow(row, queue, counting)),
    total: { n: queue.total, most: MOST_COUNTED },
    after: after === null ? null : `${after.due}_${after.id}`,
    tiles: toldTiles(tiles),
    views: views.map(({ id, name, filter, count, first }) => ({
      ...{ id, name, first, params: filterParams(filterFrom(filter)) },
      count: count === null ? null : { n: count, most: MOST_IN_A_VIEW },
    })),
  }
}

/** 收件后第几个工作日 counts from the day of receipt, whatever became of the case since. */
const toldRow = (row: QueueRow, { days, reach }: Queue, counting: WorkdaysBetween): CasesData['rows'][number] => ({
  ...row,
  age: counting(row.received_on, days.today),
  left: row.due_on === null ? null : leftUntil(days.today, row.due_on, counting),
  coming: row.target_org !== null && reach.includes(row.target_org),
})

/** Working days until a day; a day that is past is never 0, though no working day lies between. */
export function leftUntil(today: Day, due: Day, counting: WorkdaysBetween): number {
  const left = counting(today, due)
  if (due < today) return Math.min(left, -1)
  return due > today ? Math.max(left, 1) : 0
}
