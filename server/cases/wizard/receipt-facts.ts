import type { ReceiptFacts } from '../../../views/print/acknowledgement.ts'
import { asHolder } from '../../db/case-doors.ts'
import { ownSubmission } from '../../db/owner.ts'
import type { Desk } from '../../staff/desk.ts'

/** What a receipt says of the filing itself, read by its own code; null once nobody here knows that any more. */
export async function receiptFacts(
  desk: Desk,
  { receipt, code }: { receipt: string; code: string | null },
): Promise<ReceiptFacts | null> {
  if (code === null) return null
  for (const pepper of desk.keys.peppers) {
    const found = await asHolder(desk.db, desk.keys.tag(receipt, code, pepper), ownSubmission)
    if (found === undefined) continue
    const { port, area, entity_name, category, charged } = found
    return { port, area, entity: entity_name, category, charged }
  }
  return null
}
