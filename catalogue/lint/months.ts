import type { Day } from '../day.ts'

/** The day so many months before another; the last of its month where there is no such day. */
export const monthsBefore = (day: Day, months: number): Day =>
  Temporal.PlainDate.from(day).subtract({ months }).toString() as Day

/** The later of two days. */
export const later = (a: Day, b: Day): Day => (a < b ? b : a)
