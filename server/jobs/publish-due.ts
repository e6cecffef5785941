import { type OutcomeCode, publishAs, sendBack } from '../change-sets.ts'
import { dueChangeSets } from '../db/change-sets.ts'
import type { Desk } from '../staff/desk.ts'

/** What a scheduled set can no longer be published with: it goes back to its editors. */
const PAST_MENDING: ReadonlySet<OutcomeCode> = new Set(['set-stale', 'never-published'])
/** Another process did it, or took it off the schedule, between the look and the act. */
const OVERTAKEN: ReadonlySet<OutcomeCode> = new Set(['unlawful-step', 'not-due', 'not-found'])

/**
 * 定时发布: publishes every set whose time has come, in the order of their times. It looks for its work itself, so it may
 * run twice, late, or after a crash; one set that fails does not hold up the next. Throws when one could not be published.
 */
export async function publishDue(desk: Pick<Desk, 'db' | 'head' | 'now' | 'reference'>): Promise<void> {
  const failed: unknown[] = []
  for (const { id } of await dueChangeSets(desk.db, desk.now())) {
    try {
      const done = await publishAs(desk, id, null)
      if (done.ok || OVERTAKEN.has(done.code)) continue
      if (PAST_MENDING.has(done.code)) await sendBack(desk, id, done.code)
      else failed.push(new Error(`change set ${id} could not be published: ${done.code}`))
    } catch (error) {
      failed.push(error)
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} scheduled sets could not be published`)
}
