import { LEAST, suppress } from '../suppression.ts'
import type { Least } from './case-counts.ts'
import type { Feature } from './features.ts'
import type { NamedCharge } from './rows.ts'
import { type StatCell, shownCell } from './table.ts'

/** A name of a charge that is on no list: in how many filings, by port (rows) and month (columns), each with its total. */
export type OffList = { name: string; rows: string[]; columns: string[]; cells: StatCell[][] }

/**
 * 清单外收费预警: the names that at least five filings complain of, those of most first. A name that fewer use is not said:
 * it is free text, and might tell of one person.
 */
export function offListNames(charges: readonly NamedCharge[]): OffList[] {
  return [...Map.groupBy(charges, ({ name }) => normalName(name))]
    .map(([key, named]) => ({ key, filings: [...new Map(named.map((one) => [one.filing, one])).values()] }))
    .filter(({ filings }) => filings.length >= LEAST)
    .toSorted((a, b) => b.filings.length - a.filings.length || (a.key < b.key ? -1 : 1))
    .map(({ filings }) => spread(filings))
}

/** What this list tells of cases: every filing opens one at least, and where one is named there is one. */
export function leastSaid(names: readonly OffList[]): Least {
  const least = new Map<string, number>()
  const know = (feature: Feature, value: string, cell: StatCell) => {
    const key = `${feature} ${value}`
    least.set(key, Math.max(least.get(key) ?? 0, 'value' in cell ? Number(cell.value) : 1))
  }
  for (const { rows, columns, cells } of names) {
    for (const [n, port] of rows.slice(0, -1).entries()) know('port', port, cells[n]!.at(-1)!)
    for (const [n, month] of columns.slice(0, -1).entries()) know('month', month, cells.at(-1)![n]!)
  }
  return (feature, value) => least.get(`${feature} ${value}`) ?? 0
}

/** Names that differ only in width, case or spaces are one. */
const normalName = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '')

function spread(filings: readonly NamedCharge[]): OffList {
  const pairs = filings.map(({ port, received_on }) => [port, received_on.slice(0, 7)] as const)
  const rows = inOrder(pairs.map(([port]) => port))
  const columns = inOrder(pairs.map(([, month]) => month))
  return {
    name: filings[0]!.name.normalize('NFKC').trim(),
    rows: [...rows, 'all'],
    columns: [...columns, 'all'],
    cells: suppress(countPairs(pairs, rows, columns)).map((line) => line.map(shownCell)),
  }
}

/** How often each pair occurs. */
function countPairs(
  pairs: readonly (readonly [string, string])[],
  rows: readonly string[],
  columns: readonly string[],
): number[][] {
  const counts = rows.map(() => columns.map(() => 0))
  const rowAt = new Map(rows.map((code, n) => [code, n]))
  const columnAt = new Map(columns.map((code, n) => [code, n]))
  for (const [r, c] of pairs) counts[rowAt.get(r)!]![columnAt.get(c)!]! += 1
  return counts
}

/** Each code once, by the alphabet. */
const inOrder = (codes: readonly string[]): string[] => [...new Set(codes)].toSorted()
