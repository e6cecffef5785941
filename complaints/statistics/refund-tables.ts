import { type Payment, sumsOf } from '../money-suppression.ts'
import { inOrder } from './count-table.ts'
import type { Refunded } from './rows.ts'
import type { StatTable } from './table.ts'

const KINDS = ['ordered', 'paid', 'confirmed'] as const
const BY = {
  port: ({ port }: Refunded) => port,
  link: ({ link }: Refunded) => link,
  category: ({ category }: Refunded) => category,
  month: ({ received_on }: Refunded) => received_on.slice(0, 7),
} as const

/** 退还: what was ordered, paid and confirmed, by port, link, category and month of filing; only sums, never how many. */
export const refundTables = (refunds: readonly Refunded[]): StatTable[] =>
  (Object.keys(BY) as (keyof typeof BY)[]).map((by) => refundTable(by, refunds))

function refundTable(by: keyof typeof BY, refunds: readonly Refunded[]): StatTable {
  const rows = inOrder(refunds.map(BY[by]))
  const sums = KINDS.map((kind) => sumsOf(rows, paymentsOf(refunds, kind, BY[by])))
  const cell = (sum: string) => (sum === 'withheld' ? ({ hidden: sum } as const) : { value: sum })
  return {
    name: `refunds-${by}`,
    rows: [...rows, 'all'],
    columns: [...KINDS],
    cells: [...rows.map((_, n) => sums.map((sum) => cell(sum.by[n]!))), sums.map(({ all }) => cell(all))],
  }
}

const paymentsOf = (
  refunds: readonly Refunded[],
  kind: (typeof KINDS)[number],
  groupOf: (refund: Refunded) => string,
): Payment[] =>
  refunds
    .filter((refund) => Number(refund[kind]) > 0)
    .map((refund) => ({ group: groupOf(refund), payee: refund.payee, amount: refund[kind] }))
