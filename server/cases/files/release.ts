import { fileOfCase, releaseRow } from '../../db/attachments.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import type { Desk, Person } from '../../staff/desk.ts'

/** 解除隔离: lets a file that was kept apart be downloaded, on a supervisor's word. `already` when it was let go before. */
export const releaseFile = (
  desk: Pick<Desk, 'db'>,
  by: Pick<Person, 'id'>,
  { no, file }: { no: string; file: string },
): Promise<'released' | 'already' | 'not-found'> =>
  asCaseStaff(desk.db, by.id, async (tx) => {
    if ((await fileOfCase(tx, no, file)) === undefined) return 'not-found'
    return (await releaseRow(tx, file, by.id)) ? 'released' : 'already'
  })
