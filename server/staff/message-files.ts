import { randomUUID } from 'node:crypto'
import type { FieldFault } from '../../views/complaints/case-field.ts'
import { FILE_LIMITS } from '../cases/files/limits.ts'
import type { FileShown } from '../cases/files/shown.ts'
import { draftFiles, dropDraftFile, takeFile } from '../cases/files/take.ts'
import type { Form } from '../routes/complaints/owner-files.ts'
import type { Desk, Person } from './desk.ts'

/** 随消息的附件: three at most, otherwise within the limits of a complainant's. */
const MESSAGE_FILES = { ...FILE_LIMITS, files: 3, together: 3 * FILE_LIMITS.most }

/** The files of a message under way: the key that finds them again, those there are, and those that were not taken. */
export type Attached = { draft: string; files: FileShown[]; faults: FieldFault[] }

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Takes the files of a message before it is sent: looked at and kept as those of a complainant under way are, and gone
 * after a day if it never is. What the form says to leave out is taken away first.
 */
export async function attached(desk: Desk, { id }: Person, { fields, files, cut }: Form): Promise<Attached> {
  const draft = UUID.test(fields.draft ?? '') ? fields.draft! : randomUUID()
  for (const name of Object.keys(fields).filter((one) => one.startsWith('drop.')))
    await dropDraftFile(desk, draft, name.slice('drop.'.length))
  const faults: FieldFault[] = cut === null ? [] : [{ field: 'files', code: 'too-large', name: '', values: cut }]
  for (const { bytes, name } of files) {
    const taken = await takeFile(desk, { bytes, name, to: { draft }, address: `desk:${id}` }, MESSAGE_FILES)
    if (!taken.ok) faults.push({ field: 'files', code: taken.code, name, values: taken.values ?? {} })
  }
  return { draft, files: await draftFiles(desk, draft), faults }
}
