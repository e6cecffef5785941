import type { StatCell } from '../../complaints/statistics/table.ts'
import { tenth } from './scale.ts'

/** 统计图: one bar a row; a number that is not said has no bar but a hatched mark. Across in percent, down in pixels. */
export type StatBarsPicture = {
  id: string
  height: number
  says: string
  bars: { label: string; value: string; text: number; top: number; width: string; fill: string; stroke: string }[]
}

type Row = { label: string; value: string; cell: StatCell }

/** The picture of a column of figures, the longest bar as wide as the page or as `whole` would be; null where none is more than nothing. */
export function statBarsOf(id: string, says: string, rows: readonly Row[], whole?: number): StatBarsPicture | null {
  const numbers = rows.map(({ cell }) => ('value' in cell ? Number(cell.value) : null))
  const longest = Math.max(0, ...numbers.map((n) => n ?? 0))
  if (longest === 0) return null
  const most = whole ?? longest
  return {
    ...{ id, says, height: rows.length * BAND + 4 },
    bars: rows.map(({ label, value }, n) => ({
      ...{ label, value, text: n * BAND + 14, top: n * BAND + 20 },
      ...barOf(numbers[n]!, most, id),
    })),
  }
}

const BAND = 42

const barOf = (n: number | null, most: number, id: string) =>
  n === null
    ? { width: '1.5rem', fill: `url(#${id}-hidden)`, stroke: '#52606D' }
    : { width: `${tenth((n / most) * 99)}%`, fill: '#1B4B72', stroke: '#1B4B72' }
