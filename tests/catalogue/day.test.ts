import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Day } from '../../catalogue/day.ts'

const padded = (n: number, length: number): string => String(n).padStart(length, '0')

test('a day is one that the calendar has, between 1900 and 2199', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1890, max: 2210 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 32 }),
      (year, month, day) => {
        const text = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
        expect(Day.safeParse(text).success, text).toBe(year >= 1900 && year <= 2199 && inCalendar(year, month, day))
      },
    ),
    { numRuns: 20_000 },
  )
})

test('the ends of every month are days, and the days after them are not', () => {
  for (let year = 1900; year < 2200; year++)
    for (let month = 1; month <= 12; month++) {
      const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
      const first = `${year}-${padded(month, 2)}-`
      expect(Day.safeParse(`${first}${daysInMonth}`).success).toBe(true)
      expect(Day.safeParse(`${first}${daysInMonth + 1}`).success, `${first}${daysInMonth + 1}`).toBe(false)
    }
})

test('what is not written year-month-day is no day', () => {
  for (const text of [
    '',
    '2022-4-1',
    '20220401',
    '2022-04-01T00:00',
    ' 2022-04-01',
    '2022/04/01',
    '２０２２-04-01',
    '2022-04-01\n',
  ])
    expect(Day.safeParse(text).success, text).toBe(false)
})

function inCalendar(year: number, month: number, day: number): boolean {
  try {
    return Boolean(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
  } catch {
    return false
  }
}
