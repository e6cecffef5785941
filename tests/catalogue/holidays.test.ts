import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../catalogue/day.ts'
import { holidayOn } from '../../catalogue/holidays.ts'

const YEARS = ['2021', '2022', '2023', '2024', '2025', '2026'] as const

function daysOf(year: string): Day[] {
  const days: Day[] = []
  for (let one = day(`${year}-01-01`); one.startsWith(year); one = addDays(one, 1)) days.push(one)
  return days
}

const ofKind = (year: string, ...kinds: (string | null)[]) =>
  daysOf(year).filter((one) => kinds.includes(holidayOn(one)))

/** What the second source says of a year: days off and weekends moved to work. */
function secondSource(year: string): Map<string, string> {
  const file = createRequire(import.meta.url).resolve(`holiday-calendar/data/CN/${year}.json`)
  const { dates } = JSON.parse(readFileSync(file, 'utf8')) as { dates: { date: string; type: string }[] }
  return new Map(dates.map(({ date, type }) => [date, type]))
}

describe('the State Council’s arrangement of the year', () => {
  test.for(YEARS)('of %s agrees day by day with a second source', (year) => {
    const [now, next] = [secondSource(year), Number(year) < 2026 ? secondSource(String(Number(year) + 1)) : new Map()]
    for (const one of daysOf(year)) {
      const type = now.get(one) ?? next.get(one)
      const weekend = new Date(`${one}T00:00Z`).getUTCDay() % 6 === 0
      const atRest = type === 'public_holiday' || (weekend && type !== 'transfer_workday')
      expect([one, holidayOn(one) !== 'ordinary'], `${one} is ${type}`).toEqual([one, atRest])
    }
  })

  test.for<[string, number]>([
    ['2021', 250],
    ['2022', 249],
    ['2023', 249],
    ['2024', 251],
    ['2025', 248],
    ['2026', 248],
  ])('%s has %i days of work', ([year, count]) => {
    expect(ofKind(year, 'ordinary')).toHaveLength(count)
  })

  test.for([
    ['2021', '02-07 02-20 04-25 05-08 09-18 09-26 10-09'],
    ['2022', '01-29 01-30 04-02 04-24 05-07 10-08 10-09'],
    ['2023', '01-28 01-29 04-23 05-06 06-25 10-07 10-08'],
    ['2024', '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12'],
    ['2025', '01-26 02-08 04-27 09-28 10-11'],
    ['2026', '01-04 02-14 02-28 05-09 09-20 10-10'],
  ] as const)('the weekends of %s that are worked are %s', ([year, days]) => {
    const worked = ofKind(year, 'ordinary').filter((one) => new Date(`${one}T00:00Z`).getUTCDay() % 6 === 0)
    expect(worked.map((one) => one.slice(5)).join(' ')).toBe(days)
  })

  test.for([
    ['2021', '01-01 02-12 02-13 02-14 04-04 05-01 06-14 09-21 10-01 10-02 10-03'],
    ['2022', '01-01 02-01 02-02 02-03 04-05 05-01 06-03 09-10 10-01 10-02 10-03'],
    ['2023', '01-01 01-22 01-23 01-24 04-05 05-01 06-22 09-29 10-01 10-02 10-03'],
    ['2024', '01-01 02-10 02-11 02-12 04-04 05-01 06-10 09-17 10-01 10-02 10-03'],
    ['2025', '01-01 01-28 01-29 01-30 01-31 04-04 05-01 05-02 05-31 10-01 10-02 10-03 10-06'],
    ['2026', '01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03'],
  ] as const)('the statutory holidays of %s are %s', ([year, days]) => {
    expect(
      ofKind(year, 'statutory')
        .map((one) => one.slice(5))
        .join(' '),
    ).toBe(days)
  })

  test('a year nobody has arranged is not guessed, nor the old law’s', () => {
    for (const one of ['2027-01-01', '2027-05-04', '2100-10-01', '2007-10-01', '1999-01-04'])
      expect(holidayOn(day(one)), one).toBeNull()
    expect(holidayOn(day('2026-12-31'))).toBe('ordinary')
  })

  test('what the law names is a holiday though the data forgets it or calls it a day in lieu', () => {
    for (const one of ['2012-06-23', '2022-02-03']) expect(holidayOn(day(one)), one).toBe('statutory')
    for (const one of ['2026-05-04', '2021-05-03']) expect(holidayOn(day(one)), one).toBe('bridge')
  })
})
