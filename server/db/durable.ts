import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** What must hold for an acknowledged filing to be kept whatever happens (PostgreSQL §30.1, §19.5). */
const LOSES: Record<string, readonly string[]> = {
  fsync: ['off'],
  full_page_writes: ['off'],
  synchronous_commit: ['off', 'local'],
}

/** The settings of a database by which it could lose what it has acknowledged, `fsync=off`; none where it keeps everything. */
export async function losingSettings(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name = any (${Object.keys(LOSES)})`.execute(db)
  return rows
    .filter(({ name, setting }) => LOSES[name]!.includes(setting))
    .map(({ name, setting }) => `${name}=${setting}`)
}
