import { plus } from '../../catalogue/amount.ts'
import type { CheckedInvoice, CheckedLine } from '../../catalogue/check/verdict.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Comparison } from '../../complaints/comparison.ts'
import { address } from '../context.ts'
import { amountText, dayText, type Said } from '../locale/format.ts'
import { type Locale, type Messages, type Translate, translator } from '../locale/locale.ts'
import { type CheckSaying, findingInWords, reasonInWords } from '../words/check.ts'
import { type CheckVerdict, checkVerdict, differenceText, expectedInWords } from '../words/checked-line.ts'
import { itemName } from '../words/names.ts'
import { type ToTell, toTell } from './to-tell.ts'

/** 已固定的比对: what the portal found when the filing came in, group by group of the day of charging; never a finding of law. */
export type FrozenComparison = {
  held: string
  groups: { day: string; asThen: string | null; rows: ComparedRow[]; findings: string[] }[]
  over: string | null
  words: Messages['filing']
  check: Messages['check']
}

/** One charged line beside what was published on its day. */
export type ComparedRow = {
  name: Said
  charged: string
  expected: string | null
  difference: { text: string; shape: 'above' | 'below' | 'equal' } | null
  verdict: CheckVerdict
  reason: string
  toTell: ToTell | null
  item: (Said & { href: string }) | null
}

/**
 * A frozen comparison in words. `reference` gives the names; links lead to the list as it was then told. On the form it is
 * not frozen yet: there it says what to write where too little is known.
 */
export function frozenComparison(
  comparison: Comparison,
  reference: Reference,
  locale: Locale,
  on: 'form' | 'frozen' = 'frozen',
): FrozenComparison {
  const t = translator(locale)
  const { release, groups } = comparison
  return {
    held: t('filing.comparedWith', { release: String(release) }),
    groups: groups.map(({ charged_on, checked, then }) => ({
      day: t('filing.chargedOnDay', { day: dayText(charged_on, locale) }),
      asThen: then === null || then === release ? null : t('check.asThenNote', { release: String(then) }),
      rows: checked.lines.map((line) => rowOf(line, { ref: reference, release, on, t })),
      findings: findingsOf(checked, { ref: reference, on: charged_on, t }),
    })),
    over: overOf(groups, t),
    words: t.words.filing,
    check: t.words.check,
  }
}

type Telling = { ref: Reference; release: number; on: 'form' | 'frozen'; t: Translate }

function rowOf(line: CheckedLine, { ref, release, on: where, t }: Telling): ComparedRow {
  const { item, on, difference } = line
  return {
    name: asCharged(line.line.name, t.locale),
    charged: signed(line.line.amount),
    expected: expectedInWords(line, t),
    difference: difference === null ? null : { text: differenceText(difference), shape: shapeOf(difference) },
    verdict: checkVerdict(line.verdict, t),
    reason: reasonInWords(line.reason, { ref, on, t }),
    toTell: toTell(line, where, t),
    item:
      item === null ? null : { ...itemName(ref, item, on, t.locale), href: asTold(`/fees/${item}`, on, release, t) },
  }
}

/** The page as it stood on that day at that release. */
const asTold = (path: string, on: Day, release: number, t: Translate): string =>
  address({ locale: t.locale }, path, { on, release: String(release) })

const asCharged = (name: string, locale: Locale): Said => ({
  text: name,
  lang: locale === 'en' && /\p{Script=Han}/u.test(name) ? 'zh-CN' : null,
})

const signed = (amount: string): string =>
  amount.startsWith('-') ? `−${amountText(amount.slice(1))}` : amountText(amount)

const shapeOf = (difference: string) =>
  difference.startsWith('-') ? 'below' : /[1-9]/.test(difference) ? 'above' : 'equal'

/** What a bill should contain besides is the bill's own matter, not the complaint's. */
const findingsOf = ({ findings }: CheckedInvoice, saying: CheckSaying): string[] =>
  findings.filter(({ code }) => code !== 'missing_contents').map((finding) => findingInWords(finding, saying))

function overOf(groups: Comparison['groups'], t: Translate): string | null {
  const over = groups.flatMap(({ checked: { summary } }) =>
    summary.compared.lines === 0 ? [] : [summary.compared.over],
  )
  return over.length === 0 ? null : t('filing.overInAll', { amount: amountText(inFen(over.reduce(plus, '0'))) })
}

/** With at least two decimals, as money is written. */
const inFen = (amount: string): string => {
  const [whole, part = ''] = amount.split('.')
  return `${whole}.${part.padEnd(2, '0')}`
}
