import { suppress } from '../suppression.ts'
import { CATEGORIES, OUTCOMES, TRACKS } from '../words.ts'
import type { Counted } from './rows.ts'
import { cellOf, type StatTable, type StatTableName } from './table.ts'

/** Cases by two things, with totals, small numbers hidden. */
export function countTable<Row extends string, Column extends string>(
  row: Row,
  column: Column,
  cases: readonly Counted[],
  of: (one: Counted) => [row: string, column: string],
): StatTable {
  const pairs = cases.map(of)
  const rows = inOrder(pairs.map(([code]) => code))
  const columns = inOrder(pairs.map(([, code]) => code))
  const cells = suppress(crossed(pairs, rows, columns)).map((line) => line.map(cellOf))
  return { name: `${row}-${column}` as StatTableName, rows: [...rows, 'all'], columns: [...columns, 'all'], cells }
}

/** How often each pair occurs. */
export function crossed(
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

const ORDER: readonly string[] = [...CATEGORIES, ...TRACKS, ...OUTCOMES, 'not_accepted', 'withdrawn', 'open', 'unknown']

/** Each code once: those of the law in its order, all else by the alphabet, what is not known last. */
export function inOrder(codes: readonly string[]): string[] {
  const place = (code: string) => ORDER.indexOf(code)
  return [...new Set(codes)].toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
}
