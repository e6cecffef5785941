import type { Messages, Translate } from '../locale/locale.ts'
import { type FilingFault, lineField } from './filing-draft.ts'

/** What is wrong with an answer, and how to mend it: in the form's own words, those of files, or those used everywhere. */
export function filingFaultText({ field, code, values }: FilingFault, t: Translate): string {
  const { filingFaults, attachments, faults } = t.words
  const line = lineField(field)
  const own = [`${code}-${line === null ? field : `line-${line.name}`}`, code].find((one) => one in filingFaults)
  if (own !== undefined) return t(`filingFaults.${own as keyof typeof filingFaults}`, values)
  if (`fault-${code}` in attachments) return t(`attachments.${`fault-${code}` as keyof typeof attachments}`, values)
  const known = code in faults ? (code as keyof typeof faults) : 'bad-value'
  return t(`faults.${known}`, { ...values, field: labelOf(field, t), value: values.value ?? '' })
}

const CALLED: Record<string, keyof Messages['filing']> = {
  place: 'placeField',
  charges: 'lines',
  statement: 'statementField',
  name: 'contactName',
}

/** What a field of the form is called. */
export function labelOf(field: string, t: Translate): string {
  const { filing: words } = t.words
  const line = lineField(field)
  if (line !== null) return t('filing.lineField', { n: line.n + 1, field: words[line.name as 'amount'] ?? words.name })
  return words[CALLED[field] ?? (field as 'phone')] ?? field
}
