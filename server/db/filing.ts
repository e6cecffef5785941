import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { CaseType, ContactFieldName, Track } from '../../complaints/words.ts'
import { asClerk } from './case-doors.ts'
import type { ChargeLine } from './case-submission.ts'
import type { Db } from './database.ts'

/** The clock by which a filing is first answered, as it was told at once. */
export type FirstClock = { code: ClockCode; dueOn: Day; provisional: boolean }

/** A filing as file_complaint() takes it; bytes as hex. */
export type FilingRows = {
  receipt: string
  tag: string
  pepper: number
  code_sealed: string
  code_until: Date
  capacity: string
  goals: readonly string[]
  category: string
  anonymous: boolean
  consent_publish: boolean
  consent_mediation: boolean
  daily_life: boolean
  language: 'zh' | 'en'
  port: string
  area: string | null
  entity: string | null
  entity_name: string
  statement: string
  charged: string
  comparison: unknown
  comparison_sha: string | null
  release: number
  acknowledgement: string
  channel: 'web' | 'api'
  worked: boolean
  received_at: Date
  received_on: Day
  contacts: { field: ContactFieldName; sealed: string; blind: string | null }[]
  charges: ChargeLine[]
  cases: CaseRow[]
  grams: readonly string[]
}
export type CaseRow = {
  no: string
  type: CaseType
  track: Track
  org: number
  item: string | null
  verdict: string | null
  event: { payload: Record<string, unknown>; hash: string }
  clocks: { code: ClockCode; rule: number; started_on: Day; due_on: Day; provisional: boolean }[]
}

/** What was filed under a key, as it was answered then. The code is sealed, and gone after a day. */
export type FiledUnder = {
  receipt: string
  fingerprint: Buffer
  code_sealed: Buffer | null
  code_until: Date | null
  received_at: Date
  acknowledgement: Buffer
  web: boolean
  cases: { no: string; type: CaseType; track: Track; org: number; clock: FirstClock | null }[]
}

/** What a key was filed with; undefined when nothing was. */
export const filedUnder = async (db: Db, key: string): Promise<FiledUnder | undefined> =>
  (await sql<FiledUnder>`select * from filed_under(${key})`.execute(db)).rows[0]

/** How entering a filing ended: it is there, the key was there before, or what it was made of must be made anew. */
export type Entered = 'entered' | 'known-key' | 'drawn-before' | 'law-changed'

/** 收件: enters a filing in one transaction, or nothing of it. Only what a second try mends is an answer; all else is thrown. */
export async function enterFiling(
  db: Db,
  { key, fingerprint, law }: { key: string; fingerprint: Buffer; law: number },
  filing: FilingRows,
): Promise<Entered> {
  try {
    const { rows } = await sql<{ replayed: boolean }>`
      select replayed from file_complaint(${key}, ${fingerprint}, ${law}, ${JSON.stringify(filing)}::jsonb)`.execute(db)
    return rows[0]!.replayed ? 'known-key' : 'entered'
  } catch (error) {
    const mendable = MENDABLE[(error as { constraint?: string }).constraint ?? '']
    if (mendable === undefined) throw error
    return mendable
  }
}

const MENDABLE: Record<string, Entered> = {
  receipt_is_unique: 'drawn-before',
  tag_is_unique: 'drawn-before',
  law_is_current: 'law-changed',
}

/** The code filed under a key is kept no longer: its holder has it. */
export const forgetCode = async (db: Db, key: string): Promise<void> =>
  void (await sql`select forget_code(${key})`.execute(db))

/** Codes whose day is over are kept no longer, nor proofs of work that nobody could use again. Gives how many codes. */
export const forgetDue = (db: Db, now: Date): Promise<number> =>
  asClerk(db, async (tx) => {
    await tx.deleteFrom('proof_used').where('until', '<', now).execute()
    const { numUpdatedRows } = await tx
      .updateTable('submission')
      .set({ code_sealed: null, code_until: null })
      .where('code_until', '<=', now)
      .where('code_sealed', 'is not', null)
      .executeTakeFirst()
    return Number(numUpdatedRows)
  })

/** Uses a proof of work: true the first time, and for a retry under the same key. */
export async function useProof(db: Db, id: Buffer, key: string | null, until: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into proof_used as used (id, key, until) values (${id}, ${key}, ${until})
    on conflict (id) do update set key = excluded.key where used.key = excluded.key
    returning id`.execute(db)
  return rows.length > 0
}
