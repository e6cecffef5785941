import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Capacity, ContactFieldName, Goal } from '../../complaints/words.ts'
import type { Reader } from './database.ts'

/** 被投诉的一项收费 with the portal's comparison as it was then. */
export type ChargeLine = {
  n: number
  name: string
  charged_on: Day
  amount: string
  quantity: string | null
  unit: string | null
  invoice_no: string | null
  item: string | null
  verdict: string
  expected: string | null
  difference: string | null
}

/** The charges of a submission, in order. */
export const chargesOf = async (tx: Reader, submission: number): Promise<ChargeLine[]> =>
  (
    await sql<ChargeLine>`
    select n, name, charged_on, amount, quantity, unit, invoice_no, item, verdict, expected, difference
    from charge where submission_id = ${submission} order by n`.execute(tx)
  ).rows

/** 来件 as the desk sees it; `statement` is sealed. */
export type Submitted = {
  id: number
  receipt: string
  capacity: Capacity
  goals: Goal[]
  anonymous: boolean
  consent_publish: boolean
  consent_mediation: boolean
  daily_life: boolean
  language: 'zh' | 'en'
  statement: Buffer | null
  comparison: unknown
  release: number
  channel: 'web' | 'api'
  worked: boolean
}

/** The submission that a case is of. */
export async function submissionOf(tx: Reader, id: number): Promise<Submitted> {
  const { rows } = await sql<Submitted>`
    select id, receipt, capacity, goals, anonymous, consent_publish, consent_mediation, daily_life, language, statement,
           comparison, release, channel, worked
    from submission where id = ${id}`.execute(tx)
  return rows[0]!
}

/** A sealed field of the complainant, as a mark: it is there, or was destroyed when its time was over. */
export type ContactMark = { field: ContactFieldName; purged: boolean }

/** Which fields of a contact were given; their values stay sealed. */
export const contactMarks = async (tx: Reader, submission: number): Promise<ContactMark[]> =>
  (
    await sql<ContactMark>`
    select field, sealed is null as purged from contact_field where submission_id = ${submission}
    order by array_position(array['name','phone','email','address','company','credit_code'], field)`.execute(tx)
  ).rows

/** One sealed field of a contact. */
export async function sealedField(tx: Reader, submission: number, field: string): Promise<Buffer | null> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select sealed from contact_field where submission_id = ${submission} and field = ${field}`.execute(tx)
  return rows[0]?.sealed ?? null
}
