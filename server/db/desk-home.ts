import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** When each of these sets last moved: the newest of its events. */
export async function lastMoved(db: Reader, sets: readonly number[]): Promise<Map<number, Date>> {
  const { rows } = await sql<{ id: number; at: Date }>`
    select set_id as id, max(at) as at from change_event where set_id = any(${[...sets]}::bigint[]) group by set_id`.execute(
    db,
  )
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** A job that was tried as often as it may be and will not be tried again. */
export type FailedJob = { task: string; error: string; at: Date }

/** Jobs that failed for good, newest first. */
export async function failedJobs(db: Reader, limit: number): Promise<FailedJob[]> {
  const { rows } = await sql<FailedJob>`select task, error, at from failed_jobs() limit ${limit}`.execute(db)
  return rows
}
