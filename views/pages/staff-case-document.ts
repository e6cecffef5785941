import type { Day } from '../../catalogue/day.ts'
import { DELIVERIES } from '../../complaints/act-input.ts'
import type { CaseState } from '../../complaints/case.ts'
import type { FormContent } from '../../complaints/documents/content.ts'
import { KINDS } from '../../complaints/documents/forms.ts'
import { type FormSent, problemsIn } from '../complaints/case-field.ts'
import { type CaseForm, caseAddress, caseForm, refusalText } from '../complaints/case-form.ts'
import { type Paper, paperOf } from '../complaints/paper.ts'
import { dayText } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** A document that was issued, and where its case stands. */
export type DocumentTold = {
  id: number
  content: FormContent
  sha: string
  delivered: { on: Day; by: string } | null
  file: { no: string; state: CaseState; version: number }
}

/** 文书: one document as it was issued, and how it was delivered. */
export type StaffCaseDocumentPage = {
  frame: StaffFrame
  no: string
  back: string
  title: string
  number: string
  lang: string | null
  problems: { text: string; href: string | null }[]
  paper: Paper
  digest: string
  pdf: string
  delivered: string
  deliver: CaseForm | null
  notify: CaseForm | null
  words: Messages['caseForms']
  common: Messages['common']
}

export function staffCaseDocumentPage(
  ctx: StaffContext,
  { told, sent, today }: { told: DocumentTold; sent: FormSent | null; today: Day },
): StaffCaseDocumentPage {
  const t = translator(ctx.locale)
  const words = t.words.caseForms
  const { content, file, id } = told
  const refused = sent?.refused ? [{ text: refusalText(sent.refused, t), href: null }] : []
  return {
    frame: staffFrame(ctx, `${words[`form-${content.form}`]} ${content.number}`),
    ...{ no: file.no, back: caseAddress(ctx, file.no), title: words[`form-${content.form}`] },
    ...{ number: content.number ?? '', lang: t.locale === 'en' ? 'zh-CN' : null },
    problems: sent === null ? [] : [...refused, ...problemsIn(sent, t)],
    paper: paperOf(content, t),
    digest: told.sha.replace(/(.{8})(?=.)/g, '$1 '),
    pdf: caseAddress(ctx, file.no, `/documents/${id}.pdf`),
    delivered: deliveredText(told, t),
    deliver: deliverable(told) && ctx.may('case.handle') ? deliverForm(told, today, sent, ctx, t) : null,
    notify: tells(told) && ctx.may('case.handle') ? notifyForm(told, ctx, t) : null,
    words,
    common: t.words.common,
  }
}

function deliveredText({ content: { form }, delivered }: DocumentTold, t: Translate): string {
  const { caseForms: words, caseActs } = t.words
  const { to } = KINDS[form]
  if (to === 'file') return words.notForOthers
  if (delivered === null) return words.notDelivered
  const how = (caseActs as Readonly<Record<string, string>>)[`delivery-${delivered.by}`] ?? delivered.by
  const text = t('caseForms.deliveredBy', { day: dayText(delivered.on, t.locale), how })
  return to === 'complainant' ? `${text} · ${words.shown}` : text
}

const deliverable = ({ content: { form }, delivered }: DocumentTold): boolean =>
  delivered === null && KINDS[form].to !== 'file'

function deliverForm({ id, file }: DocumentTold, today: Day, sent: FormSent | null, ctx: StaffContext, t: Translate) {
  const { caseActs, caseForms: words } = t.words
  const options = DELIVERIES.map((value) => ({ value, text: caseActs[`delivery-${value}`] }))
  const fields = [
    { name: 'delivery', kind: 'radios', options, value: 'portal' },
    { name: 'on', kind: 'day', label: words.deliveredOn, value: today },
  ] as const
  const form = {
    form: 'delivery',
    to: `/documents/${id}/delivery`,
    button: words.deliver,
    says: words.deliverySays,
    fields,
  }
  return caseForm(file.no, form, sent, ctx, t)
}

/** Does it tell a decision that still has to be told? */
const tells = ({ content: { form }, delivered, file }: DocumentTold): boolean =>
  delivered !== null && file.state === 'decided' && TELLING.has(form)
const TELLING = new Set<FormContent['form']>(['refuse', 'end_mediation', 'settlement', 'report_result'])

function notifyForm({ file, delivered }: DocumentTold, ctx: StaffContext, t: Translate): CaseForm {
  const words = t.words.caseForms
  const hidden = { delivery: delivered!.by, on: delivered!.on }
  const form = { form: 'notify', to: '/steps/notify', button: words.notify, says: words.notifySays, fields: [] }
  return caseForm(file.no, { ...form, version: file.version, hidden }, null, ctx, t)
}
