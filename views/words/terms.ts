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
    ...limitWords(terms, t),
    ...roundingWords(terms.rounding, t),
  ]
}

const addsNothing = (terms: Terms): boolean =>
  terms.quantity === null &&
  terms.minimum_quantity === null &&
  !terms.whole_units &&
  terms.excess === undefined &&
  terms.box_m3 === undefined &&
  !terms.half_hours &&
  terms.multipliers.length === 0 &&
  terms.surcharges.length === 0 &&
  terms.floor === null &&
  terms.cap === null &&
  terms.rounding === null

function quantityWords(terms: Terms, unit: Unit, t: Translate): string[] {
  const { quantity, minimum_quantity, whole_units, half_hours, excess, box_m3 } = terms
  const counted = quantity ?? UNITS[unit].fact
  const least =
    minimum_quantity === null ? null : `${amountText(minimum_quantity)} ${counted ? factUnit(counted, t) : ''}`
  return [
    ...countedWords(terms, t),
    ...(least === null ? [] : [t('rate.minimumQuantity', { quantity: least.trim() })]),
    ...(whole_units ? [t.words.rate.wholeUnits] : []),
    ...(half_hours ? [t.words.rate.halfHours] : []),
    ...(excess === undefined ? [] : [excessWords(excess, t)]),
    ...(box_m3 === undefined ? [] : [t('rate.boxVolume', { volume: amountText(box_m3) })]),
  ]
}

function countedWords({ quantity, quantity_else = [] }: Terms, t: Translate): string[] {
  if (quantity === null) return []
  const fact = factWord(quantity, t)
  const others = quantity_else.map((other) => factWord(other, t)).join(t.words.common.and)
  return [quantity_else.length === 0 ? t('rate.quantity', { fact }) : t('rate.quantityElse', { fact, others })]
}

const excessWords = ({ fact, over }: NonNullable<Terms['excess']>, t: Translate): string =>
  t('rate.excess', { fact: factWord(fact, t), over: amountText(over), unit: factUnit(fact, t) })

function limitWords({ floor, cap, surcharges, ...terms }: Terms, t: Translate): string[] {
  const before = surcharges.length > 0 && terms.limits_before_surcharges
  const when = terms.limits_per_unit ? 'Each' : before ? 'Before' : ''
  return [
    ...(floor === null ? [] : [t(`rate.floor${when}`, { amount: amountText(floor) })]),
    ...(cap === null ? [] : [t(`rate.cap${when}`, { amount: amountText(cap) })]),
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
