import type { Day } from '../../catalogue/day.ts'
import { endsOf, type Quote } from '../../catalogue/quote.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { countedWord } from './counted.ts'
import { basisWords, entityName, itemName } from './names.ts'
import { kindInWords, partInWords, spanOf, whyNotText } from './quote.ts'
import { type StepWords, stepsInWords } from './steps.ts'

/** 估算的一行 as flat text: each priced part of each charge, what it came to or why not, and its steps. */
export type EstimateRow = {
  group: string
  item: string
  code: string
  part: string
  who: string
  entity: string
  day: Day
  status: string
  low: string
  high: string
  /** Whether the charge is in the total, and what of this line is in its low and its high end: they add up to it. */
  counted: string
  countedLow: string
  countedHigh: string
  ceiling: boolean
  standard: string
  basis: string
  why: string
  steps: StepWords[]
}

/** The rows of a quote, in the order of the page. */
export const estimateRows = ({ services }: Quote, ref: Reference, t: Translate): EstimateRow[] =>
  services.flatMap((service) => {
    const ends = endsOf(service)
    return service.charges.flatMap((charge) =>
      charge.lines.map(({ part, estimated }): EstimateRow => {
        const { on, outcome, standards } = estimated
        const item = nearest(ref, 'item', service.item, on)
        const span = spanOf(estimated)
        const link = item ? t.words.link[item.link] : ''
        return {
          group: kindInWords(service, link, t).title,
          item: itemName(ref, service.item, on, t.locale).text,
          code: service.item,
          part: partInWords(part, t),
          who: charge.entity === null ? t.words.common.government : entityName(ref, charge.entity, on, t.locale).text,
          entity: charge.entity ?? '',
          day: on,
          status: span ? t.words.calculator.computed : t.words.calculator.unknown,
          low: span?.low ?? '',
          high: span?.high ?? '',
          counted: span ? countedWord(charge, service, t) : t.words.calculator.notCounted,
          countedLow: ends.low === charge ? (span?.low ?? '') : '',
          countedHigh: ends.high === charge ? (span?.high ?? '') : '',
          ceiling: estimated.ceiling,
          standard: standards
            .map(({ payload, key }) => (payload?.label ? said(payload.label, t.locale).text : (payload?.posted ?? key)))
            .join(t.words.common.semicolon),
          basis: basisOf(
            standards.flatMap(({ payload }) => payload?.basis ?? []),
            ref,
            on,
            t,
          ),
          why: span ? '' : whyNotText(estimated, t),
          steps: stepsInWords(outcome?.steps ?? [], ref, on, t),
        }
      }),
    )
  })

const basisOf = (basis: readonly Parameters<typeof basisWords>[1][], ref: Reference, on: Day, t: Translate): string =>
  [
    ...new Set(
      basis.map((one) => {
        const { short, article } = basisWords(ref, one, on, t)
        return article === null ? short.text : `${short.text} ${article.text}`
      }),
    ),
  ].join(t.words.common.semicolon)
