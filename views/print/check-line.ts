import type { Candidate, CheckedLine, Evaluation } from '../../catalogue/check/verdict.ts'
import { amountText, dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { type CheckSaying, reasonInWords } from '../words/check.ts'
import { checkVerdict, differenceText, expectedInWords, factsInWords, howInWords } from '../words/checked-line.ts'
import { itemName } from '../words/names.ts'
import { stepsInWords } from '../words/steps.ts'
import type { Block, Fact } from './document.ts'
import { standardFacts } from './standard.ts'
import { printedSteps } from './steps.ts'

/** 逐行依据: one line of a bill with its verdict, what it was compared with and by what right, and how that was worked out. */
export function lineDetails(line: CheckedLine, bill: CheckSaying): Block[] {
  const saying = { ...bill, on: line.on }
  const { t } = saying
  const facts = [...verdictFacts(line, saying), ...(line.standard === null ? [] : standardFacts(line.standard, saying))]
  return [
    { kind: 'subheading', text: t('checkReport.line', { n: String(line.n), name: line.line.name }) },
    { kind: 'facts', facts },
    ...notesOf(line, t),
    ...evaluations(line).flatMap((one) => stepBlocks(one, line, saying)),
  ]
}

function verdictFacts(line: CheckedLine, saying: CheckSaying): Fact[] {
  const { t } = saying
  const words = t.words.checkReport
  const expected = expectedInWords(line, t)
  return [
    [
      words.verdict,
      `${checkVerdict(line.verdict, t).word}${t.words.frame.separator}${reasonInWords(line.reason, saying)}`,
    ],
    [words.date, dayText(line.on, t.locale)],
    [words.amount, chargedText(line, t)],
    ...(expected === null ? [] : [[words.expected, expected] as const]),
    ...(line.difference === null ? [] : [[words.difference, differenceText(line.difference)] as const]),
    ...matchedFacts(line, saying),
    ...knownFacts(line, t),
  ]
}

/** 20.00（2 箱 × 10.00）: the amount, and how the bill comes to it where it says so. */
function chargedText({ line }: CheckedLine, t: Translate): string {
  const { amount, quantity, unit, unit_price } = line
  const counted =
    quantity === undefined ? unit : [amountText(quantity), ...(unit === undefined ? [] : [unit])].join(' ')
  const parts = [
    ...(counted === undefined ? [] : [counted]),
    ...(unit_price === undefined ? [] : [amountText(unit_price)]),
  ]
  const { open, close } = t.words.common
  return parts.length === 0 ? amountText(amount) : `${amountText(amount)}${open}${parts.join(' × ')}${close}`
}

function matchedFacts({ matched }: CheckedLine, saying: CheckSaying): Fact[] {
  const words = saying.t.words.checkReport
  if (matched.kind === 'item') return [[words.item, candidateText(matched.match, saying)]]
  const possible = matched.kind === 'ambiguous' ? matched.candidates : matched.nearest
  const names = possible.map((candidate) => candidateText(candidate, saying))
  return names.length === 0 ? [] : [[words.candidates, names.join(saying.t.words.common.semicolon)]]
}

function candidateText({ item, how, score }: Candidate, { ref, on, t }: CheckSaying): string {
  const values = { item: itemName(ref, item, on, t.locale).text, how: howInWords(how, t) }
  return how === 'alike'
    ? t('checkReport.matchedAlike', { ...values, score: String(score) })
    : t('checkReport.matched', values)
}

function knownFacts({ line, read }: CheckedLine, t: Translate): Fact[] {
  const stated = factsInWords(line.facts, t)
  const found = factsInWords(read, t)
  const facts = [
    ...stated,
    ...(found.length === 0 ? [] : [t('checkReport.read', { facts: found.join(t.words.common.and) })]),
  ]
  return facts.length === 0 ? [] : [[t.words.checkReport.facts, facts.join(t.words.common.and)]]
}

function notesOf({ standard }: CheckedLine, t: Translate): Block[] {
  return standard?.payload?.provenance.mark === 'recall' ? [{ kind: 'note', text: t.words.checkReport.unverified }] : []
}

/** What is worked out: as published now, and as it was published then where that came to something else. */
export function evaluations({ head, then }: CheckedLine): Evaluation[] {
  const now = head === null ? [] : [head]
  return then === null || (head !== null && figures(then) === figures(head)) ? now : [...now, then]
}

const figures = ({ estimated: { outcome } }: Evaluation): string =>
  outcome?.kind === 'priced' ? `${outcome.low} ${outcome.high}` : (outcome?.kind ?? '')

function stepBlocks(one: Evaluation, { then, head, on }: CheckedLine, { ref, t }: CheckSaying): Block[] {
  const steps = one.estimated.outcome?.steps ?? []
  if (steps.length === 0) return []
  const { steps: word } = t.words.checkReport
  const title = one === then && head !== null ? t('checkReport.asThen', { release: String(one.release) }) : word
  return [
    { kind: 'note', text: title },
    { kind: 'steps', steps: printedSteps(stepsInWords(steps, ref, on, t), t) },
  ]
}
