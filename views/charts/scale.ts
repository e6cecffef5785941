import { addDays, type Day, daysBetween } from '../../catalogue/day.ts'

/** A stretch of days laid out from left to right. */
export type DayScale = { x: (day: Day) => number; ticks: { x: number; text: string }[] }

/** Lays the days from `first` to `last` over `left`…`right`, with a tick at the start of every so many years. */
export function dayScale(first: Day, last: Day, left: number, right: number): DayScale {
  const whole = Math.max(1, daysBetween(first, last))
  const x = (day: Day) => tenth(left + ((right - left) * Math.min(whole, Math.max(0, daysBetween(first, day)))) / whole)
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4))
  const step = STEPS.find((step) => years / step <= 10) ?? 50
  const starts = Array.from({ length: years + 1 }, (_, n) => Number(first.slice(0, 4)) + n)
    .filter((year) => year % step === 0)
    .map((year) => ({ day: `${year}-01-01` as Day, text: String(year) }))
    .filter(({ day }) => first <= day && day <= last)
  return { x, ticks: starts.map(({ day, text }) => ({ x: x(day), text })) }
}

/** A little room after the last day, so that what has no end is seen to go on. */
export const roomAfter = (first: Day, last: Day): Day =>
  addDays(last, Math.max(60, Math.round(daysBetween(first, last) * 0.08)))

export const tenth = (number: number): number => Math.round(number * 10) / 10

const STEPS = [1, 2, 5, 10, 20]
