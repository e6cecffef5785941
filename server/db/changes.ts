import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../catalogue/day.ts'
import type { AsOf, Difference, Page } from '../../catalogue/listing.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Reader } from './database.ts'
import { type StatementRow, toStatement } from './statements.ts'

/** One port, and the items that what is said for the whole country reaches there. */
export type ChangePlace = { code: string; items: readonly string[] }

/** Which changes: those that take effect after `after`, up to and including `until`, at one port or everywhere. */
export type ChangeRequest = {
  after: Day
  until: Day | null
  port: ChangePlace | null
  cursor: string | null
  limit: number
}

/** What the public asks to see change. */
const SHOWN = sql`('item', 'standard', 'operating_time')`

type Side = {
  before: StatementRow | null
  after: StatementRow | null
  kind: string
  key: string
  effective: string
  total: number
}

/** What takes effect in a stretch of days, in order of days: what is said of the day before beside what is said of the day. */
export const effectiveChanges = (db: Reader, request: ChangeRequest, asOf: AsOf): Promise<Page<Difference>> =>
  pageOf(request, asOf, (skip) => {
    const edges = sql`
      select subject_id, lower(valid) as effective from statement where ${between(sql`lower(valid)`, request)} and ${told(asOf)}
      union
      select subject_id, upper(valid) from statement where not upper_inf(valid) and ${between(sql`upper(valid)`, request)} and ${told(asOf)}`
    return sql<Side>`
      with edge as (${edges})
      select subject.kind, subject.key, edge.effective, ${said('old')} as before, ${said('new')} as after, count(*) over () as total
      from edge join subject on subject.id = edge.subject_id
      left join statement old on ${holds('old', sql`edge.effective - 1`, asOf)}
      left join statement new on ${holds('new', sql`edge.effective`, asOf)}
      where subject.kind in ${SHOWN} and ${atPort(request)} and old.payload is distinct from new.payload
      order by edge.effective, subject.kind desc, subject.list_key, subject.key
      limit ${request.limit + 1} offset ${skip}`.execute(db)
  })

/** What differs between two days at one release: every subject that is not the same on both. */
export const differencesBetween = (
  db: Reader,
  request: ChangeRequest & { until: Day },
  asOf: AsOf,
): Promise<Page<Difference>> =>
  pageOf(request, asOf, (skip) => {
    const { after, until } = request
    return sql<Side>`
      with touched as (
        select subject_id from statement where ${between(sql`lower(valid)`, request)} and ${told(asOf)}
        union
        select subject_id from statement where not upper_inf(valid) and ${between(sql`upper(valid)`, request)} and ${told(asOf)}
      )
      select subject.kind, subject.key, ${until}::text as effective, ${said('old')} as before, ${said('new')} as after, count(*) over () as total
      from touched join subject on subject.id = touched.subject_id
      left join statement old on ${holds('old', sql`${after}::date`, asOf)}
      left join statement new on ${holds('new', sql`${until}::date`, asOf)}
      where subject.kind in ${SHOWN} and ${atPort(request)} and old.payload is distinct from new.payload
      order by subject.kind desc, subject.list_key, subject.key
      limit ${request.limit + 1} offset ${skip}`.execute(db)
  })

const RowsBefore = z.tuple([z.int().min(0).max(1_000_000)])

/** A page of what a question finds. The cursor counts rows: what a release says of days never changes, so none can shift. */
async function pageOf(
  request: ChangeRequest,
  asOf: AsOf,
  ask: (skip: number) => Promise<{ rows: Side[] }>,
): Promise<Page<Difference>> {
  const { cursor, limit, after, until, port } = request
  const question = { filter: { after, until, port: port?.code ?? null }, sort: 'changes' }
  const [skip] = cursor === null ? [0] : readCursor(cursor, asOf, question, RowsBefore).key
  const { rows } = await ask(skip)
  const to = (direction: 'next' | 'previous', rowsBefore: number) =>
    writeCursor({ direction, key: [rowsBefore] }, asOf, question)
  return {
    rows: rows.slice(0, limit).map(toDifference),
    total: rows[0]?.total ?? 0,
    next: rows.length > limit ? to('next', skip + limit) : null,
    previous: skip > 0 ? to('previous', Math.max(0, skip - limit)) : null,
  }
}

const between = (edge: RawBuilder<unknown>, { after, until }: ChangeRequest) =>
  until === null ? sql`${edge} > ${after}::date` : sql`${edge} > ${after}::date and ${edge} <= ${until}::date`

const told = ({ release }: AsOf) => sql`known @> ${release}::bigint`

/** The statement of a subject that holds on a day. */
function holds(alias: 'old' | 'new', day: RawBuilder<unknown>, { release }: AsOf): RawBuilder<unknown> {
  const table = sql.raw(alias)
  return sql`${table}.subject_id = subject.id and ${table}.valid @> (${day}) and ${table}.known @> ${release}::bigint and ${table}.payload is not null`
}

/** Standards carry their port, `-` for every port; an operating time has it in its key; an item has none. */
const atPort = ({ port }: ChangeRequest) =>
  port === null
    ? sql`true`
    : sql`case subject.kind
        when 'standard' then subject.port_code = ${port.code} or (subject.port_code = '-' and subject.item_code = any(${port.items}::text[]))
        when 'operating_time' then split_part(subject.key, '/', 2) = ${port.code}
        else subject.key = any(${port.items}::text[]) end`

/** A joined statement as one value; null when the join found none. */
const said = (alias: 'old' | 'new') => {
  const table = sql.raw(alias)
  return sql`case when ${table}.id is null then null else jsonb_build_object(
    'id', ${table}.id, 'kind', ${table}.kind, 'key', subject.key, 'change', ${table}.change, 'remainder', ${table}.remainder,
    'valid_from', lower(${table}.valid), 'valid_until', upper(${table}.valid),
    'known_from', lower(${table}.known), 'known_until', upper(${table}.known),
    'payload', ${table}.payload, 'why', ${table}.why, 'line_release', ${table}.line_release, 'line_n', ${table}.line_n) end`
}

const toDifference = ({ before, after, kind, key, effective }: Side): Difference => ({
  kind: kind as Difference['kind'],
  key,
  on: effective as Day,
  change: before === null ? 'added' : after === null ? 'ended' : 'changed',
  before: before && toStatement(before),
  after: after && toStatement(after),
})
