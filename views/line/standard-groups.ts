import { Unit } from '../../catalogue/unit.ts'
import { choices, type Group } from './field.ts'
import { fold, orNone, section } from './group.ts'
import { versionsIn } from './pickers.ts'
import { rateGroups } from './rate-group.ts'
import { type Drawing, documents, items, placeFields, provenancePart } from './shared-fields.ts'
import { basisRows, conditionRows, factChoices, termsGroups } from './terms-group.ts'

/** 收费标准: whose price, the rate, when it applies, how it becomes a bill, and by what right. */
export function standardGroups(drawing: Drawing): Group[] {
  const { make, from } = drawing
  const { words } = make
  const item = make.value('payload.item')
  const own = versionsIn(from, 'item', item).flatMap(
    ({ payload }) => (payload as { facts?: string[] } | null)?.facts ?? [],
  )
  const facts = factChoices(own, make)
  const basis = documents(drawing)
  const extra = termsGroups('payload.terms', facts, basis, make)
  return [
    section('standard', words.what_standard, {
      fields: [
        make.select('payload.item', orNone(items(drawing), words.choose), { wide: true }),
        ...placeFields(drawing, true),
        make.input('payload.line'),
        make.input('payload.adds_to'),
        make.input('payload.own_name', { lang: 'zh-CN', wide: true }),
        ...make.pair('payload.label'),
      ],
    }),
    section('rate', words.what_rate, {
      ...rateGroups('payload.rate', items(drawing), make),
      ...{ hint: null },
    }),
    section('unit', words['l-unit'], {
      fields: [
        make.select(
          'payload.unit',
          orNone(
            choices(Unit.options, (unit) => make.t.words.unit[unit]),
            words.choose,
          ),
        ),
        make.tick('payload.ceiling'),
      ],
    }),
    section('conditions', words.what_conditions, {
      hint: words.conditionsHint,
      groups: [{ ...conditionRows('payload.conditions', words.what_conditions, facts, make), title: '' }],
    }),
    fold('terms', words.what_terms, words.termsAside, extra, make),
    section('posted', words.what_posted, {
      fields: [make.area('payload.posted', 3, { lang: 'zh-CN' }), ...make.pair('payload.remark', 2)],
      groups: [basisRows('payload.basis', basis, make), provenancePart('payload.provenance', make)],
    }),
  ]
}
