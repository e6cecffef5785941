import type { FeeStandard } from '../fee-standard.ts'
import type { Rate } from '../rate/rate.ts'
import { UNIT_CHOICES } from './choices.ts'
import { partsText, stepsText, tiersText } from './rate-text.ts'

/** 公示原文 where the sender gave none: name, line and price, as a list on the wall would say it; items by their names. */
export const postedText = (
  name: string,
  { label, rate, unit }: Pick<FeeStandard, 'label' | 'rate' | 'unit'>,
  named: (item: string) => string,
): string =>
  [name, label?.zh, `${figure(rate, named)}${hasFigure(rate) ? `/${unitZh(unit)}` : ''}`].filter(Boolean).join(' ')

const unitZh = (unit: string): string => UNIT_CHOICES.find(({ code }) => code === unit)?.zh ?? unit
const hasFigure = ({ form }: Rate): boolean => !['at_cost', 'see_attachment', 'percent_of'].includes(form)

function figure(rate: Rate, named: (item: string) => string): string {
  switch (rate.form) {
    case 'fixed':
      return `${rate.amount}元`
    case 'range':
      return `${rate.low}—${rate.high}元`
    case 'tiered':
      return `${tiersText(rate.tiers)} 元`
    case 'per_period':
      return `${rate.free > 0 ? `免${rate.free}${rate.period === 'day' ? '天' : '小时'}，` : ''}${stepsText(rate.steps)} 元`
    case 'percent_of':
      return `按${named(rate.item)}的${rate.percent}%`
    case 'at_cost':
      return '实报实销'
    case 'see_attachment':
      return `详见《${rate.title}》`
    case 'sum':
      return `${partsText(rate.parts) ?? rate.parts.map(({ name }) => name).join('+')} 元`
  }
}
