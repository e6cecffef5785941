import { addDays, type Day, daysBetween } from '../../catalogue/day.ts'
import { LEAST } from '../suppression.ts'
import { isWeekday, isWorkday, type WorkCalendar } from '../working-days.ts'
import type { Counted, Milestone } from './rows.ts'
import type { StatCell, StatTable } from './table.ts'

/** 阶段: from which day to which. */
const STAGES: readonly { code: string; from: Milestone | 'received'; to: Milestone }[] = [
  { code: 'to_accept', from: 'received', to: 'accepted' },
  { code: 'to_file', from: 'accepted', to: 'filed' },
  { code: 'to_decide', from: 'accepted', to: 'decided' },
  { code: 'to_tell', from: 'decided', to: 'told' },
  { code: 'whole', from: 'received', to: 'told' },
]
/** The longest tenth is said of at least so many cases. */
const LEAST_FOR_TENTH = 10

/** 各阶段用时: median and 90th percentile in working days, of at least five cases and of at least ten. */
export function stageTable(cases: readonly Counted[], calendar: WorkCalendar): StatTable {
  const worked = workdaysBetween(calendar)
  const cells = STAGES.map(({ from, to }) => {
    const days = cases
      .flatMap((one) => {
        const [begun, ended] = [from === 'received' ? one.received_on : one.on[from], one.on[to]]
        return begun === undefined || ended === undefined || ended < begun ? [] : [worked(begun, ended)]
      })
      .toSorted((a, b) => a - b)
    return [quantile(days, 0.5, LEAST), quantile(days, 0.9, LEAST_FOR_TENTH)]
  })
  return { name: 'stages', rows: STAGES.map(({ code }) => code), columns: ['median', 'p90'], cells }
}

/** The smallest number that at least this share does not exceed. */
function quantile(sorted: readonly number[], share: number, least: number): StatCell {
  if (sorted.length === 0) return { hidden: 'none' }
  if (sorted.length < least) return { hidden: 'withheld' }
  return { value: String(sorted[Math.ceil(share * sorted.length) - 1]!) }
}

/** Counts working days after the first day up to the last; a year without a calendar is taken for Monday to Friday. */
function workdaysBetween(calendar: WorkCalendar): (from: Day, to: Day) => number {
  const known = new Map<Day, boolean>()
  const works = (day: Day): boolean => {
    const kept = known.get(day) ?? isWorkday(day, calendar) ?? isWeekday(day)
    known.set(day, kept)
    return kept
  }
  return (from, to) =>
    Array.from({ length: daysBetween(from, to) }, (_, n) => addDays(from, n + 1)).filter(works).length
}
