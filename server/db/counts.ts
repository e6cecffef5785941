import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { AsOf } from '../../catalogue/listing.ts'
import { askedOnce } from './asked-once.ts'
import type { Reader } from './database.ts'
import { type Filter, inForce, national, told } from './selection.ts'

/** How many standards a selection holds: of a small one counted for the day, of a large one read off its steps. */
export async function countStandards(db: Reader, filter: Filter, asOf: AsOf): Promise<number> {
  const { on, release } = asOf
  if (!isSmall(filter)) {
    const steps = await askedOnce(db, ['steps', release, filter], () => readSteps(db, filter, release))
    return heightOn(steps, on)
  }
  const besides = national(filter, asOf)
  return askedOnce(db, ['count', release, on, filter], async () => {
    const counts = [inForce(filter, asOf), ...(besides ? [besides] : [])].map((from) => count(db, from))
    return (await Promise.all(counts)).reduce((sum, one) => sum + one)
  })
}

/** Does the selection stay as small as it is when the catalogue grows? */
const isSmall = ({ port, entity, items }: Filter): boolean =>
  port !== undefined || entity !== undefined || items?.length === 1

/** How many standards are posted at each port on a day. */
export const countsByPort = (db: Reader, asOf: AsOf): Promise<ReadonlyMap<string, number>> =>
  askedOnce(db, ['ports', asOf.release, asOf.on], async () => {
    const { rows } = await sql<{ port_code: string; count: number }>`
      select port_code, count(*) as count from ${inForce({ setBy: 'entity' }, asOf)} group by port_code`.execute(db)
    return new Map(rows.map(({ port_code, count }) => [port_code, count]))
  })

/** How many standards in force on a day rest on a document. */
export const countRestingOn = (db: Reader, document: string, asOf: AsOf): Promise<number> =>
  askedOnce(db, ['rests', asOf.release, asOf.on, document], () =>
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
