import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chinese from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { describe, expect } from 'vitest'
import { addDays, type Day, day } from '../../../catalogue/day.ts'
import { holidayOn } from '../../../catalogue/holidays.ts'
import { startedClocks } from '../../../complaints/clock-effects.ts'
import { reckon } from '../../../complaints/clocks.ts'
import { CLOCK_CODES, ruleFor } from '../../../complaints/rule.ts'
import { isWorkday, kindOf } from '../../../complaints/working-days.ts'
import { DOCUMENTS } from '../../../seeds/documents.ts'
import { readLaw } from '../../../server/db/law.ts'
import { test } from '../../support/database.ts'

const YEARS = [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]

/** What the holiday-calendar package says of a year: days off and weekends moved to work. */
function secondSource(year: number): Map<string, string> {
  const file = createRequire(import.meta.url).resolve(`holiday-calendar/data/CN/${year}.json`)
  const { dates } = JSON.parse(readFileSync(file, 'utf8')) as { dates: { date: string; type: string }[] }
  return new Map(dates.map(({ date, type }) => [date, type]))
}

const atWeekend = (one: Day): boolean => new Date(`${one}T00:00Z`).getUTCDay() % 6 === 0

describe('the calendar of the law', () => {
  test('agrees day by day with two calendars made by others, from 2019 to 2026', async ({ db }) => {
    const { calendar } = await readLaw(db)
    const second = new Map(YEARS.flatMap((year) => [...secondSource(year)]))
    let looked = 0
    for (let one = day('2019-01-01'); one <= '2026-12-31'; one = addDays(one, 1)) {
      const byFirst = one in chinese.workdays || (!(one in chinese.holidays) && !atWeekend(one))
      const type = second.get(one)
      const bySecond = type === 'transfer_workday' || (type !== 'public_holiday' && !atWeekend(one))
      expect([one, isWorkday(one, calendar)]).toEqual([one, byFirst])
      expect([one, isWorkday(one, calendar)]).toEqual([one, bySecond])
      looked += 1
    }
    expect(looked).toBe(2922)
  })

  test('names the days of the law, the bridges and the weekends apart, as the price engine does', async ({ db }) => {
    const { calendar } = await readLaw(db)
    for (let one = day('2019-01-01'); one <= '2026-12-31'; one = addDays(one, 1)) {
      const kind = kindOf(one, calendar)
      expect([one, kind === 'makeup' ? 'ordinary' : kind]).toEqual([one, holidayOn(one)])
    }
    expect([...calendar.kinds].filter(([one, kind]) => one.startsWith('2026') && kind === 'makeup')).toHaveLength(6)
  })

  test('has as many working days a year as the table of the law has', async ({ db }) => {
    const { calendar } = await readLaw(db)
    const worked = YEARS.slice(2).map(
      (year) =>
        [...calendar.kinds.keys()].filter((one) => one.startsWith(`${year}`) && isWorkday(one, calendar)).length,
    )
    expect(worked).toEqual([250, 249, 249, 251, 248, 248])
    expect(isWorkday(day('2027-01-01'), calendar)).toBeNull()
  })
})

describe('the rules of the law', () => {
  test('rest on documents that are published, and say themselves in two languages', async ({ db }) => {
    const { rules } = await readLaw(db)
    const codes = new Set(DOCUMENTS.map(({ code }) => code))
    for (const { id, says, basis, provenance } of rules) {
      expect([id, codes.has(basis.document)]).toEqual([id, true])
      expect([id, says.zh !== '' && says.en !== '' && provenance.source !== '']).toEqual([id, true])
    }
    expect(new Set(rules.map(({ code }) => code))).toEqual(new Set(CLOCK_CODES))
  })

  test('are the old order’s for a complaint received on 2026-04-14 and the new one’s on 2026-04-15', async ({ db }) => {
    const law = await readLaw(db)
    const mediated = (received: string) => {
      const about = { type: 'complaint', track: 'samr_consumer', receivedOn: day(received) } as const
      const rule = ruleFor(law.rules, 'mediate', about)!
      return [rule.basis.document, startedClocks(['mediate'], about, day('2026-04-20'), law)[0]!.dueOn]
    }
    expect(mediated('2026-04-14')).toEqual(['samr-20', '2026-06-25'])
    expect(mediated('2026-04-15')).toEqual(['samr-121', '2026-06-22'])
  })

  test('give every type of case the clock it begins with, on every track it can have', async ({ db }) => {
    const law = await readLaw(db)
    const dueOf = (type: 'report' | 'complaint' | 'consultation', track: 'samr_price' | 'port_industry' | 'platform') =>
      startedClocks(
        ['verify', 'accept', 'answer'],
        { type, track, receivedOn: day('2026-11-23') },
        day('2026-11-23'),
        law,
      )
    expect(dueOf('report', 'samr_price')).toMatchObject([{ code: 'verify', dueOn: '2026-12-14', provisional: false }])
    expect(dueOf('complaint', 'port_industry')).toMatchObject([{ code: 'accept', dueOn: '2026-12-02' }])
    expect(dueOf('consultation', 'platform')).toMatchObject([{ code: 'answer', dueOn: '2026-11-26' }])
  })

  test('give the days of the table of the law', async ({ db }) => {
    const { calendar } = await readLaw(db)
    const due = (from: string, amount: number, unit: 'workday' | 'day', roll = false) =>
      reckon({ rule: { count: { amount, unit }, roll }, startedOn: day(from), pauses: [], extensions: [] }, calendar)
    expect(due('2026-04-15', 7, 'workday')).toEqual({ dueOn: '2026-04-24', provisional: false })
    expect(due('2026-04-30', 7, 'workday')).toEqual({ dueOn: '2026-05-13', provisional: false })
    expect(due('2026-04-20', 60, 'day', true)).toEqual({ dueOn: '2026-06-22', provisional: false })
    expect(due('2026-04-20', 60, 'day')).toEqual({ dueOn: '2026-06-19', provisional: false })
    expect(due('2026-12-20', 15, 'workday')).toEqual({ dueOn: '2027-01-08', provisional: true })
    expect(due('2026-09-30', 7, 'workday')).toEqual({ dueOn: '2026-10-15', provisional: false })
    expect(due('2026-09-24', 7, 'workday')).toEqual({ dueOn: '2026-10-12', provisional: false })
  })
})
