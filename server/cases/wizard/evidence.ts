import type { FilingFault } from '../../../views/complaints/filing-draft.ts'
import type { DraftFileShown } from '../../../views/pages/complaint-evidence.ts'
import type { Desk } from '../../staff/desk.ts'
import type { SentFile } from '../../uploads.ts'
import { FILE_LIMITS } from '../files/limits.ts'
import { draftFiles, takeFile } from '../files/take.ts'

/** The limits of files as the page says them. */
export const EVIDENCE = { files: FILE_LIMITS.files, each: FILE_LIMITS.most, together: FILE_LIMITS.together }

/** The files of a filing under way; none can be shown while they cannot be read, and the text goes on. */
export const evidenceOf = (desk: Desk, key: string): Promise<DraftFileShown[]> => draftFiles(desk, key)

/** Takes the files that were chosen; what is not taken is told by its name, and the others stay. */
export async function takeEvidence(
  desk: Desk,
  { key, address }: { key: string; address: string },
  files: readonly SentFile[],
): Promise<FilingFault[]> {
  const faults: FilingFault[] = []
  for (const { name, bytes } of files) {
    const taken = await takeFile(desk, { bytes, name, to: { draft: key }, address })
    if (!taken.ok) faults.push({ field: 'files', code: taken.code, values: { ...taken.values, name } })
  }
  return faults
}
