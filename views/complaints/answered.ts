import type { Reference } from '../../catalogue/reference.ts'
import { chargedOf } from '../../complaints/comparison.ts'
import { CONTACT_FIELDS, type NewComplaint } from '../../complaints/submission.ts'
import type { PageContext } from '../frame.ts'
import { amountText, dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { type DraftFileShown, sizeText } from '../pages/complaint-evidence.ts'
import { areaName, portName } from '../words/names.ts'
import type { FilingStep } from './filing-draft.ts'
import { labelOf } from './filing-words.ts'

type Answered = { complaint: NewComplaint; files: readonly DraftFileShown[]; reference: Reference }

type Row = { label: string; values: string[] }
/** The answers of one page, and the way to change them. */
export type AnsweredPart = { title: string; step: FilingStep; change: string; rows: Row[]; table: ChargeRow[] }
type ChargeRow = { name: string; day: string; amount: string; counted: string; invoice: string }

/** Every answer as it was understood, page by page. */
export function answeredParts(data: Answered, ctx: PageContext, t: Translate): AnsweredPart[] {
  const { complaint, files } = data
  const { filing: words, caseWords } = t.words
  const part = (step: Exclude<FilingStep, 'opens' | 'check'>, rows: Row[], table: ChargeRow[] = []): AnsweredPart => ({
    ...{ title: words[step], step, change: t('filing.changeWhat', { what: words[step] }), rows, table },
  })
  const row = (label: string, ...values: string[]): Row => ({ label, values: values.filter(Boolean) })
  return [
    part('about', [
      row(words.capacity, caseWords[`capacity-${complaint.capacity}`]),
      row(words.goals, ...complaint.goals.map((goal) => caseWords[`goal-${goal}`])),
      ...(complaint.daily_life ? [row(words.dailyLife, words.daily_life)] : []),
    ]),
    part('place', [row(words.placeField, placeText(data, ctx)), row(words.entity, entityText(complaint))]),
    part(
      'charges',
      chargesRows(complaint, t),
      complaint.charges.map((charge) => chargeRow(charge, t)),
    ),
    part('statement', [row(words.statementField, ...complaint.statement.split('\n'))]),
    part('evidence', [
      row(
        words.added,
        ...(files.length === 0 ? [words.noFiles] : files.map(({ name, size }) => `${name} · ${sizeText(size)}`)),
      ),
    ]),
    part('contact', contactRows(complaint, t)),
  ]
}

function placeText({ complaint: { port, area }, reference }: Answered, { today, locale }: PageContext): string {
  const name = portName(reference, port, today, locale).text
  return area === undefined ? name : `${name} · ${areaName(reference, port, area, today, locale).text}`
}

const entityText = ({ entity, entity_name: name }: NewComplaint): string =>
  entity === undefined ? name : `${name} ${entity}`

function chargesRows({ category, charges }: NewComplaint, t: Translate): Row[] {
  const { filing: words, caseWords } = t.words
  return [
    { label: words.category, values: [caseWords[`category-${category}`]] },
    {
      label: words.lines,
      values:
        charges.length === 0 ? [words.none] : [t('filing.chargedInAll', { amount: amountText(chargedOf(charges)) })],
    },
  ]
}

const chargeRow = (charge: NewComplaint['charges'][number], { locale }: Translate): ChargeRow => ({
  name: charge.name,
  day: dayText(charge.charged_on, locale),
  amount: amountText(charge.amount),
  counted: [charge.quantity === undefined ? '' : amountText(charge.quantity), charge.unit ?? ''].join(' ').trim(),
  invoice: charge.invoice_no ?? '',
})

function contactRows({ anonymous, contact, consent_publish, consent_mediation }: NewComplaint, t: Translate): Row[] {
  const { filing: words } = t.words
  const given = CONTACT_FIELDS.flatMap((field) =>
    contact[field] === undefined ? [] : [{ label: labelOf(field, t), values: [contact[field]] }],
  )
  const consent = (given: boolean) => [given ? words.yes : words.no]
  return [
    { label: words.anonymous, values: [anonymous ? words.notShown : words['anonymous-no']] },
    ...given,
    { label: words.consent_publish, values: consent(consent_publish) },
    { label: words.consent_mediation, values: consent(consent_mediation) },
  ]
}
