import { readAmount } from './cell.ts'
import type { Columns } from './row-reader.ts'

/** How many rows are looked at to tell what a column holds. */
const LOOKED_AT = 200

/**
 * The columns known so far, and where what was charged or the sum is not among them, the ones that look like it:
 * names are the words that differ most, the sum is the last column of amounts.
 */
export function columnsByContent(rows: readonly (readonly string[])[], known: Columns): Columns {
  const columns = { ...known }
  const taken = new Set(Object.values(known))
  const seen = rows.slice(0, LOOKED_AT)
  const width = Math.max(0, ...seen.map((row) => row.length))
  const places = Array.from({ length: width }, (_, place) => place).filter((place) => !taken.has(place))
  if (columns.amount === undefined && columns.net_amount === undefined) {
    const sums = places.filter((place) => share(seen, place, isSum) >= 0.6)
    if (sums.length > 0) columns.amount = sums.at(-1)!
  }
  if (columns.name === undefined) {
    const words = places.filter((place) => place !== columns.amount && share(seen, place, isWords) >= 0.6)
    const best = words.toSorted((a, b) => variety(seen, b) - variety(seen, a) || a - b)[0]
    if (best !== undefined) columns.name = best
  }
  return columns
}

/** Of the rows that have more than one cell filled, how many have such a cell there. */
function share(rows: readonly (readonly string[])[], place: number, such: (cell: string) => boolean): number {
  const full = rows.filter((row) => row.filter((cell) => cell !== '').length > 1)
  return full.length === 0 ? 0 : full.filter((row) => such(row[place] ?? '')).length / full.length
}

const variety = (rows: readonly (readonly string[])[], place: number): number =>
  new Set(rows.map((row) => row[place] ?? '')).size

/** Is this cell a sum of money? */
export const isSum = (cell: string): boolean => cell !== '' && 'value' in readAmount(cell)
const isWords = (cell: string): boolean => /\p{L}{2}/u.test(cell) && !isSum(cell) && !/^\d{4}\D\d/.test(cell)
