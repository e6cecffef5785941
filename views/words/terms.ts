import { times } from '../../catalogue/amount.ts'
import type { Conditions } from '../../catalogue/facts.ts'
import type { FeeStandard, Terms } from '../../catalogue/fee-standard.ts'
import { UNITS, type Unit } from '../../catalogue/unit.ts'
import { amountText, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { conditionsInWords, factUnit, factWord } from './conditions.ts'

/** What turns a rate into a bill, a sentence each: 起码计费, 进整, 附加, 最低, 最高. */
export function termsInWords(terms: FeeStandard['terms'], unit: Unit, t: Translate): string[] {
  if (addsNothing(terms)) return []
  return [
    ...quantityWords(terms, unit, t),
    ...terms.multipliers.map(
      ({ name, factor, when }) =>
        t('rate.multiplier', { name: said(name, t.locale).text, percent: amountText(times(factor, '100')) }) +
        whenWords(when, t),
    ),
    ...terms.surcharges.map(
      ({ name, percent, when }) =>
        t('rate.surcharge', { name: said(name, t.locale).text, percent: amountText(percent) }) + whenWords(when, t),
    ),
    ...(terms.floor === null ? [] : [t('rate.floor', { amount: amountText(terms.floor) })]),
    ...(terms.cap === null ? [] : [t('rate.cap', { amount: amountText(terms.cap) })]),
    ...roundingWords(terms.rounding, t),
  ]
}

const addsNothing = (terms: Terms): boolean =>
  terms.quantity === null &&
  terms.minimum_quantity === null &&
  !terms.whole_units &&
  terms.multipliers.length === 0 &&
  terms.surcharges.length === 0 &&
  terms.floor === null &&
  terms.cap === null &&
  terms.rounding === null

function quantityWords({ quantity, minimum_quantity, whole_units }: Terms, unit: Unit, t: Translate): string[] {
  const counted = quantity ?? UNITS[unit].fact
  const least =
    minimum_quantity === null ? null : `${amountText(minimum_quantity)} ${counted ? factUnit(counted, t) : ''}`
  return [
    ...(quantity === null ? [] : [t('rate.quantity', { fact: factWord(quantity, t) })]),
    ...(least === null ? [] : [t('rate.minimumQuantity', { quantity: least.trim() })]),
    ...(whole_units ? [t.words.rate.wholeUnits] : []),
  ]
}

function whenWords(when: Conditions, t: Translate): string {
  const conditions = conditionsInWords(when, t).join(' · ')
  return conditions === '' ? '' : t('rate.when', { conditions })
}

function roundingWords(rounding: Terms['rounding'], t: Translate): string[] {
  if (rounding === null) return []
  const step = rounding.decimals === 0 ? '1' : `0.${'1'.padStart(rounding.decimals, '0')}`
  const least = rounding.minimum
  return [
    t(ROUNDING[rounding.mode], { step }),
    ...(least === null ? [] : [t('rate.roundMinimum', { amount: amountText(least) })]),
  ]
}

const ROUNDING = { half_up: 'rate.roundHalfUp', up: 'rate.roundUp', down: 'rate.roundDown' } as const
