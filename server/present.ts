import { addDays, chinaDay, type Day, startOfDay } from '../catalogue/day.ts'
import type { Head } from './db/head.ts'

/** The clock and the newest release: all it takes to date an answer, and no table. */
export type Present = { now: () => Date; head: Head }

/**
 * 此刻: the day in China, the newest release, how often published cases have changed, and the seconds until the day ends or the next release is due, whichever
 * comes first. `stamp` is what an answer that speaks of the present is kept under; null shortly before that moment, when
 * answers must be dated anew.
 */
export type Moment = { today: Day; release: number; outcomes: number; seconds: number; stamp: string | null }

/** An answer that speaks of the present may be this old; a reader who asks again gets a 304 or the new one. */
export const HEAD_SECONDS = 120

type Today = { day: Day; begins: number; ends: number; release: number; outcomes: number; stamp: string }
const days = new WeakMap<object, Today>()

/** The present an answer speaks of; what a calendar is needed for is worked out once a day and release. */
export function presentOf({ now, head }: Present): Moment {
  const at = now().getTime()
  const release = head.release()
  const outcomes = head.outcomes()
  const known = days.get(head)
  const holds = known?.release === release && known.outcomes === outcomes && known.begins <= at && at < known.ends
  const today = holds ? known : todayAt(at, head)
  const seconds = Math.max(1, Math.floor(Math.min(today.ends - at, untilDue(head, at)) / 1000))
  return { today: today.day, release, outcomes, seconds, stamp: seconds <= HEAD_SECONDS ? null : today.stamp }
}

/** Milliseconds until the next release is due; one that is late counts as due at once for a while, then no longer. */
function untilDue(head: Head, at: number): number {
  const due = head.nextPublication()
  return due === null || due.getTime() < at - LATE ? Number.POSITIVE_INFINITY : due.getTime() - at
}

const LATE = 10_000

function todayAt(at: number, head: Head): Today {
  const day = chinaDay(new Date(at))
  const [release, outcomes] = [head.release(), head.outcomes()]
  const [begins, ends] = [startOfDay(day).getTime(), startOfDay(addDays(day, 1)).getTime()]
  const today = { day, begins, ends, release, outcomes, stamp: `${release} ${outcomes} ${day}` }
  days.set(head, today)
  return today
}
