import { keep } from '../../db/case-files.ts'
import { colleaguesOf } from '../../db/case-offices.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, done, entered, mustBe } from './doing.ts'
import { type ActOutcome, atField, Refused } from './outcome.ts'

/** 分派: gives a case to somebody who handles cases of its office, or to nobody. */
export const assign = (desk: Desk, by: Person, { no, to }: { no: string; to: number | null }): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    const { tx, file } = doing
    if (file.assignee === to) throw new Refused('already-there')
    if (to !== null && !(await colleaguesOf(tx, file.org_id)).some(({ id }) => id === to)) throw atField('to')
    await keep(tx, file.id, { assignee: to })
    return done(await entered(doing, 'assigned', { to }))
  })

/** 法定留存: a supervisor holds a case back from destruction, or lets go of it. */
export const setHold = (desk: Desk, by: Person, { no, on }: { no: string; on: boolean }): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.sign')
    if (doing.file.legal_hold === on) throw new Refused('already-there')
    await keep(doing.tx, doing.file.id, { legal_hold: on })
    return done(await entered(doing, 'held', { on }))
  })
