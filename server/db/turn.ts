import { sql } from 'kysely'
import type { Tx } from './database.ts'

/**
 * One publisher at a time: waits for its turn and has it until the transaction ends. Whoever will publish takes it before
 * anything else, or two that each hold what the other waits for would be in each other’s way.
 */
export const inTurn = async (tx: Tx): Promise<void> =>
  void (await sql`select pg_advisory_xact_lock(hashtext('portal.publish'))`.execute(tx))
