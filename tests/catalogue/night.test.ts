import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  atNight,
  LocalTime,
  minutesAtNight,
  minutesBetween,
  minutesOnHolidays,
  onHoliday,
  surchargeable,
} from '../../catalogue/night.ts'

const at = (text: string): LocalTime => LocalTime.parse(text)
const NIGHT = { from: '22:00', until: '06:00' }
const EPOCH = Temporal.PlainDateTime.from('2024-02-27T00:00')
const minute = (n: number): LocalTime => at(EPOCH.add({ minutes: n }).toString({ smallestUnit: 'minute' }))
const clock = (n: number): string => minute(n).slice(11)

/** Minute by minute, as one would count on a clock. */
function counted(from: number, length: number, night: typeof NIGHT): number {
  const over = night.from > night.until
  const within = (time: string) =>
    over ? time >= night.from || time < night.until : time >= night.from && time < night.until
  return Array.from({ length }, (_, n) => clock(from + n)).filter(within).length
}

describe('work at night', () => {
  test.for<[string, string, number]>([
    ['2026-03-02T20:00', '2026-03-02T22:00', 0],
    ['2026-03-02T20:00', '2026-03-02T22:01', 1],
    ['2026-03-02T23:00', '2026-03-03T01:00', 120],
    ['2026-03-03T05:30', '2026-03-03T07:00', 30],
    ['2026-03-03T06:00', '2026-03-03T22:00', 0],
    ['2026-03-02T12:00', '2026-03-04T12:00', 960],
    ['2024-02-28T23:00', '2024-03-01T05:00', 60 * (1 + 6 + 2 + 5)],
    ['2025-12-31T23:30', '2026-01-01T00:30', 60],
  ])('from %s to %s is %i minutes of it', ([from, until, minutes]) => {
    expect(minutesAtNight(at(from), at(until), NIGHT)).toBe(minutes)
  })

  test('is counted as a clock would, for any window and any work', () => {
    const minutes = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(minutes, fc.integer({ min: 0, max: 4000 }), minutes, minutes, (from, length, begins, ends) => {
        const night = { from: clock(begins), until: clock(ends) }
        const told = minutesAtNight(minute(from), minute(from + length), night)
        expect(told).toBe(begins === ends ? 0 : counted(from, length, night))
        expect(told).toBeLessThanOrEqual(minutesBetween(minute(from), minute(from + length)))
      }),
      { numRuns: 60 },
    )
  })

  test('cut in two comes to the same', () => {
    const length = fc.integer({ min: 0, max: 20_000 })
    fc.assert(
      fc.property(length, length, length, (from, first, second) => {
        const [a, b, c] = [minute(from), minute(from + first), minute(from + first + second)]
        expect(minutesAtNight(a, b, NIGHT) + minutesAtNight(b, c, NIGHT)).toBe(minutesAtNight(a, c, NIGHT))
      }),
    )
  })

  test('that ends before it begins is no work at all', () => {
    expect(minutesAtNight(at('2026-03-03T02:00'), at('2026-03-02T23:00'), NIGHT)).toBe(0)
    expect(atNight(at('2026-03-03T02:00'), at('2026-03-03T02:00'), NIGHT)).toBe(false)
  })
})

describe('the surcharge', () => {
  test.for<[number, number, boolean]>([
    [0, 0, false],
    [0, 60, false],
    [29, 59, false],
    [30, 600, true],
    [29, 58, true],
    [1, 2, true],
    [10, 21, false],
    [15, 30, true],
  ])('for %i minutes out of %i is due: %s', ([within, whole, due]) => {
    expect(surchargeable(within, whole)).toBe(due)
  })

  test('of a pilot who boards at 21:00 and leaves at 22:29 is not due; a minute later it is', () => {
    expect(atNight(at('2026-03-02T21:00'), at('2026-03-02T22:29'), NIGHT)).toBe(false)
    expect(atNight(at('2026-03-02T21:00'), at('2026-03-02T22:30'), NIGHT)).toBe(true)
  })
})

describe('work on a holiday', () => {
  test.for<[string, string, number | null, boolean | null]>([
    ['2026-09-30T23:00', '2026-10-01T00:29', 29, false],
    ['2026-09-30T23:00', '2026-10-01T00:30', 30, true],
    ['2026-10-03T23:00', '2026-10-04T03:00', 60, true],
    ['2026-10-04T00:00', '2026-10-08T00:00', 0, false],
    ['2026-12-31T20:00', '2027-01-01T00:00', 0, false],
    ['2026-12-31T23:30', '2027-01-01T00:30', null, null],
  ])('from %s to %s: %s minutes, surcharge %s', ([from, until, minutes, due]) => {
    expect([minutesOnHolidays(at(from), at(until)), onHoliday(at(from), at(until))]).toEqual([minutes, due])
  })
})

test.for(['2026-02-30T10:00', '2026-03-02T24:00', '2026-03-02 10:00', '2026-03-02T10:00:00', '2026-03-02T9:00', 'now'])(
  '%s is not a time',
  (text) => {
    expect(LocalTime.safeParse(text).error?.issues.map(({ message }) => message)).toEqual(['not-a-time'])
  },
)
