import { sql } from 'kysely'
import { chinaDay, type Day } from '../../catalogue/day.ts'
import type { ClocksCounted, Ended, Milestone } from '../../complaints/statistics/rows.ts'
import type { Statistics } from '../../complaints/statistics.ts'
import type { Category, Track } from '../../complaints/words.ts'
import type { Reader, Tx } from './database.ts'

/** 统计快照: when statistics were made, with the names of which release, and what they say; one of long ago has fewer tables. */
export type StatsSnapshot = { id: number; at: Date; release: number; report: KeptStatistics }
export type KeptStatistics = Omit<Statistics, 'form'> & { form?: number }

/** Keeps a snapshot; gives its number. */
export async function keepStats(tx: Tx, { at, release, report }: Omit<StatsSnapshot, 'id'>): Promise<number> {
  const { id } = await tx
    .insertInto('stats_snapshot')
    .values({ at, release, report: JSON.stringify(report) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The number of the newest snapshot and when it was made; null before the first. */
export const newestStats = async (db: Reader): Promise<Pick<StatsSnapshot, 'id' | 'at'> | null> =>
  (await db.selectFrom('stats_snapshot').select(['id', 'at']).orderBy('id', 'desc').executeTakeFirst()) ?? null

/** A snapshot by its number, which is known to be there. */
export const statsOf = async (db: Reader, id: number): Promise<StatsSnapshot> =>
  (await db.selectFrom('stats_snapshot').selectAll().where('id', '=', id).executeTakeFirstOrThrow()) as StatsSnapshot

/** Where a case belongs, before its link is known. */
export type Place = { port: string; entity: string | null; item: string | null; category: Category }
export type CaseRow = Place & { received_on: Day; track: Track; ended: Ended; on: Partial<Record<Milestone, Day>> }

/** Every case, how it ended, and the first day of each of its milestones. */
export async function countedCases(tx: Tx): Promise<CaseRow[]> {
  const { rows } = await sql<
    Omit<CaseRow, 'on'> & Record<Milestone, Date | null>
  >`select f.port, f.entity, f.item, f.category, f.received_on, f.track,
      case when f.closed_on is null and f.state <> 'decided' then 'open'
           when f.outcome is not null then f.outcome
           when f.state = 'withdrawn' or e.withdrawn then 'withdrawn' else 'not_accepted' end as ended,
      e.accepted, e.filed, e.decided, e.told
    from case_file f left join lateral (
      select min(at) filter (where kind = 'accept') as accepted, min(at) filter (where kind = 'file_case') as filed,
        min(at) filter (where kind in ('decide', 'decide_not_to_file')) as decided,
        min(at) filter (where kind in ('notify', 'answer')) as told,
        coalesce(bool_or(kind = 'withdraw'), false) as withdrawn
      from case_event where case_id = f.id) e on true
    order by f.id`.execute(tx)
  return rows.map(({ accepted, filed, decided, told, ...row }) => ({
    ...row,
    on: Object.fromEntries(
      Object.entries({ accepted, filed, decided, told }).flatMap(([name, at]) => (at ? [[name, chinaDay(at)]] : [])),
    ),
  }))
}

type EndedClocks = Place & Pick<ClocksCounted, 'code' | 'month' | 'in_time' | 'late'>

/** Clocks that were kept or missed, by kind, place and month of receipt; one that runs still, or ended for another reason, is neither. */
export async function countedClocks(tx: Tx): Promise<EndedClocks[]> {
  const { rows } = await sql<EndedClocks>`
    select c.code, f.port, f.entity, f.item, f.category, to_char(f.received_on, 'YYYY-MM') as month,
      count(*) filter (where not c.missed)::int as in_time, count(*) filter (where c.missed)::int as late
    from (select *, missed_on is not null or coalesce(met_on > due_on, false) as missed from clock) c
    join case_file f on f.id = c.case_id
    where c.met_on is not null or c.missed
    group by c.code, f.port, f.entity, f.item, f.category, month order by c.code, f.port, month`.execute(tx)
  return rows
}

/** Money ordered back in each case, and what became of it; a payee is known by the blind index of what he gave of himself. */
export type RefundRow = Place & { payee: string; received_on: Day; ordered: string; paid: string; confirmed: string }
export async function countedRefunds(tx: Tx): Promise<RefundRow[]> {
  const { rows } = await sql<RefundRow>`
    select f.port, f.entity, f.item, f.category, f.received_on, o.ordered, coalesce(e.paid, 0)::text as paid, coalesce(e.confirmed, 0)::text as confirmed,
      coalesce((select encode(c.blind, 'hex') from contact_field c where c.submission_id = f.submission_id and c.blind is not null
                order by c.field limit 1), f.submission_id::text) as payee
    from case_file f
    join (select case_id, sum(amount)::text as ordered from refund_order group by case_id) o on o.case_id = f.id
    left join lateral (select sum(x.amount) filter (where x.kind = 'paid') as paid, sum(x.amount) filter (where x.kind = 'confirmed') as confirmed
                       from refund_entry x join refund_order r on r.id = x.order_id where r.case_id = f.id) e on true
    order by f.id`.execute(tx)
  return rows
}

/** The charges on no list that accepted cases name: what nobody has accepted is not repeated in public. */
export type OffListRow = { name: string; filing: number; port: string; received_on: Day }
export async function offListCharges(tx: Tx): Promise<OffListRow[]> {
  const { rows } = await sql<OffListRow>`
    select distinct c.name, c.submission_id as filing, s.port, s.received_on
    from charge c join submission s on s.id = c.submission_id
    where c.verdict = 'not_on_list' and length(c.name) <= 60
      and exists (select from case_file f join case_event e on e.case_id = f.id where f.submission_id = s.id and e.kind = 'accept')
    order by c.submission_id, c.name`.execute(tx)
  return rows
}
