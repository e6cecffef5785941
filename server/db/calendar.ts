import { sql } from 'kysely'
import type { Mark } from '../../catalogue/basis.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Notice } from '../../complaints/notice.ts'
import type { WorkdayKind } from '../../complaints/working-days.ts'
import type { Reader, Tx } from './database.ts'

/** A year whose notice was published, and who entered it; null for what came with the portal. */
export type PublishedYear = { year: number; notice: string; mark: Mark; importedAt: Date; by: string | null }

/** 法定日历: the years whose notices are entered, newest first. */
export const publishedYears = async (db: Reader): Promise<PublishedYear[]> =>
  (
    await sql<PublishedYear>`
      select y.year, y.notice, y.notice_mark as mark, y.imported_at as "importedAt", s.name as by
      from workday_year y left join staff s on s.id = y.imported_by order by y.year desc`.execute(db)
  ).rows

/** Every day of a year with what it is called; none where its notice is not entered. */
export const daysOfYear = async (
  db: Reader,
  year: number,
): Promise<{ day: Day; kind: WorkdayKind; name: string | null }[]> =>
  (
    await sql<{ day: Day; kind: WorkdayKind; name: string | null }>`
      select day, kind, name from workday w join workday_year y on y.year = ${year}
      where w.day between make_date(${year}, 1, 1) and make_date(${year}, 12, 31) order by day`.execute(db)
  ).rows

/** Enters the notice of the year that comes next; false where that year is entered or another comes before it. */
export async function enterYear(tx: Tx, { year, notice, days }: Notice, by: number | null, at: Date): Promise<boolean> {
  const entered = await sql`
    insert into workday_year (year, notice, imported_at, imported_by)
    select ${year}, ${notice}, ${at}, ${by} where ${year} = (select max(year) + 1 from workday_year)
    on conflict (year) do nothing returning year`.execute(tx)
  if (entered.rows.length === 0) return false
  await sql`
    insert into workday (day, kind, name)
    select day, kind, name from jsonb_to_recordset(${JSON.stringify(days)}::jsonb) as d (day date, kind text, name text)
    on conflict (day) do update set kind = excluded.kind, name = excluded.name`.execute(tx)
  return true
}
