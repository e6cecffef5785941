import { sql } from 'kysely'
import type { Db } from './database.ts'

/** Which of these tags, one a pepper, finds a submission: the one indexed read of a lookup. Null when none does. */
export async function knownTag(db: Db, tags: readonly Buffer[]): Promise<Buffer | null> {
  const { rows } = await sql<{ tag: Buffer }>`select tag from known_tag(${tags}::bytea[])`.execute(db)
  return rows[0]?.tag ?? null
}
