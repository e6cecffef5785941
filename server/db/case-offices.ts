import { sql } from 'kysely'
import type { Reader } from './database.ts'

/** Does this person work in the office, or in one above it? */
export async function worksFor(tx: Reader, staff: number, org: number): Promise<boolean> {
  const { rows } = await sql`
    select from org o join staff_org s on s.staff_id = ${staff} join org own on own.id = s.org_id
    where o.id = ${org} and starts_with(o.path, own.path) limit 1`.execute(tx)
  return rows.length > 0
}

/** Somebody who may be given a case of an office. */
export type Colleague = { id: number; name: string; login: string }

/** 可分派的人: who handles cases in an office or above it, and still works here. */
export const colleaguesOf = async (tx: Reader, org: number): Promise<Colleague[]> =>
  (
    await sql<Colleague>`
    select distinct s.id, s.name, s.login from org o
    join org own on starts_with(o.path, own.path)
    join staff_org so on so.org_id = own.id
    join staff s on s.id = so.staff_id and s.disabled_at is null
    join staff_role r on r.staff_id = s.id and r.role in ('case_handler', 'case_supervisor')
    where o.id = ${org} order by s.name, s.id`.execute(tx)
  ).rows
