import type { Quote } from '../../catalogue/quote.ts'
import type { Translate } from '../locale/locale.ts'
import type { CalculatorData } from '../pages/calculator.ts'

/** What is to be known of a total: why it is a span, what is counted at a ceiling or in part, and what is left out. */
export function quoteNotes(
  data: Pick<CalculatorData, 'door' | 'sent' | 'working'>,
  quote: Quote,
  t: Translate,
): string[] {
  const { calculator: words } = t.words
  const { total, ceilings, partly, open } = quote
  return [
    ...(total.low === total.high ? [] : [words.rangeWhy]),
    ...(ceilings > 0 ? [t('calculator.atMost', { n: ceilings })] : []),
    ...(partly > 0 ? [t('calculator.inPart', { n: partly })] : []),
    ...(assumesNear(data, quote) ? [words.noDistance] : []),
    ...yearsWithoutHolidays(data, t),
    open.length > 0 ? t('calculator.leftOut', { n: open.length }) : words.complete,
  ]
}

/** 没有节假日安排的年份: the surcharge of a holiday may be wanting. */
const yearsWithoutHolidays = ({ working }: Pick<CalculatorData, 'working'>, t: Translate): string[] => {
  const movements = working === null ? [] : [working.inward, working.outward]
  const years = movements.flatMap(({ holiday, work }) =>
    holiday.how === 'no_calendar' && work ? [work.from.slice(0, 4)] : [],
  )
  return [...new Set(years)].map((year) => t('calculator.noCalendar', { year }))
}

/** Without its distance, pilotage is counted as if it were none beyond the basic one. */
const assumesNear = ({ door, sent }: Pick<CalculatorData, 'door' | 'sent'>, { services }: Quote): boolean =>
  door === 'call' &&
  sent.values.distance_nm === undefined &&
  services.some(({ item, counted }) => item === 'pilotage' && counted !== null)
