import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, chinaDay, type Day, day } from '../../catalogue/day.ts'
import { holidayOn } from '../../catalogue/holidays.ts'
import { type Pause, reckon, type Stretch, whyThisDay } from '../../complaints/clocks.ts'
import type { Count } from '../../complaints/rule.ts'
import type { WorkCalendar, WorkdayKind } from '../../complaints/working-days.ts'

/** The years 2022 to 2026, from the calendar of the price engine; 2027 is not published. */
const calendar = ((): WorkCalendar => {
  const kinds = new Map<Day, WorkdayKind>()
  for (let one = day('2022-01-01'); one < '2027'; one = addDays(one, 1)) {
    const kind = holidayOn(one)!
    kinds.set(one, kind === 'ordinary' && weekend(one) ? 'makeup' : kind)
  }
  return { years: new Set([2022, 2023, 2024, 2025, 2026]), kinds }
})()

function weekend(one: string): boolean {
  return new Date(`${one}T00:00Z`).getUTCDay() % 6 === 0
}

const workdays = (amount: number): Count => ({ amount, unit: 'workday' })
const days = (amount: number): Count => ({ amount, unit: 'day' })
const stretch = (
  startedOn: string,
  count: Count,
  { roll = false, pauses = [], extensions = [] }: { roll?: boolean; pauses?: Pause[]; extensions?: Count[] } = {},
): Stretch => ({ rule: { count, roll }, startedOn: day(startedOn), pauses, extensions })
const due = (...given: Parameters<typeof stretch>) => reckon(stretch(...given), calendar).dueOn
const pause = (from: string, to: string | null): Pause => ({ from: day(from), to: to === null ? null : day(to) })

describe('the day a clock begins', () => {
  test('is the day in China, wherever the server stands', () => {
    const print = `import { chinaDay } from './catalogue/day.ts'
      console.log(chinaDay(new Date('2026-09-25T23:59:59.999+08:00')), chinaDay(new Date('2026-09-26T00:00:00+08:00')))`
    for (const TZ of ['America/Los_Angeles', 'Pacific/Kiritimati', 'UTC']) {
      const said = execFileSync(process.execPath, ['--input-type=module', '-e', print], {
        ...{ cwd: new URL('../..', import.meta.url), env: { ...process.env, TZ }, encoding: 'utf8' },
      })
      expect([TZ, said.trim()]).toEqual([TZ, '2026-09-25 2026-09-26'])
    }
  })

  test('is not counted: one minute before and after midnight are a day apart', () => {
    const [before, after] = [chinaDay(new Date('2026-11-23T23:59+08:00')), chinaDay(new Date('2026-11-24T00:00+08:00'))]
    expect([due(before, workdays(7)), due(after, workdays(7))]).toEqual(['2026-12-02', '2026-12-03'])
  })

  test('may be a make-up Saturday, or a day at rest', () => {
    expect(due('2026-05-09', workdays(1))).toBe('2026-05-11')
    expect(due('2026-05-08', workdays(1))).toBe('2026-05-09')
    expect(due('2026-10-03', workdays(1))).toBe('2026-10-08')
    expect(due('2026-10-03', workdays(3))).toBe('2026-10-10')
  })
})

describe('the day a clock ends', () => {
  test('lies beyond National Day and its make-up days', () => {
    expect(due('2026-09-18', workdays(5))).toBe('2026-09-24')
    expect(due('2026-09-24', workdays(5))).toBe('2026-10-09')
  })

  test('moves to the day after a break only where the rule says so, and never for an ordinary weekend', () => {
    expect(due('2026-04-20', days(60), { roll: true })).toBe('2026-06-22')
    expect(due('2026-04-20', days(61), { roll: true })).toBe('2026-06-22')
    expect(due('2026-04-20', days(62), { roll: true })).toBe('2026-06-22')
    expect(due('2026-04-20', days(63), { roll: true })).toBe('2026-06-22')
    expect(due('2026-04-20', days(60))).toBe('2026-06-19')
    expect(due('2026-11-01', days(20), { roll: true })).toBe('2026-11-21')
    expect(due('2026-04-01', days(30), { roll: true })).toBe('2026-05-06')
  })

  test('is provisional where a day of an unpublished year was looked at, and only there', () => {
    expect(reckon(stretch('2026-12-20', workdays(15)), calendar)).toEqual({ dueOn: '2027-01-08', provisional: true })
    expect(reckon(stretch('2026-12-20', workdays(9)), calendar)).toEqual({ dueOn: '2026-12-31', provisional: false })
    expect(reckon(stretch('2026-12-20', days(60)), calendar)).toEqual({ dueOn: '2027-02-18', provisional: false })
    expect(reckon(stretch('2026-12-20', days(60), { roll: true }), calendar).provisional).toBe(true)
    const only2022 = { years: new Set([2022]), kinds: calendar.kinds }
    const lastSaturday = stretch('2022-12-21', days(10), { roll: true })
    expect(reckon(lastSaturday, only2022)).toEqual({ dueOn: '2022-12-31', provisional: true })
    expect(reckon(lastSaturday, calendar)).toEqual({ dueOn: '2023-01-03', provisional: false })
  })

  test('counts the leap day', () => {
    expect(due('2024-02-28', days(2))).toBe('2024-03-01')
    expect(due('2024-02-28', workdays(1))).toBe('2024-02-29')
    expect(due('2023-02-28', days(2))).toBe('2023-03-02')
  })
})

describe('time that does not count', () => {
  test('is both days of a pause, and overlapping pauses are one', () => {
    expect(due('2026-11-02', days(10))).toBe('2026-11-12')
    expect(due('2026-11-02', days(10), { pauses: [pause('2026-11-05', '2026-11-08')] })).toBe('2026-11-16')
    const both = [pause('2026-11-05', '2026-11-08'), pause('2026-11-07', '2026-11-10')]
    expect(due('2026-11-02', days(10), { pauses: both })).toBe('2026-11-18')
    expect(due('2026-11-02', days(10), { pauses: both.toReversed() })).toBe('2026-11-18')
  })

  test('may end on a holiday: the count goes on with the first working day after', () => {
    expect(due('2026-09-21', workdays(5), { pauses: [pause('2026-09-24', '2026-10-03')] })).toBe('2026-10-10')
    expect(due('2026-09-21', days(5), { pauses: [pause('2026-09-24', '2026-10-03')] })).toBe('2026-10-06')
  })

  test('is only its first day while it goes on, and none where it came before', () => {
    expect(due('2026-11-02', days(10), { pauses: [pause('2026-11-05', null)] })).toBe('2026-11-13')
    expect(due('2026-11-02', days(10), { pauses: [pause('2026-10-05', '2026-11-02')] })).toBe('2026-11-12')
  })

  test('is left out before an extension is added, each in its own unit', () => {
    const pauses = [pause('2026-11-05', '2026-11-10')]
    expect(due('2026-11-02', workdays(15), { pauses, extensions: [workdays(15)] })).toBe('2026-12-18')
    expect(due('2026-11-02', workdays(15), { pauses, extensions: [days(3)] })).toBe('2026-11-30')
    expect(due('2026-11-02', days(90), { extensions: [days(30)] })).toBe('2027-03-02')
  })
})

describe('why it is this day', () => {
  test('is told day by day, from the one it began to the one it is due', () => {
    const told = whyThisDay(
      stretch('2026-06-16', days(4), { roll: true, pauses: [pause('2026-06-17', '2026-06-17')] }),
      calendar,
    )
    expect(told.map(({ day: one, what, n }) => [one.slice(5), what, n])).toEqual([
      ['06-16', 'start', null],
      ['06-17', 'paused', null],
      ['06-18', 'counted', 1],
      ['06-19', 'counted', 2],
      ['06-20', 'counted', 3],
      ['06-21', 'counted', 4],
      ['06-22', 'rolled', null],
    ])
    expect(told[3]).toMatchObject({ kind: 'statutory' })
  })

  test('leaves out no day, counts as many as the rule says, and ends on the due day', () => {
    fc.assert(
      fc.property(stretches(), (one) => {
        const told = whyThisDay(one, calendar)
        told.forEach(({ day: at }, n) => void expect(at).toBe(addDays(one.startedOn, n)))
        const wanted = [one.rule.count, ...one.extensions].reduce((sum, { amount }) => sum + amount, 0)
        expect(told.filter(({ what }) => what === 'counted')).toHaveLength(wanted)
        expect(told.at(-1)!.day).toBe(reckon(one, calendar).dueOn)
      }),
      { numRuns: 150 },
    )
  })
})

test('Every clock ends where a walk from day to day ends.', () => {
  fc.assert(
    fc.property(stretches(), (one) => {
      expect(reckon(one, calendar).dueOn).toBe(walk(one))
    }),
    { numRuns: 400 },
  )
})

/** Written without the engine: a list of all days, those that count picked out of it. */
function walk({ rule, startedOn, pauses, extensions }: Stretch): string {
  const dates = Array.from({ length: 700 }, (_, n) =>
    new Date(Date.parse(`${startedOn}T00:00Z`) + n * 86_400_000).toISOString().slice(0, 10),
  )
  const atRest = (date: string) => {
    const kind = date < '2027' ? calendar.kinds.get(date as Day)! : weekend(date) ? 'weekend' : 'ordinary'
    return kind !== 'ordinary' && kind !== 'makeup'
  }
  const stopped = new Set(
    dates.filter((date) => pauses.some(({ from, to }) => (to === null ? date === from : from <= date && date <= to))),
  )
  let at = 0
  for (const { amount, unit } of [rule.count, ...extensions]) {
    const open = dates.map((_, n) => n).filter((n) => n > at && !stopped.has(dates[n]!))
    at = open.filter((n) => unit === 'day' || !atRest(dates[n]!))[amount - 1]!
  }
  if (!rule.roll || !atRest(dates[at]!)) return dates[at]!
  const run = [...restAround(dates[at]!, -1), dates[at]!, ...restAround(dates[at]!, 1)]
  const holiday = run.some((date) => ['statutory', 'bridge'].includes(calendar.kinds.get(date as Day) ?? ''))
  return holiday ? shifted(run.at(-1)!, 1) : dates[at]!

  function restAround(date: string, step: 1 | -1): string[] {
    const next = shifted(date, step)
    if (!atRest(next)) return []
    return step === 1 ? [next, ...restAround(next, step)] : [...restAround(next, step), next]
  }
}

const shifted = (date: string, by: number): string =>
  new Date(Date.parse(`${date}T00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)

function stretches(): fc.Arbitrary<Stretch> {
  const count = fc.oneof(fc.integer({ min: 1, max: 45 }).map(workdays), fc.integer({ min: 1, max: 90 }).map(days))
  return fc
    .record({
      start: fc.integer({ min: 30, max: 1810 }),
      count,
      roll: fc.boolean(),
      pauses: fc.array(fc.tuple(fc.integer({ min: -5, max: 80 }), fc.option(fc.integer({ min: 0, max: 30 }))), {
        maxLength: 4,
      }),
      extensions: fc.array(fc.oneof(fc.integer({ min: 1, max: 15 }).map(workdays), fc.constant(days(30))), {
        maxLength: 2,
      }),
    })
    .map(({ start, count: given, roll, pauses, extensions }) => {
      const startedOn = addDays(day('2022-01-01'), start)
      const spans = pauses.map(([from, long]) => ({
        from: addDays(startedOn, from),
        to: long === null ? null : addDays(startedOn, from + long),
      }))
      return { rule: { count: given, roll }, startedOn, pauses: spans, extensions }
    })
}
