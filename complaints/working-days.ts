import type { Day } from '../catalogue/day.ts'

/** What a day is by the State Council's notice of its year; `makeup` is a weekend day worked (调休上班). */
export const DAY_KINDS = ['statutory', 'bridge', 'weekend', 'ordinary', 'makeup'] as const
export type WorkdayKind = (typeof DAY_KINDS)[number]

/** 法定日历: every day of the years whose notice was published. A day of another year is not in it, and nobody guesses it. */
export type WorkCalendar = { years: ReadonlySet<number>; kinds: ReadonlyMap<Day, WorkdayKind> }

/** What a day is; null in a year whose notice is not published. */
export const kindOf = (day: Day, { years, kinds }: WorkCalendar): WorkdayKind | null =>
  years.has(Number(day.slice(0, 4))) ? (kinds.get(day) ?? null) : null

/** Is a day worked? Null in a year whose notice is not published. */
export function isWorkday(day: Day, calendar: WorkCalendar): boolean | null {
  const kind = kindOf(day, calendar)
  return kind === null ? null : kind === 'ordinary' || kind === 'makeup'
}

/** Monday to Friday: what a day is taken for until its notice is published. */
export const isWeekday = (day: Day): boolean => Temporal.PlainDate.from(day).dayOfWeek < 6
