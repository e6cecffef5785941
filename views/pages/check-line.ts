import type { Candidate, CheckedLine, Evaluation, Finding } from '../../catalogue/check/verdict.ts'
import { FACTS, type KnownFact } from '../../catalogue/facts.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address, link, type PageContext } from '../frame.ts'
import { amountText, dayText, inChinese, releaseText, type Said, said, validityText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { evaluations } from '../print/check-line.ts'
import { type CheckSaying, findingInWords, reasonInWords } from '../words/check.ts'
import {
  type CheckVerdict,
  checkVerdict,
  differenceText,
  expectedInWords,
  factsInWords,
  howInWords,
} from '../words/checked-line.ts'
import { conditionsInWords, factUnit, factWord } from '../words/conditions.ts'
import { basisWords, entityName, itemName } from '../words/names.ts'
import { rateInWords } from '../words/rate.ts'
import type { CheckFault } from '../words/sent-bill.ts'
import { type StepWords, stepsInWords } from '../words/steps.ts'
import { type Field, factOptions, faultWords, fieldOf, type Option, plain } from './check-field.ts'

/** 一行的结果: what was charged and is due, the verdict and its reason, what it rests on, and what a person may still say. */
export type ResultLine = {
  id: string
  n: string
  name: Said
  counted: string
  served: string
  charged: string
  expected: string | null
  difference: { text: string; shape: 'above' | 'below' | 'equal' } | null
  verdict: CheckVerdict
  reason: string
  found: string[]
  item: (Said & { href: string; how: string }) | null
  standard: ResultStandard | null
  earlier: string | null
  workings: { id: string; title: string; steps: StepWords[] }[]
  choose: { id: string; name: string; label: string; options: (Option & { lang: string | null })[] } | null
  sameAs: string | null
  asks: Field[]
  proof: { label: string; value: Said }[]
}

/** The published price a verdict rests on. */
export type ResultStandard = {
  text: string
  href: string
  who: Said & { href: string | null }
  price: string
  applies: string
  release: { text: string; href: string }
  basis: { text: Said; article: Said | null; href: string }[]
  unverified: boolean
}

/** What of a line is shown: `detailed` with its working, `first` the line at which a name is chosen, `ask` what is missing, `found` what else is to be seen of it. */
export type Shown = {
  detailed: boolean
  first: number | null
  ask: boolean
  found: readonly Finding[]
  faults: readonly CheckFault[]
}

export function resultLine(
  line: CheckedLine,
  ctx: PageContext,
  ref: Reference,
  shown: Shown,
  t: Translate,
): ResultLine {
  const saying: CheckSaying = { ref, on: line.on, t }
  const { line: charged, item } = line
  return {
    ...{ id: `line-${line.n}`, n: String(line.n), name: asCharged(charged.name, t) },
    counted: countedText(line),
    served: charged.served_on === undefined ? '' : t('check.servedOn', { day: dayText(charged.served_on, t.locale) }),
    charged: signed(charged.amount),
    expected: expectedInWords(line, t),
    difference: differenceOf(line),
    verdict: checkVerdict(line.verdict, t),
    reason: reasonInWords(line.reason, saying),
    found: shown.found.map((finding) => findingInWords(finding, saying)),
    item:
      item === null
        ? null
        : { ...itemName(ref, item, line.on, t.locale), href: link(ctx, `/fees/${item}`), how: howText(line, t) },
    standard: standardOf(line, ctx, saying),
    earlier: thenText(line, t),
    workings: shown.detailed ? workingsOf(line, saying) : [],
    choose: shown.first === null ? null : shown.first === line.n ? choiceOf(line, saying) : null,
    sameAs: shown.first !== null && shown.first !== line.n ? t('check.sameAs', { n: String(shown.first) }) : null,
    asks: shown.ask ? asksOf(line, shown.faults, t) : [],
    proof: shown.detailed ? proofOf(line, saying) : [],
  }
}

/** What a bill calls a charge is Chinese as a rule, on English pages too. */
const asCharged = (name: string, { locale }: Translate): Said => ({
  text: name,
  lang: locale === 'en' && /\p{Script=Han}/u.test(name) ? 'zh-CN' : null,
})

const signed = (amount: string): string =>
  amount.startsWith('-') ? `−${amountText(amount.slice(1))}` : amountText(amount)

/** 10 箱 × 34.00. */
function countedText({ line: { quantity, unit, unit_price } }: CheckedLine): string {
  const counted = [quantity === undefined ? '' : amountText(quantity), unit ?? ''].filter(Boolean).join(' ')
  return [counted, unit_price === undefined ? '' : amountText(unit_price)].filter(Boolean).join(' × ')
}

function differenceOf({ difference }: CheckedLine): ResultLine['difference'] {
  if (difference === null) return null
  const shape = difference.startsWith('-') ? 'below' : /[1-9]/.test(difference) ? 'above' : 'equal'
  return { text: differenceText(difference), shape }
}

function howText({ matched }: CheckedLine, t: Translate): string {
  return matched.kind === 'item' ? howInWords(matched.match.how, t) : ''
}

function standardOf({ standard }: CheckedLine, ctx: PageContext, { ref, on, t }: CheckSaying): ResultStandard | null {
  if (!standard?.payload) return null
  const { payload, valid, line, key } = standard
  const rate = rateInWords(payload, t, (code) => itemName(ref, code, on, t.locale).text)
  return {
    text: payload.label === null ? t.words.check.standard : said(payload.label, t.locale).text,
    href: address(ctx, `/fees/${payload.item}/history`, { line: key }),
    who:
      payload.entity === null
        ? { text: t.words.common.government, lang: null, href: null }
        : { ...entityName(ref, payload.entity, on, t.locale), href: link(ctx, `/entities/${payload.entity}`) },
    price: rate.main,
    applies: validityText(valid, t),
    release: { text: releaseText(line.release, t), href: address(ctx, `/changes/${line.release}`) },
    basis: payload.basis.map((basis) => {
      const { code, short, article } = basisWords(ref, basis, on, t)
      return { text: short, article, href: link(ctx, `/policies/${code}`) }
    }),
    unverified: payload.provenance.mark === 'recall',
  }
}

/** 公示原文, what it is for, government's ceiling beside a posted price, and what is known of the service. */
function proofOf(line: CheckedLine, { t }: CheckSaying): ResultLine['proof'] {
  const { check: words, common } = t.words
  const payload = line.standard?.payload
  const plainly = (label: string, text: string) => (text === '' ? [] : [{ label, value: { text, lang: null } }])
  const limit = line.limit === null || payload?.entity === null ? '' : `${amountText(line.limit)} ${words.yuan}`
  return [
    ...(payload ? [{ label: words.postedAs, value: inChinese(payload.posted, t.locale) }] : []),
    ...plainly(words.terms, line.standard ? termsOf(line, t) : ''),
    ...plainly(common.conditions, conditionsInWords(payload?.conditions ?? {}, t).join(' · ')),
    ...plainly(words.limit, limit),
    ...plainly(words.facts, factsText(line, t)),
  ]
}

/** What else decides a bill at this price: rounding, minimum, ceiling. */
const termsOf = ({ standard }: CheckedLine, t: Translate): string =>
  rateInWords(standard!.payload!, t, (code) => code).notes.join(t.words.common.semicolon)

/** 当时与现在: where what was published on the day of the bill differs from what is told now. */
function thenText({ then, head }: CheckedLine, t: Translate): string | null {
  if (then === null || head === null || sumOf(then, t) === sumOf(head, t)) return null
  const values = { told: String(then.release), head: String(head.release), was: sumOf(then, t), now: sumOf(head, t) }
  return t('check.thenSays', values)
}

function sumOf({ estimated: { outcome } }: Evaluation, t: Translate): string {
  if (outcome?.kind !== 'priced') return t.words.check.noFigureThen
  const { low, high } = outcome
  return low === high ? amountText(high) : `${amountText(low)}–${amountText(high)}`
}

function factsText({ line, read }: CheckedLine, t: Translate): string {
  const stated = factsInWords(line.facts, t)
  const found = factsInWords(read, t)
  const both = [
    ...stated,
    ...(found.length === 0 ? [] : [t('check.readFacts', { facts: found.join(t.words.common.and) })]),
  ]
  return both.join(t.words.common.and)
}

const workingsOf = (line: CheckedLine, { ref, on, t }: CheckSaying): ResultLine['workings'] =>
  evaluations(line).flatMap((one) => {
    const steps = stepsInWords(one.estimated.outcome?.steps ?? [], ref, on, t)
    const title = one === line.then && line.head !== null ? t.words.check.stepsThen : t.words.check.steps
    const plainly = steps.map((step) => ({
      ...step,
      value: step.value !== null && step.text.includes(step.value) ? null : step.value,
    }))
    return steps.length === 0 ? [] : [{ id: `how-${line.n}-${one.release}`, title, steps: plainly }]
  })

/** What a line may be, where that is not sure; what was chosen can be taken back. */
function choiceOf({ n, matched, line, item }: CheckedLine, { ref, on, t }: CheckSaying): ResultLine['choose'] {
  const { check: words } = t.words
  const chosen = line.item ?? ''
  const options = [
    ...new Set([
      ...candidatesOf(matched).map(({ item }) => item as string),
      ...(item === null ? [] : [item as string]),
    ]),
  ]
  const none = chosen !== '' ? words.byName : matched.kind === 'item' ? words.byName : words.choose
  return {
    id: `f-i${n}`,
    name: `i${n}`,
    label: words.itIsAll,
    options: [
      { ...plain('', none), selected: chosen === '' },
      ...options.map((code) => {
        const { text, lang } = itemName(ref, code, on, t.locale)
        return { value: code, text, lang, selected: code === chosen }
      }),
    ],
  }
}

const candidatesOf = (matched: CheckedLine['matched']): readonly Candidate[] =>
  matched.kind === 'ambiguous' ? matched.candidates : matched.nearest

/** May a person say what the line is? Where the name is not surely one item, or one was chosen before. */
export function mayChoose({ matched, line }: CheckedLine): boolean {
  if (line.item !== undefined) return true
  if (matched.kind === 'item') return matched.match.how === 'alike'
  return candidatesOf(matched).length > 0
}

/** The facts without which a line cannot be told, to be said in place. */
export const missingOf = ({ reason }: CheckedLine): readonly string[] =>
  reason.code === 'missing' ? reason.facts : reason.code === 'several_lines' ? ['price_line'] : []

/** The prices that fit equally, by what tells them apart. */
const pricesOf = ({ head }: CheckedLine, t: Translate): Option[] => [
  { ...plain('', t.words.check.choose), selected: true },
  ...(head?.estimated.candidates ?? []).map(({ payload }) => ({
    ...plain(payload!.line, payload!.label === null ? payload!.posted : said(payload!.label, t.locale).text),
    selected: false,
  })),
]

function asksOf(line: CheckedLine, faults: readonly CheckFault[], t: Translate): Field[] {
  const wrong = faults.filter(({ field }) => field.startsWith(`f${line.n}_`)).map(({ values }) => String(values.field))
  return [...new Set([...missingOf(line), ...wrong])].map((fact) => {
    const name = `f${line.n}_${fact}`
    const fault = faults.find(({ field }) => field === name)
    const sent = { value: String(fault?.values.value ?? ''), fault: fault === undefined ? null : faultWords(fault, t) }
    const options = fact === 'price_line' ? pricesOf(line, t) : factOptions(fact, t.words.check.unsaidShort, t)
    const unit = factUnit(fact, t)
    const label =
      unit === ''
        ? fact === 'quantity'
          ? t.words.billField.quantity
          : factWord(fact, t)
        : `${factWord(fact, t)}${t.words.common.open}${unit}${t.words.common.close}`
    if (options.length > 0) return fieldOf(name, label, sent, { type: 'select', options })
    return fieldOf(
      name,
      label,
      sent,
      fact === 'quantity' || FACTS[fact as KnownFact] === 'number' ? { mode: 'decimal' } : {},
    )
  })
}
