import type { Day } from '../../catalogue/day.ts'
import { asClerk } from '../db/case-doors.ts'
import { addEvent, type Tail } from '../db/case-events.ts'
import { reReckon } from '../db/clocks.ts'
import { casesToReckon, lockedTail } from '../db/running-clocks.ts'
import type { Desk } from '../staff/desk.ts'

export type Reckoning = Pick<Desk, 'db' | 'now' | 'law'>

/** Later than any day: only what is provisional is looked at. */
const NEVER = '9999-12-31' as Day

/**
 * 期限重算: reckons every running clock that a new calendar may move, and enters what changed in each case; `from` is the
 * first day that is another now. It finds its own work, so it may run twice. Says how many clocks changed.
 */
export async function recompute(desk: Reckoning, from: Day = NEVER): Promise<number> {
  const law = await desk.law.current()
  let changed = 0
  for (const id of await asClerk(desk.db, (tx) => casesToReckon(tx, from)))
    changed += await asClerk(desk.db, async (tx) => {
      let tail: Tail = await lockedTail(tx, id)
      const moved = await reReckon(tx, law, id)
      for (const { code, before, after } of moved) {
        const payload = { clock: code, before, after }
        tail = await addEvent(tx, tail, {
          ...{ kind: 'recomputed', at: desk.now(), actor: 'system', staff: null, to: null, payload },
        })
      }
      return moved.length
    })
  return changed
}
