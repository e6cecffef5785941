import type { Estimated } from '../../catalogue/price/estimate-line.ts'
import type { PricedLine } from '../../catalogue/quote.ts'
import { address, type PageContext } from '../frame.ts'
import { said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { fieldOfFact } from '../words/fact-field.ts'
import { partInWords, spanOf, spanText, whyNot } from '../words/quote.ts'
import { idOf } from '../words/sent-form.ts'
import { type StepWords, stepsInWords } from '../words/steps.ts'
import type { CalculatorData } from './calculator.ts'

/** Why there is no figure; each fact that is missing leads to its field. */
export type Why = { text: string; missing: { text: string; href: string | null }[] }

/** A line of a charge: of what, on which day, how much or why not, and how it was worked out. */
export type LineRow = {
  part: string
  amount: string | null
  why: Why | null
  standards: { text: string; href: string; lang: string | null }[]
  unverified: boolean
  steps: StepWords[]
}

export function lineRow(line: PricedLine, item: string, ctx: PageContext, data: CalculatorData, t: Translate): LineRow {
  const { part, estimated } = line
  const span = spanOf(estimated)
  return {
    part: partInWords(part, t),
    amount: span && spanText(span, t),
    why: span === null ? whyOf(line, item, t) : null,
    standards: estimated.standards.map((standard) => {
      const { label, posted } = standard.payload!
      const text = label === null ? { text: posted, lang: t.locale === 'en' ? 'zh-CN' : null } : said(label, t.locale)
      return { ...text, href: historyOf(standard.key, item, ctx) }
    }),
    unverified: estimated.standards.some(({ payload }) => payload!.provenance.mark === 'recall'),
    steps: stepsOf(estimated, data, t),
  }
}

/** What a sentence says itself is not said again beside it. */
const stepsOf = ({ outcome, on }: Estimated, { reference }: CalculatorData, t: Translate): StepWords[] =>
  stepsInWords(outcome?.steps ?? [], reference, on, t).map((step) => ({
    ...step,
    value: step.value !== null && step.text.includes(step.value) ? null : step.value,
  }))

const historyOf = (key: string, item: string, ctx: PageContext): string =>
  address(ctx, `/fees/${item}/history`, { line: key })

/** Why a line has no figure; what is missing is called as its field is. */
export function whyOf({ part, estimated }: PricedLine, item: string, t: Translate): Why {
  const { text, missing } = whyNot(estimated, t)
  return {
    text,
    missing: missing.map(({ fact, word }) => {
      const field = fieldOfFact(fact, part, item)
      return field === null ? { text: word, href: null } : { text: labelOf(field, word, t), href: `#${idOf(field)}` }
    }),
  }
}

/** Why none of several lines has a figure: as the first says, with what any of them misses for the same reason. */
export function whyOfAll(lines: readonly PricedLine[], item: string, t: Translate): Why {
  const [first, ...others] = lines.map((line) => whyOf(line, item, t))
  const alike = [first!, ...others.filter(({ text }) => text === first!.text)]
  const missing = new Map(alike.flatMap((why) => why.missing.map((one) => [one.text, one])))
  return { text: first!.text, missing: [...missing.values()] }
}

const labelOf = (field: string, word: string, { words }: Translate): string =>
  words.calculator[field as keyof typeof words.calculator] ?? word
