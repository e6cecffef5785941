import { sql } from 'kysely'
import type { Statement } from '../../catalogue/statement.ts'
import { askedOnce } from './asked-once.ts'
import type { Reader } from './database.ts'
import { statementsNumbered } from './numbered.ts'

/** Whose prices of which items at a port: the government's, and an entity's where one is named. */
export type Whose = { items: readonly string[]; port: string; entity: string | null }

/** 已被取代的陈述: prices that releases before this one told and it tells no longer, in the order in which they were told; each with the release that took it back. */
export const earlierPrices = (db: Reader, whose: Whose, release: number): Promise<Statement<'standard'>[]> =>
  askedOnce(db, ['earlier', whose, release], () => read(db, whose, release))

async function read(db: Reader, { items, port, entity }: Whose, release: number): Promise<Statement<'standard'>[]> {
  const { rows } = await sql<{ id: number; until: number }>`
    select statement.id, upper(statement.known) as until
    from subject join statement on statement.subject_id = subject.id and statement.payload is not null
      and upper(statement.known) <= ${release}
    where subject.kind = 'standard' and subject.item_code = any(${[...items]}::text[])
      and subject.port_code in ('-', ${port}) and subject.entity_code in ('-', ${entity ?? '-'})
    order by lower(statement.known), statement.id`.execute(db)
  const statements = await statementsNumbered<'standard'>(
    db,
    rows.map(({ id }) => id),
  )
  return statements.map((statement, n) => ({ ...statement, known: { ...statement.known, until: rows[n]!.until } }))
}
