import { type RawBuilder, sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { AsOf, Page, Sort } from '../../catalogue/listing.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import type { Reader } from './database.ts'
import { type StatementRow, toStatement } from './statements.ts'

/** A selection with its words already resolved to codes; what is left out does not narrow the list. */
export type Filter = {
  port?: { code: string; items: readonly string[] }
  entity?: string
  items?: readonly string[]
  setBy?: 'government' | 'entity'
  found?: { items: readonly string[]; entities: readonly string[]; ports: readonly string[] }
}
export type ListRequest = { filter: Filter; sort: Sort; cursor: string | null; limit: number }

type Order = { keys: RawBuilder<unknown>[]; descending: boolean }
type ListRow = StatementRow & { sort_key: (string | number)[] }

/** One page of the standards in force on a day as told at a release, in a fixed order: the next page cannot shift. */
export async function listStandards(db: Reader, request: ListRequest, asOf: AsOf): Promise<Page> {
  const cursor = request.cursor === null ? null : readCursor(request.cursor, asOf, request)
  const back = cursor?.direction === 'previous'
  const [rows, total] = await Promise.all([
    readRows(db, request, asOf, cursor),
    countStandards(db, request.filter, asOf),
  ])
  const more = rows.length > request.limit
  const page = (more ? rows.slice(0, request.limit) : rows) as ListRow[]
  if (back) page.reverse()
  const write = (direction: Cursor['direction'], row: ListRow | undefined) =>
    row === undefined ? null : writeCursor({ direction, key: row.sort_key }, asOf, request)
  return {
    rows: page.map((row) => toStatement<'standard'>(row)),
    total,
    next: more || back ? write('next', page.at(-1)) : null,
    previous: (back && more) || (!back && cursor !== null) ? write('previous', page[0]) : null,
  }
}

async function readRows(
  db: Reader,
  { filter, sort, limit }: ListRequest,
  asOf: AsOf,
  cursor: Cursor | null,
): Promise<ListRow[]> {
  const { keys, descending } = orderOf(sort, filter)
  const back = (cursor?.direction === 'previous') !== descending
  const order = sql.join(keys.map((key) => sql`${key} ${sql.raw(back ? 'desc' : 'asc')}`))
  const past = cursor ? sql`and (${sql.join(keys)}) ${sql.raw(back ? '<' : '>')} (${sql.join(cursor.key)})` : sql``
  const { rows } = await sql<ListRow>`
    select statement.id, statement.kind, subject.key, statement.change, statement.remainder,
           lower(statement.valid) as valid_from, upper(statement.valid) as valid_until,
           lower(statement.known) as known_from, upper(statement.known) as known_until,
           statement.payload, statement.why, statement.line_release, statement.line_n,
           jsonb_build_array(${sql.join(keys)}) as sort_key
    from ${subjects(filter, asOf)} ${past}
    order by ${order} limit ${limit + 1}`.execute(db)
  return rows
}

/** Subjects in the selection, each joined with the one statement in force. */
function subjects(filter: Filter, asOf: AsOf): RawBuilder<unknown> {
  const all = filter.port ? atPort(filter.port, asOf) : sql`(select * from subject where kind = 'standard')`
  return sql`${all} as subject join statement on statement.subject_id = subject.id and ${current('statement', asOf)}
    where true ${narrowed(filter)}`
}

const current = (alias: string, { on, release }: AsOf) => {
  const table = sql.raw(alias)
  return sql`${table}.valid @> ${on}::date and ${table}.known @> ${release}::bigint and ${table}.payload is not null`
}

/** What is said of the port itself, and what government says for all ports and does not say otherwise for this one. */
const atPort = ({ code, items }: NonNullable<Filter['port']>, asOf: AsOf) => sql`(
  select * from subject where kind = 'standard' and port_code = ${code}
  union all
  select * from subject national where kind = 'standard' and port_code = '-' and item_code = any(${items}::text[])
    and not exists (select from subject own join statement said on said.subject_id = own.id and ${current('said', asOf)}
      where own.kind = 'standard' and own.key = national.item_code || '/' || ${code} || substr(national.key, length(national.item_code) + 3)))`

function narrowed({ entity, items, setBy, found }: Filter): RawBuilder<unknown> {
  const parts = [
    ...(entity ? [sql`and subject.entity_code = ${entity}`] : []),
    ...(items ? [sql`and subject.item_code = any(${items}::text[])`] : []),
    ...(setBy ? [sql`and subject.entity_code ${sql.raw(setBy === 'government' ? '=' : '<>')} '-'`] : []),
    ...(found
      ? [
          sql`and (subject.item_code = any(${found.items}::text[]) or subject.entity_code = any(${found.entities}::text[]) or subject.port_code = any(${found.ports}::text[]))`,
        ]
      : []),
  ]
  return sql.join(parts, sql` `)
}

function orderOf(sort: Sort, { found }: Filter): Order {
  const listKey = sql`subject.list_key`
  const keys: Record<Sort, RawBuilder<unknown>[]> = {
    item: found ? [sql`coalesce(array_position(${found.items}::text[], subject.item_code), 1000)`, listKey] : [listKey],
    port: [sql`subject.port_code`, listKey],
    entity: [sql`subject.entity_code`, listKey],
    effective: [sql`lower(statement.valid)`, sql`statement.id`],
  }
  return { keys: keys[sort], descending: sort === 'effective' }
}

const counts = new WeakMap<Reader, LRUCache<string, Counted>>()

function countsOf(db: Reader): LRUCache<string, Counted> {
  const kept = counts.get(db) ?? new LRUCache<string, Counted>({ max: 2000 })
  counts.set(db, kept)
  return kept
}

/** How many standards a selection holds. What a release says of a day never changes, so the answer is kept. */
async function countStandards(db: Reader, filter: Filter, asOf: AsOf): Promise<number> {
  return keptCount(db, ['list', asOf, filter], async () => {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${subjects(filter, asOf)}`.execute(db)
    return rows[0]!.count
  })
}

/** How many standards are posted at each port on a day. */
export async function countsByPort(db: Reader, asOf: AsOf): Promise<ReadonlyMap<string, number>> {
  return keptCount(db, ['ports', asOf], async () => {
    const { rows } = await sql<{ port_code: string; count: number }>`
      select port_code, count(*) as count from ${subjects({ setBy: 'entity' }, asOf)} group by port_code`.execute(db)
    return new Map(rows.map(({ port_code, count }) => [port_code, count]))
  })
}

/** How many standards in force on a day rest on a document. */
export async function countRestingOn(db: Reader, document: string, asOf: AsOf): Promise<number> {
  return keptCount(db, ['rests', asOf, { items: [document] }], async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${subjects({}, asOf)} and statement.payload @> ${JSON.stringify({ basis: [{ document }] })}::jsonb`.execute(
      db,
    )
    return rows[0]!.count
  })
}

type Counted = number | ReadonlyMap<string, number>

async function keptCount<T extends Counted>(
  db: Reader,
  [what, { on, release }, filter]: [string, AsOf, Filter?],
  count: () => Promise<T>,
): Promise<T> {
  const kept = countsOf(db)
  const question = JSON.stringify([what, on, release, filter])
  const known = kept.get(question)
  if (known !== undefined) return known as T
  const counted = await count()
  kept.set(question, counted)
  return counted
}
