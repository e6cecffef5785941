import { isFew } from '../suppression.ts'
import { countedCells } from './case-counts.ts'
import { CROSSED, FEATURES, type Feature, type Featured, type Values } from './features.ts'
import { otherwiseIn } from './otherwise.ts'
import { type Cell, keepSecret } from './secret.ts'

/** The cells of all tables of cases: of one value, the total of its row or column, and of two together. */
export type CaseCells = {
  total: (feature: Feature, value: string) => Cell
  both: (one: Feature, value: string, other: Feature, its: string) => Cell
}

/** The least number of cases of a value that is known from elsewhere. */
export type Least = (feature: Feature, value: string) => number

/**
 * Counts the cases, of which there are at least five, and withholds what would tell a number from 1 to 4; null where what is
 * known from elsewhere tells one. Where nothing is, there is always a way.
 */
export function caseCells(cases: readonly Featured[], values: Values, least: Least = () => 0): CaseCells | null {
  const cells = countedCells(cases, values, least)
  const { ofTotal, ofBoth } = otherwiseIn(cases, values, cells)
  for (const feature of FEATURES)
    for (const value of values[feature])
      if (isFew(cells.total(feature, value).n) && !keepSecret(ofTotal(feature, value))) return null
  for (const [row, column] of CROSSED)
    for (const value of values[row])
      for (const its of values[column])
        if (isFew(cells.both(row, value, column, its).n) && !keepSecret(ofBoth(row, value, column, its))) return null
  return cells
}
