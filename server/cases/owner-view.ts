import { chinaDay } from '../../catalogue/day.ts'
import type { OwnedCharge, OwnedFiling } from '../../complaints/owned.ts'
import { asHolder } from '../db/case-doors.ts'
import type { Tx } from '../db/database.ts'
import { bytesOf, type OwnedRow, ownedFiling } from '../db/owned-filing.ts'
import type { Desk } from '../staff/desk.ts'
import { type FiledShown, shown } from './files/shown.ts'
import { ownedCase } from './owner-cases.ts'

/** 查询所见: all that the holder of a receipt may see, and nothing that is not shown to him. */
export type OwnerView = OwnedFiling & { id: number; files: FiledShown[] }

/** What the tag of a receipt and its code opens; null when it opens nothing (a code that was replaced, say). */
export const ownerView = (desk: Desk, tag: Buffer): Promise<OwnerView | null> =>
  asHolder(desk.db, tag, (tx) => viewIn(desk, tx))

/** The same within a transaction of the holder. */
export async function viewIn(desk: Desk, tx: Tx): Promise<OwnerView | null> {
  const row = await ownedFiling(tx)
  return row && viewOf(desk, row)
}

/** A submission as its row says it, with what is sealed opened. */
export const viewOf = (desk: Desk, row: OwnedRow): OwnerView => ({
  ...asFiled(desk, row),
  charges: row.charges.map(chargeOf),
  files: row.files.map((file) => fileOf(desk, file)),
  cases: row.cases.map((one, place) => ownedCase(desk, one, place + 1)),
})

function asFiled({ keys }: Desk, sent: OwnedRow): Omit<OwnerView, 'charges' | 'files' | 'cases'> {
  const receivedAt = new Date(sent.received_at)
  return {
    ...{ id: sent.id, receipt: sent.receipt, receivedAt, receivedOn: chinaDay(receivedAt) },
    ...{ capacity: sent.capacity, goals: sent.goals, category: sent.category, anonymous: sent.anonymous },
    ...{ consentPublish: sent.consent_publish, consentMediation: sent.consent_mediation },
    ...{ port: sent.port, area: sent.area, entity: sent.entity, entityName: sent.entity_name },
    statement: sent.statement && keys.open(`submission/${sent.receipt}/statement`, bytesOf(sent.statement)),
    ...{ charged: sent.charged, comparison: sent.comparison },
    acknowledgement: bytesOf(sent.acknowledgement).toString('hex'),
  }
}

const chargeOf = ({ charged_on, invoice_no, ...charge }: OwnedRow['charges'][number]): OwnedCharge => ({
  ...charge,
  chargedOn: charged_on,
  invoiceNo: invoice_no,
})

const fileOf = ({ keys }: Desk, { name, at, sender, ...file }: OwnedRow['files'][number]): FiledShown => ({
  ...shown(keys, { ...file, name: name === null ? null : bytesOf(name), at: new Date(at) }),
  ...{ sender, caseId: file.case_id, messageId: file.message_id },
})
