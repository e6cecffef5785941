import { compareAmounts, plus } from '../../catalogue/amount.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Rate, SingleRate } from '../../catalogue/rate/rate.ts'
import { UNITS, type Unit } from '../../catalogue/unit.ts'
import { amountText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/**
 * A price in words. `main` is the whole of it on one line, 0.405 元/净吨 · 500–850 元/箱 · 实报实销; `price` and `unit`
 * are its two halves for a table (`unit` empty where the words leave none); `aside` is what a span does not tell,
 * 前 7 天免费 or 分 3 档累进.
 */
export type PriceWords = { main: string; price: string; unit: string; aside: string }

/** Reads the name of another item, for a percentage of it. */
export type ItemNames = (code: string) => string

/** The price alone, where the steps and notes are not shown. */
export const priceInWords = ({ rate, unit }: Pick<FeeStandard, 'rate' | 'unit'>, t: Translate, nameOf: ItemNames) =>
  rate.form === 'sum' ? sumWords(rate, unit, t) : singleWords(rate, unit, t, nameOf)

const words = (price: string, unit = ''): PriceWords => ({ main: priceLine(price, unit), price, unit, aside: '' })

function spanWords(amounts: readonly string[], unit: string, aside: string, t: Translate): PriceWords {
  const price = span(amounts)
  if (aside === '') return words(price, unit)
  return { main: t('rate.whole', { aside, price: priceLine(price, unit) }), price, unit, aside }
}

function singleWords(rate: SingleRate, unit: Unit, t: Translate, nameOf: ItemNames): PriceWords {
  switch (rate.form) {
    case 'fixed':
      return words(amountText(rate.amount), t.words.unit[unit])
    case 'range':
      return words(`${amountText(rate.low)}–${amountText(rate.high)}`, t.words.unit[unit])
    case 'tiered':
      return tieredWords(rate, t.words.unit[unit], t)
    case 'per_period':
      return perPeriodWords(rate, unit, t)
    case 'percent_of':
      return words(t('rate.percentOf', { item: nameOf(rate.item), percent: amountText(rate.percent) }))
    case 'at_cost':
      return words(t.words.rate.atCost)
    case 'see_attachment':
      return words(t('rate.seeAttachment', { title: rate.title }))
  }
}

function tieredWords({ mode, tiers }: SingleRate & { form: 'tiered' }, unit: string, t: Translate): PriceWords {
  const n = tiers.length
  const aside = n === 1 ? '' : mode === 'marginal' ? t('rate.tiersMarginal', { n }) : t('rate.tiersSlab', { n })
  return spanWords(
    tiers.map(({ amount }) => amount),
    unit,
    aside,
    t,
  )
}

function perPeriodWords(rate: SingleRate & { form: 'per_period' }, unit: Unit, t: Translate): PriceWords {
  const { period, free, steps } = rate
  const aside = free === 0 ? '' : t(period === 'day' ? 'rate.freeDays' : 'rate.freeHours', { n: free })
  return spanWords(
    steps.map(({ amount }) => amount),
    perPeriodUnit(rate, unit, t),
    aside,
    t,
  )
}

/** 元/箱·天: the unit of a rate by time names its period, once. */
export const perPeriodUnit = ({ period }: SingleRate & { form: 'per_period' }, unit: Unit, t: Translate): string =>
  'period' in UNITS[unit]
    ? t.words.unit[unit]
    : t(period === 'day' ? 'rate.perDay' : 'rate.perHour', { unit: t.words.unit[unit] })

function sumWords({ parts }: Rate & { form: 'sum' }, unit: Unit, t: Translate): PriceWords {
  const fixed = parts.flatMap(({ rate }) => (rate.form === 'fixed' ? [rate.amount] : []))
  return fixed.length === parts.length
    ? words(t('rate.sum', { amount: amountText(fixed.reduce(plus)) }), t.words.unit[unit])
    : words(t('rate.sumOpen', { n: parts.length }))
}

/** The least and the most of several amounts: 0.3375–0.405; one amount when they are all the same. */
function span(amounts: readonly string[]): string {
  if (amounts.length === 1) return amountText(amounts[0]!)
  const sorted = amounts.toSorted(compareAmounts)
  const [low, high] = [sorted[0]!, sorted.at(-1)!]
  return low === high ? amountText(low) : `${amountText(low)}–${amountText(high)}`
}

/** A price with its unit after it, where it has one. */
export const priceLine = (price: string, unit: string): string => (unit === '' ? price : `${price} ${unit}`)
