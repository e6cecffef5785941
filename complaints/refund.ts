import { Decimal } from 'decimal.js'
import type { Amount } from '../catalogue/amount.ts'
import type { Basis, Mark } from '../catalogue/basis.ts'
import type { Day } from '../catalogue/day.ts'
import { type Text, text } from '../catalogue/text.ts'

/** 退款登记: paid back by the respondent, confirmed by whoever got it, or unclaimed after the public notice. */
export const REFUND_ENTRIES = ['paid', 'confirmed', 'unclaimed'] as const
export type RefundKind = (typeof REFUND_ENTRIES)[number]

/** 退还依据: on what a refund rests. */
export const REFUND_BASES = ['overcharge', 'settlement'] as const
export type RefundBasis = (typeof REFUND_BASES)[number]
export const REFUND_LAW: Record<RefundBasis, { says: Text; basis: Basis | null; mark: Mark }> = {
  overcharge: {
    says: text('责令退还多收价款', 'Order to refund the overcharge'),
    basis: { document: 'price-penalty-rules', article: '第十六条' },
    mark: 'verified',
  },
  settlement: { says: text('按达成的协议退还', 'Refund as agreed'), basis: null, mark: 'derived' },
}

/** 退款台账 of one order. `outstanding` is neither paid nor unclaimed; late where it is due before today and not nothing. */
export type Ledger = {
  ordered: Amount
  paid: Amount
  confirmed: Amount
  unclaimed: Amount
  outstanding: Amount
  settled: boolean
  late: boolean
}

/** The ledger of an order on a day, from all its entries (价格法 art. 41; 处罚规定 art. 16). */
export function ledgerOf(
  order: { amount: Amount; dueOn: Day },
  entries: readonly { kind: RefundKind; amount: Amount }[],
  today: Day,
): Ledger {
  const sum = (kind: RefundKind) =>
    Decimal.sum(0, ...entries.filter((one) => one.kind === kind).map((one) => one.amount))
  const [paid, confirmed, unclaimed] = REFUND_ENTRIES.map(sum) as [Decimal, Decimal, Decimal]
  const outstanding = new Decimal(order.amount).minus(paid).minus(unclaimed)
  return {
    ordered: money(new Decimal(order.amount)),
    paid: money(paid),
    confirmed: money(confirmed),
    unclaimed: money(unclaimed),
    outstanding: money(outstanding),
    settled: outstanding.isZero() && confirmed.equals(paid),
    late: order.dueOn < today && outstanding.greaterThan(0),
  }
}

/** Would the ledger still balance with this entry? Nothing is paid beyond the order, nothing confirmed beyond what was paid. */
export function balances(
  { paid, confirmed, outstanding }: Ledger,
  entry: { kind: RefundKind; amount: Amount },
): boolean {
  const room = entry.kind === 'confirmed' ? new Decimal(paid).minus(confirmed) : new Decimal(outstanding)
  return room.greaterThanOrEqualTo(entry.amount)
}

const money = (amount: Decimal): Amount => amount.toFixed(2)
