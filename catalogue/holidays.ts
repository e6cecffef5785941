import calendar from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Day } from './day.ts'

/**
 * What a civil day is under the State Council's arrangement of its year: 法定节假日, a day that the law itself names;
 * another weekday at rest (放假日、补休); a weekend at rest; or a day of work, weekends moved to work among them.
 */
export type DayKind = 'statutory' | 'bridge' | 'weekend' | 'ordinary'

/** What kind of day it is; null in a year whose arrangement is not known (before 2008, or not yet published). */
export function holidayOn(day: Day): DayKind | null {
  if (!arranged(day.slice(0, 4))) return null
  const date = Temporal.PlainDate.from(day)
  const atWeekend = date.dayOfWeek > 5
  if (bySun(date) || byMoon(date)) return 'statutory'
  if (day in HOLIDAYS) return atWeekend ? 'weekend' : 'bridge'
  return atWeekend && !(day in WORKDAYS) ? 'weekend' : 'ordinary'
}

const HOLIDAYS: Readonly<Record<string, string>> = calendar.holidays
const WORKDAYS: Readonly<Record<string, string>> = calendar.workdays

/** A year is arranged once its National Day is: its New Year's break alone may stand in the year before. */
const arranged = (year: string): boolean => year >= '2008' && `${year}-10-01` in HOLIDAYS

/** 元旦、清明、劳动节、国庆节 (全国年节及纪念日放假办法 as amended in 2007, 2013 and 2024). */
function bySun({ year, month, day }: Temporal.PlainDate): boolean {
  if (month === 4) return day === qingming(year)
  if (month === 5) return day <= (year >= 2025 ? 2 : 1)
  return (month === 1 && day === 1) || (month === 10 && day <= 3)
}

/** 清明 in this century, by the remainder rule of solar terms. */
const qingming = (year: number): number => Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)

/** 春节、端午、中秋. New Year's Eve was of them from 2008 to 2013, in place of the third day, and is since 2025. */
function byMoon(date: Temporal.PlainDate): boolean {
  const { monthCode, day, year } = date.withCalendar('chinese')
  if (monthCode === 'M05') return day === 5
  if (monthCode === 'M08') return day === 15
  const withEve = date.year < 2014 || date.year >= 2025
  if (monthCode === 'M01') return day <= (date.year < 2014 ? 2 : 3)
  return withEve && date.add({ days: 1 }).withCalendar('chinese').year > year
}
