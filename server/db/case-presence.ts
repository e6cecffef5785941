import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** 在看: notes that somebody looks at a case just now. */
export async function lookedAt(tx: Tx, caseId: number, staff: number, at: Date): Promise<void> {
  await sql`
    insert into case_presence (case_id, staff_id, seen_at) values (${caseId}, ${staff}, ${at})
    on conflict (case_id, staff_id) do update set seen_at = excluded.seen_at`.execute(tx)
}

/** Who else has looked at a case since then, by name. */
export async function othersLooking(tx: Tx, caseId: number, staff: number, since: Date): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select s.name from case_presence p join staff s on s.id = p.staff_id
    where p.case_id = ${caseId} and p.staff_id <> ${staff} and p.seen_at > ${since} order by s.name`.execute(tx)
  return rows.map(({ name }) => name)
}
