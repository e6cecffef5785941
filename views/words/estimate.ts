import type { Day } from '../../catalogue/day.ts'
import type { Port } from '../../catalogue/port.ts'
import type { Quote } from '../../catalogue/quote.ts'
import { dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import type { Answer, CalculatorData } from '../pages/calculator.ts'
import { askedInWords } from './asked-form.ts'
import { movementsInWords } from './movement.ts'
import { portName } from './names.ts'
import { pricedDays } from './priced-days.ts'
import { quoteNotes } from './quote-notes.ts'

/** An estimate as files tell it: its sides by port and day, what was asked, and what is to be known of the total. */
export type EstimateWords = {
  sides: { title: string; quote: Quote }[]
  asked: [label: string, value: string][]
  notes: string[]
}

export function estimateInWords(data: CalculatorData, answer: Answer, on: Day, t: Translate): EstimateWords {
  const { reference, sent, working } = data
  const days = pricedDays(data, answer.quote, on, t)
  const side = ({ port, on, quote }: { port: Port; on: Day; quote: Quote }) => ({
    title: `${portName(reference, port.code, on, t.locale).text} ${dayText(on, t.locale)}`,
    quote,
  })
  return {
    sides: [
      side({ port: data.port!, on: answer.on, quote: answer.quote }),
      ...(answer.against ? [side(answer.against)] : []),
    ],
    asked: [
      ...askedInWords(sent, reference, on, t),
      ...(days.length > 0 ? [[t.words.calculator.chargeDays, days.join(' ')] as [string, string]] : []),
    ],
    notes: [...quoteNotes(data, answer.quote, t), ...(working === null ? [] : movementsInWords(working, t))],
  }
}
