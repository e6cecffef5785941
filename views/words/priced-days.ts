import type { Day } from '../../catalogue/day.ts'
import type { Quote } from '../../catalogue/quote.ts'
import { dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { CalculatorData } from '../pages/calculator.ts'

/** 收费日期: which day's tariff each movement of a call is priced by, and whether the day asked (`on`) decides anything. */
export function pricedDays(
  { door, sent }: Pick<CalculatorData, 'door' | 'sent'>,
  { services }: Quote,
  on: Day,
  t: Translate,
): string[] {
  const { arrival, departure } = sent.values as Record<string, Day | undefined>
  if (door !== 'call' || (arrival === undefined && departure === undefined)) return []
  const day = (one: Day) => dayText(one, t.locale)
  const decides = services.some(({ charges }) =>
    charges.some(({ lines }) => lines.some(({ estimated }) => estimated.on === on)),
  )
  return [
    t('calculator.pricedBy', { arrival: day(arrival ?? on), departure: day(departure ?? arrival ?? on) }),
    ...(decides ? [] : [t('calculator.dayDecidesNothing', { day: day(on) })]),
  ]
}
