import type { Finding, Reason } from '../../catalogue/check/verdict.ts'
import type { Day } from '../../catalogue/day.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { amountText, dayText, validityText } from '../locale/format.ts'
import type { MessageKey, Messages, Translate, Values } from '../locale/locale.ts'
import { factWord } from './conditions.ts'
import { basisWords, itemName } from './names.ts'

/** How a check is said: with the names of a release, as they were on the day, in a language. */
export type CheckSaying = { ref: Reference; on: Day; t: Translate }

/** 理由: why a line has its verdict, as a sentence. */
export const reasonInWords = (reason: Reason, saying: CheckSaying): string =>
  sentence('reason', reason, REASONS, saying)

/** 问题: what else is to be seen on the bill, as a sentence. */
export const findingInWords = (finding: Finding, saying: CheckSaying): string =>
  sentence('finding', finding, FINDINGS, saying)

/** For every code that comes with arguments, the message that says it and its values. */
type Tellings<T extends { code: string }> = {
  [C in T['code'] as Exclude<keyof Coded<T, C>, 'code' | 'lines' | 'own'> extends never ? never : C]: (
    it: Coded<T, C>,
    saying: CheckSaying,
  ) => Values | [MessageKey, Values]
}
type Coded<T, Code> = T extends { code: infer Codes } ? (Code extends Codes ? T : never) : never

function sentence<T extends Reason | Finding>(
  area: 'reason' | 'finding',
  it: T,
  tellings: Partial<Record<string, unknown>>,
  saying: CheckSaying,
): string {
  const tell = tellings[it.code] as ((it: T, saying: CheckSaying) => Values | [MessageKey, Values]) | undefined
  const told = tell?.(it, saying) ?? {}
  const [key, values] = Array.isArray(told) ? told : [`${area}.${it.code}` as MessageKey, told]
  return saying.t(key, values)
}

const REASONS: Tellings<Reason> = {
  equals_unrounded: ({ exact }) => ({ exact: amountText(exact) }),
  equals_then: ({ then, corrected_in }) => ({ release: String(then), corrected: String(corrected_in) }),
  equals_other_period: ({ from, until, release }, { t }) => ({
    period: validityText({ from, until }, t),
    release: String(release),
  }),
  ended: ({ ended_on, became }, saying) => {
    const values = { day: dayText(ended_on, saying.t.locale) }
    return became.length === 0 ? values : ['reason.ended_became', { ...values, became: items(became, saying) }]
  },
  begins_later: ({ begins_on }, { t }) => ({ day: dayText(begins_on, t.locale) }),
  standard_ended: ({ ended_on }, { t }) => ({ day: dayText(ended_on, t.locale) }),
  no_coverage: ({ from, until }, { t }) =>
    from === null ? {} : ['reason.no_coverage_days', { period: validityText({ from, until }, t) }],
  unit: ({ stated, units }, { t }) => ({
    stated,
    units: listed(
      units.map((unit) => unitWord(unit, t)),
      t,
    ),
  }),
  missing: ({ facts }, { t }) => ({
    facts: listed(
      facts.map((fact) => (fact === 'quantity' ? t.words.billField.quantity : factWord(fact, t))),
      t,
    ),
  }),
  no_figure: ({ why }) => (why === 'at_cost' ? {} : ['reason.no_figure_attachment', {}]),
  above_every_line: ({ most }) => ({ most: amountText(most) }),
}

/** Lines that a finding is about: what stands beside them is told in words. */
export const linesOfFinding = (finding: Finding): readonly number[] => ('own' in finding ? finding.own : finding.lines)

/** The documents that an item rests on: by their numbers in Chinese, by their titles in English. */
function basisOf(item: string, { ref, on, t }: CheckSaying): string {
  const words = (nearest(ref, 'item', item, on)?.basis ?? []).map((basis) => basisWords(ref, basis, on, t))
  return listed(
    words.map(({ short, title }) => (t.locale === 'en' ? title.text : short.text)),
    t,
  )
}

const FINDINGS: Tellings<Finding> = {
  abolished_item: ({ item, ended_on }, saying) => ({
    item: items([item], saying),
    day: dayText(ended_on, saying.t.locale),
  }),
  security_beside_lumpsum: ({ item, since, own, lines }, saying) => {
    const beside = lines.filter((n) => !own.includes(n))
    const values = { item: items([item], saying), day: dayText(since, saying.t.locale), basis: basisOf(item, saying) }
    return beside.length === 0
      ? ['finding.security_alone', values]
      : { ...values, beside: listed(beside.map(String), saying.t) }
  },
  above_former_rate: ({ ceiling }) => ({ ceiling: amountText(ceiling) }),
  pass_through_markup: ({ item, official, markup }, saying) => ({
    item: items([item], saying),
    official: amountText(official),
    markup: amountText(markup),
  }),
  split: ({ item, charged, expected }, saying) => ({
    item: items([item], saying),
    charged: amountText(charged),
    expected: amountText(expected),
  }),
  duplicate: ({ item }, saying) => ({ item: items([item], saying) }),
  same_service: (finding, saying) => ({ items: items(finding.items, saying) }),
  bundled: (finding, saying) => ({ items: items(finding.items, saying) }),
  arithmetic: ({ computed }) => ({ computed: amountText(computed) }),
  missing_contents: ({ fields }, { t }) => ({
    fields: listed(
      fields.map((field) => t.words.billField[field]),
      t,
    ),
  }),
}

const items = (codes: readonly string[], { ref, on, t }: CheckSaying): string =>
  listed(
    codes.map((code) => itemName(ref, code, on, t.locale).text),
    t,
  )

const unitWord = (unit: string, t: Translate): string => t.words.unit[unit as keyof Messages['unit']] ?? unit

const listed = (words: readonly string[], t: Translate): string => words.join(t.words.common.and)
