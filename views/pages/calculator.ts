import type { Offer } from '../../catalogue/asked.ts'
import type { Chargeable } from '../../catalogue/chargeable.ts'
import type { Day } from '../../catalogue/day.ts'
import type { Reckoned, Work } from '../../catalogue/movement.ts'
import type { Port } from '../../catalogue/port.ts'
import type { Quote } from '../../catalogue/quote.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { address, type Frame, frame, link, type PageContext } from '../frame.ts'
import { type Messages, translator } from '../locale/locale.ts'
import type { FieldFault, SentForm } from '../words/sent-form.ts'
import { type CalculatorForm, calculatorForm } from './calculator-form.ts'
import { type CalculatorResult, calculatorResult } from './calculator-result.ts'

/** A ship's way in or out as it was judged: when she was worked, by night or on a holiday. */
export type WorkedMovement = { work: Work | null; night: Reckoned; holiday: Reckoned }

/** What an estimate came to, on the day that decides, and beside another port or day where one was asked for. */
export type Answer = { on: Day; quote: Quote; against: { port: Port; on: Day; quote: Quote } | null }

/** What the calculator is given: the form as it was sent, what is wrong with it, what may be chosen, and the answer. */
export type CalculatorData = {
  door: 'call' | 'shipment'
  sent: SentForm
  faults: FieldFault[]
  asking: boolean
  reference: Reference
  port: Port | null
  offers: readonly Offer[]
  choices: readonly Chargeable[]
  working: { inward: WorkedMovement; outward: WorkedMovement } | null
  answer: Answer | null
}

/** `/calculator`: what a call or a shipment should cost. */
export type CalculatorPage = {
  frame: Frame
  doors: { text: string; href: string; current: boolean }[]
  form: CalculatorForm
  problems: { text: string; fields: { href: string; label: string; text: string }[] } | null
  result: CalculatorResult | null
  examples: { href: string; text: string }[]
  words: Messages['calculator']
  common: Messages['common']
}

export function calculatorPage(ctx: PageContext, data: CalculatorData): CalculatorPage {
  const t = translator(ctx.locale)
  const { calculator: words, common } = t.words
  const form = calculatorForm(ctx, data, t)
  return {
    frame: frame(ctx, {
      title: words.title,
      description: words.description,
      ...(data.asking ? { robots: 'noindex' } : {}),
    }),
    doors: (['call', 'shipment'] as const).map((door) => ({
      text: words[door],
      href: link(ctx, '/calculator', { for: door }),
      current: data.door === door,
    })),
    form,
    problems:
      form.problems.length === 0
        ? null
        : { text: t('calculator.problems', { n: form.problems.length }), fields: form.problems },
    result: data.answer === null ? null : calculatorResult(ctx, data, data.answer, t),
    examples: [
      { href: address(ctx, '/calculator', EXAMPLE_CALL), text: words.exampleCall },
      { href: address(ctx, '/calculator', EXAMPLE_SHIPMENT), text: words.exampleShipment },
    ],
    words,
    common,
  }
}

/** A large container ship that works 12 000 boxes at Ningbo-Zhoushan. */
const EXAMPLE_CALL = {
  for: 'call',
  port: 'CNNGB',
  ...{ ship_type: 'container', voyage: 'international', trade: 'foreign', use: 'productive' },
  ...{ net_tonnage: '95000', loa_m: '399', distance_nm: '8', tugs_in: '3', tugs_out: '2' },
  ...{ arrival: '2026-10-01', arrival_time: '05:30', departure: '2026-10-03', departure_time: '14:00' },
  ...{
    b20_general: '3000',
    b40_general: '6200',
    b40_dangerous1: '100',
    b40_reefer: '500',
    b20_empty: '200',
    b40_empty: '2000',
  },
}

/** Five 20-foot boxes of general cargo, imported, six days in storage. */
const EXAMPLE_SHIPMENT = {
  for: 'shipment',
  port: 'CNNGB',
  ...{ direction: 'import', trade: 'foreign', b20_general: '5', bills: '1', storage_days: '6' },
}
