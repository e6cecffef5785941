import { sql } from 'kysely'
import { type Db, openDatabase } from '../server/db/database.ts'
import { publish } from '../server/db/publish.ts'
import { releases } from './releases.ts'

/**
 * Publishes the demonstration data, release by release, as it was announced; returns how many. Goes on where a process
 * that was killed left off, and waits for another that is at it. Does nothing to a catalogue that holds anything else.
 */
export async function loadSeeds(url: string): Promise<number> {
  const db = openDatabase(url, () => {}, null)
  try {
    return await db.connection().execute(async (alone) => {
      await sql`select pg_advisory_lock(hashtext('portal.seeds'))`.execute(alone)
      return loadRest(db, url).finally(() => sql`select pg_advisory_unlock(hashtext('portal.seeds'))`.execute(alone))
    })
  } finally {
    await db.destroy()
  }
}

async function loadRest(db: Db, url: string): Promise<number> {
  const said = await db.selectFrom('release').select('published_at').orderBy('seq').execute()
  const ours = said.every(
    ({ published_at }, n) => published_at.getTime() === Date.parse(releases[n]?.publishedAt ?? ''),
  )
  const rest = ours ? releases.slice(said.length) : []
  for (const { publishedAt, ...draft } of rest) {
    const made = await publish(db, draft, new Date(publishedAt))
    if (!made.ok) throw new Error(`The release “${draft.title.zh}” is not publishable: ${JSON.stringify(made.faults)}`)
  }
  if (rest.length > 0) await countRows(url)
  return rest.length
}

/** Lets the planner know at once what was loaded; by itself it would notice after a minute of slow pages. */
async function countRows(url: string): Promise<void> {
  const owner = openDatabase(url, () => {}, null)
  await sql`analyze`.execute(owner).finally(() => owner.destroy())
}
