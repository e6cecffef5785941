import { isFew } from '../suppression.ts'
import { CROSSED, FEATURES, type Feature, type Featured, type Values } from './features.ts'
import type { Cell } from './secret.ts'

/** The cells of all tables of cases: of one value, the total of its row or column, and of two together. */
export type CaseCells = {
  total: (feature: Feature, value: string) => Cell
  both: (one: Feature, value: string, other: Feature, its: string) => Cell
}

/** The least number of cases of a value that is known from elsewhere. */
export type Least = (feature: Feature, value: string) => number

/** Every cell of the tables of cases with its number, and nothing withheld yet. */
export function countedCells(cases: readonly Featured[], values: Values, least: Least): CaseCells {
  const counts = countsOf(cases)
  const cells = new Map<string, Cell>()
  for (const feature of FEATURES)
    for (const value of values[feature]) {
      const n = counts.get(`${feature} ${value}`) ?? 0
      cells.set(`${feature} ${value}`, cellOf(n, TOTAL, least(feature, value)))
    }
  for (const { row, column } of CROSSED)
    for (const value of values[row])
      for (const its of values[column]) {
        const cell = cellOf(counts.get(`${row} ${value} ${column} ${its}`) ?? 0, BOTH, 0)
        cells.set(`${row} ${value} ${column} ${its}`, cell).set(`${column} ${its} ${row} ${value}`, cell)
      }
  return {
    total: (feature, value) => cells.get(`${feature} ${value}`)!,
    both: (one, value, other, its) => cells.get(`${one} ${value} ${other} ${its}`)!,
  }
}

function countsOf(cases: readonly Featured[]): Map<string, number> {
  const counts = new Map<string, number>()
  const count = (what: string) => counts.set(what, (counts.get(what) ?? 0) + 1)
  for (const one of cases) {
    for (const feature of FEATURES) count(`${feature} ${one[feature]}`)
    for (const { row, column } of CROSSED) count(`${row} ${one[row]} ${column} ${one[column]}`)
  }
  return counts
}

type Prices = { nought: number; few: number; more: (n: number) => number }
/**
 * Prices only order the ways: `few` tells little already, so it goes first. A total stands in several tables and costs more
 * than a cell that tells as much; a total of nought that is withheld brings a row that nobody needs.
 */
const TOTAL: Prices = { nought: 5000, few: 30, more: () => 1000 }
/** A cell costs more the more it tells, no more from 200 on; a nought most: a dash in its place looks as if there were a case. */
const BOTH: Prices = { nought: 300, few: 3, more: (n) => 20 + Math.min(n, 200) }

const cellOf = (n: number, { nought, few, more }: Prices, least: number): Cell => ({
  ...{ n, least, withheld: false },
  says: (number) => (isFew(number) ? 'few' : String(number)),
  price: n === 0 ? nought : isFew(n) ? few : more(n),
})
