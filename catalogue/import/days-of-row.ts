import { addDays, type Day } from '../day.ts'
import { type Spot, wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import { OPEN } from './read-cell.ts'
import type { ReadRow } from './read-rows.ts'

/** The days a row is for: `until` is the first day no longer, null where it has no end, `kept` where that is as published. */
export type RowDays = { from: Day; until: Day | null | 'kept' }

/** 生效日 and 有效期至 of a row; null where they cannot be told, which is then noted. */
export function daysOfRow(row: ReadRow, effective: Day, spot: Spot): RowDays | null {
  if (row.faulty.has('effective_from') || row.faulty.has('effective_to')) return null
  const from = (row.said.effective_from ?? effective) as Day
  const to = row.said.effective_to ?? null
  if (to === null || to === OPEN) return { from, until: to === null ? 'kept' : null }
  if (to >= from) return { from, until: addDays(to as Day, 1) }
  wrong(spot, row.said.effective_from ? 'ends-before-it-starts' : 'over-by-then', columnOf(row, 'effective_to'), {
    from,
    to,
  })
  return null
}
