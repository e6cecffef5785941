import { type Selectable, sql } from 'kysely'
import { type FiledShown, shown } from '../cases/files/shown.ts'
import type { CaseKeys } from '../cases/keys.ts'
import type { CaseTables } from './case-tables.ts'
import type { Tx } from './database.ts'

/** A file that was looked at and lies encrypted on disk, as its row keeps it. */
export type NewAttachment = {
  id: string
  name: Buffer
  kind: string
  size: number
  stored: number
  sha256: Buffer
  wrapped_key: Buffer
  state: 'clean' | 'quarantined'
  why: string | null
  at: Date
}

/** Where a file belongs once something was filed. */
export type FiledTo = {
  submission: number
  case?: number
  message?: number
  sender: 'complainant' | 'desk' | 'portal'
}

/** How many files, and how many bytes, may be together. */
export type Room = { files: number; together: number }
export type Entered = 'kept' | 'filed' | 'too-many' | 'too-much'

/** Enters a file of what was filed: so many from each side, so many bytes. The caller has seen that the submission is theirs. */
export async function addFile(tx: Tx, to: FiledTo, file: NewAttachment, room: Room): Promise<Entered> {
  await sql`select from submission where id = ${to.submission} for update`.execute(tx)
  const { n, total } = await tx
    .selectFrom('attachment')
    .select(({ fn }) => [fn.countAll<number>().as('n'), fn.sum<number>('size').as('total')])
    .where('submission_id', '=', to.submission)
    .where('sender', '=', to.sender)
    .executeTakeFirstOrThrow()
  if (n >= room.files) return 'too-many'
  if (Number(total ?? 0) + file.size > room.together) return 'too-much'
  const whose = { submission_id: to.submission, case_id: to.case ?? null, message_id: to.message ?? null }
  const { sender } = to
  await tx
    .insertInto('attachment')
    .values({ ...file, ...whose, sender, draft_key: null, released_by: null })
    .execute()
  return 'kept'
}

/** The files of a submission that this transaction may see, oldest first, their names opened. */
export async function filesOf(tx: Tx, keys: CaseKeys, submission: number): Promise<FiledShown[]> {
  const rows = await tx
    .selectFrom('attachment')
    .selectAll()
    .where('submission_id', '=', submission)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...shown(keys, row),
    ...{ sender: row.sender, caseId: row.case_id, messageId: row.message_id },
  }))
}

/** A row of `attachment`, whole. */
export type FileRow = Selectable<CaseTables['attachment']>

/** One file that this transaction may see. */
export const fileRow = (tx: Tx, id: string): Promise<FileRow | undefined> =>
  tx.selectFrom('attachment').selectAll().where('id', '=', id).where('submission_id', 'is not', null).executeTakeFirst()

/** One file of a case, by the case's number. */
export const fileOfCase = (tx: Tx, no: string, id: string): Promise<FileRow | undefined> =>
  tx
    .selectFrom('attachment as a')
    .innerJoin('case_file as f', 'f.submission_id', 'a.submission_id')
    .selectAll('a')
    .where('f.no', '=', no)
    .where('a.id', '=', id)
    .executeTakeFirst()

/** Who of the desk wrote a message; null where the complainant did. */
export const senderOf = async (tx: Tx, message: number): Promise<number | null> =>
  (await tx.selectFrom('case_message').select('by').where('id', '=', message).executeTakeFirst())?.by ?? null

/** Lets a file that was kept apart be downloaded; false when it was not, or is not theirs. */
export async function releaseRow(tx: Tx, id: string, by: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('attachment')
    .set({ state: 'released', released_by: by })
    .where('id', '=', id)
    .where('state', '=', 'quarantined')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Sending = { draft: string; message: number; count: number; room: Room }

/** Sends files that were looked at beforehand with a message written in this transaction; `gone` where they are not all there. */
export async function sendDraftFiles(
  tx: Tx,
  { draft, message, count, room }: Sending,
): Promise<'kept' | 'gone' | 'too-many' | 'too-much'> {
  const { rows } = await sql<{ sent: 'kept' | 'gone' | 'too-many' | 'too-much' }>`
    select send_draft_files(${draft}::uuid, ${message}, ${count}, ${room.files}, ${room.together}) as sent`.execute(tx)
  return rows[0]!.sent
}
