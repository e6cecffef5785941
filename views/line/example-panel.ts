import type { Day } from '../../catalogue/day.ts'
import type { Case } from '../../catalogue/draft/example.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import type { Estimated } from '../../catalogue/price/estimate-line.ts'
import { dayText } from '../locale/format.ts'
import { factOptions } from '../pages/check-field.ts'
import { factWord } from '../words/conditions.ts'
import { itemName, portName } from '../words/names.ts'
import { spanOf, spanText, whyNot } from '../words/quote.ts'
import { rateInWords } from '../words/rate.ts'
import { stepsInWords } from '../words/steps.ts'
import { choice, type LineField, type Make } from './field.ts'
import { orNone } from './group.ts'
import { type Pickable, pick } from './pickers.ts'

/** 算例 as it was worked out: the price so far, the case it was tried on, and what it came to. */
export type Tried = { standard: FeeStandard; on: Day; port: string; tried: Case; estimated: Estimated }

/** The panel beside the form of a price. `says` is what a screen reader hears when it changes. */
export type ExamplePanel = {
  fields: LineField[]
  price: string | null
  notes: string[]
  where: string
  amount: string | null
  why: string | null
  steps: string[]
  says: string
}

export function examplePanel(tried: Tried | null, from: Pickable, make: Make): ExamplePanel {
  const { t, words } = make
  if (tried === null)
    return {
      ...{ fields: [], price: null, notes: [], where: '', amount: null, steps: [] },
      why: words.trySoon,
      says: '',
    }
  const { standard, on, port, estimated } = tried
  const nameOf = (code: string) => itemName(from.reference, code, on, t.locale).text
  const spoken = rateInWords(standard, t, nameOf)
  const span = spanOf(estimated)
  const amount = span && spanText(span, t)
  const place = portName(from.reference, port, on, t.locale).text
  return {
    fields: fieldsOf(tried, from, make),
    price: spoken.main,
    notes: [...spoken.steps.map(({ label, value }) => `${label} ${value}`), ...spoken.notes],
    where: [t('lineForms.tryOn', { day: dayText(on, t.locale) }), place].join(' · '),
    amount,
    why: amount === null ? whyText(estimated, make) : null,
    steps: stepsInWords(estimated.outcome?.steps ?? [], from.reference, on, t).map(({ text }) => text),
    says: amount === null ? whyText(estimated, make) : t('lineForms.trySays', { amount }),
  }
}

function whyText(estimated: Estimated, { t }: Make): string {
  const { text, missing } = whyNot(estimated, t)
  if (missing.length === 0) return text
  return t('lineForms.missing', { facts: missing.map(({ word }) => word).join(t.words.common.and) })
}

function fieldsOf({ standard, tried, port }: Tried, from: Pickable, make: Make): LineField[] {
  const places =
    standard.port === null ? [withValue(make.select('example.port', pick('port', from, make.t)), port)] : []
  const facts = Object.entries(tried.facts).map(([fact, value]) => factField(fact, value, make))
  return [withValue(make.amount('example.quantity'), tried.quantity), ...places, ...facts]
}

/** A fact of the case: chosen from its values, or written. */
function factField(fact: string, value: string, make: Make): LineField {
  const name = `example.facts.${fact}`
  const label = factWord(fact, make.t)
  const values = factOptions(fact, '', make.t).slice(1)
  if (values.length === 0) return withValue(make.amount(name, { label }), value)
  const offered = orNone(
    values.map((one) => choice(one.value, one.text)),
    make.words.unsaid,
  )
  return withValue(make.select(name, offered, { label }), value)
}

const withValue = (field: LineField, value: string): LineField => ({
  ...field,
  value,
  select: field.select?.map((one) => ({ ...one, chosen: one.value === value })) ?? null,
})
