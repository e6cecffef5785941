import type { Day } from '../../catalogue/day.ts'
import { type Ledger, ledgerOf } from '../../complaints/refund.ts'
import { type Cluster, casesIn, clusterById } from '../db/case-clusters.ts'
import { type RefundEntry, type RefundOrder, refundEntriesOf, refundOrdersOf } from '../db/case-decisions.ts'
import type { CaseFile } from '../db/case-files.ts'
import { worksFor } from '../db/case-offices.ts'
import type { Tx } from '../db/database.ts'
import type { Person } from '../staff/desk.ts'

/** 退款台账 of one order: the order, its entries, and what they come to today. */
export type Refund = RefundOrder & { entries: RefundEntry[]; ledger: Ledger }

/** Every refund order of a case with its ledger on a day. */
export async function refundsOf(tx: Tx, caseId: number, today: Day): Promise<Refund[]> {
  const entries = await refundEntriesOf(tx, caseId)
  return (await refundOrdersOf(tx, caseId)).map((order) => {
    const of = entries.filter(({ order_id }) => order_id === order.id)
    return { ...order, entries: of, ledger: ledgerOf({ amount: order.amount, dueOn: order.due_on }, of, today) }
  })
}

/** A cluster, and how many of its cases one may see. */
export type ClusterWhole = Cluster & { cases: number }

/** The cluster of a case; null where it is in none. */
export async function clusterOf(tx: Tx, id: number | null): Promise<ClusterWhole | null> {
  const cluster = id === null ? undefined : await clusterById(tx, id)
  return cluster === undefined ? null : { ...cluster, cases: await casesIn(tx, cluster.id) }
}

/** Does a person work for the office of a case, and for the one it is on its way to? */
export type Theirs = { office: boolean; target: boolean }

/** Whose a case is, as one who asks stands to it. */
export const theirsOf = async (tx: Tx, { id }: Person, { org_id, target_org }: CaseFile): Promise<Theirs> => ({
  office: await worksFor(tx, id, org_id),
  target: target_org !== null && (await worksFor(tx, id, target_org)),
})
