import type { Day } from '../../../catalogue/day.ts'
import { chinaDay } from '../../../catalogue/day.ts'
import type { EventKind } from '../../../complaints/events.ts'
import type { Law } from '../../../complaints/law.ts'
import type { Actor } from '../../../complaints/words.ts'
import { reaches } from '../../access.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { addEvent, type Tail } from '../../db/case-events.ts'
import { type CaseFile, heldCase } from '../../db/case-files.ts'
import { worksFor } from '../../db/case-offices.ts'
import type { Tx } from '../../db/database.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { type ActOutcome, type NotDone, Refused, refusalIn } from './outcome.ts'

/** 办理中: everything an act is given: the transaction, the law, who acts and when, and the case, held. */
export type Doing = { desk: Desk; tx: Tx; law: Law; by: Person; at: Date; today: Day; file: CaseFile }

/**
 * One act on one case: one transaction as the person who acts, the case held from the start. What is refused, by the code
 * or by the database, is rolled back whole. A case of another office is not found; one whose words were destroyed gets no new ones.
 */
export async function acting<T extends { ok: true }>(
  desk: Desk,
  by: Person,
  no: string,
  work: (doing: Doing) => Promise<T>,
): Promise<T | NotDone> {
  const at = desk.now()
  const law = await desk.law.current()
  try {
    return await asCaseStaff(desk.db, by.id, async (tx) => {
      const file = await heldCase(tx, no)
      if (file === undefined || !(await isTheirs(tx, by, file))) throw new Refused('not-found')
      if (file.purged_on !== null) throw new Refused('unlawful-step', { why: 'purged' })
      return work({ desk, tx, law, by, at, today: chinaDay(at), file })
    })
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal === null) throw error
    return refusal
  }
}

/** Is a case of an office for which somebody works, or under way to one? Whoever only reads it may not write in it. */
export const isTheirs = async (tx: Tx, { id }: Person, { org_id, target_org }: CaseFile): Promise<boolean> =>
  (await worksFor(tx, id, org_id)) || (target_org !== null && (await worksFor(tx, id, target_org)))

/** As what somebody acts: a supervisor who also handles, handles. */
export const actorOf = ({ held }: Person): Actor =>
  reaches(held, 'case.handle', null) ? 'handler' : reaches(held, 'case.sign', null) ? 'supervisor' : 'publisher'

/** Refuses who may not: an act of the handlers, of the supervisors, of both. */
export function mustBe({ held }: Person, action: 'case.handle' | 'case.sign' | 'case.write' | 'case.open'): void {
  if (!reaches(held, action, null)) throw new Refused('unlawful-step')
}

/** Enters what happened besides the steps, in the name of whoever acts. */
export const entered = (
  { tx, file, at, by }: Doing,
  kind: EventKind,
  payload: Record<string, unknown> = {},
): Promise<Tail> => addEvent(tx, file, { kind, at, actor: actorOf(by), staff: by.id, to: null, payload })

/** Done, with the version the case has now. */
export const done = ({ no, version }: Pick<Tail, 'no' | 'version'>): ActOutcome & { ok: true } => ({
  ok: true,
  no,
  version,
})
