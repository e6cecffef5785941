import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { CaseType, Category, Track } from '../../complaints/words.ts'

/** Which cases are asked for. Days and words are made out already; `ids` are the only ones there can be. */
export type Wanted = {
  show: 'open' | 'closed' | 'all'
  state?: CaseState | undefined
  type?: CaseType | undefined
  track?: Track | undefined
  category?: Category | undefined
  port?: string | undefined
  entity?: string | undefined
  item?: string | undefined
  verdict?: string | undefined
  min?: string | undefined
  max?: string | undefined
  receivedFrom?: Day | undefined
  receivedTo?: Day | undefined
  dueFrom?: Day | undefined
  dueTo?: Day | undefined
  assignee?: number | null | undefined
  cluster?: number | undefined
  anonymous?: boolean | undefined
  refund?: { before: Day | null } | undefined
  unread?: true | undefined
  incoming?: true | undefined
  /** A number or the beginning of one. */
  no?: string | undefined
  words?: string | undefined
  person?: Buffer | undefined
  ids?: readonly number[] | undefined
}

/** Where a page of the queue ends: the day (`infinity` where there is none) and the row. */
export type QueueKey = { due: string; id: number }

const DUE = sql`f.queue_day`

/** The first rows by day and number. An office at a time, as the index has them; the ways in that are narrower go before. */
export function found(wanted: Wanted, after: QueueKey | null, limit: number): RawBuilder<unknown> {
  const rest = after === null ? sql`true` : sql`(${DUE}, f.id) > (${after.due}::date, ${after.id})`
  const first = (where: RawBuilder<unknown>) =>
    sql`(select f.id, ${DUE} as due from case_file f where ${where} and ${chosen(wanted)} and ${rest} order by 2, 1 limit ${limit})`
  return sql`select id, due from (${inReach(wanted, first)}) x order by due, id limit ${limit}`
}

/** How many there are, counted no further than `most`. */
export function counted(wanted: Wanted, most: number): RawBuilder<unknown> {
  const some = (where: RawBuilder<unknown>) =>
    sql`(select 1 as id, 1 as due from case_file f where ${where} and ${chosen(wanted)} limit ${most})`
  return sql`(select count(*) from (select 1 from (${inReach(wanted, some)}) x limit ${most}) y)`
}

function inReach({ ids, incoming }: Wanted, some: (where: RawBuilder<unknown>) => RawBuilder<unknown>) {
  if (ids !== undefined) return some(sql`f.id = any (${[...ids]}::bigint[])`)
  const sent = sql`f.target_org = any ((select r from offices)::int[])`
  if (incoming) return some(sent)
  return sql`
    select own.id, own.due from unnest((select r from offices)) as office cross join lateral ${some(sql`f.org_id = office`)} own
    union all ${some(sql`${sent} and not f.org_id = any ((select r from offices)::int[])`)}`
}

function chosen(wanted: Wanted): RawBuilder<unknown> {
  const { show, anonymous, assignee, refund, no, words, person } = wanted
  const equal = EQUAL.flatMap(([field, column]) =>
    wanted[field] === undefined ? [] : [sql`${sql.ref(`f.${column}`)} = ${wanted[field]}`],
  )
  const between = BETWEEN.flatMap(([field, column, sign]) =>
    wanted[field] === undefined ? [] : [sql`${column} ${sql.raw(sign)} ${wanted[field]}`],
  )
  return sql.join(
    [
      ...equal,
      ...between,
      ...(show === 'all' ? [] : [show === 'open' ? sql`f.closed_on is null` : sql`f.closed_on is not null`]),
      ...(anonymous === undefined ? [] : [sql`f.anonymous = ${anonymous}`]),
      ...(assignee === undefined ? [] : [assignee === null ? sql`f.assignee is null` : sql`f.assignee = ${assignee}`]),
      ...(refund === undefined ? [] : [refundDue(refund.before)]),
      ...(wanted.unread ? [sql`f.unread`] : []),
      ...(wanted.incoming ? [sql`f.state = 'in_transfer'`] : []),
      ...(no === undefined ? [] : [sql`f.no >= ${no} and f.no < ${`${no}\u007f`}`]),
      ...(words === undefined ? [] : [sql`f.grams @@ ${words}::tsquery`]),
      ...(person === undefined
        ? []
        : [sql`f.submission_id = any (array(select submission_id from contact_field where blind = ${person}))`]),
      sql`true`,
    ],
    sql` and `,
  )
}

const refundDue = (before: Day | null) =>
  before === null ? sql`f.refund_due is not null` : sql`f.refund_due < ${before}::date`

const EQUAL = [
  ['state', 'state'],
  ['type', 'type'],
  ['track', 'track'],
  ['category', 'category'],
  ['port', 'port'],
  ['entity', 'entity'],
  ['item', 'item'],
  ['verdict', 'verdict'],
  ['cluster', 'cluster_id'],
] as const

const BETWEEN = [
  ['min', sql`f.charged`, '>='],
  ['max', sql`f.charged`, '<='],
  ['receivedFrom', sql`f.received_on`, '>='],
  ['receivedTo', sql`f.received_on`, '<='],
  ['dueFrom', DUE, '>='],
  ['dueTo', DUE, '<='],
] as const
