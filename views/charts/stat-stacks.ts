import type { StatCell } from '../../complaints/statistics/table.ts'
import { tenth } from './scale.ts'

/**
 * 分段统计图: one bar a row, a numbered part a column; what is not said is a hatched part, as long as it is where the total is
 * said, else short. Across in percent, down in pixels.
 */
export type StatStacksPicture = {
  id: string
  height: number
  says: string
  rows: { label: string; value: string; text: number; top: number; mid: number; parts: Part[] }[]
  key: string[]
  hatched: string
}
type Part = { x: string; width: string; fill: string; number: { x: string; fill: string; text: string } | null }

type Row = { label: string; value: string; cells: readonly StatCell[]; total: StatCell }

/** The picture of how each row falls into the columns; null where nothing of it is said. */
export function statStacksOf(
  id: string,
  says: string,
  rows: readonly Row[],
  { columns, hatched }: { columns: readonly string[]; hatched: string },
): StatStacksPicture | null {
  const most = Math.max(0, ...rows.map(lengthOf))
  if (most === 0) return null
  return {
    ...{ id, says, height: rows.length * BAND + 4, key: [...columns], hatched },
    rows: rows.map((row, n) => ({
      ...{ label: row.label, value: row.value, text: n * BAND + 14, top: n * BAND + 20, mid: n * BAND + 33 },
      parts: partsOf(row, id, most),
    })),
  }
}

const BAND = 50
/** So much of the width is left for a hatched part of unknown length. */
const WIDE = 95
/** A number is written into a part that is at least so wide. */
const LEGIBLE = 4

const numberOf = (cell: StatCell): number => ('value' in cell ? Number(cell.value) : 0)
const saidIn = ({ cells }: Row): number => cells.reduce((sum, cell) => sum + numberOf(cell), 0)
const lengthOf = (row: Row): number => ('value' in row.total ? numberOf(row.total) : saidIn(row))

const FILLS = [
  { fill: '#1B4B72', ink: '#FFFFFF' },
  { fill: '#D3DAE0', ink: '#1F2933' },
  { fill: '#52606D', ink: '#FFFFFF' },
  { fill: '#FFFFFF', ink: '#1F2933' },
] as const

function partsOf(row: Row, id: string, most: number): Part[] {
  const percent = (n: number) => (n / most) * WIDE
  const parts: Part[] = []
  let before = 0
  for (const [n, cell] of row.cells.entries()) {
    const count = numberOf(cell)
    if (count === 0) continue
    const [x, width, { fill, ink }] = [percent(before), percent(count), FILLS[n % FILLS.length]!]
    const middle = { x: `${tenth(x + width / 2)}%`, fill: ink, text: String(n + 1) }
    parts.push({ x: `${tenth(x)}%`, width: `${tenth(width)}%`, fill, number: width < LEGIBLE ? null : middle })
    before += count
  }
  const hidden = hiddenPart(row, before, percent)
  return hidden === null ? parts : [...parts, { ...hidden, fill: `url(#${id}-hidden)`, number: null }]
}

function hiddenPart(row: Row, said: number, percent: (n: number) => number) {
  if (![row.total, ...row.cells].some((cell) => 'hidden' in cell)) return null
  const rest = 'value' in row.total ? numberOf(row.total) - said : null
  if (rest === 0) return null
  return { x: `${tenth(percent(said))}%`, width: rest === null ? '1rem' : `${tenth(percent(rest))}%` }
}
