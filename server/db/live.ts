import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Live } from '../../catalogue/live.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { Reader } from './database.ts'
import { knownAtRelease, type StatementRow, statementColumns, toStatement } from './statements.ts'

export type LiveAsked = { today: Day; reference: Reference; entities: readonly string[] | 'all' }

/** 现状 as of the release of a reference: with the government's standards, and the whole lists of these entities. */
export async function readLive(db: Reader, { today, reference, entities }: LiveAsked): Promise<Live> {
  const whose = entities === 'all' ? sql<boolean>`true` : sql<boolean>`subject.entity_code = any(${['-', ...entities]})`
  const rows = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select(statementColumns)
    .where('subject.kind', '=', 'standard')
    .where(whose)
    .where(knownAtRelease(reference.release))
    .orderBy('subject.list_key')
    .orderBy(sql`lower(statement.valid)`)
    .execute()
  const standards = new Map<string, Statement<'standard'>[]>()
  for (const row of rows) {
    const statement = toStatement<'standard'>(row as StatementRow)
    const of = standards.get(statement.key)
    if (of) of.push(statement)
    else standards.set(statement.key, [statement])
  }
  return {
    release: reference.release,
    today,
    reference,
    standards,
    entities: entities === 'all' ? 'all' : new Set(entities),
  }
}
