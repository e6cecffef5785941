import { sql } from 'kysely'
import type { Db } from './database.ts'

/** How long tries count, and so how long a lock lasts at most. */
export const TRY_MINUTES = 15

/**
 * Counts a try before it is made, so that a hundred at once are a hundred, and returns how many there were for this key
 * within the quarter of an hour that began with the first.
 */
export async function countTry(db: Db, key: string, now: Date): Promise<number> {
  const fresh = new Date(now.getTime() - TRY_MINUTES * 60_000)
  const { rows } = await sql<{ tries: number }>`
    insert into sign_in_try as t (key, tries, since) values (${key}, 1, ${now})
    on conflict (key) do update set tries = case when t.since <= ${fresh} then 1 else least(t.tries + 1, 1000000) end,
      since = case when t.since <= ${fresh} then excluded.since else t.since end
    returning tries`.execute(db)
  return rows[0]!.tries
}

/** What succeeded was no failure: the key begins anew. */
export const forgetTries = async (db: Db, key: string): Promise<void> =>
  void (await db.deleteFrom('sign_in_try').where('key', '=', key).execute())

/** What succeeded was no failure: the one try is taken back, the others stay. */
export const takeBackTry = async (db: Db, key: string): Promise<void> =>
  void (await db
    .updateTable('sign_in_try')
    .set({ tries: sql`greatest(tries - 1, 0)` })
    .where('key', '=', key)
    .execute())

/** Drops what no longer counts. */
export const dropOldTries = async (db: Db, now: Date): Promise<void> =>
  void (await db
    .deleteFrom('sign_in_try')
    .where('since', '<', new Date(now.getTime() - TRY_MINUTES * 60_000))
    .execute())
