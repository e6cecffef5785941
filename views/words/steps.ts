import type { Basis } from '../../catalogue/basis.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Rule, Step, StepArgs } from '../../catalogue/price/step.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { amountText } from '../locale/format.ts'
import { prefixOf, type Translate } from '../locale/locale.ts'
import { basisWords, itemName } from './names.ts'
import { BILLING } from './step/billing.ts'
import { COUNTING } from './step/counting.ts'
import { PRICING } from './step/pricing.ts'
import { type Counts, money, type Saying, type Sentences } from './step/saying.ts'

/** An article that a step rests on, 交水规〔2019〕2号 第十条, and the page of its document. `lang` where it is not the page's. */
export type StepBasis = { text: string; href: string; lang: string | null }

/** One step of a price in words: what was done with what; what came out, a number or yuan, where something did; by what right. */
export type StepWords = { rule: Rule; text: string; value: string | null; basis: StepBasis[] }

/** 计算过程: every step as a sentence that a person can follow with a pocket calculator, in the order given. */
export function stepsInWords(steps: readonly Step[], ref: Reference, on: Day, t: Translate): StepWords[] {
  const texts = sentencesOf(steps, ref, on, t)
  return steps.map((step, n) => ({
    rule: step.rule,
    text: texts[n]!,
    value: shownValue(step, t),
    basis: step.basis.map((basis) => articleOf(basis, ref, on, t)),
  }))
}

/** The sentences alone, one for each step. */
export function sentencesOf(steps: readonly Step[], ref: Reference, on: Day, t: Translate): string[] {
  const billingTons = steps.some(({ rule }) => rule === 'instead')
  const counts: Counts = (unit) => (billingTons && unit.startsWith('net_ton') ? 'billing_ton' : unit)
  const nameOf = (code: string) => itemName(ref, code, on, t.locale).text
  return steps.map((step) => sentenceOf(step, { value: step.value, high: step.high, t, nameOf, counts }))
}

const SENTENCES: Sentences<Rule> = { ...COUNTING, ...PRICING, ...BILLING }

const sentenceOf = <R extends Rule>({ rule, args }: { rule: R; args: StepArgs[R] }, saying: Saying): string =>
  SENTENCES[rule](args, saying)

const shownValue = ({ rule, value, high }: Step, t: Translate): string | null =>
  value === null ? null : rule in COUNTING ? amountText(value) : money({ value, high, t })

function articleOf(basis: Basis, ref: Reference, on: Day, t: Translate): StepBasis {
  const { code, short, article } = basisWords(ref, basis, on, t)
  return {
    text: article === null ? short.text : `${short.text} ${article.text}`,
    href: `${prefixOf(t.locale)}/policies/${code}`,
    lang: short.lang ?? article?.lang ?? null,
  }
}
