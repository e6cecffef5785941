import { Decimal } from 'decimal.js'
import { LEAST } from './suppression.ts'

/** An amount that went, or is to go, to one payee, within one group of a table. */
export type Payment = { group: string; payee: string; amount: string }
export type ShownSum = string | 'withheld'

/** A sum is said only of so many payees, none of whom got more than this share of it. */
const PAYEES = LEAST
const SHARE = 0.7

/**
 * Sums by group and of all as they may be published: of at least five payees, none with more than 70 %. What is withheld can
 * be reckoned only together, as the rest of the total, and that rest keeps the same rule. Of an `untold` group, or `all`,
 * none is said: so many payees would tell how many cases it has. Where one is withheld a group without payments looks the same.
 */
export function sumsOf(
  groups: readonly string[],
  payments: readonly Payment[],
  untold: ReadonlySet<string> = new Set(),
): { by: ShownSum[]; all: ShownSum } {
  if (payments.length === 0) return { by: groups.map(() => '0.00'), all: '0.00' }
  if (untold.has('all') || !isSafe(payments)) return { by: groups.map(() => 'withheld'), all: 'withheld' }
  const of = Map.groupBy(payments, ({ group }) => group)
  const hidden = hiddenOf(of, untold)
  const isSaid = (group: string) => (of.has(group) ? !hidden.has(group) : hidden.size === 0)
  const shown = (group: string) => (isSaid(group) ? totalOf(of.get(group) ?? []).toFixed(2) : 'withheld')
  return { by: groups.map(shown), all: totalOf(payments).toFixed(2) }
}

/** The groups that may not be said, and the smallest others until the rest may be known. */
function hiddenOf(of: ReadonlyMap<string, readonly Payment[]>, untold: ReadonlySet<string>): ReadonlySet<string> {
  const unsafe = ([group, payments]: [string, readonly Payment[]]) => untold.has(group) || !isSafe(payments)
  const hidden = new Set([...of].filter(unsafe).map(([group]) => group))
  const others = [...of.keys()]
    .filter((group) => !hidden.has(group))
    .toSorted((a, b) => totalOf(of.get(a)!).comparedTo(totalOf(of.get(b)!)))
  const restOf = () => [...hidden].flatMap((group) => of.get(group)!)
  while (hidden.size > 0 && others.length > 0 && (hidden.size < 2 || !isSafe(restOf()))) hidden.add(others.shift()!)
  return hidden
}

function isSafe(payments: readonly Payment[]): boolean {
  const byPayee = [...Map.groupBy(payments, ({ payee }) => payee).values()].map(totalOf)
  const most = Decimal.max(...byPayee)
  return byPayee.length >= PAYEES && most.lte(totalOf(payments).times(SHARE))
}

const totalOf = (payments: readonly Payment[]): Decimal =>
  payments.reduce((all, { amount }) => all.plus(amount), new Decimal(0))
