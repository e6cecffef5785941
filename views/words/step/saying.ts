import type { Amount } from '../../../catalogue/amount.ts'
import type { Rule, Step, StepArgs } from '../../../catalogue/price/step.ts'
import type { Unit } from '../../../catalogue/unit.ts'
import { amountText } from '../../locale/format.ts'
import type { Messages, Translate } from '../../locale/locale.ts'
import { factUnit } from '../conditions.ts'
import type { ItemNames } from '../price.ts'

/** What every sentence of a trace may need: the language, names of items, and what came out of the step. */
export type Saying = Pick<Step, 'value' | 'high'> & { t: Translate; nameOf: ItemNames; counts: Counts }

/** What a number of billed units is called: 净吨, or 计费吨 where a ship without them is counted by something else. */
export type Counts = (unit: Unit) => keyof Messages['counted']

/** The sentences of some rules; a rule without one does not compile. */
export type Sentences<R extends Rule> = { [Each in R]: (args: StepArgs[Each], saying: Saying) => string }

/** 16,200.00: an amount of a price, to the fen at least, otherwise exact. */
export const exactly = (amount: Amount): string => {
  const [whole = '', decimals = ''] = amount.split('.')
  return amountText(`${whole}.${decimals.padEnd(2, '0')}`)
}

/** 16,200.00 元, or from the least to the most. */
export const money = ({ value, high, t }: Pick<Saying, 'value' | 'high' | 't'>): string =>
  value === null
    ? ''
    : t('rate.yuan', {
        amount: high === null ? exactly(value) : t('steps.to', { low: exactly(value), high: exactly(high) }),
      })

/** 16,200.00 元. */
export const yuan = (amount: Amount, t: Translate): string => money({ value: amount, high: null, t })

/** 100 箱; in English one container, more containers. */
export function counted(n: Amount, what: keyof Messages['counted'], t: Translate): string {
  const [one, more = one] = t.words.counted[what].split('/')
  return `${amountText(n)} ${n === '1' ? one : more}`
}

/** 95,000 净吨: a number of a fact with what it counts. */
export const ofFact = (n: Amount, fact: string, t: Translate): string => `${amountText(n)} ${factUnit(fact, t)}`.trim()
