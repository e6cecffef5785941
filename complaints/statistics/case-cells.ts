import { isFew } from '../suppression.ts'
import { type CaseCells, countedCells, type Least } from './case-counts.ts'
import { CROSSED, FEATURES, type Featured, type Values } from './features.ts'
import { otherwiseIn } from './otherwise.ts'
import { keepSecret } from './secret.ts'

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
  for (const { row, column } of CROSSED)
    for (const value of values[row])
      for (const its of values[column])
        if (isFew(cells.both(row, value, column, its).n) && !keepSecret(ofBoth(row, value, column, its))) return null
  return cells
}
