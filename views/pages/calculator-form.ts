import { CALL_ITEMS } from '../../catalogue/call-lines.ts'
import { allOn, nearest } from '../../catalogue/reference.ts'
import { address, type PageContext } from '../frame.ts'
import { said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { entityName } from '../words/names.ts'
import { idOf } from '../words/sent-form.ts'
import type { CalculatorData } from './calculator.ts'
import { callSections } from './calculator-call.ts'
import { type Field, type Fieldset, faultText, type Make, making, plain } from './calculator-field.ts'
import { shipmentSections } from './calculator-shipment.ts'

/** The form of one door, filled in as it was sent, and what is wrong with it. */
export type CalculatorForm = {
  action: string
  kept: { name: string; value: string }[]
  port: Field
  sections: Fieldset[]
  clear: string
  problems: { href: string; label: string; text: string }[]
}

export function calculatorForm(ctx: PageContext, data: CalculatorData, t: Translate): CalculatorForm {
  const make = making(ctx, data, t)
  const sections = [
    ...(data.door === 'call' ? callSections(make) : shipmentSections(make)),
    operators(make),
    comparison(make),
  ]
  return {
    action: `${address(ctx, '/calculator')}#result`,
    kept: keptOf(ctx, data),
    port: make.select('port', [plain('', t.words.calculator.choose), ...ports(make)]),
    sections: sections.filter(({ fields, boxes, ticks }) => fields.length > 0 || boxes !== null || ticks.length > 0),
    clear: address(ctx, '/calculator', { for: data.door }),
    problems: data.faults.map((fault) => ({
      href: `#${idOf(fault.field)}`,
      label: labelIn(sections, fault.field, t),
      text: faultText(fault, t),
    })),
  }
}

const keptOf = ({ pinned, on, release }: PageContext, { door }: CalculatorData) => [
  { name: 'for', value: door },
  ...(pinned.on ? [{ name: 'on', value: on as string }] : []),
  ...(pinned.release ? [{ name: 'release', value: String(release) }] : []),
]

/** A call is made at a sea port; a shipment passes any. */
const ports = ({ data, ctx }: Make) =>
  allOn(data.reference, 'port', ctx.on)
    .filter(({ reference, kind }) => !reference && (data.door === 'shipment' || kind === 'sea'))
    .map(({ code, name }) => ({ value: code, ...said(name, ctx.locale) }))

function operators(make: Make): Fieldset {
  const { data, ctx, words, t } = make
  const asked = new Set<string>(data.door === 'call' ? CALL_ITEMS : data.choices.map(({ item }) => item.code))
  const there = [...new Set(data.offers.flatMap(({ item, entity }) => (entity && asked.has(item) ? entity : [])))]
  const entities = there.flatMap((code) => nearest(data.reference, 'entity', code, ctx.on) ?? [])
  const links = [...new Set(entities.map(({ link }) => link))]
  const chosen = data.sent.lists.entity?.length ?? 0
  return {
    ...{ id: 'operators', title: words.operators, hint: words.operatorsHint, fields: [], boxes: null, picks: null },
    fold: {
      open: make.touched('entity'),
      aside: chosen > 0 ? t('calculator.operatorsChosen', { n: chosen }) : words.operatorsAll,
    },
    ticks: links.map((link) => ({
      title: t.words.link[link],
      ticks: entities
        .filter((entity) => entity.link === link)
        .map(({ code }) => {
          const { text, lang } = entityName(data.reference, code, ctx.on, ctx.locale)
          return make.tick('entity', code, text, { lang })
        }),
    })),
  }
}

function comparison(make: Make): Fieldset {
  const { words } = make
  return {
    ...{ id: 'compare', title: words.compare, hint: words.withHint, boxes: null, ticks: [], picks: null },
    fold: { open: make.touched('with_port', 'with_on'), aside: null },
    fields: [make.select('with_port', [plain('', words.none), ...ports(make)]), make.date('with_on')],
  }
}

function labelIn(sections: readonly Fieldset[], name: string, { words }: Translate): string {
  const field = sections.flatMap(({ fields }) => fields).find((one) => one.name === name)
  const cell = sections
    .flatMap(({ boxes }) => boxes?.rows ?? [])
    .flatMap(({ cells }) => cells)
    .find((one) => one.name === name)
  const known: Record<string, string> = {
    port: words.calculator.port,
    entity: words.calculator.operators,
    item: words.calculator.items,
  }
  return field?.label ?? cell?.label ?? known[name] ?? name
}
