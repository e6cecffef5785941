import { randomUUID } from 'node:crypto'
import type { FieldFault } from '../../views/complaints/case-field.ts'
import { FILE_LIMITS } from '../cases/files/limits.ts'
import type { FileShown } from '../cases/files/shown.ts'
import { draftFiles, dropDraftFile, takeFile } from '../cases/files/take.ts'
import type { Form } from '../form-with-files.ts'
import type { Desk, Person } from './desk.ts'
import { mark } from './secrets.ts'

/** 随消息的附件: three at most, otherwise within the limits of a complainant's. */
const MESSAGE_FILES = { ...FILE_LIMITS, files: 3, together: 3 * FILE_LIMITS.most }

/** The files of a message under way: `draft` as its form carries it, the key they lie under, those there are, and those that were not taken. */
export type FilesKept = { draft: string; key: string; files: FileShown[]; faults: FieldFault[] }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Takes the files of a message before it is sent: looked at and kept as those of a complainant under way are, and gone
 * after a day if it never is. What the form says to leave out is taken away first.
 */
export async function filesKept(
  desk: Desk,
  { id }: Person,
  no: string,
  { fields, files, cut }: Form,
): Promise<FilesKept> {
  const draft = UUID.test(fields.draft ?? '') ? fields.draft! : randomUUID()
  const key = keyOf(desk, `${id} ${no} ${draft}`)
  for (const name of Object.keys(fields).filter((one) => one.startsWith('drop.')))
    await dropDraftFile(desk, key, name.slice('drop.'.length))
  const faults: FieldFault[] = cut === null ? [] : [{ field: 'files', code: 'too-large', name: '', values: cut }]
  for (const { bytes, name } of files) {
    const taken = await takeFile(desk, { bytes, name, to: { draft: key }, address: `desk:${id}` }, MESSAGE_FILES)
    if (!taken.ok) faults.push({ field: 'files', code: taken.code, name, values: taken.values ?? {} })
  }
  return { draft, key, files: await draftFiles(desk, key), faults }
}

/** What a form says finds files only for who sent them, and in the same case. */
const keyOf = ({ secretKey }: Desk, whose: string): string =>
  Buffer.from(mark(secretKey, 'message files', whose), 'base64url')
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5')
