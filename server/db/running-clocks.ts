import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { Tail } from './case-events.ts'
import type { Tx } from './database.ts'

/** The cases with a running clock that a calendar may move: it is provisional, or ends on that day or later. */
export const casesToReckon = async (tx: Tx, from: Day): Promise<number[]> =>
  (
    await sql<{ id: number }>`
      select distinct case_id as id from clock
      where met_on is null and closed_on is null and (provisional or due_on >= ${from}) order by 1`.execute(tx)
  ).rows.map(({ id }) => id)

/** Where a case's chain ends, the case being locked until the transaction is over. */
export const lockedTail = (tx: Tx, caseId: number): Promise<Tail> =>
  tx
    .selectFrom('case_file')
    .select(['id', 'no', 'version', 'tail'])
    .where('id', '=', caseId)
    .forUpdate()
    .executeTakeFirstOrThrow()

/**
 * A clock that ran out by a day and is not recorded yet: still running, or met or closed after its day. What stands still
 * does not run out, and the time for a review is the complainant's own.
 */
const RAN_OUT = (today: Day) => sql`
  c.missed_on is null and c.code <> 'appeal' and c.due_on < ${today}
  and c.due_on < least(coalesce(c.met_on, ${today}::date), coalesce(c.closed_on, ${today}::date))
  and not exists (
    select from clock_pause p join clock_rule r on r.id = c.rule_id
    where p.case_id = c.case_id and p.to_on is null and p.reason = any (r.pauses) and p.from_on <= c.due_on
      and c.met_on is null and c.closed_on is null)`

/** The cases with a clock that ran out before today and is not recorded yet. */
export const casesRunOut = async (tx: Tx, today: Day): Promise<number[]> =>
  (
    await sql<{ id: number }>`select distinct c.case_id as id from clock c where ${RAN_OUT(today)} order by 1`.execute(
      tx,
    )
  ).rows.map(({ id }) => id)

/** Records what ran out of one case, once: its last day. Says which clocks were recorded just now. */
export const recordMissed = async (tx: Tx, caseId: number, today: Day): Promise<ClockCode[]> =>
  (
    await sql<{ code: ClockCode }>`
      update clock c set missed_on = c.due_on where c.case_id = ${caseId} and ${RAN_OUT(today)}
      returning c.code`.execute(tx)
  ).rows.map(({ code }) => code)
