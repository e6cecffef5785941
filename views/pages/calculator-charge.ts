import type { Charge, Service } from '../../catalogue/quote.ts'
import { nearest } from '../../catalogue/reference.ts'
import { apart, type Span } from '../../catalogue/spans.ts'
import { link, type PageContext } from '../frame.ts'
import { dayText, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { entityName } from '../words/names.ts'
import { daysOf, spanText } from '../words/quote.ts'
import type { CalculatorData } from './calculator.ts'
import { type LineRow, lineRow, type Why, whyOfAll } from './calculator-line.ts'

/** What one body is paid for an item; `marks` say how it stands to the others and to the ceiling. */
export type ChargeRow = {
  who: (Said & { href: string | null; demo: boolean }) | null
  amount: string | null
  why: Why | null
  partly: boolean
  marks: { word: string; shape: string }[]
  days: string
  lines: LineRow[]
  id: string
  stepsOf: string
}

export function chargeRow(
  charge: Charge,
  service: Service,
  ctx: PageContext,
  data: CalculatorData,
  t: Translate,
): ChargeRow {
  const days = daysOf(charge.lines)
  return {
    who: whoOf(charge, service, ctx, data, t),
    amount: charge.span && spanText(charge.span, t),
    why: charge.span === null ? whyOfAll(charge.lines, charge.item, t) : null,
    partly: charge.span !== null && charge.without > 0,
    marks: marksOf(charge, service, t),
    days: t('calculator.asOfDay', { day: days.map((day) => dayText(day, t.locale)).join(t.words.common.and) }),
    lines: charge.lines.map((line) => lineRow(line, charge.item, ctx, data, t)),
    id: `how-${charge.item}-${charge.entity ?? 'government'}`,
    stepsOf: charge.lines.length > 1 ? t('calculator.stepsOf', { n: charge.lines.length }) : t.words.calculator.steps,
  }
}

function whoOf(
  { entity, item }: Charge,
  { kind }: Service,
  ctx: PageContext,
  { reference }: CalculatorData,
  t: Translate,
): ChargeRow['who'] {
  const { calculator: words } = t.words
  if (entity !== null)
    return {
      ...entityName(reference, entity, ctx.on, ctx.locale),
      href: link(ctx, `/entities/${entity}`),
      demo: nearest(reference, 'entity', entity, ctx.on)?.demo ?? false,
    }
  if (kind === 'gov_guided' || kind === 'limit') return { text: words.government, lang: null, href: null, demo: false }
  const payee = nearest(reference, 'item', item, ctx.on)?.payee
  return payee ? { ...said(payee, ctx.locale), href: null, demo: false } : null
}

/** Of a posted price: 最低, or how much more; and how it stands to the ceiling. */
function marksOf(charge: Charge, service: Service, t: Translate): ChargeRow['marks'] {
  const { calculator: words } = t.words
  if (charge.span === null || charge.entity === null) return []
  const ceiling = service.charges.find(({ entity }) => entity === null)
  return [
    ...(service.cheapest === charge ? [{ word: words.cheapest, shape: 'cheapest' }] : dearer(charge, service, t)),
    ...(service.kind === 'gov_guided' && ceiling?.span && charge.without === 0
      ? [besideCeiling(charge.span, ceiling.span, t)]
      : []),
  ]
}

function dearer(charge: Charge, { cheapest }: Service, t: Translate): ChargeRow['marks'] {
  const { side, by } = cheapest ? apart(charge.span!, cheapest.span!) : { side: 'alike', by: null }
  return side === 'above' && by !== null && by.low === by.high
    ? [{ word: t('calculator.dearer', { amount: spanText(by, t) }), shape: 'plain' }]
    : []
}

/** By its high end: what may be charged at most. */
function besideCeiling(posted: Span, ceiling: Span, t: Translate): ChargeRow['marks'][number] {
  const { side, by } = apart({ low: posted.high, high: posted.high }, { low: ceiling.high, high: ceiling.high })
  if (by === null) return { word: t.words.calculator.atCeiling, shape: 'equal' }
  const amount = spanText(by, t)
  return side === 'above'
    ? { word: t('calculator.aboveCeiling', { amount }), shape: 'above' }
    : { word: t('calculator.belowCeiling', { amount }), shape: 'below' }
}
