import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { CaseType, Category, Track } from '../../complaints/words.ts'
import { counted, found, type QueueKey, type Wanted } from './case-wanted.ts'
import type { Tx } from './database.ts'

/** One case as the queue lists it. */
export type QueueRow = {
  id: number
  no: string
  version: number
  type: CaseType
  track: Track
  state: CaseState
  port: string
  area: string | null
  entity: string | null
  entity_name: string
  item: string | null
  charge: string | null
  category: Category
  verdict: string | null
  charged: string
  anonymous: boolean
  received_on: Day
  due_on: Day | null
  due_code: ClockCode | null
  due_provisional: boolean | null
  assignee: number | null
  assignee_name: string | null
  cluster_id: number | null
  cluster_size: number
  unread: boolean
  to_sign: boolean
  refund_due: Day | null
  org_id: number
  target_org: number | null
}

/** 案件队列: the earliest day first, then as they came. Row security shows whoever asks the cases of his offices. */
export async function readQueue(tx: Tx, wanted: Wanted, after: QueueKey | null, limit: number): Promise<QueueRow[]> {
  const { rows } = await sql<QueueRow>`
    with offices as materialized (select case_reach() as r),
    found as materialized (${found(wanted, after, limit)})
    select f.id, f.no, f.version, f.type, f.track, f.state, f.port, f.area, f.entity, f.entity_name, f.item, f.category, f.verdict, f.charged,
      f.anonymous, f.received_on, f.due_on, f.due_code, f.due_provisional, f.assignee, s.name as assignee_name, f.cluster_id, f.unread,
      f.refund_due, f.org_id, f.target_org,
      (select c.name from charge c where c.submission_id = f.submission_id order by c.n limit 1) as charge,
      case when f.cluster_id is null then 0 else (select count(*) from case_file o where o.cluster_id = f.cluster_id) end as cluster_size,
      exists (select from case_proposal p where p.case_id = f.id and p.outcome is null) as to_sign
    from found q join case_file f on f.id = q.id left join staff s on s.id = f.assignee
    order by q.due, q.id`.execute(tx)
  return rows
}

/** How many there are, counted no further than `most`. */
export async function countQueue(tx: Tx, wanted: Wanted, most: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with offices as materialized (select case_reach() as r) select ${counted(wanted, most)} as n`.execute(tx)
  return rows[0]!.n
}

/** Several counts in one question. */
export async function countEach<Name extends string>(
  tx: Tx,
  wanted: Record<Name, Wanted>,
  most: number,
): Promise<Record<Name, number>> {
  const counts = Object.entries<Wanted>(wanted).map(([name, one]) => sql`${sql.lit(name)}::text, ${counted(one, most)}`)
  if (counts.length === 0) return {} as Record<Name, number>
  const { rows } = await sql<{ n: Record<Name, number> }>`
    with offices as materialized (select case_reach() as r) select jsonb_build_object(${sql.join(counts)}) as n`.execute(
    tx,
  )
  return rows[0]!.n
}

/** The cases in reach whose names hold these words, no more than `most` of them: see cases_saying in migrations/0012-desk.sql. */
export async function casesSaying(tx: Tx, words: string, most: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from cases_saying(${words}, ${most}) as id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Cases by their numbers, as far as they are in reach: what a list of ticks means. */
export async function casesNamed(
  tx: Tx,
  numbers: readonly string[],
): Promise<
  { id: number; no: string; version: number; state: CaseState; assignee: number | null; entity_name: string }[]
> {
  return tx
    .selectFrom('case_file')
    .select(['id', 'no', 'version', 'state', 'assignee', 'entity_name'])
    .where('no', 'in', [...numbers])
    .execute()
}

/** 同事: who may be given a case, in the offices in reach. */
export async function colleagues(tx: Tx): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select s.id, s.name from staff s
    where s.disabled_at is null and exists (select from staff_role r where r.staff_id = s.id and r.role = 'case_handler')
      and exists (select from staff_org o where o.staff_id = s.id and o.org_id = any ((select case_reach())::int[]))
    order by s.name, s.id`.execute(tx)
  return rows
}

/** The offices whose cases whoever asks may see. */
export async function officesInReach(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ reach: number[] }>`select case_reach() as reach`.execute(tx)
  return rows[0]!.reach
}
