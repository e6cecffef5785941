import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { CaseType, Category, Outcome, Track } from '../../complaints/words.ts'
import type { Reader, Tx } from './database.ts'

/** 案件 as its row stands. */
export type CaseFile = {
  id: number
  no: string
  submission_id: number
  type: CaseType
  track: Track
  org_id: number
  target_org: number | null
  port: string
  area: string | null
  entity: string | null
  entity_name: string
  category: Category
  item: string | null
  verdict: string | null
  charged: string
  anonymous: boolean
  state: CaseState
  prior: CaseState | null
  version: number
  tail: Buffer
  assignee: number | null
  cluster_id: number | null
  received_at: Date
  received_on: Day
  due_on: Day | null
  due_code: ClockCode | null
  due_provisional: boolean | null
  outcome: Outcome | null
  decided_on: Day | null
  closed_on: Day | null
  hops: number
  unread: boolean
  legal_hold: boolean
  purged_on: Day | null
}

const COLUMNS = sql`id, no, submission_id, type, track, org_id, target_org, port, area, entity, entity_name, category,
  item, verdict, charged, anonymous, state, prior, version, tail, assignee, cluster_id, received_at, received_on, due_on,
  due_code, due_provisional, outcome, decided_on, closed_on, hops, unread, legal_hold, purged_on`

/** A case by its number, as far as whoever asks may see it. */
export async function caseFile(tx: Reader, no: string): Promise<CaseFile | undefined> {
  return (await sql<CaseFile>`select ${COLUMNS} from case_file where no = ${no}`.execute(tx)).rows[0]
}

/** The same, held until the transaction ends: nobody else moves it meanwhile. */
export async function heldCase(tx: Tx, no: string): Promise<CaseFile | undefined> {
  return (await sql<CaseFile>`select ${COLUMNS} from case_file where no = ${no} for update`.execute(tx)).rows[0]
}

/** The other case of the same submission, where whoever asks may see it. */
export async function twinOf(tx: Reader, { id, submission_id }: CaseFile): Promise<string | null> {
  const { rows } = await sql<{ no: string }>`
    select no from case_file where submission_id = ${submission_id} and id <> ${id} order by id limit 1`.execute(tx)
  return rows[0]?.no ?? null
}

/** What the desk itself keeps of a case, besides what its events move. */
export type Kept = Partial<
  Pick<CaseFile, 'target_org' | 'assignee' | 'cluster_id' | 'unread' | 'outcome' | 'decided_on' | 'hops' | 'legal_hold'>
>

/** Writes what the desk keeps of a case. */
export async function keep(tx: Tx, id: number, kept: Kept): Promise<void> {
  await tx.updateTable('case_file').set(kept).where('id', '=', id).execute()
}

/** How often a case was sent back so far. */
export async function timesSentBack(tx: Reader, id: number): Promise<number> {
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from case_event where case_id = ${id} and kind = 'send_back'`.execute(tx)
  return rows[0]!.n
}

/** The day until which a supplement was asked for, last. */
export async function supplementBy(tx: Reader, id: number): Promise<Day | null> {
  const { rows } = await sql<{ by: Day | null }>`
    select payload->>'deadline' as by from case_event where case_id = ${id} and kind = 'ask_supplement' order by seq desc limit 1`.execute(
    tx,
  )
  return rows[0]?.by ?? null
}
