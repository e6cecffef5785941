import { type RawBuilder, sql } from 'kysely'
import { addDays, type Day, startOfDay } from '../../catalogue/day.ts'
import type { Reader } from './database.ts'

/** 审计 as it is read: one entry, with the name of who did it as it is now. */
export type Audited = {
  id: number
  at: Date
  login: string | null
  name: string | null
  act: string
  object: string | null
  outcome: 'done' | 'refused' | 'failed'
  detail: Record<string, unknown> | null
  address: string
}

/** Which entries are asked for: by whom, what was tried, what became of it, and on which days in China, both inclusive. */
export type AuditFilter = { who?: string; act?: string; outcome?: Audited['outcome']; from?: Day; to?: Day }

/** Entries, newest first, with numbers below `before`. */
export async function readAudit(
  db: Reader,
  filter: AuditFilter,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<Audited[]> {
  const { rows } = await sql<Audited>`
    select a.id, a.at, coalesce(a.login, s.login) as login, s.name, a.act, a.object, a.outcome, a.detail, a.address
    from audit a left join staff s on s.id = a.by
    where ${chosen(filter)} and ${before === undefined ? sql`true` : sql`a.id < ${before}`}
    order by a.id desc limit ${limit}`.execute(db)
  return rows
}

/** Everything that was ever tried, as the names of acts, in order. */
export async function actsTried(db: Reader): Promise<string[]> {
  const { rows } = await sql<{ act: string }>`
    with recursive acts as (
      (select act from audit order by act limit 1)
      union all select (select a.act from audit a where a.act > acts.act order by a.act limit 1) from acts where acts.act is not null
    ) select act from acts where act is not null`.execute(db)
  return rows.map(({ act }) => act)
}

/** All entries of a selection, newest first, read a page at a time and never all in memory. */
export async function* everyEntry(db: Reader, filter: AuditFilter): AsyncGenerator<Audited> {
  for (let before: number | undefined; ; ) {
    const page = await readAudit(db, filter, { before, limit: PAGE })
    yield* page
    if (page.length < PAGE) return
    before = page.at(-1)!.id
  }
}
const PAGE = 500

function chosen({ who, act, outcome, from, to }: AuditFilter): RawBuilder<unknown> {
  const named = [
    ...(who === undefined ? [] : [sql`(a.login = ${who} or s.login = ${who} or s.name = ${who})`]),
    ...(act === undefined ? [] : [sql`a.act = ${act}`]),
    ...(outcome === undefined ? [] : [sql`a.outcome = ${outcome}`]),
    ...(from === undefined ? [] : [sql`a.at >= ${startOfDay(from)}`]),
    ...(to === undefined ? [] : [sql`a.at < ${startOfDay(addDays(to, 1))}`]),
  ]
  return named.length === 0 ? sql`true` : sql.join(named, sql` and `)
}
