import type { Day } from '../../catalogue/day.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import { dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/** How near a deadline is: a word with its shape. */
export type ClockShape = 'ample' | 'near' | 'today' | 'over' | 'paused' | 'none'
export type QueueClock = {
  what: string
  day: string | null
  datetime: string | null
  says: string
  shape: ClockShape
  provisional: string | null
}

/** What the queue knows of the next clock of a case; `left` are the working days until then, negative when it is past. */
export type ClockTold = {
  state: CaseState
  closed: boolean
  due_on: Day | null
  due_code: ClockCode | null
  due_provisional: boolean | null
  left: number | null
}

const NEAR = 3

/** 最近期限: what must be done, by which day, and how many working days are left or past. */
export function queueClock(told: ClockTold, t: Translate): QueueClock {
  const { due_on: due, due_code: code, due_provisional: provisional, left } = told
  const words = t.words.caseQueue
  if (due === null || code === null || left === null)
    return { ...NO_DAY, what: '', says: told.closed ? words.closed : words.noClock }
  return {
    what: t.words.caseWords[`clock-${code}`],
    day: dayText(due, t.locale),
    datetime: due,
    ...nearness(told.state, left, t),
    provisional: provisional ? words.provisional : null,
  }
}

const NO_DAY = { day: null, datetime: null, shape: 'none', provisional: null } as const

function nearness(state: CaseState, left: number, t: Translate): Pick<QueueClock, 'says' | 'shape'> {
  if (state === 'suspended') return { says: t.words.caseQueue.paused, shape: 'paused' }
  if (left < 0) return { says: t('caseQueue.dueOver', { n: -left }), shape: 'over' }
  if (left === 0) return { says: t.words.caseQueue.dueToday, shape: 'today' }
  return { says: t('caseQueue.dueLeft', { n: left }), shape: left <= NEAR ? 'near' : 'ample' }
}
