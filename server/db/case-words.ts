import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Reader, Tx } from './database.ts'

export type Note = { id: number; by: number; name: string; at: Date; words: Buffer | null }
export type Message = {
  id: number
  sender: 'complainant' | 'desk'
  by: number | null
  name: string | null
  at: Date
  words: Buffer | null
  asks: boolean
  read_at: Date | null
}
export type Reply = { id: number; words: Buffer | null; on_day: Day; by: number; name: string; at: Date }

/** 内部记录 of a case, the first first. */
export const notesOf = async (tx: Reader, caseId: number): Promise<Note[]> =>
  (
    await sql<Note>`select n.id, n."by", s.name, n.at, n.words from case_note n join staff s on s.id = n."by"
    where n.case_id = ${caseId} order by n.id`.execute(tx)
  ).rows

/** 与投诉人往来, the first first. */
export const messagesOf = async (tx: Reader, caseId: number): Promise<Message[]> =>
  (
    await sql<Message>`select m.id, m.sender, m."by", s.name, m.at, m.words, m.asks, m.read_at
    from case_message m left join staff s on s.id = m."by" where m.case_id = ${caseId} order by m.id`.execute(tx)
  ).rows

/** 被反映单位的说明, the first first. */
export const repliesOf = async (tx: Reader, caseId: number): Promise<Reply[]> =>
  (
    await sql<Reply>`select r.id, r.words, r.on_day, r."by", s.name, r.at from respondent_reply r join staff s on s.id = r."by"
    where r.case_id = ${caseId} order by r.id`.execute(tx)
  ).rows

type Written = { caseId: number; by: number; at: Date; words: Buffer }

/** Writes an internal note. */
export async function writeNote(tx: Tx, { caseId, by, at, words }: Written): Promise<void> {
  await sql`insert into case_note (case_id, "by", at, words) values (${caseId}, ${by}, ${at}, ${words})`.execute(tx)
}

/** Writes a message to the complainant; `asks` where an answer is wanted. */
export async function writeMessage(
  tx: Tx,
  { caseId, by, at, words, asks }: Written & { asks: boolean },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into case_message (case_id, sender, "by", at, words, asks) values (${caseId}, 'desk', ${by}, ${at}, ${words}, ${asks})
    returning id`.execute(tx)
  return rows[0]!.id
}

/** Writes what the respondent said, and on which day. */
export async function writeReply(tx: Tx, { caseId, by, at, words, on }: Written & { on: Day }): Promise<void> {
  await sql`insert into respondent_reply (case_id, words, on_day, "by", at) values (${caseId}, ${words}, ${on}, ${by}, ${at})`.execute(
    tx,
  )
}

/** Marks what the complainant wrote as read. */
export async function messagesRead(tx: Tx, caseId: number, at: Date): Promise<void> {
  await sql`update case_message set read_at = ${at} where case_id = ${caseId} and sender = 'complainant' and read_at is null`.execute(
    tx,
  )
}
