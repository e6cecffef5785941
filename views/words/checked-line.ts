import type { How, Verdict } from '../../catalogue/check/verdict.ts'
import { FACTS, type Facts, type KnownFact } from '../../catalogue/facts.ts'
import { amountText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { conditionsInWords, factUnit, factWord } from './conditions.ts'

/** 比对结果 as a word with its shape: `off` is what should not be on the bill at all, `apart` what cannot be compared. */
export type CheckVerdict = { word: string; shape: 'equal' | 'above' | 'below' | 'off' | 'apart' }
export const checkVerdict = (verdict: Verdict, t: Translate): CheckVerdict => ({
  word: t.words.verdict[verdict],
  shape: SHAPES[verdict],
})

/** How a name led to its item: 别名; for likeness with how alike, from 0 to 1. */
export const howInWords = (how: How, t: Translate): string => t.words.how[how]

/** 应收: 20.00, 不超过 20.00 where the figure is a ceiling, 500.00–850.00; null where there is none. */
export function expectedInWords(
  { expected, ceiling }: { expected: { low: string; high: string } | null; ceiling: boolean },
  t: Translate,
): string | null {
  if (expected === null) return null
  const high = amountText(expected.high)
  if (ceiling) return t('checkReport.upTo', { amount: high })
  return expected.low === expected.high ? high : t('checkReport.span', { low: amountText(expected.low), high })
}

/** 差额 with its sign: +10.00, −2.00, 0.00. */
export const differenceText = (difference: string): string =>
  difference.startsWith('-')
    ? `−${amountText(difference.slice(1))}`
    : /[1-9]/.test(difference)
      ? `+${amountText(difference)}`
      : difference

/** 计费信息 as a list: 外贸, 进口, 净吨位 95,000 净吨. */
export const factsInWords = (facts: Facts, t: Translate): string[] =>
  Object.entries(facts).flatMap(([fact, value]) =>
    FACTS[fact as KnownFact] === 'number'
      ? [`${factWord(fact, t)} ${amountText(value)} ${factUnit(fact, t)}`.trim()]
      : conditionsInWords({ [fact]: [value] }, t),
  )

const SHAPES: Record<Verdict, CheckVerdict['shape']> = {
  match: 'equal',
  matched_as_then_published: 'equal',
  overcharged: 'above',
  undercharged: 'below',
  abolished: 'off',
  not_on_list: 'off',
  not_in_force: 'off',
  superseded_rate: 'off',
  no_list_filed: 'off',
  unit_mismatch: 'apart',
  ambiguous: 'apart',
  cannot_tell: 'apart',
}
