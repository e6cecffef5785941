import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { StepInput } from '../../complaints/act-input.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { ClusterKey } from '../../complaints/cluster.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { CaseType } from '../../complaints/words.ts'
import type { Reader, Tx } from './database.ts'

/** 并案: cases about one charge of one entity in one period. */
export type Cluster = {
  id: number
  org: number
  entity: string
  item: string
  from: Day
  until: Day
  title: string
}

const CLUSTER = sql`id, org_id as org, entity, item, lower(period) as "from", upper(period) as until, title`

/** A cluster by its number. */
export const clusterById = async (tx: Reader, id: number): Promise<Cluster | undefined> =>
  (await sql<Cluster>`select ${CLUSTER} from cluster where id = ${id}`.execute(tx)).rows[0]

/** The cluster of an office for this charge and period, where there is one. */
export const clusterFor = async (
  tx: Reader,
  org: number,
  { entity, item, from }: ClusterKey,
): Promise<Cluster | undefined> =>
  (
    await sql<Cluster>`
    select ${CLUSTER} from cluster where org_id = ${org} and entity = ${entity} and item = ${item} and period @> ${from}::date`.execute(
      tx,
    )
  ).rows[0]

type NewCluster = ClusterKey & { org: number; title: string; by: number; at: Date }

/** Makes a cluster; fails with `one_cluster_a_period` where there is one. */
export async function makeCluster(tx: Tx, made: NewCluster): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into cluster (entity, item, period, org_id, title, "by", at)
    values (${made.entity}, ${made.item}, daterange(${made.from}::date, ${made.until}::date), ${made.org}, ${made.title}, ${made.by}, ${made.at})
    returning id`.execute(tx)
  return rows[0]!.id
}

/**
 * A case of a cluster: `lines` are its charges of the matter that the case is about, `others` how many it has besides;
 * `waiting`: a decision was asked for and waits to be signed.
 */
export type Member = {
  no: string
  receipt: string
  version: number
  state: CaseState
  type: CaseType
  org_id: number
  submission_id: number
  received_on: Day
  due_on: Day | null
  due_code: ClockCode | null
  due_provisional: boolean | null
  closed_on: Day | null
  purged_on: Day | null
  lines: number[]
  others: number
  waiting: boolean
}

/** The cases of a cluster that whoever asks may see. */
export const membersOf = async (tx: Reader, cluster: number): Promise<Member[]> =>
  (
    await sql<Member>`
    select f.no, s.receipt, f.version, f.state, f.type, f.org_id, f.submission_id, f.received_on, f.due_on, f.due_code,
      f.due_provisional, f.closed_on, f.purged_on,
      coalesce((select json_agg(c.n order by c.n) from charge c where c.submission_id = f.submission_id and c.item is not distinct from f.item), '[]') as lines,
      (select count(*)::int from charge c where c.submission_id = f.submission_id and c.item is distinct from f.item) as others,
      exists (select from case_proposal p where p.case_id = f.id and p.step = 'decide' and p.outcome is null) as waiting
    from case_file f join submission s on s.id = f.submission_id
    where f.cluster_id = ${cluster} order by f.no`.execute(tx)
  ).rows

/** How many cases of a cluster whoever asks may see. */
export const casesIn = async (tx: Reader, cluster: number): Promise<number> =>
  (await sql<{ n: number }>`select count(*)::int as n from case_file where cluster_id = ${cluster}`.execute(tx))
    .rows[0]!.n

/** A decision that was asked for in a case of a cluster and waits to be signed; `words` are sealed. */
export type DecisionWaiting = {
  id: number
  no: string
  asked_by: number
  asked_name: string
  asked_at: Date
  payload: StepInput<'decide'>
  words: Buffer | null
}

/** Every decision that waits in the cases of a cluster, in the order in which they were asked for. */
export const decisionsWaiting = async (tx: Reader, cluster: number): Promise<DecisionWaiting[]> =>
  (
    await sql<DecisionWaiting>`
    select p.id, f.no, p.asked_by, a.name as asked_name, p.asked_at, p.payload, p.words
    from case_proposal p join case_file f on f.id = p.case_id join staff a on a.id = p.asked_by
    where f.cluster_id = ${cluster} and p.step = 'decide' and p.outcome is null order by p.id`.execute(tx)
  ).rows
