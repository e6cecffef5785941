import { chinaDay } from '../../catalogue/day.ts'
import { asClerk } from '../db/case-doors.ts'
import { addEvent, type Tail } from '../db/case-events.ts'
import { casesRunOut, lockedTail, recordMissed } from '../db/running-clocks.ts'
import type { Desk } from '../staff/desk.ts'

/**
 * 超期: records every clock that ran out before today, once, and enters it in its case; met late, it stays recorded. It finds
 * its own work, so it may run twice, late, or in two places at once. Says how many were recorded.
 */
export async function recordOverdue(desk: Pick<Desk, 'db' | 'now'>): Promise<number> {
  const at = desk.now()
  const today = chinaDay(at)
  let recorded = 0
  for (const id of await asClerk(desk.db, (tx) => casesRunOut(tx, today)))
    recorded += await asClerk(desk.db, async (tx) => {
      let tail: Tail = await lockedTail(tx, id)
      const codes = await recordMissed(tx, id, today)
      for (const clock of codes)
        tail = await addEvent(tx, tail, {
          ...{ kind: 'overdue', at, actor: 'system', staff: null, to: null, payload: { clock } },
        })
      return codes.length
    })
  return recorded
}
