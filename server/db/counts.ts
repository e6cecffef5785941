import { type RawBuilder, sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Day } from '../../catalogue/day.ts'
import type { AsOf } from '../../catalogue/listing.ts'
import type { Reader } from './database.ts'
import { type Filter, inForce, national, told } from './selection.ts'

/** How many standards a selection holds: read off its steps, and at a port what holds there besides on the day. */
export async function countStandards(db: Reader, filter: Filter, asOf: AsOf): Promise<number> {
  const { on, release } = asOf
  const besides = national(filter, asOf)
  const [steps, more] = await Promise.all([
    kept(db, ['steps', release, filter], () => readSteps(db, filter, release)),
    besides === null ? 0 : kept(db, ['besides', release, on, filter], () => count(db, besides)),
  ])
  return heightOn(steps, on) + more
}

/** How many standards are posted at each port on a day. */
export const countsByPort = (db: Reader, asOf: AsOf): Promise<ReadonlyMap<string, number>> =>
  kept(db, ['ports', asOf.release, asOf.on], async () => {
    const { rows } = await sql<{ port_code: string; count: number }>`
      select port_code, count(*) as count from ${inForce({ setBy: 'entity' }, asOf)} group by port_code`.execute(db)
    return new Map(rows.map(({ port_code, count }) => [port_code, count]))
  })

/** How many standards in force on a day rest on a document. */
export const countRestingOn = (db: Reader, document: string, asOf: AsOf): Promise<number> =>
  kept(db, ['rests', asOf.release, asOf.on, document], () =>
    count(db, sql`${inForce({}, asOf)} and statement.payload @> ${JSON.stringify({ basis: [{ document }] })}::jsonb`),
  )

/** The count of a selection through the days, as one release tells it: from each of `days` on, so many. */
type Steps = { days: Day[]; counts: number[] }

/** One reading of a selection answers for every day: where a standard begins the count rises, where it ends it falls. */
async function readSteps(db: Reader, filter: Filter, release: number): Promise<Steps> {
  const { rows } = await sql<{ starts: Day; ends: Day | null; count: number }>`
    select lower(valid) as starts, upper(valid) as ends, count(*) as count from ${told(filter, release)} group by 1, 2`.execute(
    db,
  )
  const changes = new Map<Day, number>()
  const change = (day: Day, by: number) => changes.set(day, (changes.get(day) ?? 0) + by)
  for (const { starts, ends, count } of rows) {
    change(starts, count)
    if (ends !== null) change(ends, -count)
  }
  const days = [...changes.keys()].sort()
  let total = 0
  return { days, counts: days.map((day) => (total += changes.get(day)!)) }
}

/** The count on a day: that of the last step up to it. */
function heightOn({ days, counts }: Steps, on: Day): number {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! <= on) low = middle + 1
    else high = middle
  }
  return counts[low - 1] ?? 0
}

async function count(db: Reader, from: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${from}`.execute(db)
  return rows[0]!.count
}

const answers = new WeakMap<Reader, LRUCache<string, Promise<unknown>>>()

/** What a release says never changes, so each question is put to the database once, by whoever comes first. */
function kept<T>(db: Reader, question: unknown[], ask: () => Promise<T>): Promise<T> {
  const ofDb = answers.get(db) ?? new LRUCache<string, Promise<unknown>>({ max: 500 })
  answers.set(db, ofDb)
  const key = JSON.stringify(question)
  const known = ofDb.get(key) as Promise<T> | undefined
  if (known !== undefined) return known
  const asking = ask()
  ofDb.set(key, asking)
  asking.catch(() => ofDb.delete(key))
  return asking
}
