import { z } from 'zod'
import { Day } from './day.ts'
import { holidayOn } from './holidays.ts'
import { Clock, type NightWindow } from './port.ts'

/** A minute of a civil day in China: `2026-03-02T21:30`. */
export const LocalTime = z
  .string()
  .refine(
    (text) => text[10] === 'T' && Day.safeParse(text.slice(0, 10)).success && Clock.safeParse(text.slice(11)).success,
    {
      error: 'not-a-time',
    },
  )
  .brand('LocalTime')
  .meta({ description: 'Local time in China, to the minute', examples: ['2026-03-02T21:30'] })
export type LocalTime = z.infer<typeof LocalTime>

/** 夜班时段: from one time of day up to another, over midnight where it ends earlier than it begins. */
export type Night = Pick<NightWindow, 'from' | 'until'>

/** Whole minutes from one time to another; negative when `until` is earlier. */
export const minutesBetween = (from: LocalTime, until: LocalTime): number => minuteOf(until) - minuteOf(from)

/** Minutes of the work that fall into the port's night; a night that ends when it begins has none. */
export function minutesAtNight(from: LocalTime, until: LocalTime, night: Night): number {
  const [begins, ends] = [minuteOfDay(night.from), minuteOfDay(night.until)]
  const length = (ends - begins + DAY) % DAY
  return daysOf(from, until).reduce(
    (sum, midnight) => sum + shared(from, until, midnight + begins, midnight + begins + length),
    0,
  )
}

/** Minutes of the work that fall on statutory holidays; null where a day's year is not arranged. */
export function minutesOnHolidays(from: LocalTime, until: LocalTime): number | null {
  let minutes = 0
  for (const midnight of daysOf(from, until)) {
    const within = shared(from, until, midnight, midnight + DAY)
    const kind = within === 0 ? 'ordinary' : holidayOn(dayAt(midnight))
    if (kind === null) return null
    if (kind === 'statutory') minutes += within
  }
  return minutes
}

/** 夜班、节假日附加: due when half of the work or more, or half an hour of it, falls into that time (待核实). */
export const surchargeable = (within: number, whole: number): boolean =>
  within > 0 && (within >= 30 || within * 2 >= whole)

/** Is it work at night for the surcharge? */
export const atNight = (from: LocalTime, until: LocalTime, night: Night): boolean =>
  surchargeable(minutesAtNight(from, until, night), minutesBetween(from, until))

/** Is it work on a holiday for the surcharge? Null where a day's year is not arranged. */
export function onHoliday(from: LocalTime, until: LocalTime): boolean | null {
  const minutes = minutesOnHolidays(from, until)
  return minutes === null ? null : surchargeable(minutes, minutesBetween(from, until))
}

const DAY = 24 * 60
const minuteOfDay = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const EPOCH = Temporal.PlainDate.from('1970-01-01')

/** Minutes since 1970 as a clock in China counts them; it has no summer time to leap over. */
const minuteOf = (at: LocalTime): number =>
  EPOCH.until(Temporal.PlainDate.from(at.slice(0, 10)), { largestUnit: 'day' }).days * DAY + minuteOfDay(at.slice(11))

const dayAt = (minute: number): Day => EPOCH.add({ days: Math.floor(minute / DAY) }).toString() as Day

/** The midnights that begin the days of the work, and the day before it, whose night may last into it. */
function daysOf(from: LocalTime, until: LocalTime): number[] {
  const first = Math.floor(minuteOf(from) / DAY) - 1
  const count = Math.max(0, Math.floor(minuteOf(until) / DAY) - first + 1)
  return Array.from({ length: count }, (_, n) => (first + n) * DAY)
}

/** Minutes that the work shares with a stretch of minutes. */
const shared = (from: LocalTime, until: LocalTime, begins: number, ends: number): number =>
  Math.max(0, Math.min(minuteOf(until), ends) - Math.max(minuteOf(from), begins))
