import { type Payment, sumsOf } from '../money-suppression.ts'
import { CUTS, type Cut, type RowsOf } from './cuts.ts'
import type { Refunded } from './rows.ts'
import type { StatTable } from './table.ts'
import type { Telling } from './telling.ts'

const KINDS = ['ordered', 'paid', 'confirmed'] as const

/**
 * 退还: what was ordered, paid and confirmed, by port, link, category and month of filing; only sums, never how many. The
 * cuts share nothing but the sum of all, so none tells what another withholds.
 */
export const refundTables = (refunds: readonly Refunded[], rowsOf: RowsOf, telling: Telling): StatTable[] =>
  CUTS.map((cut) => refundTable(cut, refunds, rowsOf(cut), telling))

const cutOf = (cut: Cut, one: Refunded): string => (cut === 'month' ? one.received_on.slice(0, 7) : one[cut])

function refundTable(cut: Cut, refunds: readonly Refunded[], rows: readonly string[], { sum }: Telling): StatTable {
  const untold = new Set([...rows, 'all'].filter((row) => !sum(cut, row)))
  const sums = KINDS.map((kind) => sumsOf(rows, paymentsOf(refunds, kind, cut), untold))
  const cell = (sum: string) => (sum === 'withheld' ? ({ hidden: sum } as const) : { value: sum })
  return {
    name: `refunds-${cut}`,
    rows: [...rows, 'all'],
    columns: [...KINDS],
    cells: [...rows.map((_, n) => sums.map((sum) => cell(sum.by[n]!))), sums.map(({ all }) => cell(all))],
  }
}

const paymentsOf = (refunds: readonly Refunded[], kind: (typeof KINDS)[number], cut: Cut): Payment[] =>
  refunds
    .filter((refund) => Number(refund[kind]) > 0)
    .map((refund) => ({ group: cutOf(cut, refund), payee: refund.payee, amount: refund[kind] }))
