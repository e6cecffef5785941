import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { Day } from '../../catalogue/day.ts'
import type { AsOf, Page, Sort } from '../../catalogue/listing.ts'
import { countStandards } from './counts.ts'
import { type Cursor, readCursor, writeCursor } from './cursor.ts'
import type { Reader } from './database.ts'
import { statementsNumbered } from './numbered.ts'
import { type Filter, inForce, national } from './selection.ts'

export type ListRequest = { filter: Filter; sort: Sort; cursor: string | null; limit: number }

type Order = { keys: RawBuilder<unknown>[]; descending: boolean }
/** A standard by the number of its statement, and where it stands in the list. */
type Place = { id: number; sort_key: (string | number)[] }

/** One page of the standards in force on a day as told at a release, in a fixed order: the next page cannot shift. */
export async function listStandards(db: Reader, request: ListRequest, asOf: AsOf): Promise<Page> {
  const cursor = request.cursor === null ? null : readCursor(request.cursor, asOf, request, keyOf(request))
  const back = cursor?.direction === 'previous'
  const [rows, total] = await Promise.all([
    readPlaces(db, request, asOf, cursor),
    countStandards(db, request.filter, asOf),
  ])
  const more = rows.length > request.limit
  const page = more ? rows.slice(0, request.limit) : rows
  if (back) page.reverse()
  const write = (direction: Cursor['direction'], row: Place | undefined) =>
    row === undefined ? null : writeCursor({ direction, key: row.sort_key }, asOf, request)
  return {
    rows: await statementsNumbered<'standard'>(
      db,
      page.map(({ id }) => id),
    ),
    total,
    next: more || back ? write('next', page.at(-1)) : null,
    previous: (back && more) || (!back && cursor !== null) ? write('previous', page[0]) : null,
  }
}

/** The numbers of a page's statements. What words found is read name by name, the best first, until the page is full. */
async function readPlaces(db: Reader, request: ListRequest, asOf: AsOf, cursor: Cursor | null): Promise<Place[]> {
  const { filter, sort, limit } = request
  if (filter.found === undefined || sort !== 'item') return readPart(db, request, asOf, cursor)
  const back = cursor?.direction === 'previous'
  const parts = partsOf(filter)
  const start = cursor === null ? 0 : Number(cursor.key[0])
  const places: Place[] = []
  for (let n = start; n >= 0 && n < parts.length && places.length <= limit; n += back ? -1 : 1) {
    const from = n === start && cursor !== null ? { ...cursor, key: cursor.key.slice(1) } : null
    const going = from ?? (back ? { direction: 'previous' as const, key: [] } : null)
    const rest = { ...request, filter: parts[n]!, limit: limit - places.length }
    for (const place of await readPart(db, rest, asOf, going))
      places.push({ id: place.id, sort_key: [n, ...place.sort_key] })
  }
  return places
}

/** What words found, in parts: each item by itself, then what else the entities and ports post that were found. */
function partsOf({ found, ...rest }: Filter): Filter[] {
  const { items, entities, ports } = found!
  const each = items.filter((code) => rest.items?.includes(code) ?? true).map((code) => ({ ...rest, items: [code] }))
  const others =
    entities.length + ports.length > 0 ? [{ ...rest, found: { items: [], entities, ports }, without: items }] : []
  return [...each, ...others]
}

/** Each selection is read no further than the page goes, then the two are put in one order. */
async function readPart(
  db: Reader,
  { filter, sort, limit }: ListRequest,
  asOf: AsOf,
  cursor: Cursor | null,
): Promise<Place[]> {
  const { keys, descending } = orderOf(sort)
  const back = (cursor?.direction === 'previous') !== descending
  const way = sql.raw(back ? 'desc' : 'asc')
  const started = cursor !== null && cursor.key.length > 0
  const past = started ? sql`and (${sql.join(keys)}) ${sql.raw(back ? '<' : '>')} (${sql.join(cursor.key)})` : sql``
  const places = sql.join(keys.map((key, n) => sql`${key} as ${sql.ref(`place_${n}`)}`))
  const order = sql.join(keys.map((_, n) => sql`${sql.ref(`place_${n}`)} ${way}`))
  const selections = [inForce(filter, asOf), national(filter, asOf)].filter((from) => from !== null)
  const parts = selections.map(
    (from) => sql`(
      select statement.id, jsonb_build_array(${sql.join(keys)}) as sort_key, ${places}
      from ${from} ${past} order by ${order} limit ${limit + 1})`,
  )
  const { rows } = await sql<Place>`
    select id, sort_key from (${sql.join(parts, sql` union all `)}) as listed order by ${order} limit ${limit + 1}`.execute(
    db,
  )
  return rows
}

function orderOf(sort: Sort): Order {
  const listKey = sql`subject.list_key`
  const keys: Record<Sort, RawBuilder<unknown>[]> = {
    item: [listKey],
    port: [sql`subject.port_code`, listKey],
    entity: [sql`subject.entity_code`, listKey],
    effective: [sql`lower(statement.valid)`, sql`statement.id`],
  }
  return { keys: keys[sort], descending: sort === 'effective' }
}

const Code = z
  .string()
  .max(400)
  .regex(/^[^\0]*$/)
const Position = z.int().min(0).max(1000)

/** What `orderOf` sorts by, as a cursor carries it. */
const keyOf = ({ sort, filter: { found } }: ListRequest): z.ZodType<Cursor['key']> => {
  if (sort === 'effective') return z.tuple([Day, z.int()])
  if (sort === 'item') return found ? z.tuple([Position, Code]) : z.tuple([Code])
  return z.tuple([Code, Code])
}
