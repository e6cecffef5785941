import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Count } from '../../complaints/rule.ts'
import type { Reader, Tx } from './database.ts'

/** A clock that runs, its due day, and how often it was extended. */
export type Running = { id: number; code: string; rule: number; dueOn: Day; times: number }

/** The clocks of a case that are neither met nor closed, the first due first. */
export const runningClocks = async (tx: Reader, caseId: number): Promise<Running[]> =>
  (
    await sql<Running>`
    select c.id, c.code, c.rule_id as rule, c.due_on as "dueOn",
           (select count(*)::int from clock_extension e where e.clock_id = c.id) as times
    from clock c where c.case_id = ${caseId} and c.met_on is null and c.closed_on is null order by c.due_on, c.id`.execute(
      tx,
    )
  ).rows

export type NewExtension = { clock: number; by: Count; askedOn: Day; grantedOn: Day; dueBefore: Day; proposal: number }

/** 延期 of one clock; fails with `asked_before_expiry` where it was asked too late. */
export async function writeExtension(tx: Tx, made: NewExtension): Promise<void> {
  await sql`
    insert into clock_extension (clock_id, amount, unit, asked_on, granted_on, due_before, proposal_id)
    values (${made.clock}, ${made.by.amount}, ${made.by.unit}, ${made.askedOn}, ${made.grantedOn}, ${made.dueBefore}, ${made.proposal})`.execute(
    tx,
  )
}
