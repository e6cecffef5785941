import { addDays, type Day } from '../../catalogue/day.ts'
import type { WorkdayKind } from '../../complaints/working-days.ts'
import type { Translate } from '../locale/locale.ts'

export type DayShown = { day: Day; kind: WorkdayKind; name: string | null }

/** A year as twelve small tables, Monday first. What is not an ordinary day has a sign and a word besides its shape. */
export type YearPicture = {
  title: string
  counts: string
  months: { title: string; weeks: Cell[][] }[]
  weekdays: { short: string; long: string }[]
  legend: { kind: WorkdayKind; sign: string; text: string }[]
}
type Cell = { n: string; kind: WorkdayKind | 'none'; sign: string | null; word: string | null; today: boolean }

const MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
const SIGNED = ['statutory', 'bridge', 'makeup'] as const

export function yearPicture(t: Translate, year: number, days: readonly DayShown[], today: Day): YearPicture {
  const known = new Map(days.map((one) => [one.day, one]))
  const count = (...kinds: WorkdayKind[]) => days.filter(({ kind }) => kinds.includes(kind)).length
  return {
    title: t('calendar.picture', { year: String(year) }),
    counts: t('calendar.counts', {
      work: count('ordinary', 'makeup'),
      statutory: count('statutory'),
      bridge: count('bridge'),
      makeup: count('makeup'),
    }),
    months: MONTHS.map((month) => ({
      title: t(`calendar.month-${month}`),
      weeks: weeksOf(`${year}-${String(month).padStart(2, '0')}`).map((week) =>
        week.map((one) => cellOf(t, known, one, today)),
      ),
    })),
    weekdays: WEEKDAYS.map((n) => ({
      short: t(`clocks.weekday-${n}`).replace('周', ''),
      long: t(`clocks.weekday-${n}`),
    })),
    legend: SIGNED.map((kind) => ({ kind, sign: t(`calendar.sign-${kind}`), text: t(`clocks.kind-${kind}`) })),
  }
}

function cellOf(t: Translate, known: ReadonlyMap<Day, DayShown>, day: Day | null, today: Day): Cell {
  const found = day === null ? undefined : known.get(day)
  if (found === undefined) return { n: '', kind: 'none', sign: null, word: null, today: false }
  const { kind, name } = found
  const signed = SIGNED.find((one) => one === kind)
  return {
    ...{ n: String(Number(day!.slice(8))), kind, today: day === today },
    sign: signed === undefined ? null : t(`calendar.sign-${signed}`),
    word:
      signed === undefined
        ? null
        : [t(`clocks.kind-${kind}`), t.locale === 'zh-CN' ? name : null].filter(Boolean).join(' '),
  }
}

/** The weeks of a month `2026-02`, Monday to Sunday; null before its first day and after its last. */
function weeksOf(month: string): (Day | null)[][] {
  const first = `${month}-01` as Day
  const cells: (Day | null)[] = Array.from({ length: Temporal.PlainDate.from(first).dayOfWeek - 1 }, () => null)
  for (let day = first; day.startsWith(month); day = addDays(day, 1)) cells.push(day)
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, n) => cells.slice(n * 7, n * 7 + 7))
}
