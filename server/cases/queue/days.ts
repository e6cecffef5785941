import { addDays, type Day } from '../../../catalogue/day.ts'
import { isWorkday } from '../../../complaints/clocks.ts'
import { isWeekday, type WorkCalendar } from '../../../complaints/working-days.ts'

/** Working days from one day to another: those after `from`, up to and with `to`; negative when `to` is earlier. */
export type WorkdaysBetween = (from: Day, to: Day) => number

/** Counts working days for a whole list: every stretch of days is walked once. Where no calendar is published, Monday to Friday. */
export function workdaysBetween(calendar: WorkCalendar): WorkdaysBetween {
  const nth = new Map<Day, number>()
  let [first, last]: [Day | null, Day | null] = [null, null]
  const reach = (day: Day): number => {
    if (first === null || last === null) {
      nth.set(day, 0)
      first = last = day
    }
    while (day > last) {
      const next = addDays(last, 1)
      nth.set(next, nth.get(last)! + (works(next, calendar) ? 1 : 0))
      last = next
    }
    while (day < first) {
      const before = addDays(first, -1)
      nth.set(before, nth.get(first)! - (works(first, calendar) ? 1 : 0))
      first = before
    }
    return nth.get(day)!
  }
  return (from, to) => reach(to) - reach(from)
}

/** The day that is so many working days after another. */
export function afterWorkdays(from: Day, count: number, calendar: WorkCalendar): Day {
  let [day, left] = [from, count]
  while (left > 0) {
    day = addDays(day, 1)
    if (works(day, calendar)) left -= 1
  }
  return day
}

const works = (day: Day, calendar: WorkCalendar): boolean => isWorkday(day, calendar) ?? isWeekday(day)
