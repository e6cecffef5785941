import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Who asks what waits for him, and what he signs: steps of the life, publications, or neither. */
export type Signer = { id: number; steps: boolean; publications: boolean }

/** 待签批: the cases of one's own offices in which this person may sign what another asked; a decision that he signed he does not publish. */
export async function casesToSign(tx: Tx, { id, steps, publications }: Signer): Promise<number[]> {
  if (!steps && !publications) return []
  const { rows } = await sql<{ id: number }>`
    select distinct p.case_id as id from case_proposal p join case_file f on f.id = p.case_id
    where p.outcome is null and p.asked_by <> ${id} and f.org_id = any ((select case_own_reach())::int[])
      and case when p.step in ('publish', 'retract') then ${publications}::boolean else ${steps}::boolean end
      and (p.step <> 'publish' or ${id} is distinct from
        (select d.signed_by from decision d where d.case_id = p.case_id order by d.n desc limit 1))`.execute(tx)
  return rows.map(({ id: one }) => one)
}
