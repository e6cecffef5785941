import { addDays, type Day } from '../catalogue/day.ts'
import type { ClockRule, Count } from './rule.ts'
import { isWeekday, isWorkday, kindOf, type WorkCalendar, type WorkdayKind } from './working-days.ts'

export { isWorkday }

/**
 * 中止: time that does not count, both days within. Without `to` it goes on: then only its first day is taken off, and the
 * due day is reckoned anew when it ends; meanwhile the clock cannot run out.
 */
export type Pause = { from: Day; to: Day | null }

/** One clock of a case: the rule's count, the day it began, what is not counted and what was added. */
export type Stretch = {
  rule: Pick<ClockRule, 'count' | 'roll'>
  startedOn: Day
  pauses: readonly Pause[]
  extensions: readonly Count[]
}

/** One day of a clock: `n` of those that count; `rolled` are those after a last day that was a holiday. */
export type CountedDay = {
  day: Day
  kind: WorkdayKind | null
  what: 'start' | 'counted' | 'rest' | 'paused' | 'rolled'
  n: number | null
}

/**
 * 期限届满日. The day it begins is not counted (Order 121 art. 45); a working day is what the State Council's calendar says,
 * make-up days among them; where the rule says so, a last day within a break moves to the first day after it. `provisional`
 * where a day was looked at whose year is not published: it was taken for Monday to Friday.
 */
export function reckon(stretch: Stretch, calendar: WorkCalendar): { dueOn: Day; provisional: boolean } {
  const days = walked(stretch, calendar)
  return { dueOn: days.at(-1)!.day, provisional: days.some(({ guessed }) => guessed) }
}

/** 为何是这一天: every day from the one it began to the one it is due. */
export const whyThisDay = (stretch: Stretch, calendar: WorkCalendar): CountedDay[] =>
  walked(stretch, calendar).map(({ guessed, ...day }) => day)

type Walked = CountedDay & { guessed: boolean }

/** The count, then each extension in its own unit, then the roll. */
function walked({ rule, startedOn, pauses, extensions }: Stretch, calendar: WorkCalendar): Walked[] {
  const days: Walked[] = [on(startedOn, 'start', null, false)]
  let n = 0
  let day = startedOn
  for (const { amount, unit } of [rule.count, ...extensions])
    for (let left = amount; left > 0; ) {
      day = addDays(day, 1)
      const what = whatOf(day, unit)
      if (what === 'counted') left -= 1
      days.push(on(day, what, what === 'counted' ? ++n : null, unit === 'workday' && what !== 'paused'))
    }
  return rule.roll ? [...days.slice(0, -1), ...rolled(days.at(-1)!, calendar)] : days

  function whatOf(date: Day, unit: Count['unit']): 'counted' | 'rest' | 'paused' {
    if (pauses.some(({ from, to }) => from <= date && date <= (to ?? from))) return 'paused'
    return unit === 'day' || works(date, calendar) ? 'counted' : 'rest'
  }

  function on(date: Day, what: CountedDay['what'], count: number | null, looked: boolean): Walked {
    const kind = kindOf(date, calendar)
    return { day: date, kind, what, n: count, guessed: looked && kind === null }
  }
}

/**
 * The last day and, where it lies in a break, those after it to the first day after the break. A break is a run of days at
 * rest that holds a holiday or a bridge of the notice. An ordinary weekend is none: art. 45 speaks of 法定休假日, our text of
 * it of "statutory holiday", and the earlier day is the safer promise.
 */
function rolled(last: Walked, calendar: WorkCalendar): Walked[] {
  const { broken, unsure } = aroundOf(last.day, calendar)
  const days: Walked[] = [{ ...last, guessed: last.guessed || unsure }]
  for (let day = last.day, within = broken; within; within = !works(day, calendar)) {
    day = addDays(day, 1)
    const kind = kindOf(day, calendar)
    days.push({ day, kind, what: 'rolled', n: null, guessed: kind === null })
  }
  return days
}

/** Does a day lie in a break, and was a day looked at to know it whose year is not published? */
function aroundOf(last: Day, calendar: WorkCalendar): { broken: boolean; unsure: boolean } {
  const run: (WorkdayKind | null)[] = []
  for (const step of [-1, 1]) {
    let day = last
    for (; !works(day, calendar); day = addDays(day, step)) run.push(kindOf(day, calendar))
    run.push(kindOf(day, calendar))
  }
  return { broken: run.some((kind) => kind === 'statutory' || kind === 'bridge'), unsure: run.includes(null) }
}

const works = (day: Day, calendar: WorkCalendar): boolean => isWorkday(day, calendar) ?? isWeekday(day)
