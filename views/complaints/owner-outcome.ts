import type { Day } from '../../catalogue/day.ts'
import type { OwnedCase } from '../../complaints/owned.ts'
import { address } from '../context.ts'
import { amountText, dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { CaseAround, OwnerCaseView } from './owner-case.ts'
import { ownerForm } from './owner-forms.ts'

/** What came of a case: decisions, documents, what was published, and what its owner thought of it. */
export function outcomeOf(
  own: OwnedCase,
  t: Translate,
): Pick<OwnerCaseView, 'decisions' | 'documents' | 'published' | 'ratings'> {
  const { owner, caseWords, caseForms } = t.words
  const forms: Readonly<Record<string, string>> = caseForms
  const on = (key: 'decidedOn' | 'madeOn' | 'deliveredOn' | 'publishedOn' | 'retractedOn', day: Day) =>
    t(`owner.${key}`, { day: dayText(day, t.locale) })
  return {
    decisions: own.decisions.map(({ outcome, words, refund, signedOn }) => ({
      outcome: caseWords[`outcome-${outcome}`],
      day: on('decidedOn', signedOn),
      words: words ?? owner.purged,
      refund: refund === null ? null : t('owner.decisionRefund', { amount: amountText(refund) }),
    })),
    documents: own.documents.map(({ id, form, number, madeOn, deliveredOn }) => ({
      href: address(t, `/complaints/case/documents/${id}.pdf`),
      form: forms[`form-${form}`] ?? form,
      number,
      made: on('madeOn', madeOn),
      delivered: deliveredOn && on('deliveredOn', deliveredOn),
    })),
    published: own.publications.map(({ no, on: day, retractedOn }) => ({
      href: retractedOn === null ? address(t, `/cases/${encodeURIComponent(no)}`) : null,
      says: retractedOn === null ? on('publishedOn', day) : on('retractedOn', retractedOn),
    })),
    ratings: own.ratings.map(({ score, solved, words, on: day }) => ({
      says: t('owner.rated', {
        day: dayText(day, t.locale),
        score: String(score),
        solved: solved ? owner.yes : owner.no,
      }),
      words,
    })),
  }
}

/** 退款台账 of each order, with the form that confirms what was paid. */
export const refundsOf = (own: OwnedCase, { keys, sent }: CaseAround, t: Translate): OwnerCaseView['refunds'] =>
  own.refunds.map(({ id, amount, dueOn, paid, confirmed, unclaimed, toConfirm }) => {
    const { owner } = t.words
    const money = (term: string, sum: string) => ({ term, text: amountText(sum) })
    return {
      facts: [
        money(owner.refundOrdered, amount),
        { term: owner.refundDue, text: dayText(dueOn, t.locale) },
        money(owner.refundPaid, paid),
        money(owner.refundConfirmed, confirmed),
        ...(Number(unclaimed) > 0 ? [money(owner.refundUnclaimed, unclaimed)] : []),
      ],
      form:
        Number(toConfirm) > 0
          ? ownerForm(
              own,
              {
                act: 'confirm',
                place: `refunds/${id}`,
                send: t('owner.confirmRefund', { amount: amountText(toConfirm) }),
              },
              keys,
              sent,
              t,
            )
          : null,
    }
  })
