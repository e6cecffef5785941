/** 小数隐藏: `few` stands for 1 to 4, `withheld` for any number: it is not said, lest another be reckoned from it. */
export type Hidden = 'few' | 'withheld'
export type ShownCount = number | Hidden

/** The least number that is said. */
export const LEAST = 5

/**
 * A table of counts with its totals (last column, last row, last corner) as it may be published: no number from 1 to 4 can be
 * reckoned exactly from all that is left. The corner is published elsewhere too, and stays; it is at least five.
 */
export function suppress(counts: readonly (readonly number[])[]): ShownCount[][] {
  const table = withTotals(counts)
  const marks: Mark[][] = table.map((row) => row.map((n) => (isFew(n) ? 'few' : 'shown')))
  for (const [r, row] of table.entries())
    for (const [c, n] of row.entries()) if (isFew(n)) blur({ table, marks }, { r, c })
  return table.map((row, r) => row.map((n, c) => (marks[r]![c] === 'shown' ? n : (marks[r]![c] as Hidden))))
}

export const isFew = (n: number): boolean => n > 0 && n < LEAST

/** The counts with a column, a row and a corner of totals. */
export function withTotals(counts: readonly (readonly number[])[]): number[][] {
  const rows = counts.map((row) => [...row, sum(row)])
  const width = (counts[0]?.length ?? 0) + 1
  return [...rows, Array.from({ length: width }, (_, c) => sum(rows.map((row) => row[c]!)))]
}
const sum = (numbers: readonly number[]): number => numbers.reduce((all, n) => all + n, 0)

type Mark = 'shown' | Hidden
type Cell = { r: number; c: number }
type Table = { table: number[][]; marks: Mark[][] }
type Up = 1 | -1
type Change = { cell: Cell; up: Up }

/**
 * Makes sure that a cell could as well be one more or one less: there is a ring of cells that can all change by one, up and
 * down in turn, so that every total still adds up. Of all such rings the one that hides least is taken.
 */
function blur(of: Table, cell: Cell): void {
  const rings = ([1, -1] as const).flatMap((up) => ringThrough(of, { cell, up }) ?? [])
  const best = rings.toSorted((a, b) => a.cost - b.cost)[0]
  for (const change of best?.changes ?? []) of.marks[change.cell.r]![change.cell.c] = moved(of, change)!.mark
}

/** What a cell must be marked as, and what that costs, so that a reader must reckon with its being one more or less. */
function moved({ table, marks }: Table, { cell: { r, c }, up }: Change): { mark: Mark; cost: number } | null {
  const n = table[r]![c]!
  if (n + up < 0 || (r === table.length - 1 && c === table[0]!.length - 1)) return null
  const mark = marks[r]![c]!
  if (mark === 'withheld') return { mark, cost: 0 }
  if (mark === 'few') return isFew(n + up) ? { mark, cost: 0 } : { mark: 'withheld', cost: DEMOTED }
  return { mark: 'withheld', cost: n === 0 ? NOTHING : HID + n }
}
const DEMOTED = 3
const HID = 10
const NOTHING = 100_000

type Ring = { changes: Change[]; cost: number }

/** The cheapest ring through a change: rows and columns are places, cells the ways between them, up one way and down the other. */
function ringThrough(of: Table, first: Change): Ring | null {
  const own = moved(of, first)
  if (own === null) return null
  const rows = of.table.length
  const along = first.up === signOf(of, first.cell)
  const [from, to] = along ? [rows + first.cell.c, first.cell.r] : [first.cell.r, rows + first.cell.c]
  const way = cheapestWay(of, from, to, first.cell)
  return way && { changes: [first, ...way.changes], cost: own.cost + way.cost }
}

/** A total counts against the cells it adds up: so every row and column, its total among them, adds up to nothing. */
const signOf = ({ table }: Table, { r, c }: Cell): Up =>
  (r === table.length - 1) === (c === table[0]!.length - 1) ? 1 : -1

function cheapestWay(of: Table, from: number, to: number, without: Cell): Ring | null {
  const best = new Map<number, Ring>([[from, { changes: [], cost: 0 }]])
  const done = new Set<number>()
  for (;;) {
    const next = [...best].filter(([place]) => !done.has(place)).toSorted((a, b) => a[1].cost - b[1].cost)[0]
    if (next === undefined) return null
    const [place, way] = next
    if (place === to) return way
    done.add(place)
    for (const step of stepsFrom(of, place, without)) {
      const cost = way.cost + step.cost
      if (cost < (best.get(step.place)?.cost ?? Number.POSITIVE_INFINITY))
        best.set(step.place, { changes: [...way.changes, step.change], cost })
    }
  }
}

/** From a row to a column through a cell that grows, from a column to a row through one that shrinks. */
function stepsFrom(of: Table, place: number, without: Cell): { place: number; cost: number; change: Change }[] {
  const [rows, columns] = [of.table.length, of.table[0]!.length]
  const isRow = place < rows
  return Array.from({ length: isRow ? columns : rows }, (_, n) => n).flatMap((n) => {
    const cell = isRow ? { r: place, c: n } : { r: n, c: place - rows }
    if (cell.r === without.r && cell.c === without.c) return []
    const change: Change = { cell, up: (signOf(of, cell) * (isRow ? 1 : -1)) as Up }
    const cost = moved(of, change)?.cost
    return cost === undefined ? [] : [{ place: isRow ? rows + n : n, cost, change }]
  })
}
