import { compareAmounts, plus } from '../../catalogue/amount.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { SingleRate } from '../../catalogue/rate/rate.ts'
import { UNITS, type Unit } from '../../catalogue/unit.ts'
import { amountText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { termsInWords } from './terms.ts'
import { tierSteps } from './tiers.ts'

/**
 * A price in words. `main` is the whole of it on one line, 0.405 元/净吨 · 500–850 元/箱 · 实报实销; `price` and `unit`
 * are its two halves for a table (`unit` empty where the words leave none); `aside` what a span does not tell,
 * 前 7 天免费 or 分 3 档累进; `steps` its tiers, periods or parts; `notes` what else decides the bill.
 */
export type RateWords = {
  main: string
  price: string
  unit: string
  aside: string
  steps: RateStep[]
  notes: string[]
}
export type RateStep = { label: string; value: string }

/** Reads the name of another item, for a percentage of it. */
export type ItemNames = (code: string) => string

/** What a standard costs, exactly as published, for pages, files and feeds alike. */
export function rateInWords(standard: FeeStandard, t: Translate, nameOf: ItemNames): RateWords {
  const priced = rateWords(standard, t, nameOf)
  const notes = [...(standard.ceiling ? [t.words.rate.ceiling] : []), ...termsInWords(standard.terms, standard.unit, t)]
  return { main: wholeOf(priced, t), ...priced, notes }
}

type Priced = Pick<RateWords, 'price' | 'unit' | 'aside' | 'steps'>

const plain = (price: string, unit = ''): Priced => ({ price, unit, aside: '', steps: [] })

function rateWords({ rate, unit }: FeeStandard, t: Translate, nameOf: ItemNames): Priced {
  if (rate.form !== 'sum') return singleWords(rate, unit, t, nameOf)
  const parts = rate.parts.map(({ name, rate }) => ({ name, rate, words: singleWords(rate, unit, t, nameOf) }))
  const fixed = rate.parts.flatMap(({ rate }) => (rate.form === 'fixed' ? [rate.amount] : []))
  const all = fixed.length === parts.length
  return {
    price: all
      ? t('rate.sum', { amount: amountText(fixed.reduce(plus)) })
      : t('rate.sumOpen', { n: rate.parts.length }),
    unit: all ? t.words.unit[unit] : '',
    aside: '',
    steps: parts.flatMap(({ name, words }) => [
      { label: name, value: wholeOf(words, t) },
      ...words.steps.map(({ label, value }) => ({ label: `${name} · ${label}`, value })),
    ]),
  }
}

function singleWords(rate: SingleRate, unit: Unit, t: Translate, nameOf: ItemNames): Priced {
  const per = t.words.unit[unit]
  switch (rate.form) {
    case 'fixed':
      return plain(amountText(rate.amount), per)
    case 'range':
      return plain(span([rate.low, rate.high]), per)
    case 'tiered':
      return tieredWords(rate, per, t)
    case 'per_period':
      return perPeriodWords(rate, unit, t)
    case 'percent_of':
      return plain(t('rate.percentOf', { item: nameOf(rate.item), percent: amountText(rate.percent) }))
    case 'at_cost':
      return plain(t.words.rate.atCost)
    case 'see_attachment':
      return plain(t('rate.seeAttachment', { title: rate.title }))
  }
}

function tieredWords(rate: SingleRate & { form: 'tiered' }, per: string, t: Translate): Priced {
  const steps = tierSteps(rate, t).map(({ label, amount }) => ({ label, value: lineOf(amountText(amount), per) }))
  const count = { n: steps.length }
  const aside =
    steps.length === 1 ? '' : rate.mode === 'marginal' ? t('rate.tiersMarginal', count) : t('rate.tiersSlab', count)
  return { price: span(rate.tiers.map(({ amount }) => amount)), unit: per, aside, steps: aside === '' ? [] : steps }
}

function perPeriodWords(rate: SingleRate & { form: 'per_period' }, unit: Unit, t: Translate): Priced {
  const { period, free, steps } = rate
  const [upTo, one, onwards, freeFor, per] = period === 'day' ? DAYS : HOURS
  const whole = 'period' in UNITS[unit] ? t.words.unit[unit] : t(per, { unit: t.words.unit[unit] })
  const label = (from: number, to: number | undefined) =>
    to === undefined ? t(onwards, { from }) : from === to ? t(one, { from }) : t(upTo, { from, to })
  const list = steps.map(({ from, amount }, n) => {
    const next = steps[n + 1]
    return { label: label(from, next && next.from - 1), value: lineOf(amountText(amount), whole) }
  })
  if (free > 0) list.unshift({ label: label(1, free), value: t.words.rate.free })
  return {
    price: span(steps.map(({ amount }) => amount)),
    unit: whole,
    aside: free > 0 ? t(freeFor, { n: free }) : '',
    steps: list.length > 1 ? list : [],
  }
}

const DAYS = ['rate.stepDays', 'rate.stepDay', 'rate.stepDaysOn', 'rate.freeDays', 'rate.perDay'] as const
const HOURS = ['rate.stepHours', 'rate.stepHour', 'rate.stepHoursOn', 'rate.freeHours', 'rate.perHour'] as const

/** The least and the most of several amounts: 0.3375–0.405; one amount when they are all the same. */
function span(amounts: readonly string[]): string {
  const sorted = amounts.toSorted(compareAmounts)
  const [low, high] = [sorted[0]!, sorted.at(-1)!]
  return low === high ? amountText(low) : `${amountText(low)}–${amountText(high)}`
}

/** 前 7 天免费，此后 5–20 元/箱·天: the whole price on one line. */
const wholeOf = ({ price, unit, aside }: Priced, t: Translate): string =>
  aside === '' ? lineOf(price, unit) : t('rate.whole', { aside, price: lineOf(price, unit) })

const lineOf = (price: string, unit: string): string => (unit === '' ? price : `${price} ${unit}`)
