import { sql } from 'kysely'
import type { Text } from '../../catalogue/text.ts'
import type { Tx } from './database.ts'

/** Everything of a submission that the holder of its receipt may read; runs `asHolder`, whose rows are one submission's. */
export const ownSubmission = (tx: Tx) =>
  tx
    .selectFrom('submission')
    .select(['id', 'receipt', 'capacity', 'goals', 'category', 'anonymous', 'consent_publish', 'consent_mediation'])
    .select(['daily_life', 'language', 'port', 'area', 'entity', 'entity_name', 'statement', 'charged', 'comparison'])
    .select(['release', 'acknowledgement', 'channel', 'received_at', 'received_on', 'seen_at'])
    .executeTakeFirst()

/** What a lookup leaves behind: when it was, so that the next one can say so. Gives when the one before was. */
export async function markLookedUp(tx: Tx, at: Date): Promise<Date | null> {
  const before = await tx.selectFrom('submission').select('seen_at').executeTakeFirst()
  await tx.updateTable('submission').set({ seen_at: at }).execute()
  return before?.seen_at ?? null
}

export const ownCharges = (tx: Tx) =>
  tx
    .selectFrom('charge')
    .select([
      'n',
      'name',
      'charged_on',
      'amount',
      'quantity',
      'unit',
      'invoice_no',
      'verdict',
      'expected',
      'difference',
    ])
    .orderBy('n')
    .execute()

/** The cases of the submission in the order they were opened; their number ends in their place. */
export const ownCases = (tx: Tx) =>
  tx
    .selectFrom('case_file as f')
    .innerJoin('org', 'org.id', 'f.org_id')
    .leftJoin('org as target', 'target.id', 'f.target_org')
    .select(['f.id', 'f.no', 'f.type', 'f.track', 'f.state', 'f.version', 'f.tail', 'f.received_on'])
    .select(['f.due_on', 'f.due_code', 'f.due_provisional', 'f.closed_on', 'f.purged_on'])
    .select([sql<Text>`org.name`.as('office'), sql<Text | null>`target.name`.as('target')])
    .orderBy('f.id')
    .execute()
export type OwnCaseRow = Awaited<ReturnType<typeof ownCases>>[number]

export const ownEvents = (tx: Tx) =>
  tx
    .selectFrom('case_event')
    .select(['case_id', 'seq', 'kind', 'at', 'actor', 'to_state'])
    .select(sql<string | null>`payload->>'deadline'`.as('deadline'))
    .orderBy('case_id')
    .orderBy('seq')
    .execute()

export const ownMessages = (tx: Tx) =>
  tx
    .selectFrom('case_message')
    .select(['id', 'case_id', 'sender', 'at', 'words', 'asks', 'read_at'])
    .orderBy('id')
    .execute()

export const ownDecisions = (tx: Tx) =>
  tx
    .selectFrom('decision')
    .select(['case_id', 'n', 'outcome', 'words', 'refund', 'signed_at'])
    .orderBy('case_id')
    .orderBy('n')
    .execute()

export const ownDocuments = (tx: Tx) =>
  tx
    .selectFrom('case_document')
    .select(['id', 'case_id', 'form', 'number', 'made_at', 'delivered_on'])
    .orderBy('id')
    .execute()

/** Every order of a refund, with its ledger summed; exact, as text. */
export const ownRefunds = (tx: Tx) =>
  tx
    .selectFrom('refund_order as o')
    .select(['o.id', 'o.case_id', 'o.amount', 'o.ordered_on', 'o.due_on'])
    .select([ledger('paid').as('paid'), ledger('confirmed').as('confirmed'), ledger('unclaimed').as('unclaimed')])
    .select(sql<string>`${ledger('paid')} - ${ledger('confirmed')}`.as('to_confirm'))
    .orderBy('o.id')
    .execute()

const ledger = (kind: 'paid' | 'confirmed' | 'unclaimed') =>
  sql<string>`(select coalesce(sum(e.amount), 0)::numeric(18,2) from refund_entry e where e.order_id = o.id and e.kind = ${kind})`

export const ownPublications = (tx: Tx) =>
  tx
    .selectFrom('publication')
    .select(['case_id', 'no', 'n', 'published_at', 'retracted_at'])
    .orderBy('case_id')
    .orderBy('n')
    .execute()

export const ownRatings = (tx: Tx) => tx.selectFrom('satisfaction').selectAll().orderBy('round').execute()

/** The live clocks that say until when a review may be asked for. */
export const ownAppealClocks = (tx: Tx) =>
  tx
    .selectFrom('clock')
    .select(['case_id', 'due_on'])
    .where('code', '=', 'appeal')
    .where(sql<boolean>`coalesce(met_on, closed_on) is null`)
    .execute()
