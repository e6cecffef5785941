import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Step } from '../../complaints/case.ts'
import { effectsOf, startedClocks } from '../../complaints/clock-effects.ts'
import { type Pause, reckon } from '../../complaints/clocks.ts'
import type { Law } from '../../complaints/law.ts'
import type { OwnedClock } from '../../complaints/owned.ts'
import type { ClockCode, Count } from '../../complaints/rule.ts'
import type { CaseType, Track } from '../../complaints/words.ts'
import type { Tx } from './database.ts'

/** A clock of a case as the desk shows it. */
export type ClockShown = OwnedClock & { id: number; round: number }

/** What a clock's step needs of its case. */
export type ClockedFile = { id: number; type: CaseType; track: Track; received_on: string }

/**
 * What a step does to the clocks of a case, in the transaction of its event and after it: the holder of a receipt may
 * touch them only once his case was withdrawn or appealed. A clock still running is not begun again.
 */
export async function applyEffects(
  tx: Tx,
  law: Law,
  file: ClockedFile,
  step: Step | 'submitted',
  on: Day,
): Promise<void> {
  const { meets, closes, starts } = effectsOf(step, file.type)
  const live = (await liveClocks(tx, file.id)).map(({ code }) => code)
  const met = live.filter((code) => meets.includes(code))
  const closed = live.filter((code) => !met.includes(code) && (closes === 'all' || closes.includes(code)))
  await endClocks(tx, file.id, met, { met_on: on })
  await endClocks(tx, file.id, closed, { closed_on: on })
  const running = live.filter((code) => !met.includes(code) && !closed.includes(code))
  const about = { type: file.type, track: file.track, receivedOn: file.received_on as Day }
  const wanted = starts.filter((code) => !running.includes(code))
  for (const { code, rule, startedOn, dueOn, provisional } of startedClocks(wanted, about, on, law))
    await tx
      .insertInto('clock')
      .values({
        case_id: file.id,
        code,
        rule_id: rule,
        round: sql`(select coalesce(max(round), 0) + 1 from clock where case_id = ${file.id} and code = ${code})`,
        ...{ started_on: startedOn, due_on: dueOn, provisional, met_on: null, missed_on: null, closed_on: null },
      })
      .execute()
}

/** Meets one clock that no step meets: the decision to file a case is told by a message or a document. True when one ran. */
export async function meetClock(tx: Tx, caseId: number, code: ClockCode, on: Day): Promise<boolean> {
  const live = (await liveClocks(tx, caseId)).filter((one) => one.code === code)
  await endClocks(
    tx,
    caseId,
    live.map((one) => one.code),
    { met_on: on },
  )
  return live.length > 0
}

/** One clock whose day is now another, or certain. */
export type Moved = { code: ClockCode; before: Day; after: Day }

/** Reckons the running clocks of a case anew, after a pause, an extension or a new calendar; says which changed. */
export async function reReckon(tx: Tx, { calendar }: Pick<Law, 'calendar'>, caseId: number): Promise<Moved[]> {
  const moved: Moved[] = []
  for (const { id, code, dueOn: before, provisional: was, ...clock } of await clocksOf(tx, caseId)) {
    if (clock.metOn !== null || clock.closedOn !== null) continue
    const { dueOn, provisional } = reckon(clock.stretch, calendar)
    if (dueOn === before && provisional === was) continue
    await tx.updateTable('clock').set({ due_on: dueOn, provisional }).where('id', '=', id).execute()
    moved.push({ code, before, after: dueOn })
  }
  return moved
}

/** 期限: every clock of a case, in the order they began. */
export async function clocksOf(tx: Tx, caseId: number): Promise<ClockShown[]> {
  const { rows } = await sql<ClockRow>`
    select * from clock_shown where case_id = ${caseId} order by started_on, id`.execute(tx)
  return rows.map(clockOf)
}

/** A row of the view `clock_shown` (migrations/0016-lookup.sql). */
export type ClockRow = {
  id: number
  code: ClockCode
  round: number
  rule_id: number
  started_on: Day
  due_on: Day
  provisional: boolean
  met_on: Day | null
  missed_on: Day | null
  closed_on: Day | null
  amount: number
  unit: Count['unit']
  roll: boolean
  pauses: Pause[]
  extensions: Count[]
}

/** Such a row as pages show it. */
export const clockOf = (row: ClockRow): ClockShown => ({
  id: row.id,
  code: row.code,
  round: row.round,
  rule: row.rule_id,
  startedOn: row.started_on,
  dueOn: row.due_on,
  provisional: row.provisional,
  metOn: row.met_on,
  missedOn: row.missed_on,
  closedOn: row.closed_on,
  paused: row.met_on === null && row.closed_on === null && row.pauses.some(({ to }) => to === null),
  stretch: {
    rule: { count: { amount: row.amount, unit: row.unit }, roll: row.roll },
    startedOn: row.started_on,
    pauses: row.pauses,
    extensions: row.extensions,
  },
})

const liveClocks = (tx: Tx, caseId: number): Promise<{ code: ClockCode }[]> =>
  tx
    .selectFrom('clock')
    .select('code')
    .where('case_id', '=', caseId)
    .where('met_on', 'is', null)
    .where('closed_on', 'is', null)
    .execute()

/** Ends the running clocks of these codes; throws where the one who asks may not. */
async function endClocks(
  tx: Tx,
  caseId: number,
  codes: readonly ClockCode[],
  ended: { met_on: Day } | { closed_on: Day },
): Promise<void> {
  if (codes.length === 0) return
  const { numUpdatedRows } = await tx
    .updateTable('clock')
    .set(ended)
    .where('case_id', '=', caseId)
    .where('code', 'in', codes)
    .where('met_on', 'is', null)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  if (Number(numUpdatedRows) !== codes.length) throw new Error(`clocks ${codes.join(', ')} of case ${caseId} stay`)
}
