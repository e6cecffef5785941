import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Change } from '../../catalogue/statement.ts'
import type { By } from './change-sets.ts'
import type { Reader } from './database.ts'

/** What the lines of a set come to: how many of each change, taken out, read from files; the first and last day on which one begins. */
export type SetSummary = {
  changes: Partial<Record<Change, number>>
  removed: number
  fromFiles: number
  first: Day | null
  last: Day | null
}

export async function summaryOf(db: Reader, id: number): Promise<SetSummary> {
  const { rows } = await sql<Omit<SetSummary, 'changes'> & { changes: SetSummary['changes'] | null }>`
    with line as (select * from change_line where set_id = ${id})
    select
      (select jsonb_object_agg(change, n) from
        (select change, count(*) as n from line where not removed group by change) of) as changes,
      count(*) filter (where removed) as removed,
      count(*) filter (where not removed and source is not null) as "fromFiles",
      min(lower(valid)) filter (where not removed) as first,
      max(lower(valid)) filter (where not removed) as last
    from line`.execute(db)
  const { changes, ...rest } = rows[0]!
  return { ...rest, changes: changes ?? {} }
}

/** Everyone who wrote a part of a set, by name. */
export async function contributorsOf(db: Reader, id: number): Promise<By[]> {
  const { rows } = await sql<By>`
    select m.id, m.name from change_contributor c join staff m on m.id = c.staff_id
    where c.set_id = ${id} order by m.id`.execute(db)
  return rows
}

/** The numbers of the lines of a set that were not taken out, in order: what lint counts from 1. */
export async function numbersOf(db: Reader, id: number): Promise<number[]> {
  const { rows } = await sql<{ n: number }>`
    select n from change_line where set_id = ${id} and not removed order by n`.execute(db)
  return rows.map(({ n }) => n)
}

/** Lines of a set that name what other lines speak of: items, ports, entities, documents. At most `limit` of them. */
export async function namingLines(db: Reader, id: number, limit: number): Promise<Line[]> {
  const { rows } = await sql<Omit<Line, 'valid'> & { from: Day; until: Day | null }>`
    select kind, key, change, lower(valid) as "from", upper(valid) as until, payload, why
    from change_line where set_id = ${id} and not removed and kind in ('item', 'port', 'entity', 'document')
    order by n limit ${limit}`.execute(db)
  return rows.map(({ from, until, ...line }) => ({ ...line, valid: { from, until } }))
}
