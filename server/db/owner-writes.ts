import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** The case at that place of the submission, held so that nobody moves it meanwhile; undefined where there is none. */
export async function holdOwnCase(tx: Tx, n: number) {
  const cases = await tx.selectFrom('case_file').select('id').orderBy('id').execute()
  return tx
    .selectFrom('case_file')
    .select(['id', 'submission_id', 'no', 'type', 'track', 'state', 'version', 'tail', 'received_on', 'purged_on'])
    .where('id', '=', cases[n - 1]?.id ?? 0)
    .forUpdate()
    .executeTakeFirst()
}
export type OwnCaseRow = NonNullable<Awaited<ReturnType<typeof holdOwnCase>>>

/** Was this very form taken already? A double click sends it twice. */
export async function takenOnce(tx: Tx, caseId: number, once: string): Promise<boolean> {
  const found = await tx
    .selectFrom('case_event')
    .select('seq')
    .where('case_id', '=', caseId)
    .where(sql<string>`payload->>'once'`, '=', once)
    .executeTakeFirst()
  return found !== undefined
}

/** Did the case move to another state after the page that its owner read? */
export async function movedSince(tx: Tx, caseId: number, version: number): Promise<boolean> {
  const moved = await tx
    .selectFrom('case_event')
    .select('seq')
    .where('case_id', '=', caseId)
    .where('seq', '>', version)
    .where('to_state', 'is not', null)
    .executeTakeFirst()
  return moved !== undefined
}

/** Enters a message of the complainant, sealed; the desk sees that there is something new. */
export const sendOwnMessage = async (tx: Tx, caseId: number, words: Buffer, at: Date): Promise<void> =>
  void (await tx
    .insertInto('case_message')
    .values({ case_id: caseId, sender: 'complainant', by: null, at, words, read_at: null })
    .execute())

/** The desk sees that the complainant did something. */
export const tellDesk = async (tx: Tx, caseId: number): Promise<void> =>
  void (await tx.updateTable('case_file').set({ unread: true }).where('id', '=', caseId).execute())

/** What the desk wrote has now been read. */
export const markRead = async (tx: Tx, at: Date): Promise<void> =>
  void (await tx
    .updateTable('case_message')
    .set({ read_at: at })
    .where('sender', '=', 'desk')
    .where('read_at', 'is', null)
    .execute())

export type NewRating = { round: number; score: number; solved: boolean; words: Buffer | null; at: Date }

/** 评价: one a round, which the table holds. */
export const addRating = async (tx: Tx, caseId: number, rating: NewRating): Promise<void> =>
  void (await tx
    .insertInto('satisfaction')
    .values({ case_id: caseId, ...rating })
    .execute())

/** 确认收到退款: that much of an order arrived. */
export const confirmRefund = async (tx: Tx, order: number, amount: string, on: string, at: Date): Promise<void> =>
  void (await tx
    .insertInto('refund_entry')
    .values({ order_id: order, kind: 'confirmed', amount, on_day: on, by: null, at })
    .execute())
