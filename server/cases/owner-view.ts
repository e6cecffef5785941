import { chinaDay, type Day } from '../../catalogue/day.ts'
import type { Comparison } from '../../complaints/comparison.ts'
import type { OwnedCharge, OwnedFiling } from '../../complaints/owned.ts'
import type { Capacity, Goal } from '../../complaints/words.ts'
import { filesOf } from '../db/attachments.ts'
import { asHolder } from '../db/case-doors.ts'
import type { Tx } from '../db/database.ts'
import { ownCases, ownCharges, ownSubmission } from '../db/owner.ts'
import type { Desk } from '../staff/desk.ts'
import type { FiledShown } from './files/shown.ts'
import { ownedCases } from './owner-cases.ts'

/** 查询所见: all that the holder of a receipt may see, and nothing that is not shown to him. */
export type OwnerView = OwnedFiling & { id: number; files: FiledShown[] }

/** What the tag of a receipt and its code opens; null when it opens nothing (a code that was replaced, say). */
export const ownerView = (desk: Desk, tag: Buffer): Promise<OwnerView | null> =>
  asHolder(desk.db, tag, (tx) => viewIn(desk, tx))

/** The same within a transaction of the holder. */
export async function viewIn(desk: Desk, tx: Tx): Promise<OwnerView | null> {
  const sent = await ownSubmission(tx)
  if (sent === undefined) return null
  return {
    ...asFiled(desk, sent),
    charges: (await ownCharges(tx)).map(chargeOf),
    files: await filesOf(tx, desk.keys, sent.id),
    cases: await ownedCases(desk, tx, await ownCases(tx)),
  }
}

type Sent = NonNullable<Awaited<ReturnType<typeof ownSubmission>>>

const asFiled = (desk: Desk, sent: Sent): Omit<OwnerView, 'charges' | 'files' | 'cases'> => ({
  id: sent.id,
  receipt: sent.receipt,
  receivedAt: sent.received_at,
  receivedOn: chinaDay(sent.received_at),
  capacity: sent.capacity as Capacity,
  goals: sent.goals as Goal[],
  category: sent.category,
  anonymous: sent.anonymous,
  consentPublish: sent.consent_publish,
  consentMediation: sent.consent_mediation,
  port: sent.port,
  area: sent.area,
  entity: sent.entity,
  entityName: sent.entity_name,
  statement: sent.statement && desk.keys.open(`submission/${sent.receipt}/statement`, sent.statement),
  charged: sent.charged,
  comparison: sent.comparison as Comparison | null,
  acknowledgement: sent.acknowledgement.toString('hex'),
})

const chargeOf = (row: Awaited<ReturnType<typeof ownCharges>>[number]): OwnedCharge => ({
  n: row.n,
  name: row.name,
  chargedOn: row.charged_on as Day,
  amount: row.amount,
  quantity: row.quantity,
  unit: row.unit,
  invoiceNo: row.invoice_no,
  verdict: row.verdict,
  expected: row.expected,
  difference: row.difference,
})
