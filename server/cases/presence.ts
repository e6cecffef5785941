import { reaches } from '../access.ts'
import { asCaseStaff } from '../db/case-doors.ts'
import { caseFile } from '../db/case-files.ts'
import { lookedAt, othersLooking } from '../db/case-presence.ts'
import type { Desk, Person } from '../staff/desk.ts'

/** So long after somebody asked for a case they count as looking at it. */
const LOOKING_SECONDS = 60

/**
 * 在看: who else looks at a case within the last minute; whoever asks is noted, except who only reads. Undefined where the
 * case is not one's own to see.
 */
export const lookingAt = (desk: Pick<Desk, 'db' | 'now'>, by: Person, no: string): Promise<string[] | undefined> =>
  asCaseStaff(desk.db, by.id, async (tx) => {
    const file = await caseFile(tx, no)
    if (file === undefined) return undefined
    const at = desk.now()
    if (reaches(by.held, 'case.view', null)) await lookedAt(tx, file.id, by.id, at)
    return othersLooking(tx, file.id, by.id, new Date(at.getTime() - LOOKING_SECONDS * 1000))
  })
