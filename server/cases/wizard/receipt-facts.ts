import type { ReceiptFacts } from '../../../views/print/acknowledgement.ts'
import { lookedUp } from '../../db/owned-filing.ts'
import type { Desk } from '../../staff/desk.ts'
import { tagsOf } from '../lookup.ts'

/** What a receipt says of the filing itself, read by its own code; null once nobody here knows that any more. */
export async function receiptFacts(
  desk: Desk,
  { receipt, code }: { receipt: string; code: string | null },
): Promise<ReceiptFacts | null> {
  const found = code && (await lookedUp(desk.db, tagsOf(desk, { receipt, code }), null))
  if (!found) return null
  const { port, area, entity_name, category, charged } = found.filing
  return { port, area, entity: entity_name, category, charged }
}
