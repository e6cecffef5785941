import type { Day } from '../../../catalogue/day.ts'
import { refusalGrounds } from '../../../complaints/refusal-grounds.ts'
import { keep, supplementBy } from '../../db/case-files.ts'
import { runningClocks } from '../../db/extensions.ts'
import { DECISIONS } from './decisions.ts'
import type { Doing } from './doing.ts'
import type { Duties } from './duty.ts'
import { atField, Refused } from './outcome.ts'
import { PUBLICATION } from './publish.ts'
import { TIMES } from './times.ts'
import { TRANSFERS } from './transfers.ts'
import { keepInside, tell } from './words-of.ts'

/** 各环节: every step that the desk takes, and what belongs to it. A step that is not here the desk does not take. */
export const DUTIES: Duties = {
  ask_supplement: {
    check: ({ today }, { deadline }) => {
      if (deadline <= today) throw atField('deadline')
    },
    carry: (taking) => tell(taking, true),
  },
  supplement: { carry: keepInside },
  lapse: { check: isOver, carry: (taking) => tell(taking) },
  accept: { carry: keepInside },
  refuse: {
    check: ({ file }, { ground }) => {
      const known = refusalGrounds({ ...file, receivedOn: file.received_on })
      if (!known.some(({ code }) => code === ground)) throw atField('ground')
    },
    carry: (taking) => tell(taking),
  },
  file_case: {},
  mediate: { carry: keepInside },
  appeal: { check: isInTime, carry: keepInside, on: ({ on }) => on },
  reopen: { carry: ({ tx, file }) => keep(tx, file.id, { outcome: null, decided_on: null }) },
  ...TRANSFERS,
  ...DECISIONS,
  ...TIMES,
  ...PUBLICATION,
}

/** 逾期未补正: only once the day is over until which it was asked for. */
async function isOver({ tx, file, today }: Doing): Promise<void> {
  const by = await supplementBy(tx, file.id)
  if (by !== null && today <= by) throw new Refused('unlawful-step', { why: 'still-time', due: by })
}

/** 复议期限: an appeal is brought before its clock ran out. */
async function isInTime({ tx, file, today }: Doing, { on }: { on: Day }): Promise<void> {
  if (on > today || on < file.received_on) throw atField('on')
  const clock = (await runningClocks(tx, file.id)).find(({ code }) => code === 'appeal')
  if (clock !== undefined && clock.dueOn < on) throw new Refused('too-late', { due: clock.dueOn })
}
