import { LEAST } from '../suppression.ts'
import type { Outcome } from '../words.ts'
import type { CaseCells } from './case-counts.ts'
import type { Cut } from './cuts.ts'
import { BESIDE, FEATURES, type Values } from './features.ts'

/**
 * 可以多说的行: a share is said of so many time limits and a sum of so many payees, which tells that a row has at least as many
 * cases. So neither is said but where the numbers of cases tell as much; `all` is the row of all cases.
 */
export type Telling = {
  /** May shares of time limits be said of a row? Of all cases together always, by kinds where no total is withheld. */
  share: (cut: Cut, value: string, code: string) => boolean
  /** May a sum be said of a row? Where no number is withheld and five cases at least ended in a way that gives money back. */
  sum: (cut: Cut, value: string) => boolean
}

const REFUNDED: readonly Outcome[] = ['violation_found', 'refund_agreed', 'agreed']

export function tellingOf({ total, both }: CaseCells, values: Values): Telling {
  const open = FEATURES.every((feature) => values[feature].every((value) => !total(feature, value).withheld))
  const isOpen = (cut: Cut, value: string) =>
    !total(cut, value).withheld &&
    BESIDE[cut].every((other) => values[other].every((its) => !both(cut, value, other, its).withheld))
  const isMany = ({ n, withheld }: { n: number; withheld: boolean }) => n >= LEAST && !withheld
  return {
    share: (cut, value, code) => (value === 'all' ? code === 'every' || open : isOpen(cut, value)),
    sum: (cut, value) =>
      value === 'all'
        ? REFUNDED.some((ended) => isMany(total('ended', ended)))
        : isOpen(cut, value) && REFUNDED.some((ended) => isMany(both(cut, value, 'ended', ended))),
  }
}
