import { overlap } from '../validity.ts'
import type { Entry } from './entry.ts'
import { wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import type { ImportProblem } from './reading.ts'

/**
 * Rows about the same line one after the other: a row that leaves its end open ends where the next begins. Two rows that
 * say something of the same day are refused, and each names the other.
 */
export function successive(entries: readonly Entry[], found: ImportProblem[]): Entry[] {
  const byKey = Map.groupBy(entries, ({ kind, key }) => `${kind} ${key}`)
  return entries.map((entry) => {
    const others = byKey.get(`${entry.kind} ${entry.key}`)!
    if (others.length === 1) return entry
    const next = others
      .filter(({ days }) => days.from > entry.days.from)
      .map(({ days }) => days.from)
      .toSorted()[0]
    const until = entry.days.until === 'kept' && next !== undefined ? next : entry.days.until
    const made = { ...entry, days: { ...entry.days, until } }
    const twice = others.find(
      (other) => other !== entry && overlap(daysOf(made), daysOf(other)) && !endsInTime(other, made),
    )
    if (twice !== undefined) refuse(entry, twice, found)
    return made
  })
}

const daysOf = ({ days: { from, until } }: Pick<Entry, 'days'>) => ({ from, until: until === 'kept' ? null : until })

/** An earlier row whose end is open will end where this one begins. */
const endsInTime = (other: Entry, { days }: Entry): boolean =>
  other.days.until === 'kept' && other.days.from < days.from

function refuse({ row, key }: Entry, other: Entry, found: ImportProblem[]): void {
  const spot = { sheet: row.sheet, row: row.at, found }
  const at = columnOf(row, 'line') ?? columnOf(row, 'code') ?? columnOf(row, 'item')
  wrong(spot, 'said-twice', at, {
    key: key.split('/').at(-1)!,
    other: String(other.row.at),
    other_sheet: other.row.sheet ?? '',
  })
}
