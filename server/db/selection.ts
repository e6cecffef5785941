import { type RawBuilder, sql } from 'kysely'
import type { AsOf } from '../../catalogue/listing.ts'

/** A selection with its words already resolved to codes; what is left out does not narrow the list. */
export type Filter = {
  port?: { code: string; without: readonly string[] }
  entity?: string
  items?: readonly string[]
  setBy?: 'government' | 'entity'
  /** Items that the list leaves out, being listed before. */
  without?: readonly string[]
  found?: { items: readonly string[]; entities: readonly string[]; ports: readonly string[] }
}

/** Subjects of a selection joined with what a release says of them, from `from` to the end of `where`. */
export const told = (filter: Filter, release: number): RawBuilder<unknown> => sql`
  subject join statement on statement.subject_id = subject.id and statement.known @> ${release}::bigint and statement.payload is not null
  where subject.kind = 'standard' ${filter.port ? sql`and subject.port_code = ${filter.port.code}` : sql``} ${narrowed(filter)}`

/** The same, each with the one statement in force on a day. */
export const inForce = (filter: Filter, { on, release }: AsOf): RawBuilder<unknown> =>
  sql`${told(filter, release)} and statement.valid @> ${on}::date`

/**
 * At a port there is besides what government says for all ports and does not say otherwise for this one; null for a
 * selection that has none of it.
 */
export const national = (filter: Filter, asOf: AsOf): RawBuilder<unknown> | null =>
  filter.port === undefined || filter.entity !== undefined || filter.setBy === 'entity'
    ? null
    : sql`${inForce({ ...filter, port: { ...filter.port, code: '-' } }, asOf)}
        and subject.item_code <> all (${filter.port.without}::text[])
        and subject.key <> all (array(${saidOtherwise(filter.port.code, asOf)}))`

/** Keys of the national standards for which government says something else at one port. */
const saidOtherwise = (port: string, { on, release }: AsOf) => sql`
  select own.item_code || '/-' || substr(own.key, length(own.item_code) + length(${port}) + 2)
  from subject own join statement said on said.subject_id = own.id and said.valid @> ${on}::date
    and said.known @> ${release}::bigint and said.payload is not null
  where own.kind = 'standard' and own.entity_code = '-' and own.port_code = ${port}`

function narrowed({ entity, items, without, setBy, found }: Filter): RawBuilder<unknown> {
  const parts = [
    ...(entity ? [sql`and subject.entity_code = ${entity}`] : []),
    ...(items ? [sql`and subject.item_code = any(${items}::text[])`] : []),
    ...(without ? [sql`and subject.item_code <> all (${without}::text[])`] : []),
    ...(setBy ? [sql`and subject.entity_code ${sql.raw(setBy === 'government' ? '=' : '<>')} '-'`] : []),
    ...(found
      ? [
          sql`and (subject.item_code = any(${found.items}::text[]) or subject.entity_code = any(${found.entities}::text[]) or subject.port_code = any(${found.ports}::text[]))`,
        ]
      : []),
  ]
  return sql.join(parts, sql` `)
}
