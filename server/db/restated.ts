import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Restatement } from '../../catalogue/restatement.ts'
import type { Reader } from './database.ts'

type Row = Omit<Restatement, 'days'> & { release: number; from: Day; until: Day | null; total: number }

/**
 * 更正: what releases put right, and on exactly which days the portal now answers otherwise than before; by release, in
 * the order of the lines and of the days, at most `limit` of each.
 */
export async function restatedBy(
  db: Reader,
  releases: readonly number[],
  limit: number,
): Promise<Map<number, Restated>> {
  if (releases.length === 0) return new Map()
  return told(
    db,
    sql`
    select made.line_release as release, made.line_n as n, made.kind, subject.key, made.subject_id, made.valid, made.payload
    from statement made join subject on subject.id = made.subject_id
    where made.line_release = any(${[...releases]}::bigint[]) and made.change = 'correct' and not made.remainder`,
    sql`upper(old.known) = line.release`,
    limit,
  )
}

/** The same of a set that is yet to be published, against what the portal says now. */
export async function wouldRestate(db: Reader, set: number, limit: number): Promise<Restated> {
  const found = await told(
    db,
    sql`
    select 0::bigint as release, l.n, l.kind, l.key, subject.id as subject_id, l.valid, l.payload
    from change_line l left join subject on subject.kind = l.kind and subject.key = l.key
    where l.set_id = ${set} and l.change = 'correct' and not l.removed`,
    sql`upper_inf(old.known)`,
    limit,
  )
  return found.get(0) ?? NOTHING
}

/** Some of what is put right, and of how many stretches of days in all. */
export type Restated = { rows: Restatement[]; total: number }
export const NOTHING: Restated = { rows: [], total: 0 }

/** Days of which something else was said, and days of which nothing was. */
async function told(
  db: Reader,
  lines: RawBuilder<unknown>,
  replaced: RawBuilder<unknown>,
  limit: number,
): Promise<Map<number, Restated>> {
  const { rows } = await sql<Row>`
    with line as (${lines}), answer as (
      select line.*, line.valid * old.valid as days, old.payload as before
      from line join statement old on old.subject_id = line.subject_id and ${replaced} and old.valid && line.valid
      union all
      select line.*, rest as days, null as before
      from line, unnest(datemultirange(line.valid) - coalesce(
        (select range_agg(old.valid) from statement old where old.subject_id = line.subject_id and ${replaced}),
        '{}'::datemultirange)) as rest
    ), numbered as (
      select answer.*, row_number() over (partition by release order by n, lower(days)) as nth,
        count(*) over (partition by release) as total
      from answer where before is distinct from payload
    )
    select release, n, kind, key, lower(days) as "from", upper(days) as until, before, payload as after, total
    from numbered where nth <= ${limit} order by release, nth`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ release }) => release)].map(([release, of]) => [
      release,
      { rows: of.map(toRestatement), total: of[0]!.total },
    ]),
  )
}

const toRestatement = ({ n, kind, key, from, until, before, after }: Row): Restatement => ({
  ...{ n, kind, key, before, after },
  days: { from, until },
})
