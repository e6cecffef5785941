import { sql } from 'kysely'
import { confirmationsOf } from './confirmations.ts'
import type { Reader } from './database.ts'

/** 紧急发布, as the public may know it: why, and when a third person confirmed it; nobody is named. */
export type Emergency = { reason: string; confirmedAt: Date | null }

/** Of these releases, those that were published in an emergency. */
export async function emergenciesOf(
  db: Reader,
  releases: readonly { seq: number; emergency: boolean }[],
): Promise<Map<number, Emergency>> {
  const urgent = releases.filter(({ emergency }) => emergency).map(({ seq }) => seq)
  const found = await confirmationsOf(db, urgent)
  return new Map(
    found.map(({ release, reason, confirmed }) => [release, { reason, confirmedAt: confirmed?.at ?? null }]),
  )
}

/** How many lines of a release were read from a file that someone sent in. */
export async function linesFromFiles(db: Reader, release: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(source) as count from statement where line_release = ${release} and not remainder`.execute(db)
  return rows[0]!.count
}

/** Is this a person who neither wrote nor published an emergency release? The database holds to the same. */
export async function isThird(db: Reader, release: number, person: number): Promise<boolean> {
  const { rows } = await sql`
    select from release r where r.seq = ${release} and r.change_set is not null and (
      exists (select from change_contributor c where c.set_id = r.change_set and c.staff_id = ${person})
      or exists (select from change_event e where e.set_id = r.change_set and e.by = ${person}
                   and e.act in ('emergency', 'schedule', 'publish'))
      or exists (select from change_review v where v.set_id = r.change_set and v.reviewer = ${person}
                   and v.decision = 'emergency'))`.execute(db)
  return rows.length === 0
}
