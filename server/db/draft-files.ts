import { sql } from 'kysely'
import type { Entered, NewAttachment, Room } from './attachments.ts'
import type { Db, Tx } from './database.ts'

/** Enters a file of a filing under way, if there is room beside its others. */
export async function addDraftFile(db: Db, key: string, file: NewAttachment, room: Room): Promise<Entered> {
  const hex = { name: file.name.toString('hex'), sha256: file.sha256.toString('hex') }
  const row = JSON.stringify({ ...file, ...hex, wrapped_key: file.wrapped_key.toString('hex') })
  const { rows } = await sql<{ entered: Entered }>`
    select add_draft_file(${key}::uuid, ${row}::jsonb, ${room.files}, ${room.together}) as entered`.execute(db)
  return rows[0]!.entered
}

/** A file of a filing under way. */
export type DraftRow = Pick<NewAttachment, 'id' | 'name' | 'kind' | 'size' | 'state' | 'why' | 'at'>

export const draftRows = async (db: Db, key: string): Promise<DraftRow[]> =>
  (await sql<DraftRow>`select * from draft_files(${key}::uuid)`.execute(db)).rows

/** Takes a file out of a filing under way; false when it is not there. */
export const dropDraftRow = async (db: Db, key: string, id: string): Promise<boolean> =>
  (await sql<{ gone: boolean }>`select drop_draft_file(${key}::uuid, ${id}::uuid) as gone`.execute(db)).rows[0]!.gone

/** Counts what an address sends on a day; gives how much that is together. */
export async function countUpload(db: Db, address: Buffer, day: string, bytes: number): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`
    insert into upload_day as u (address, day, bytes) values (${address}, ${day}, ${bytes})
    on conflict (address) do update set bytes = u.bytes + excluded.bytes returning bytes`.execute(db)
  return rows[0]!.bytes
}

/** Forgets what was sent on days before. */
export const dropOldUploads = async (db: Db, before: string): Promise<void> =>
  void (await sql`delete from upload_day where day < ${before}`.execute(db))

/** Takes the files of filings that nobody finished out of the table; gives their ids. */
export async function dropOldDrafts(tx: Tx, before: Date): Promise<string[]> {
  const gone = await tx
    .deleteFrom('attachment')
    .where('submission_id', 'is', null)
    .where('at', '<', before)
    .returning('id')
    .execute()
  return gone.map(({ id }) => id)
}

/** Which of these ids no row needs any more: there is none, or its key was destroyed. */
export async function needless(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select given.id from unnest(${ids}::uuid[]) as given (id)
    where not exists (select from attachment a where a.id = given.id and a.wrapped_key is not null)`.execute(tx)
  return rows.map(({ id }) => id)
}
