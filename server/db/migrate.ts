import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { sql } from 'kysely'
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration'
import { openDatabase, type Reader } from './database.ts'
import { quiet } from './queue.ts'

const FOLDER = new URL('../../migrations/', import.meta.url)

/** The numbered SQL files of migrations/, forward only. */
const sqlFiles: MigrationProvider = {
  async getMigrations() {
    const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).toSorted()
    const files = await Promise.all(
      names.map(async (name) => [name, await readFile(new URL(name, FOLDER), 'utf8')] as const),
    )
    return Object.fromEntries(
      files.map(([name, text]): [string, Migration] => [name, { up: (db) => runFile(db, text) }]),
    )
  },
}

const runFile = async (db: Parameters<Migration['up']>[0], text: string): Promise<void> =>
  void (await sql.raw(text).execute(db))

/**
 * Brings a database, and the queue in it, to the newest migration; returns the names it applied. Two at once are safe:
 * one waits.
 */
export async function migrate(url: string): Promise<string[]> {
  await runMigrations({ connectionString: url, logger: quiet })
  const db = openDatabase(url, () => {}, null)
  try {
    const { error, results } = await new Migrator({ db, provider: sqlFiles }).migrateToLatest()
    if (error) throw error
    return (results ?? []).map(({ migrationName }) => migrationName)
  } finally {
    await db.destroy()
  }
}

/** The newest migration that a database is at; null when it has none, or does not answer. */
export const appliedMigration = (db: Reader): Promise<string | null> =>
  sql<{ name: string | null }>`select max(name) as name from kysely_migration`.execute(db).then(
    ({ rows }) => rows[0]?.name ?? null,
    () => null,
  )

/** The name of the newest migration this code knows; a database at another is not ready. */
export const newestMigration = async (): Promise<string> =>
  (await readdir(FOLDER))
    .filter((name) => name.endsWith('.sql'))
    .toSorted()
    .at(-1) ?? ''
