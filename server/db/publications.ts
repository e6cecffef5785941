import { sql } from 'kysely'
import type { PublicCase } from '../../complaints/publication.ts'
import type { Reader, Tx } from './database.ts'

export type NewPublication = {
  caseId: number
  content: PublicCase
  checklist: unknown
  preparedBy: number
  publishedBy: number
  at: Date
  proposal: number
}

/** 公示: under the number that the case has already, else the next of the year. What stood before is replaced. */
export async function writePublication(tx: Tx, made: NewPublication): Promise<void> {
  await withdrawPublished(tx, made.caseId, made.at, 'replaced')
  const no = (await numberOf(tx, made.caseId)) ?? (await nextNumber(tx, made.at))
  await sql`
    insert into publication (case_id, no, n, content, checklist, prepared_by, published_by, published_at, proposal_id)
    select ${made.caseId}, ${no}, 1 + (select count(*)::int from publication where case_id = ${made.caseId}),
           ${JSON.stringify(made.content)}::jsonb, ${JSON.stringify(made.checklist)}::jsonb, ${made.preparedBy},
           ${made.publishedBy}, ${made.at}, ${made.proposal}`.execute(tx)
}

/** 撤下: what stands now is taken away; number, days and reason stay. */
export async function withdrawPublished(tx: Tx, caseId: number, at: Date, reason: string): Promise<void> {
  await sql`
    update publication set content = null, retracted_at = ${at}, retract_reason = ${reason}
    where case_id = ${caseId} and retracted_at is null`.execute(tx)
}

/** The public number of a case that was published before. */
export async function numberOf(tx: Reader, caseId: number): Promise<string | null> {
  const { rows } = await sql<{ no: string }>`select no from publication where case_id = ${caseId} limit 1`.execute(tx)
  return rows[0]?.no ?? null
}

/** GS2026-0001: counted by the year in China. */
async function nextNumber(tx: Tx, at: Date): Promise<string> {
  const { rows } = await sql<{ no: string }>`
    insert into outcome_number as o (year, last) values (extract(year from ${at}::timestamptz at time zone 'Asia/Shanghai')::int, 1)
    on conflict (year) do update set last = o.last + 1
    returning 'GS' || year || '-' || lpad(last::text, greatest(4, length(last::text)), '0') as no`.execute(tx)
  return rows[0]!.no
}

/** What stands published of a case, as the desk reads it. */
export type Standing = { no: string; n: number; content: PublicCase; published_at: Date; published_by: string }

export async function standingOf(tx: Reader, caseId: number): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    select p.no, p.n, p.content, p.published_at, s.name as published_by from publication p join staff s on s.id = p.published_by
    where p.case_id = ${caseId} and p.content is not null order by p.n desc limit 1`.execute(tx)
  return rows[0] ?? null
}
