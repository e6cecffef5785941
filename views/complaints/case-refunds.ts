import { REFUND_BASES, REFUND_ENTRIES, REFUND_LAW } from '../../complaints/refund.ts'
import { amountText, dayText, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import type { FormSent } from './case-field.ts'
import { type CaseForm, caseForm } from './case-form.ts'
import type { CaseTold, RefundTold } from './case-told.ts'

/** 退款台账 of one order: what was ordered, what came of it, and the form to enter what happened. */
export type RefundRows = {
  id: string
  title: string
  basis: string
  state: { word: string; shape: 'late' | 'settled' | 'running' }
  sums: { label: string; amount: string }[]
  entries: { day: string; kind: string; amount: string; by: string }[]
  form: CaseForm | null
  open: boolean
}

export const refundsOf = (
  told: CaseTold,
  sent: FormSent | null,
  today: string,
  ctx: StaffContext,
  t: Translate,
): RefundRows[] => told.refunds.map((one) => refundRows(told.no, one, sent, today, ctx, t))

function refundRows(
  no: string,
  one: RefundTold,
  sent: FormSent | null,
  today: string,
  ctx: StaffContext,
  t: Translate,
): RefundRows {
  const words = t.words.caseFile
  const form = `refund-${one.id}`
  const open = one.outstanding !== '0.00' || one.confirmed !== one.paid
  return {
    id: form,
    title: t('caseFile.refundOrdered', { amount: amountText(one.amount), day: dayText(one.due, t.locale) }),
    basis: basisText(one.basis, t),
    state: stateOf(one, t),
    sums: (['paid', 'confirmed', 'unclaimed', 'outstanding'] as const).map((sum) => ({
      label: words[sum],
      amount: amountText(one[sum]),
    })),
    entries: one.entries.map(({ kind, amount, on, by }) => ({
      ...{ day: dayText(on, t.locale), amount: amountText(amount) },
      kind: words[`entry-${kind}`],
      by: by ?? words.byComplainant,
    })),
    form: open && ctx.may('case.handle') ? entryForm(no, one.id, form, sent, today, ctx, t) : null,
    open: sent?.form === form,
  }
}

function entryForm(
  no: string,
  order: number,
  form: string,
  sent: FormSent | null,
  today: string,
  ctx: StaffContext,
  t: Translate,
): CaseForm {
  const words = t.words.caseActs
  const kinds = REFUND_ENTRIES.map((value) => ({ value, text: words[`kind-${value}`] }))
  const fields = [
    { name: 'kind', kind: 'radios', options: kinds },
    { name: 'amount', kind: 'figures', most: 20 },
    { name: 'on', kind: 'day', value: today },
  ] as const
  return caseForm(
    no,
    { form, to: `/refunds/${order}`, button: words['do-refund'], fields, label: words.refundTitle },
    sent,
    ctx,
    t,
  )
}

const basisText = (basis: string, t: Translate): string => {
  const known = REFUND_BASES.find((one) => one === basis)
  return known === undefined ? basis : said(REFUND_LAW[known].says, t.locale).text
}

function stateOf({ late, outstanding }: RefundTold, t: Translate): RefundRows['state'] {
  const shape = late ? 'late' : outstanding === '0.00' ? 'settled' : 'running'
  const word = {
    late: t.words.caseFile.late,
    settled: t.words.caseFile.settledRefund,
    running: t.words.caseFile.running,
  }
  return { word: word[shape], shape }
}
