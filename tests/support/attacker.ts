import type { Counted } from '../../complaints/statistics/rows.ts'
import type { StatTable } from '../../complaints/statistics/table.ts'

/** A case as statistics show it. */
export type Features = Record<'month' | 'track' | 'category' | 'port' | 'link' | 'ended', string>
export const featuresOf = ({ received_on, track, category, port, link, ended }: Counted): Features => ({
  ...{ month: received_on.slice(0, 7), track, category, port, link, ended },
})

/** What is printed of a cell: its number, or why there is none. */
export type Told = { value?: number; hidden?: string }
const SIDES: Record<string, [keyof Features, keyof Features]> = {
  'month-track': ['month', 'track'],
  'category-port': ['category', 'port'],
  'outcomes-port': ['port', 'ended'],
  'outcomes-link': ['link', 'ended'],
  'outcomes-category': ['category', 'ended'],
  'outcomes-month': ['month', 'ended'],
}

/** Rows and columns of a table of cases. */
export const sidesOf = (name: string) => SIDES[name]!

/** Every number of the tables by what it counts, read off what is published: totals that two tables print are one number. */
export function told(tables: readonly StatTable[]): Map<string, Told> {
  const all = new Map<string, Told>()
  for (const { cell, said } of printed(tables)) {
    const before = all.get(cell)
    if (before !== undefined && JSON.stringify(before) !== JSON.stringify(said))
      throw new Error(`${cell} is told twice: ${JSON.stringify([before, said])}`)
    all.set(cell, said)
  }
  return all
}

function printed(tables: readonly StatTable[]) {
  return tables.flatMap(({ name, rows, columns, cells }) =>
    rows.flatMap((row, r) =>
      columns.map((column, c) => {
        const [of, by] = SIDES[name]!
        const parts = [row === 'all' ? [] : [`${of}=${row}`], column === 'all' ? [] : [`${by}=${column}`]].flat()
        const said = cells[r]![c]!
        return {
          cell: parts.join('&'),
          said: 'value' in said ? { value: Number(said.value) } : { hidden: said.hidden },
        }
      }),
    ),
  )
}

/** How many cases each cell of the tables counts. */
export function countsOf(all: readonly Features[]): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (cell: string) => counts.set(cell, (counts.get(cell) ?? 0) + 1)
  for (const one of all) {
    count('')
    for (const [feature, value] of Object.entries(one)) count(`${feature}=${value}`)
    for (const [of, by] of Object.values(SIDES)) count(`${of}=${one[of]}&${by}=${one[by]}`)
  }
  return counts
}

/** Would these counts have been published in the same way? What is not listed is nought. */
export function alike(counts: ReadonlyMap<string, number>, published: ReadonlyMap<string, Told>): boolean {
  for (const cell of counts.keys()) if (!published.has(cell)) return false
  for (const [cell, { value, hidden }] of published) {
    const n = counts.get(cell) ?? 0
    if (value !== undefined ? n !== value : hidden === 'few' && (n < 1 || n > 4)) return false
  }
  return true
}

/** The same tables with what was withheld told after all: only numbers from 1 to 4 stay hidden. */
export function unhidden(tables: readonly StatTable[], all: readonly Counted[]): StatTable[] {
  const counts = countsOf(all.map(featuresOf))
  const cells = printed(tables)
  let at = 0
  return tables.map((table) => ({
    ...table,
    cells: table.cells.map((line) =>
      line.map(() => {
        const n = counts.get(cells[at++]!.cell) ?? 0
        return n > 0 && n < 5 ? { hidden: 'few' as const } : { value: String(n) }
      }),
    ),
  }))
}

/**
 * The hidden numbers that can be worked out: bounds are drawn closer by every sum of every table, over and over, totals being
 * the same in all of them, until nothing gives.
 */
export function exposed(tables: readonly StatTable[], all: number): string[] {
  const bounds = new Map<string, [low: number, high: number]>()
  for (const { cell, said } of printed(tables))
    bounds.set(cell, closer(bounds.get(cell) ?? [0, all], boundsOf(said, all)))
  const sums = tables.flatMap(sumsIn)
  for (let moved = true; moved; ) {
    moved = false
    for (const [total, parts] of sums)
      for (const cell of [total, ...parts]) {
        const before = bounds.get(cell)!
        const after = closer(before, fromSum(cell, total, parts, bounds))
        if (after[0] === before[0] && after[1] === before[1]) continue
        bounds.set(cell, after)
        moved = true
      }
  }
  const hidden = printed(tables).filter(({ said }) => 'hidden' in said)
  return [...new Set(hidden.map(({ cell }) => cell))].filter((cell) => {
    const [low, high] = bounds.get(cell)!
    return low >= high
  })
}

const boundsOf = ({ value, hidden }: Told, all: number): [number, number] =>
  value !== undefined ? [value, value] : hidden === 'few' ? [1, 4] : [0, all]
const closer = (one: [number, number], two: [number, number]): [number, number] => [
  Math.max(one[0], two[0]),
  Math.min(one[1], two[1]),
]

function sumsIn({ name, rows, columns }: StatTable): [total: string, parts: string[]][] {
  const [of, by] = SIDES[name]!
  const [its, lines] = [rows.slice(0, -1).map((row) => `${of}=${row}`), columns.slice(0, -1).map((c) => `${by}=${c}`)]
  return [
    ...its.map((row): [string, string[]] => [row, lines.map((column) => `${row}&${column}`)]),
    ...lines.map((column): [string, string[]] => [column, its.map((row) => `${row}&${column}`)]),
    ['', its],
    ['', lines],
  ]
}

function fromSum(cell: string, total: string, parts: readonly string[], bounds: ReadonlyMap<string, [number, number]>) {
  const sum = (side: 0 | 1, without: string) =>
    parts.reduce((all, part) => (part === without ? all : all + bounds.get(part)![side]), 0)
  if (cell === total) return [sum(0, ''), sum(1, '')] as [number, number]
  const [low, high] = bounds.get(total)!
  return [low - sum(1, cell), high - sum(0, cell)] as [number, number]
}
