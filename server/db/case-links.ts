import { sql } from 'kysely'
import type { CaseState } from '../../complaints/case.ts'
import type { CaseType } from '../../complaints/words.ts'
import type { Reader, Tx } from './database.ts'

/** 关联案件: a link as it is seen from one of its two cases. */
export type Link = { id: number; no: string; kind: 'duplicate' | 'related'; state: CaseState; type: CaseType; at: Date }

/** The live links of a case to cases that whoever asks may see. */
export const linksOf = async (tx: Reader, caseId: number): Promise<Link[]> =>
  (
    await sql<Link>`
    select l.id, f.no, l.kind, f.state, f.type, l.at from case_link l
    join case_file f on f.id = case when l.case_id = ${caseId} then l.other_id else l.case_id end
    where (l.case_id = ${caseId} or l.other_id = ${caseId}) and l.ended_at is null order by l.id`.execute(tx)
  ).rows

type NewLink = { caseId: number; otherId: number; kind: Link['kind']; by: number; at: Date }

/** Links two cases; fails with `linked_once` where they are. */
export async function link(tx: Tx, { caseId, otherId, kind, by, at }: NewLink): Promise<void> {
  await sql`insert into case_link (case_id, other_id, kind, "by", at) values (${caseId}, ${otherId}, ${kind}, ${by}, ${at})`.execute(
    tx,
  )
}

/** Ends a live link of a case; the number of the other case, null where there is none. */
export async function unlink(tx: Tx, caseId: number, id: number, at: Date): Promise<string | null> {
  const { rows } = await sql<{ other: number }>`
    update case_link set ended_at = ${at} where id = ${id} and (case_id = ${caseId} or other_id = ${caseId}) and ended_at is null
    returning case when case_id = ${caseId} then other_id else case_id end as other`.execute(tx)
  if (rows.length === 0) return null
  const other = await sql<{ no: string }>`select no from case_file where id = ${rows[0]!.other}`.execute(tx)
  return other.rows[0]?.no ?? ''
}
