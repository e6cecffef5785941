import { asCaseStaff } from '../../db/case-doors.ts'
import { colleagues, countEach, countQueue, officesInReach, type QueueRow, readQueue } from '../../db/case-queue.ts'
import { type SavedView, viewsOf } from '../../db/case-views.ts'
import type { QueueKey } from '../../db/case-wanted.ts'
import type { Tx } from '../../db/database.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { filterFrom, type QueueFilter } from './filter.ts'
import { type Tile, tileCounts } from './tiles.ts'
import { type QueueDays, queueDays, wantedBy } from './wanted.ts'

/** 案件队列 for one person: a page of it, how many there are, what the tiles say, the views and who may be given a case. */
export type Queue = {
  days: QueueDays
  rows: QueueRow[]
  after: QueueKey | null
  total: number
  tiles: Record<Tile, number>
  views: (SavedView & { count: number | null })[]
  colleagues: { id: number; name: string }[]
  /** The offices whose cases these are. */
  reach: number[]
}

/** So many cases on a page. */
export const PAGE = 50
/** Counted exactly as far as this. */
export const MOST_COUNTED = 5_000
/** So many views show how many cases they hold. */
const COUNTED_VIEWS = 6
export const MOST_IN_A_VIEW = 1000

/** What the page of the queue shows somebody. */
export async function queueOf(desk: Desk, person: Person, filter: QueueFilter, after: QueueKey | null): Promise<Queue> {
  const days = await queueDays(desk)
  return asCaseStaff(desk.db, person.id, async (tx) => {
    const wanted = await wantedBy(tx, filter, person, days)
    const rows = await readQueue(tx, wanted, after, PAGE + 1)
    return {
      ...{ days, rows: rows.slice(0, PAGE), after: rows.length > PAGE ? keyOf(rows[PAGE - 1]!) : null },
      total: after === null && rows.length <= PAGE ? rows.length : await countQueue(tx, wanted, MOST_COUNTED + 1),
      tiles: await tileCounts(tx, person, days),
      views: await countedViews(tx, person, days),
      ...{ colleagues: await colleagues(tx), reach: await officesInReach(tx) },
    }
  })
}

export const keyOf = ({ due_on, id }: Pick<QueueRow, 'due_on' | 'id'>): QueueKey => ({ due: due_on ?? 'infinity', id })

async function countedViews(tx: Tx, person: Person, days: QueueDays): Promise<Queue['views']> {
  const views = await viewsOf(tx, person.id)
  const wanted: Record<string, Awaited<ReturnType<typeof wantedBy>>> = {}
  for (const { id, filter } of views.slice(0, COUNTED_VIEWS))
    wanted[id] = await wantedBy(tx, filterFrom(filter), person, days)
  const counts: Record<string, number> = await countEach(tx, wanted, MOST_IN_A_VIEW + 1)
  return views.map((view) => ({ ...view, count: counts[view.id] ?? null }))
}

/** How many there are of a selection, as far as they are counted. */
export async function countedQueue(desk: Desk, person: Person, filter: QueueFilter): Promise<number> {
  const days = await queueDays(desk)
  return asCaseStaff(desk.db, person.id, async (tx) =>
    countQueue(tx, await wantedBy(tx, filter, person, days), MOST_COUNTED + 1),
  )
}

/** The same for a file: every case of a selection as far as `most`, a page at a time. */
export async function* everyCase(
  desk: Desk,
  person: Person,
  filter: QueueFilter,
  most: number,
): AsyncGenerator<QueueRow> {
  const days = await queueDays(desk)
  let [after, left]: [QueueKey | null, number] = [null, most]
  while (left > 0) {
    const limit = Math.min(left, BATCH)
    const rows: QueueRow[] = await asCaseStaff(desk.db, person.id, async (tx) =>
      readQueue(tx, await wantedBy(tx, filter, person, days), after, limit),
    )
    yield* rows
    if (rows.length < limit) return
    left -= rows.length
    after = keyOf(rows.at(-1)!)
  }
}
const BATCH = 1000
