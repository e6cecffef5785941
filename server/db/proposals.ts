import { sql } from 'kysely'
import type { Proposed } from '../../complaints/case.ts'
import type { Reader, Tx } from './database.ts'

/** 待签: what one asked for and another signs. */
export type Proposal = {
  id: number
  case_id: number
  step: Proposed
  payload: Record<string, unknown>
  words: Buffer | null
  asked_by: number
  asked_name: string
  asked_at: Date
  decided_by: number | null
  decided_name: string | null
  decided_at: Date | null
  outcome: 'signed' | 'declined' | 'withdrawn' | null
  why: Buffer | null
  used_seq: number | null
}

const READ = sql`
  select p.id, p.case_id, p.step, p.payload, p.words, p.asked_by, a.name as asked_name, p.asked_at, p.decided_by,
         d.name as decided_name, p.decided_at, p.outcome, p.why, p.used_seq
  from case_proposal p join staff a on a.id = p.asked_by left join staff d on d.id = p.decided_by`

/** Every proposal of a case, the newest first. */
export const proposalsOf = async (tx: Reader, caseId: number): Promise<Proposal[]> =>
  (await sql<Proposal>`${READ} where p.case_id = ${caseId} order by p.id desc`.execute(tx)).rows

/** One proposal of a case. */
export const proposalOf = async (tx: Reader, caseId: number, id: number): Promise<Proposal | undefined> =>
  (await sql<Proposal>`${READ} where p.case_id = ${caseId} and p.id = ${id}`.execute(tx)).rows[0]

export type NewProposal = {
  caseId: number
  step: Proposed
  payload: Record<string, unknown>
  words: Buffer | null
  by: number
  at: Date
}

/** 提请审批. Fails with `one_open_proposal` where the same was asked and is not decided. */
export async function ask(tx: Tx, { caseId, step, payload, words, by, at }: NewProposal): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into case_proposal (case_id, step, payload, words, asked_by, asked_at)
    values (${caseId}, ${step}, ${JSON.stringify(payload)}::jsonb, ${words}, ${by}, ${at}) returning id`.execute(tx)
  return rows[0]!.id
}

export type Decided = { outcome: 'signed' | 'declined' | 'withdrawn'; by: number; at: Date; why: Buffer | null }

/** Signs, declines or withdraws what is still open; false where somebody did so before. */
export async function decideProposal(tx: Tx, id: number, { outcome, by, at, why }: Decided): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    update case_proposal set outcome = ${outcome}, decided_by = ${by}, decided_at = ${at}, why = ${why}
    where id = ${id} and outcome is null`.execute(tx)
  return numAffectedRows > 0n
}

/** May this person open the identity in a case now: asked for by him, signed by another, within these hours? */
export async function revealSigned(
  tx: Reader,
  caseId: number,
  by: number,
  { now, hours }: { now: Date; hours: number },
): Promise<boolean> {
  const { rows } = await sql`
    select from case_proposal where case_id = ${caseId} and step = 'reveal' and asked_by = ${by} and outcome = 'signed'
    and decided_at > ${now}::timestamptz - make_interval(hours => ${hours}) limit 1`.execute(tx)
  return rows.length > 0
}
