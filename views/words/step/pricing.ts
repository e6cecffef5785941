import type { StepArgs } from '../../../catalogue/price/step.ts'
import { amountText } from '../../locale/format.ts'
import type { Translate } from '../../locale/locale.ts'
import { factUnit, factWord } from '../conditions.ts'
import { counted, money, ofFact, type Sentences, yuan } from './saying.ts'

/** 费率: what the billed quantity costs, before anything is added or taken off. */
export const PRICING: Sentences<
  'unit_price' | 'range' | 'tier' | 'slab' | 'period_step' | 'box_volume' | 'percent_of' | 'part' | 'sum'
> = {
  unit_price: ({ unit, amount, quantity }, out) =>
    out.t('steps.unitPrice', {
      quantity: counted(quantity, out.counts(unit), out.t),
      amount: amountText(amount),
      value: money(out),
    }),
  range: ({ unit, low, high, quantity }, out) =>
    out.t('steps.range', {
      quantity: counted(quantity, out.counts(unit), out.t),
      low: amountText(low),
      high: amountText(high),
      value: money(out),
    }),
  tier: (args, out) =>
    out.t('steps.tier', {
      tier: tierLabel(args, PARTS, out.t),
      quantity: ofFact(args.part, args.fact, out.t),
      amount: amountText(args.amount),
      value: money(out),
    }),
  slab: (args, out) =>
    out.t('steps.slab', {
      fact: factWord(args.fact, out.t),
      given: ofFact(args.given, args.fact, out.t),
      tier: tierLabel(args, WHOLES, out.t),
      quantity: counted(args.quantity, out.counts(args.unit), out.t),
      amount: amountText(args.amount),
      value: money(out),
    }),
  period_step: (args, out) =>
    out.t('steps.periodStep', {
      stretch: stretchLabel(args, out.t),
      count: counted(args.count, args.period, out.t),
      amount: amountText(args.amount),
      quantity: counted(args.quantity, out.counts(args.unit), out.t),
      value: money(out),
    }),
  box_volume: ({ own, listed }, out) =>
    out.t('steps.boxVolume', { own: amountText(own), listed: amountText(listed), value: money(out) }),
  percent_of: ({ item, percent, of }, out) =>
    out.t('steps.percentOf', {
      item: out.nameOf(item),
      of: yuan(of, out.t),
      percent: amountText(percent),
      value: money(out),
    }),
  part: ({ name }, { t }) => t('steps.part', { name }),
  sum: (_, out) => out.t('steps.sum', { value: money(out) }),
}

const PARTS = ['rate.upToPart', 'rate.betweenPart', 'rate.overPart'] as const
const WHOLES = ['rate.upTo', 'rate.between', 'rate.over'] as const

function tierLabel(
  { fact, over, to }: Pick<StepArgs['tier'], 'fact' | 'over' | 'to'>,
  [first, middle, last]: typeof PARTS | typeof WHOLES,
  t: Translate,
): string {
  const values = {
    fact: factWord(fact, t),
    unit: factUnit(fact, t),
    over: amountText(over),
    to: to === null ? '' : amountText(to),
  }
  return t(to === null ? last : over === '0' ? first : middle, values).trim()
}

function stretchLabel({ period, from, to }: StepArgs['period_step'], t: Translate): string {
  const [upTo, one, onwards] = period === 'day' ? DAYS : HOURS
  const values = { from: amountText(from), to: to === null ? '' : amountText(to) }
  return t(to === null ? onwards : from === to ? one : upTo, values)
}

const DAYS = ['rate.stepDays', 'rate.stepDay', 'rate.stepDaysOn'] as const
const HOURS = ['rate.stepHours', 'rate.stepHour', 'rate.stepHoursOn'] as const
