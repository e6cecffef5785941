import type { Verdict } from '../../catalogue/check/verdict.ts'
import type { Day } from '../../catalogue/day.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { ClockCode } from '../../complaints/rule.ts'
import type { CaseType, Category, Track } from '../../complaints/words.ts'
import { address } from '../context.ts'
import { amountText, dayText, inChinese, type Said } from '../locale/format.ts'
import type { StaffContext } from '../staff.ts'
import { type CheckVerdict, checkVerdict } from '../words/checked-line.ts'
import { itemName, portName } from '../words/names.ts'
import type { FilterSaying } from './filter-words.ts'
import { type QueueClock, queueClock } from './queue-clock.ts'

/** One case as the queue is told it. `age` and `left` are working days. */
export type CaseTold = {
  no: string
  version: number
  type: CaseType
  track: Track
  state: CaseState
  port: string
  entity_name: string
  item: string | null
  charge: string | null
  category: Category
  verdict: string | null
  charged: string
  anonymous: boolean
  received_on: Day
  due_on: Day | null
  due_code: ClockCode | null
  due_provisional: boolean | null
  assignee_name: string | null
  cluster_id: number | null
  cluster_size: number
  unread: boolean
  to_sign: boolean
  refund_due: Day | null
  coming: boolean
  age: number
  left: number | null
}

/** A row of the queue. */
export type QueueRowShown = {
  no: string
  value: string
  href: string
  choose: string
  type: string
  track: string
  state: string
  coming: string | null
  entity: Said
  port: Said
  fee: Said
  verdict: CheckVerdict | null
  amount: string
  received: string
  receivedOn: string
  age: string
  clock: QueueClock
  assignee: string | null
  marks: { text: string; kind: 'unread' | 'sign' | 'refund' | 'plain'; href: string | null }[]
}

export function queueRow(told: CaseTold, ctx: StaffContext, saying: FilterSaying): QueueRowShown {
  const { t, reference, today } = saying
  const { caseWords: words, caseQueue } = t.words
  return {
    ...{ no: told.no, value: `${told.no}@${told.version}`, href: address(ctx, `/staff/cases/${told.no}`) },
    choose: t('caseQueue.choose', { no: told.no }),
    ...{ type: words[`type-${told.type}`], track: words[`track-${told.track}`], state: words[`state-${told.state}`] },
    coming: told.state === 'in_transfer' && told.coming ? caseQueue.incoming : null,
    entity: inChinese(told.entity_name, t.locale),
    port: portName(reference, told.port, today, t.locale),
    fee: feeOf(told, saying),
    verdict: told.verdict === null ? null : checkVerdict(told.verdict as Verdict, t),
    amount: amountText(told.charged),
    ...{
      received: t('caseQueue.received', { day: dayText(told.received_on, t.locale) }),
      receivedOn: told.received_on,
    },
    age: t('caseQueue.ageDays', { n: told.age }),
    clock: queueClock({ ...told, closed: CLOSED.has(told.state) }, t),
    assignee: told.assignee_name,
    marks: marksOf(told, ctx, saying),
  }
}

const CLOSED: ReadonlySet<CaseState> = new Set(['not_accepted', 'notified', 'published', 'withdrawn', 'archived'])

/** 费目: by its name in the catalogue, else as it stood on the bill, else what the complaint is about. */
function feeOf({ item, charge, category }: CaseTold, { t, reference, today }: FilterSaying): Said {
  if (item !== null) return itemName(reference, item, today, t.locale)
  return charge === null ? { text: t.words.caseWords[`category-${category}`], lang: null } : inChinese(charge, t.locale)
}

function marksOf(told: CaseTold, ctx: StaffContext, { t, today }: FilterSaying): QueueRowShown['marks'] {
  const words = t.words.caseQueue
  const late = told.refund_due !== null && told.refund_due < today
  const cluster = told.cluster_id === null ? null : address(ctx, `/staff/cases/clusters/${told.cluster_id}`)
  return [
    ...(told.unread ? [{ text: words.unread, kind: 'unread' as const, href: null }] : []),
    ...(told.to_sign ? [{ text: words.toSign, kind: 'sign' as const, href: null }] : []),
    ...(late ? [{ text: words.refundLate, kind: 'refund' as const, href: null }] : []),
    ...(cluster === null
      ? []
      : [{ text: t('caseQueue.cluster', { n: told.cluster_size }), kind: 'plain' as const, href: cluster }]),
    ...(told.anonymous ? [{ text: words.anonymous, kind: 'plain' as const, href: null }] : []),
  ]
}
