import { z } from 'zod'

/** A civil day in Asia/Shanghai as ISO text, so `<` is "earlier than" and no time zone can move it. */
export const Day = z
  .string()
  .refine(isDay, { error: 'not-a-day' })
  .brand('Day')
  .meta({ description: 'Civil day, Asia/Shanghai', examples: ['2022-04-01'], format: 'date' })
export type Day = z.infer<typeof Day>

/** Reads a day that the program itself wrote; throws on anything a reader could have mistyped. */
export const day = (text: string): Day => Day.parse(text)

/** The day `count` days after (or, negative, before) another. */
export const addDays = (from: Day, count: number): Day =>
  Temporal.PlainDate.from(from).add({ days: count }).toString() as Day

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days

/** The civil day it is in China at an instant. */
export const chinaDay = (at: Date): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .toString() as Day

/** The instant at which a civil day begins in China. */
export const startOfDay = (day: Day): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime('Asia/Shanghai').epochMilliseconds)

/** Reckoned by hand: an address, a row of a file and a line of an estimate each name a day. */
function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return false
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return date <= (month === 2 ? (leap ? 29 : 28) : 30 + ((month + (month > 7 ? 1 : 0)) % 2))
}
