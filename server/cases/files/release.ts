import { fileOfCase, releaseRow, senderOf } from '../../db/attachments.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import type { Desk, Person } from '../../staff/desk.ts'

/** 解除隔离: lets a file that was kept apart be downloaded, on the word of a supervisor who did not send it. `already` when it was let go before. */
export const releaseFile = (
  desk: Pick<Desk, 'db'>,
  by: Pick<Person, 'id'>,
  { no, file }: { no: string; file: string },
): Promise<'released' | 'already' | 'own-file' | 'not-found'> =>
  asCaseStaff(desk.db, by.id, async (tx) => {
    const found = await fileOfCase(tx, no, file)
    if (found === undefined) return 'not-found'
    if (found.message_id !== null && (await senderOf(tx, found.message_id)) === by.id) return 'own-file'
    return (await releaseRow(tx, file, by.id)) ? 'released' : 'already'
  })
