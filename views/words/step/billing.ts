import { amountText, said } from '../../locale/format.ts'
import { factWord } from '../conditions.ts'
import { money, type Sentences, yuan } from './saying.ts'

/** 系数、附加、限额、进整: what makes a bill of the price. */
export const BILLING: Sentences<
  | 'multiplier'
  | 'surcharge'
  | 'not_said'
  | 'with_surcharges'
  | 'floor'
  | 'cap'
  | 'times'
  | 'addition'
  | 'rounding'
  | 'least'
> = {
  multiplier: ({ name, factor }, out) =>
    out.t('steps.multiplier', { name: said(name, out.t.locale).text, factor: amountText(factor), value: money(out) }),
  surcharge: ({ name, percent, of }, out) =>
    out.t('steps.surcharge', {
      name: said(name, out.t.locale).text,
      of: yuan(of, out.t),
      percent: amountText(percent),
      value: money(out),
    }),
  not_said: ({ name, fact }, { t }) => t('steps.notSaid', { name: said(name, t.locale).text, fact: factWord(fact, t) }),
  with_surcharges: (_, out) => out.t('steps.withSurcharges', { value: money(out) }),
  floor: ({ limit }, out) => out.t('steps.floor', { limit: yuan(limit, out.t), value: money(out) }),
  cap: ({ limit }, out) => out.t('steps.cap', { limit: yuan(limit, out.t), value: money(out) }),
  times: ({ quantity }, out) => out.t('steps.times', { quantity: amountText(quantity), value: money(out) }),
  addition: ({ label }, { t }) =>
    t('steps.addition', { label: label === null ? t.words.common.price : said(label, t.locale).text }),
  rounding: ({ decimals, mode, given }, out) =>
    out.t(ROUNDING[mode], {
      given: yuan(given, out.t),
      step: decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`,
      value: money(out),
    }),
  least: ({ given }, out) => out.t('steps.least', { given: yuan(given, out.t), value: money(out) }),
}

const ROUNDING = { half_up: 'steps.roundHalfUp', up: 'steps.roundUp', down: 'steps.roundDown' } as const
