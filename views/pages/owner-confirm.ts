import type { OwnedCase } from '../../complaints/owned.ts'
import { type FormKeys, type OwnerForm, type OwnerSent, ownerForm } from '../complaints/owner-forms.ts'
import { address, type Frame, frame, type PageContext } from '../frame.ts'
import { dayText } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'

/** What is asked once more: which case, whether it has a twin that goes on, and what was typed. */
export type OwnerConfirmData = {
  place: 'withdrawal' | 'review'
  one: OwnedCase
  twin: boolean
  forms: FormKeys
  sent: OwnerSent | null
}

/** `/complaints/case/:n/withdrawal` and `/review`: what it means, before it is done. */
export type OwnerConfirmPage = {
  frame: Frame
  title: string
  about: string
  says: string[]
  form: OwnerForm
  problems: { text: string; fields: { href: string; label: string; text: string }[] } | null
  back: { href: string; text: string }
  words: Messages['owner']
}

export function ownerConfirmPage(
  ctx: PageContext,
  { place, one, twin, forms, sent }: OwnerConfirmData,
): OwnerConfirmPage {
  const t = translator(ctx.locale)
  const { owner, caseWords } = t.words
  const leaves = place === 'withdrawal'
  const title = leaves ? owner.withdrawTitle : owner.reviewTitle
  const form = ownerForm(
    one,
    leaves
      ? { act: 'withdraw', place, send: owner.withdrawSend }
      : { act: 'appeal', place, send: owner.reviewSend, words: { label: owner.reviewLabel } },
    forms,
    sent,
    t,
  )
  const fault = form.words?.fault ?? null
  return {
    frame: frame(ctx, { title, description: owner.description, robots: 'noindex', bar: false }),
    title,
    about: `${caseWords[`track-${one.track}`]} ${one.no}`,
    says: leaves
      ? [owner.withdrawLead, owner[`withdraw-${one.type}`], ...(twin ? [owner.withdrawOther] : [])]
      : [t('owner.reviewLead', { day: dayText(one.appealBy!, t.locale) })],
    form,
    problems:
      fault === null
        ? null
        : {
            text: t('owner.problems', { n: 1 }),
            fields: [{ href: `#${form.words!.id}`, label: form.words!.label, text: fault }],
          },
    back: { href: address(ctx, '/complaints/case'), text: leaves ? owner.keep : owner.back },
    words: owner,
  }
}
