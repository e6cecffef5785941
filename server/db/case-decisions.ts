import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { RefundKind } from '../../complaints/refund.ts'
import type { PauseReason } from '../../complaints/rule.ts'
import type { Outcome } from '../../complaints/words.ts'
import type { Reader, Tx } from './database.ts'

/** 决定 as it was signed. */
export type Decision = {
  id: number
  n: number
  outcome: Outcome
  findings: unknown
  laws: unknown
  words: Buffer | null
  refund: string | null
  drafted_by: number
  drafted_name: string
  signed_by: number
  signed_name: string
  signed_at: Date
}

/** Every decision of a case, the last first. */
export const decisionsOf = async (tx: Reader, caseId: number): Promise<Decision[]> =>
  (
    await sql<Decision>`
    select d.id, d.n, d.outcome, d.findings, d.laws, d.words, d.refund, d.drafted_by, a.name as drafted_name,
           d.signed_by, b.name as signed_name, d.signed_at
    from decision d join staff a on a.id = d.drafted_by join staff b on b.id = d.signed_by
    where d.case_id = ${caseId} order by d.n desc`.execute(tx)
  ).rows

export type NewDecision = {
  caseId: number
  outcome: Outcome
  findings: unknown
  laws: readonly string[]
  words: Buffer
  refund: string | null
  draftedBy: number
  signedBy: number
  at: Date
  proposal: number
}

/** Writes the next decision of a case. */
export async function writeDecision(tx: Tx, made: NewDecision): Promise<void> {
  await sql`
    insert into decision (case_id, n, outcome, findings, laws, words, refund, drafted_by, signed_by, signed_at, proposal_id)
    select ${made.caseId}, 1 + (select count(*)::int from decision where case_id = ${made.caseId}), ${made.outcome},
           ${JSON.stringify(made.findings)}::jsonb, ${JSON.stringify(made.laws)}::jsonb, ${made.words}, ${made.refund}::numeric,
           ${made.draftedBy}, ${made.signedBy}, ${made.at}, ${made.proposal}`.execute(tx)
}

/** 责令退还. */
export type RefundOrder = { id: number; amount: string; due_on: Day; basis: string; ordered_on: Day }
export type RefundEntry = {
  id: number
  order_id: number
  kind: RefundKind
  amount: string
  on_day: Day
  by: number | null
  name: string | null
  at: Date
}

/** The refund orders of a case, the first first. */
export const refundOrdersOf = async (tx: Reader, caseId: number): Promise<RefundOrder[]> =>
  (
    await sql<RefundOrder>`select id, amount, due_on, basis, ordered_on from refund_order where case_id = ${caseId} order by id`.execute(
      tx,
    )
  ).rows

/** Every entry of the refunds of a case, the first first. */
export const refundEntriesOf = async (tx: Reader, caseId: number): Promise<RefundEntry[]> =>
  (
    await sql<RefundEntry>`
    select e.id, e.order_id, e.kind, e.amount, e.on_day, e."by", s.name, e.at
    from refund_entry e join refund_order o on o.id = e.order_id left join staff s on s.id = e."by"
    where o.case_id = ${caseId} order by e.id`.execute(tx)
  ).rows

export type NewRefund = { caseId: number; amount: string; dueOn: Day; basis: string; orderedOn: Day; proposal: number }

/** Orders a refund. */
export async function writeRefundOrder(tx: Tx, made: NewRefund): Promise<void> {
  await sql`
    insert into refund_order (case_id, amount, due_on, basis, ordered_on, proposal_id)
    values (${made.caseId}, ${made.amount}, ${made.dueOn}, ${made.basis}, ${made.orderedOn}, ${made.proposal})`.execute(
    tx,
  )
}

export type NewEntry = { order: number; kind: RefundKind; amount: string; on: Day; by: number; at: Date }

/** Enters into the ledger; fails with `refund_balances` where it would not balance. */
export async function writeRefundEntry(tx: Tx, { order, kind, amount, on, by, at }: NewEntry): Promise<void> {
  await sql`
    insert into refund_entry (order_id, kind, amount, on_day, "by", at)
    values (${order}, ${kind}, ${amount}, ${on}, ${by}, ${at})`.execute(tx)
}

/** 中止: from today, as it was signed. */
export async function beginPause(
  tx: Tx,
  { caseId, reason, from, proposal }: { caseId: number; reason: PauseReason; from: Day; proposal: number },
): Promise<void> {
  await sql`insert into clock_pause (case_id, reason, from_on, proposal_id) values (${caseId}, ${reason}, ${from}, ${proposal})`.execute(
    tx,
  )
}

/** Ends the pauses of a case; the last day is within them. */
export async function endPauses(tx: Tx, caseId: number, to: Day): Promise<void> {
  await sql`update clock_pause set to_on = greatest(${to}::date, from_on) where case_id = ${caseId} and to_on is null`.execute(
    tx,
  )
}
