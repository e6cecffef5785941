import { chinaDay, type Day } from '../../catalogue/day.ts'
import { asClerk } from '../db/case-doors.ts'
import {
  dueSubmissions,
  heldCases,
  purgedCount,
  purgeSubmission,
  type RetentionCount,
  retentionCounts,
} from '../db/retention.ts'
import type { Desk } from '../staff/desk.ts'
import { dropBytes } from './files/store.ts'

/** 留存情况 on a day: what is due by class, what is held, how many were destroyed before. Nothing is changed. */
export type RetentionPlan = { on: Day; classes: RetentionCount[]; due: number; held: string[]; purged: number }

export const retentionPlan = (desk: Pick<Desk, 'db' | 'now'>): Promise<RetentionPlan> =>
  asClerk(desk.db, async (tx) => {
    const on = chinaDay(desk.now())
    const classes = await retentionCounts(tx, on)
    const due = classes.reduce((sum, one) => sum + one.due, 0)
    return { on, classes, due, held: await heldCases(tx), purged: await purgedCount(tx) }
  })

export type Purged = { cases: number; files: number }

/**
 * 到期销毁: destroys the personal data of every submission whose time is over, one a transaction, and afterwards its files.
 * Broken off, it goes on when begun again; files left behind cannot be opened, and the sweep takes them.
 */
export async function purgeDue(desk: Pick<Desk, 'db' | 'now' | 'law' | 'files'>): Promise<Purged> {
  const at = desk.now()
  const on = chinaDay(at)
  const law = await desk.law.current()
  const done: Purged = { cases: 0, files: 0 }
  for (;;) {
    const due = await asClerk(desk.db, (tx) => dueSubmissions(tx, on, BATCH))
    if (due.length === 0) return done
    for (const submission of due) {
      const purged = await asClerk(desk.db, (tx) => purgeSubmission(tx, law, submission, on, at))
      for (const id of purged?.files ?? []) await dropBytes(desk, id)
      done.cases += purged?.cases ?? 0
      done.files += purged?.files.length ?? 0
    }
  }
}

const BATCH = 100
