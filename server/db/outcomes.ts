import { sql } from 'kysely'
import type { Text } from '../../catalogue/text.ts'
import type { PublicCase } from '../../complaints/publication.ts'
import type { Reader } from './database.ts'

/** 退款现状 of a published case: as the ledger stands today. `again`: it is being looked at again. */
export type Money = { ordered: string; paid: string; confirmed: string; unclaimed: string; again: boolean }

/** 公示的一案: its public number, what was published, and how things stand. */
export type Outcome = { no: string; content: PublicCase; office: Text; published_at: Date } & Money

/** What the public may ask of the list. */
export type OutcomeFilter = {
  port?: string | undefined
  entity?: string | undefined
  category?: string | undefined
  item?: string | undefined
  outcome?: string | undefined
  year?: string | undefined
}

/** So many cases are on a page. */
export const OUTCOMES_A_PAGE = 20

const asked = ({ port, entity, category, item, outcome, year }: OutcomeFilter) => sql`
  p.content is not null
  and (${port ?? null}::text is null or p.content->>'port' = ${port ?? null})
  and (${entity ?? null}::text is null or p.content->>'entity' = ${entity ?? null})
  and (${category ?? null}::text is null or p.content->>'category' = ${category ?? null})
  and (${outcome ?? null}::text is null or p.content->>'outcome' = ${outcome ?? null})
  and (${year ?? null}::text is null or left(p.content->>'decided_on', 4) = ${year ?? null})
  and (${item ?? null}::text is null or p.content->'lines' @> jsonb_build_array(jsonb_build_object('item', ${item ?? null}::text)))`

const rowsWhere = (where: ReturnType<typeof asked>, limit: number, offset: number) => sql<Outcome>`
  with chosen as (select p.no, p.content, p.published_at from publication p where ${where}
                  order by p.published_at desc, p.no desc limit ${limit} offset ${offset})
  select c.no, c.content, c.published_at, coalesce(o.name, '{"zh":"—","en":null}') as office,
         coalesce(round(s.ordered, 2), 0.00) as ordered, coalesce(round(s.paid, 2), 0.00) as paid, coalesce(round(s.confirmed, 2), 0.00) as confirmed,
         coalesce(round(s.unclaimed, 2), 0.00) as unclaimed, coalesce(s.again, false) as again
  from chosen c left join org o on o.id = (c.content->>'office')::int
  left join outcome_standing(array(select no from chosen)) s on s.no = c.no
  order by c.published_at desc, c.no desc`

/** 已公示的案件, the last published first: one page of those asked for, and how many there are. */
export async function outcomesOf(
  db: Reader,
  filter: OutcomeFilter,
  page = 1,
): Promise<{ rows: Outcome[]; total: number }> {
  const where = asked(filter)
  const { rows: counted } = await sql<{ n: number }>`
    select count(*) as n from publication p where ${where}`.execute(db)
  const { rows } = await rowsWhere(where, OUTCOMES_A_PAGE, (page - 1) * OUTCOMES_A_PAGE).execute(db)
  return { rows, total: counted[0]!.n }
}

/** Every published case that was asked for, up to a bound, for a file. */
export const allOutcomes = async (db: Reader, filter: OutcomeFilter): Promise<Outcome[]> =>
  (await rowsWhere(asked(filter), MOST, 0).execute(db)).rows

const MOST = 20_000

/** 撤下的公示: what is left of it. */
export type Tombstone = { no: string; published_at: Date; retracted_at: Date; retract_reason: string }

/** One published case by its public number, or what is left of one that was retracted; undefined where there never was one. */
export async function outcomeBy(db: Reader, no: string): Promise<Outcome | Tombstone | undefined> {
  const [found] = (await rowsWhere(sql`p.no = ${no} and p.content is not null`, 1, 0).execute(db)).rows
  if (found !== undefined) return found
  const { rows } = await sql<Tombstone>`
    select no, published_at, retracted_at, retract_reason from publication
    where no = ${no} and retracted_at is not null order by n desc limit 1`.execute(db)
  return rows[0]
}

/** 本单位已公示的案件: how many there are, the last of them, and what was ordered and confirmed as repaid in all. */
export type OutcomesOfEntity = { total: number; ordered: string; paid: string; confirmed: string; rows: Outcome[] }

export async function outcomesOfEntity(db: Reader, entity: string): Promise<OutcomesOfEntity> {
  const { rows, total } = await outcomesOf(db, { entity })
  const { rows: sums } = await sql<Pick<OutcomesOfEntity, 'ordered' | 'paid' | 'confirmed'>>`
    select coalesce(round(sum(s.ordered), 2), 0.00) as ordered, coalesce(round(sum(s.paid), 2), 0.00) as paid, coalesce(round(sum(s.confirmed), 2), 0.00) as confirmed
    from outcome_standing(array(select no from publication where content is not null and content->>'entity' = ${entity})) s`.execute(
    db,
  )
  return { total, ...sums[0]!, rows: rows.slice(0, 5) }
}

/** The years in which published cases were decided, the last first. */
export const outcomeYears = async (db: Reader): Promise<string[]> =>
  (
    await sql<{ year: string }>`
    select distinct left(content->>'decided_on', 4) as year from publication where content is not null order by 1 desc`.execute(
      db,
    )
  ).rows.map(({ year }) => year)
