import { Day } from '../../../catalogue/day.ts'
import { RefundAmount } from '../../../complaints/act-input.ts'
import { balances, ledgerOf, type RefundKind } from '../../../complaints/refund.ts'
import { refundEntriesOf, refundOrdersOf, writeRefundEntry } from '../../db/case-decisions.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, type Doing, done, entered, mustBe } from './doing.ts'
import { type ActOutcome, atField, Refused } from './outcome.ts'

export type NewRefundEntry = { no: string; order: number; kind: RefundKind; amount: string; on: string }

/** 退款登记: what was paid back, confirmed or left unclaimed of an order, as long as the ledger balances (处罚规定 art. 16). */
export const enterRefund = (
  desk: Desk,
  by: Person,
  { no, order, kind, amount, on }: NewRefundEntry,
): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.handle')
    const [sum, day] = [RefundAmount.safeParse(amount), Day.safeParse(on)]
    if (!sum.success) throw atField('amount')
    if (!day.success || day.data > doing.today) throw atField('on')
    await mustBalance(doing, { order, kind, amount: sum.data, on: day.data })
    await writeRefundEntry(doing.tx, { order, kind, amount: sum.data, on: day.data, by: by.id, at: doing.at })
    return done(await entered(doing, `refund_${kind}`, { order, amount: sum.data, on: day.data }))
  })

async function mustBalance(
  { tx, file, today }: Doing,
  { order: id, kind, amount, on }: { order: number; kind: RefundKind; amount: string; on: Day },
): Promise<void> {
  const order = (await refundOrdersOf(tx, file.id)).find((one) => one.id === id)
  if (order === undefined) throw new Refused('not-found', { field: 'order' })
  if (on < order.ordered_on) throw atField('on')
  const entries = (await refundEntriesOf(tx, file.id)).filter(({ order_id }) => order_id === id)
  if (!balances(ledgerOf({ amount: order.amount, dueOn: order.due_on }, entries, today), { kind, amount }))
    throw new Refused('not-balanced', { field: 'amount' })
}
