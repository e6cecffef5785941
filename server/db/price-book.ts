import { type RawBuilder, sql } from 'kysely'
import type { Statement } from '../../catalogue/statement.ts'
import type { Reader } from './database.ts'
import { statementsNumbered } from './numbered.ts'

/** Whose prices of one item: what government says for every port (`port` '-') and for one, or what one entity posts there. */
export type Wanted = { item: string; port: string; entity: string | null }

/** Every version, of all days, of the standards of one item at a port as told at a release, in order of time. */
export async function readStandards(db: Reader, wanted: Wanted, release: number): Promise<Statement<'standard'>[]> {
  const { rows } = await sql<{ id: number }>`
    select statement.id
    from subject join statement on statement.subject_id = subject.id and statement.known @> ${release}::bigint
      and statement.payload is not null
    where subject.kind = 'standard' and ${wanted.entity === null ? setBy(wanted) : postedBy(wanted, wanted.entity)}
    order by lower(statement.valid), subject.list_key`.execute(db)
  return statementsNumbered<'standard'>(
    db,
    rows.map(({ id }) => id),
  )
}

const setBy = ({ item, port }: Wanted): RawBuilder<unknown> =>
  sql`subject.entity_code = '-' and subject.item_code = ${item} and subject.port_code in ('-', ${port})`

/** A list key begins with its item's, so an entity's prices of one item are one stretch of the index. */
const postedBy = ({ item, port }: Wanted, entity: string): RawBuilder<unknown> => {
  const place = sql`(select list_key from subject where kind = 'item' and key = ${item})`
  return sql`subject.entity_code = ${entity} and subject.port_code = ${port}
    and subject.list_key >= ${place} || '/' and subject.list_key < ${place} || '0'`
}
