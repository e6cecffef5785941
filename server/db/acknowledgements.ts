import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Reader } from './database.ts'

/** 核验: the day on which this receipt was acknowledged with this very content; null where either is another's. */
export async function acknowledgedOn(db: Reader, receipt: string, sha: Buffer): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`select acknowledged_on(${receipt}, ${sha}) as day`.execute(db)
  return rows[0]?.day ?? null
}
