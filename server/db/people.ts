import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** When each person last gave a password; who never did is not named. */
export async function lastSignIns(db: Reader): Promise<Map<number, Date>> {
  const { rows } = await sql<{ id: number; at: Date }>`
    select staff_id as id, max(made_at) as at from staff_session group by staff_id`.execute(db)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

/** Did the database refuse because somebody would audit the cases that he handles? */
export const auditsAndHandles = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'auditors_handle_no_cases'

/** Did the database refuse because nobody would be left to look after people? */
export const leavesNobody = (error: unknown): boolean =>
  (error as { constraint?: string }).constraint === 'an_administrator_remains'
