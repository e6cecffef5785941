import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Day } from '../../catalogue/day.ts'
import type { AsOf, Difference, Differences } from '../../catalogue/listing.ts'
import type { Statement } from '../../catalogue/statement.ts'
import { readCursor, writeCursor } from './cursor.ts'
import type { Reader } from './database.ts'
import { statementsNumbered } from './numbered.ts'

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

type Side = {
  kind: string
  key: string
  effective: string
  before: number | null
  after: number | null
  total: number | null
}

/** Up to so many edges are collected and put in order; of more, only as many as a page needs are looked at. */
const FEW = 400

/** What takes effect in a stretch of days, in order of days: what is said of the day before beside what is said of the day. */
export const effectiveChanges = (db: Reader, request: ChangeRequest, asOf: AsOf): Promise<Differences> =>
  pageOf(db, request, asOf, async (skip) => {
    for (let edges = FEW; ; edges *= 8) {
      const until = await dayOfEdge(db, request, edges, asOf)
      const { rows } = await effectiveUntil(
        db,
        { ...request, until: until ?? request.until },
        skip,
        until === null,
        asOf,
      )
      if (until === null || rows.length > request.limit) return rows
    }
  })

/** The day of the nth edge after the first day asked about; null when there are fewer. */
async function dayOfEdge(db: Reader, request: ChangeRequest, nth: number, asOf: AsOf): Promise<Day | null> {
  const { rows } = await sql<{ effective: Day }>`
    select effective from (
      (select lower(valid) as effective from statement where ${within(sql`lower(valid)`, request, asOf)} order by 1 limit ${nth})
      union all
      (select upper(valid) from statement where not upper_inf(valid) and ${within(sql`upper(valid)`, request, asOf)} order by 1 limit ${nth})
    ) edge order by 1 offset ${nth - 1} limit 1`.execute(db)
  return rows[0]?.effective ?? null
}

const effectiveUntil = (db: Reader, request: ChangeRequest, skip: number, whole: boolean, asOf: AsOf) =>
  sql<Side>`
  with edge as (
    select subject_id, lower(valid) as effective from statement where ${within(sql`lower(valid)`, request, asOf)}
    union
    select subject_id, upper(valid) from statement where not upper_inf(valid) and ${within(sql`upper(valid)`, request, asOf)}
  )
  select subject.kind, subject.key, edge.effective, old.id as before, new.id as after, ${counted(whole)} as total
  from edge ${ITS_SUBJECT}
  ${beside(sql`edge.effective - 1`, sql`edge.effective`, request, asOf)}
  order by edge.effective, subject.kind desc, subject.list_key, subject.key
  limit ${request.limit + 1} offset ${skip}`.execute(db)

/** What differs between two days at one release: every subject that is not the same on both, in the order of the list. */
export const differencesBetween = (
  db: Reader,
  request: ChangeRequest & { until: Day },
  asOf: AsOf,
): Promise<Differences> =>
  pageOf(db, request, asOf, async (skip) => {
    const few = (await dayOfEdge(db, request, FEW, asOf)) === null
    const { after, until } = request
    const { rows } = await sql<Side>`
      select subject.kind, subject.key, ${until}::text as effective, old.id as before, new.id as after, ${counted(few)} as total
      from ${few ? touched(request, asOf) : walked(request, asOf)}
      ${beside(sql`${after}::date`, sql`${until}::date`, request, asOf)}
      order by subject.kind desc, subject.list_key, subject.key
      limit ${request.limit + 1} offset ${skip}`.execute(db)
    return rows
  })

/** Each edge looks its subject up: joined as sets, all subjects would be read for a few hundred edges. */
const ITS_SUBJECT = sql`join lateral (select * from subject where subject.id = edge.subject_id offset 0) subject on true`

/** Subjects with an edge in the stretch: collected where they are few. */
const touched = (request: ChangeRequest, asOf: AsOf) => sql`(
  select subject_id from statement where ${within(sql`lower(valid)`, request, asOf)}
  union
  select subject_id from statement where not upper_inf(valid) and ${within(sql`upper(valid)`, request, asOf)}
) edge ${ITS_SUBJECT}`

/** The same where they are many: the list is walked in its order, and the page is soon full. */
const walked = (request: ChangeRequest, asOf: AsOf) => sql`subject join lateral (
  select from statement where subject_id = subject.id
    and (${within(sql`lower(valid)`, request, asOf)} or ${within(sql`upper(valid)`, request, asOf)}) limit 1
) edge on true`

const RowsBefore = z.tuple([z.int().min(0).max(1_000_000)])

/** A page of what a question finds. The cursor counts rows: what a release says of days never changes, so none can shift. */
async function pageOf(
  db: Reader,
  request: ChangeRequest,
  asOf: AsOf,
  ask: (skip: number) => Promise<Side[]>,
): Promise<Differences> {
  const { cursor, limit, after, until, port } = request
  const question = { filter: { after, until, port: port?.code ?? null }, sort: 'changes' }
  const [skip] = cursor === null ? [0] : readCursor(cursor, asOf, question, RowsBefore).key
  const rows = await ask(skip)
  const to = (direction: 'next' | 'previous', rowsBefore: number) =>
    writeCursor({ direction, key: [rowsBefore] }, asOf, question)
  return {
    rows: await differences(db, rows.slice(0, limit)),
    total: rows.length === 0 ? (skip === 0 ? 0 : null) : rows[0]!.total,
    next: rows.length > limit ? to('next', skip + limit) : null,
    previous: skip > 0 ? to('previous', Math.max(0, skip - limit)) : null,
  }
}

async function differences(db: Reader, sides: readonly Side[]): Promise<Difference[]> {
  const ids = sides.flatMap(({ before, after }) => [before, after]).filter((id) => id !== null)
  const said = await statementsNumbered(db, [...new Set(ids)])
  const byId = new Map(said.map((statement) => [statement.id, statement]))
  const of = (id: number | null): Statement | null => (id === null ? null : byId.get(String(id))!)
  return sides.map(({ kind, key, effective, before, after }) => ({
    kind: kind as Difference['kind'],
    key,
    on: effective as Day,
    change: before === null ? 'added' : after === null ? 'ended' : 'changed',
    before: of(before),
    after: of(after),
  }))
}

const counted = (whole: boolean) => (whole ? sql`count(*) over ()` : sql`null::int`)

/** What the public asks to see change. */
const SHOWN = sql`('item', 'standard', 'operating_time')`

/** Does an edge fall in the stretch of days, as the release tells it? */
const within = (edge: RawBuilder<unknown>, { after, until }: ChangeRequest, { release }: AsOf) =>
  sql`${edge} > ${after}::date ${until === null ? sql`` : sql`and ${edge} <= ${until}::date`} and known @> ${release}::bigint`

/** What is said of a subject on each of two days, where it is not the same. */
const beside = (one: RawBuilder<unknown>, other: RawBuilder<unknown>, request: ChangeRequest, asOf: AsOf) => sql`
  left join lateral ${holding(one, request, asOf)} old on true
  left join lateral ${holding(other, request, asOf)} new on true
  where subject.kind in ${SHOWN} and ${atPort(request)} and old.payload is distinct from new.payload
    and ${notOverruled(one, request, asOf)} and ${notOverruled(other, request, asOf)}`

/**
 * The statement that holds on a day. Where government says nothing of its own for the port, what it says for the
 * whole country holds there, so a price of the port's own does not begin out of nothing.
 */
const holding = (day: RawBuilder<unknown>, { port }: ChangeRequest, { release }: AsOf) => {
  const national = sql`select id from subject g where g.kind = 'standard' and g.key = subject.item_code || '/-' || substr(subject.key, length(subject.item_code) + length(subject.port_code) + 2)`
  const holder =
    port === null
      ? sql`said.subject_id = subject.id`
      : sql`(said.subject_id = subject.id or (subject.entity_code = '-' and subject.port_code = ${port.code} and said.subject_id = (${national})))`
  return sql`(
    select id, payload from statement said
    where ${holder} and said.valid @> (${day}) and said.known @> ${release}::bigint and said.payload is not null
    order by said.subject_id = subject.id desc limit 1)`
}

/** A national standard for which government says something else at the port is not the price there: its own line tells. */
const notOverruled = (day: RawBuilder<unknown>, { port }: ChangeRequest, { release }: AsOf) =>
  port === null
    ? sql`true`
    : sql`not (subject.kind = 'standard' and subject.port_code = '-' and exists (
        select from subject own join statement said on said.subject_id = own.id
        where own.kind = 'standard' and own.key = subject.item_code || '/' || ${port.code} || substr(subject.key, length(subject.item_code) + 3)
          and said.valid @> (${day}) and said.known @> ${release}::bigint and said.payload is not null))`

/** Standards carry their port, `-` for every port; an operating time has it in its key; an item has none. */
const atPort = ({ port }: ChangeRequest) =>
  port === null
    ? sql`true`
    : sql`case subject.kind
        when 'standard' then subject.port_code = ${port.code} or (subject.port_code = '-' and subject.item_code = any(${port.items}::text[]))
        when 'operating_time' then split_part(subject.key, '/', 2) = ${port.code}
        else subject.key = any(${port.items}::text[]) end`
