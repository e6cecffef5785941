import { sql } from 'kysely'
import type { OwnName } from '../../catalogue/check/names.ts'
import type { Reader } from './database.ts'

/** What the entities at a port call their items on their lists, each name once, and who filed a list at all. */
export type Filed = { ownNames: readonly OwnName[]; entities: ReadonlySet<string> }

/** 企业自用名 at a port as told at one release, of any day. */
export async function ownNamesAt(db: Reader, port: string, release: number): Promise<Filed> {
  const { rows } = await sql<{ item: string; entity: string; name: string | null }>`
    select distinct subject.item_code as item, subject.entity_code as entity, statement.payload->>'own_name' as name
    from subject join statement on statement.subject_id = subject.id and statement.known @> ${release}::bigint
      and statement.payload is not null
    where subject.kind = 'standard' and subject.port_code = ${port} and subject.entity_code <> '-'
    order by 1, 2, 3`.execute(db)
  return {
    ownNames: rows.flatMap(({ item, entity, name }) => (name === null ? [] : [{ item, entity, name }])),
    entities: new Set(rows.map(({ entity }) => entity)),
  }
}
