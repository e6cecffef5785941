import { sql } from 'kysely'
import type { Provenance } from '../../catalogue/basis.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Text } from '../../catalogue/text.ts'
import type { Law } from '../../complaints/law.ts'
import { addEvent } from './case-events.ts'
import { applyEffects } from './clocks.ts'
import type { Tx } from './database.ts'
import { destroySealed } from './sealed.ts'

/** 留存类别 with how many cases of it are kept, are due on a day, will be within ninety, and are held. */
export type RetentionCount = {
  code: 'not_accepted' | 'decided' | 'consultation'
  months: number
  says: Text
  basis: Text
  provenance: Provenance
  kept: number
  due: number
  soon: number
  held: number
}

/**
 * Each closed case with its class and the day its time is over, by the rules of a day. What a person sent stays until
 * the time of every case of it is over: `until` is the latest of them, null while one is open.
 */
const timed = (on: Day) => sql`
  select f.*, c.code as class, c.id as rule,
    case when bool_or(f.closed_on is null or c.id is null) over of_submission then null
         else max((f.closed_on + make_interval(months => c.months))::date) over of_submission end as until,
    bool_or(f.legal_hold) over of_submission as held
  from case_file f left join retention_class c on c.valid @> ${on}::date and c.code =
    case when f.type = 'consultation' then 'consultation' when f.outcome is not null then 'decided' else 'not_accepted' end
  where f.purged_on is null
  window of_submission as (partition by f.submission_id)`

/** Every class in force on a day, with its counts. */
export async function retentionCounts(tx: Tx, on: Day): Promise<RetentionCount[]> {
  const { rows } = await sql<RetentionCount>`
    select c.code, c.months, c.says, c.basis, c.provenance,
      count(*) filter (where t.until is not null)::int as kept,
      count(*) filter (where t.until < ${on}::date and not t.held)::int as due,
      count(*) filter (where t.until >= ${on}::date and t.until < ${on}::date + 90 and not t.held)::int as soon,
      count(*) filter (where t.held)::int as held
    from retention_class c left join (${timed(on)}) t on t.class = c.code
    where c.valid @> ${on}::date group by c.id order by c.months`.execute(tx)
  return rows
}

/** The numbers of the cases that are held, oldest first. */
export const heldCases = async (tx: Tx): Promise<string[]> =>
  (
    await tx
      .selectFrom('case_file')
      .select('no')
      .where('legal_hold', '=', true)
      .where('purged_on', 'is', null)
      .orderBy('id')
      .limit(1000)
      .execute()
  ).map(({ no }) => no)

/** How many were destroyed so far. */
export const purgedCount = async (tx: Tx): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from case_file where purged_on is not null`.execute(tx)).rows[0]!.n

/** Submissions whose time is over and that nothing holds, oldest first. */
export async function dueSubmissions(tx: Tx, on: Day, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct submission_id as id from (${timed(on)}) t where t.until < ${on}::date and not t.held
    order by submission_id limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

type Due = Parameters<typeof addEvent>[1] &
  Parameters<typeof applyEffects>[2] & { state: string; class: string; rule: number }
const ARCHIVED_FROM = ['notified', 'not_accepted', 'withdrawn']

/**
 * 到期销毁 of one submission: its cases are archived and say so, everything sealed is destroyed with the keys of its files;
 * what statistics count stays. Looked at again under lock: null where it is no longer due. Gives the files to take away.
 */
export async function purgeSubmission(
  tx: Tx,
  law: Law,
  submission: number,
  on: Day,
  at: Date,
): Promise<{ cases: number; files: string[] } | null> {
  await sql`select from case_file where submission_id = ${submission} for update`.execute(tx)
  const { rows: due } = await sql<Due>`
    select id, no, version, tail, state, type, track, received_on, class, rule from (${timed(on)}) t
    where t.submission_id = ${submission} and t.until < ${on}::date and not t.held order by id`.execute(tx)
  if (due.length === 0) return null
  for (const file of due) await endCase(tx, law, file, on, at)
  const files = await tx.selectFrom('attachment').select('id').where('submission_id', '=', submission).execute()
  await destroySealed(tx, submission)
  await sql`update contact_field set blind = null where submission_id = ${submission}`.execute(tx)
  await sql`update charge set invoice_no = null where submission_id = ${submission}`.execute(tx)
  await sql`update submission set code_until = null where id = ${submission}`.execute(tx)
  await sql`update case_file set purged_on = ${on}, grams = '' where submission_id = ${submission}`.execute(tx)
  return { cases: due.length, files: files.map(({ id }) => id) }
}

async function endCase(tx: Tx, law: Law, file: Due, on: Day, at: Date): Promise<void> {
  const by = { at, actor: 'system', staff: null } as const
  const archived = ARCHIVED_FROM.includes(file.state)
  const tail = archived ? await addEvent(tx, file, { ...by, kind: 'archive', to: 'archived' }) : file
  if (archived) await applyEffects(tx, law, file, 'archive', on)
  await addEvent(tx, tail, { ...by, kind: 'purged', to: null, payload: { class: file.class, rule: file.rule } })
}
