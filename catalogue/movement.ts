import type { Day } from './day.ts'
import {
  type LocalTime,
  minutesAtNight,
  minutesBetween,
  minutesOnHolidays,
  type Night,
  surchargeable,
} from './night.ts'

/** 作业时间: a ship’s movement from its first minute to its last. */
export type Work = { from: LocalTime; until: LocalTime }

/**
 * 夜班或节假日的判断: as a person says; or worked out, with how many minutes of the work fall into that time; or open,
 * because the times, the port's night or the year's calendar are not known.
 */
export type Reckoned =
  | { how: 'said'; value: boolean }
  | { how: 'worked_out'; value: boolean; within: number; whole: number }
  | { how: 'no_times' | 'no_night' | 'no_calendar'; value: null }

/** The work that ends, or begins, at a time and takes so many minutes. */
export const workUntil = (until: LocalTime, minutes: number): Work => ({ from: after(until, -minutes), until })
export const workFrom = (from: LocalTime, minutes: number): Work => ({ from, until: after(from, minutes) })

/** Is the movement night work at a port with this night? What a person says goes before what is worked out. */
export function nightOf(work: Work | null, night: Night | null, said: boolean | null): Reckoned {
  if (said !== null) return { how: 'said', value: said }
  if (work === null) return { how: 'no_times', value: null }
  if (night === null) return { how: 'no_night', value: null }
  return workedOut(work, minutesAtNight(work.from, work.until, night))
}

/** Is it work on a statutory holiday? */
export function holidayOf(work: Work | null, said: boolean | null): Reckoned {
  if (said !== null) return { how: 'said', value: said }
  if (work === null) return { how: 'no_times', value: null }
  const minutes = minutesOnHolidays(work.from, work.until)
  return minutes === null ? { how: 'no_calendar', value: null } : workedOut(work, minutes)
}

/** As a fact of the movement; not said where it is open. */
export const asFact = ({ value }: Reckoned): 'true' | 'false' | null =>
  value === null ? null : value ? 'true' : 'false'

/** The day and the time of day of a minute. */
export const localTime = (day: Day, clock: string): LocalTime => `${day}T${clock}` as LocalTime

function workedOut({ from, until }: Work, within: number): Reckoned {
  const whole = minutesBetween(from, until)
  return { how: 'worked_out', value: surchargeable(within, whole), within, whole }
}

const after = (at: LocalTime, minutes: number): LocalTime =>
  Temporal.PlainDateTime.from(at).add({ minutes }).toString({ smallestUnit: 'minute' }) as LocalTime
