import { Decimal } from 'decimal.js'
import type { CheckedInvoice, CheckedLine } from '../catalogue/check/verdict.ts'
import type { Day } from '../catalogue/day.ts'

/**
 * 收费比对 as it was frozen when somebody filed: the charges of each day checked as one bill, by the `engine` of that time,
 * at the release that was newest. `then` is the release of the charge's own day. It is plain JSON.
 */
export type Comparison = {
  engine: 1
  release: number
  groups: { charged_on: Day; checked: CheckedInvoice; then: number | null }[]
}

type Dated = { charged_on: Day }

/** The charges day by day, in the order in which they were named; `at` are their places among all. */
export const byDay = <C extends Dated>(charges: readonly C[]): { day: Day; at: number[]; charges: C[] }[] =>
  [...Map.groupBy(charges.entries(), ([, { charged_on }]) => charged_on)].map(([day, of]) => ({
    day,
    at: of.map(([at]) => at),
    charges: of.map(([, charge]) => charge),
  }))

/** What each charge was found to be, in the order of the charges. */
export function checkedCharges(comparison: Comparison, charges: readonly Dated[]): CheckedLine[] {
  const found: CheckedLine[] = []
  for (const [group, { at }] of byDay(charges).entries())
    for (const [n, place] of at.entries()) found[place] = comparison.groups[group]!.checked.lines[n]!
  return found
}

/** What a case is about: the charge that is most over, else the first that is not right, else the first. */
export function principal(lines: readonly CheckedLine[]): CheckedLine | undefined {
  const over = lines.filter(({ difference }) => difference !== null && new Decimal(difference).greaterThan(0))
  const most = over.toSorted((a, b) => new Decimal(b.difference!).comparedTo(a.difference!))[0]
  return most ?? lines.find(({ verdict }) => verdict !== 'match') ?? lines[0]
}

/** What was charged altogether, in yuan to the fen. */
export const chargedOf = (charges: readonly { amount: string }[]): string =>
  charges.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0)).toFixed(2)
