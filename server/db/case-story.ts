import { sql } from 'kysely'
import type { CaseState } from '../../complaints/case.ts'
import { brokenAt, type Chained } from '../../complaints/chain.ts'
import type { EventKind } from '../../complaints/events.ts'
import type { Actor } from '../../complaints/words.ts'
import type { Reader } from './database.ts'

/** 大事记: one event of a case, with the name of who did it as it is now. */
export type CaseEvent = {
  seq: number
  kind: EventKind
  at: Date
  actor: Actor
  staff_id: number | null
  name: string | null
  shown: boolean
  to_state: CaseState | null
  proposal_id: number | null
  payload: Record<string, unknown>
}

type Row = CaseEvent & { prev: Buffer; hash: Buffer }

/** Every event of a case, the first first, and the first at which its chain breaks (null: it holds). */
export async function storyOf(
  tx: Reader,
  { id, no, version, tail }: { id: number; no: string; version: number; tail: Buffer },
): Promise<{ events: CaseEvent[]; brokenAt: number | null }> {
  const { rows } = await sql<Row>`
    select e.seq, e.kind, e.at, e.actor, e.staff_id, s.name, e.shown, e.to_state, e.proposal_id, e.payload, e.prev, e.hash
    from case_event e left join staff s on s.id = e.staff_id where e.case_id = ${id} order by e.seq`.execute(tx)
  const atEnd = rows.find(({ seq }) => seq === version)?.hash.equals(tail) === true
  const broken = brokenAt(rows.map((row) => chained(no, row))) ?? (atEnd ? null : version)
  return { events: rows.map(({ prev, hash, ...event }) => event), brokenAt: broken }
}

const chained = (no: string, row: Row): Chained & Pick<Row, 'prev' | 'hash'> => ({
  case: no,
  seq: row.seq,
  kind: row.kind,
  at: row.at.toISOString(),
  actor: row.actor,
  staff: row.staff_id,
  to: row.to_state,
  payload: row.payload,
  prev: row.prev,
  hash: row.hash,
})

/** 文书 as the page lists them; their content is opened where they are shown. */
export type DocumentListed = {
  id: number
  form: string
  number: string
  made_at: Date
  made_name: string
  delivered_on: string | null
  delivered_by: string | null
  shown: boolean
}

/** The official documents of a case, the first first. */
export const documentsOf = async (tx: Reader, caseId: number): Promise<DocumentListed[]> =>
  (
    await sql<DocumentListed>`
    select d.id, d.form, d.number, d.made_at, s.name as made_name, d.delivered_on, d.delivered_by, d.shown
    from case_document d join staff s on s.id = d.made_by where d.case_id = ${caseId} order by d.id`.execute(tx)
  ).rows

/** 公示 of a case, the last first. */
export type Published = {
  no: string
  n: number
  published_at: Date
  retracted_at: Date | null
  retract_reason: string | null
}

/** What was published of a case. */
export const publicationsOf = async (tx: Reader, caseId: number): Promise<Published[]> =>
  (
    await sql<Published>`
    select no, n, published_at, retracted_at, retract_reason from publication where case_id = ${caseId} order by n desc`.execute(
      tx,
    )
  ).rows

/** 评价 of the complainant, round by round. */
export type Rating = { round: number; score: number; solved: boolean; words: Buffer | null; at: Date }

/** How the complainant rated a case. */
export const ratingsOf = async (tx: Reader, caseId: number): Promise<Rating[]> =>
  (
    await sql<Rating>`select round, score, solved, words, at from satisfaction where case_id = ${caseId} order by round`.execute(
      tx,
    )
  ).rows

/** The name of a member of staff. */
export async function nameOf(tx: Reader, id: number | null): Promise<string | null> {
  if (id === null) return null
  return (await sql<{ name: string }>`select name from staff where id = ${id}`.execute(tx)).rows[0]?.name ?? null
}
