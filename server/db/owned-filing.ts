import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Text } from '../../catalogue/text.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { Comparison } from '../../complaints/comparison.ts'
import type { EventKind } from '../../complaints/events.ts'
import type { OwnedCharge } from '../../complaints/owned.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { Actor, Capacity, CaseType, Category, Goal, Outcome, Track } from '../../complaints/words.ts'
import type { CaseTables } from './case-tables.ts'
import type { ClockRow } from './clocks.ts'
import type { Db, Tx } from './database.ts'

/** An instant and bytes as JSON of the database carries them: ISO 8601; `\x` and hex. */
type Instant = string
type Bytes = string

/** A case as `owned_cases()` (migrations/0016-lookup.sql) gives it. */
export type OwnedCaseRow = {
  id: number
  no: string
  type: CaseType
  track: Track
  state: CaseState
  version: number
  due_on: Day | null
  due_code: ClockCode | null
  due_provisional: boolean | null
  closed_on: Day | null
  office: Text
  target: Text | null
  clocks: ClockRow[]
  events: {
    seq: number
    kind: EventKind
    at: Instant
    actor: Actor
    to_state: CaseState | null
    deadline: Day | null
  }[]
  messages: {
    id: number
    sender: 'complainant' | 'desk'
    at: Instant
    words: Bytes | null
    asks: boolean
    read_at: Instant | null
  }[]
  decisions: { n: number; outcome: Outcome; words: Bytes | null; refund: string | null; signed_at: Instant }[]
  documents: { id: number; form: string; number: string; made_at: Instant; delivered_on: Day | null }[]
  refunds: {
    id: number
    amount: string
    ordered_on: Day
    due_on: Day
    paid: string
    confirmed: string
    unclaimed: string
    to_confirm: string
  }[]
  publications: { no: string; n: number; published_at: Instant; retracted_at: Instant | null }[]
  ratings: { round: number; score: number; solved: boolean; words: Bytes | null; at: Instant }[]
}

/** A submission as `owned_filing()` gives it, with its charges, files and cases. */
export type OwnedRow = {
  id: number
  receipt: string
  received_at: Instant
  capacity: Capacity
  goals: Goal[]
  category: Category
  anonymous: boolean
  consent_publish: boolean
  consent_mediation: boolean
  port: string
  area: string | null
  entity: string | null
  entity_name: string
  statement: Bytes | null
  charged: string
  comparison: Comparison | null
  acknowledgement: Bytes
  charges: (Omit<OwnedCharge, 'chargedOn' | 'invoiceNo'> & { charged_on: Day; invoice_no: string | null })[]
  files: (Pick<CaseTables['attachment'], 'id' | 'kind' | 'size' | 'state' | 'why' | 'sender'> & {
    name: Bytes | null
    at: Instant
    case_id: number | null
    message_id: number | null
  })[]
  cases: OwnedCaseRow[]
}

/** What a lookup finds: the tag that finds it again, and when it was looked up the time before. */
export type Found = { tag: Bytes; before: Instant | null; filing: OwnedRow }

/** Everything of a submission that the holder of its receipt may see; runs `asHolder`. Null where the tag opens nothing. */
export async function ownedFiling(tx: Tx): Promise<OwnedRow | null> {
  const { rows } = await sql<{ filing: OwnedRow | null }>`select owned_filing() as filing`.execute(tx)
  return rows[0]!.filing
}

/**
 * What one of these tags, one a pepper, finds: one question, one indexed read; null when none does. It is noted as seen
 * `at` then, unless that is null because nothing can be written.
 */
export async function lookedUp(db: Db, tags: readonly Buffer[], at: Date | null): Promise<Found | null> {
  const { rows } = await sql<{ found: Found | null }>`select looked_up(${tags}::bytea[], ${at}) as found`.execute(db)
  return rows[0]!.found
}

/** Bytes out of the JSON of the database. */
export const bytesOf = (hex: Bytes): Buffer => Buffer.from(hex.slice(2), 'hex')
