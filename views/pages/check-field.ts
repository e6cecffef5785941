import { FACTS, type KnownFact } from '../../catalogue/facts.ts'
import type { Translate } from '../locale/locale.ts'
import { factWord } from '../words/conditions.ts'
import type { CheckFault } from '../words/sent-bill.ts'
import { type Field, idOf, type Option, plain } from './calculator-field.ts'

export { type Field, idOf, type Option, plain } from './calculator-field.ts'

/** A field with what was sent in it, and what is wrong with that. */
export function fieldOf(
  name: string,
  label: string,
  sent: { value: string; fault: string | null },
  rest: Partial<Field> = {},
): Field {
  const made: Field = {
    ...{ id: idOf(name), name, label, type: 'text', value: sent.value, fault: sent.fault },
    ...{ options: [], mode: null, hint: null, described: '' },
    ...rest,
  }
  const told = [made.hint === null ? '' : `${made.id}-hint`, made.fault === null ? '' : `${made.id}-fault`]
  const options = made.options.map((option) => ({ ...option, selected: option.value === made.value }))
  return { ...made, options, described: told.filter(Boolean).join(' ') }
}

/** The values of a fact to choose from, or nothing said; none for a fact that is a number or free text. */
export function factOptions(fact: string, unsaid: string, t: Translate): Option[] {
  const words = t.words.value as Readonly<Record<string, string>>
  const known = FACTS[fact as KnownFact] as readonly string[] | 'number' | undefined
  const own = Object.keys(words).flatMap((key) => (key.startsWith(`${fact}_`) ? [key.slice(fact.length + 1)] : []))
  const values = known === 'number' ? [] : (known ?? own)
  if (values.length === 0) return []
  return [plain('', unsaid), ...values.map((one) => plain(one, words[`${fact}_${one}`] ?? one))].map((option) => ({
    ...option,
    selected: false,
  }))
}

/** What is wrong, and how to mend it: the words of the check, of bills' files, or those used everywhere. */
export function faultWords({ field, code, values }: CheckFault, t: Translate): string {
  const { checkFault, billFiles, faults } = t.words
  if (code in checkFault) return t(`checkFault.${code as keyof typeof checkFault}`, values)
  if (`${code}-mend` in billFiles) {
    const what = t(`billFiles.${code as keyof typeof billFiles}`, values)
    return t('check.whatMend', { what, mend: t(`billFiles.${`${code}-mend` as keyof typeof billFiles}`, values) })
  }
  if (code in billFiles) return t(`billFiles.${code as keyof typeof billFiles}`, values)
  const known = code in faults ? (code as keyof typeof faults) : 'bad-value'
  const value = values.value ?? ''
  return t(`faults.${known}`, {
    ...values,
    field: values.field === undefined ? field : factWord(String(values.field), t),
    value,
  })
}

/** The faults of a form as they stand above it, each leading to its field. */
export type Problems = { text: string; fields: { href: string; label: string; text: string }[] } | null

export function problemsOf(
  faults: readonly CheckFault[],
  labelOf: (fault: CheckFault) => string,
  t: Translate,
): Problems {
  if (faults.length === 0) return null
  const shown = faults.slice(0, MOST_SHOWN)
  const fields = shown.map((fault) => ({
    href: `#${idOf(fault.field)}`,
    label: labelOf(fault),
    text: faultWords(fault, t),
  }))
  return { text: t('check.problems', { n: faults.length }), fields }
}

const MOST_SHOWN = 50
