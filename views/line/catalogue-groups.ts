import { GoverningEvent, Link, Nature, Payer, PortKind, Pricing } from '../../catalogue/fee-item.ts'
import { LineageKind } from '../../catalogue/lineage.ts'
import { choices, type Group } from './field.ts'
import { orNone, section } from './group.ts'
import { type Drawing, documents, items, provenancePart } from './shared-fields.ts'
import { basisRows, factChoices } from './terms-group.ts'

/** 收费项目: what may be charged. */
export function itemGroups(drawing: Drawing): Group[] {
  const { make } = drawing
  const { words, t } = make
  const from = <V extends string>(name: string, values: readonly V[], word: (value: V) => string) =>
    make.select(`payload.${name}`, orNone(choices(values, word), words.choose))
  return [
    section('item', words.what_item, {
      fields: [
        make.input('payload.code'),
        make.whole('payload.position'),
        ...make.pair('payload.name'),
        make.select('payload.parent', orNone(items(drawing), words.none), { wide: true }),
        from('pricing', Pricing.options, (one) => t.words.pricing[one]),
        from('nature', Nature.options, (one) => t.words.nature[one]),
        from('link', Link.options, (one) => t.words.link[one]),
        from('payer', Payer.options, (one) => t.words.payer[one]),
        ...make.pair('payload.payee'),
        make.ticks(
          'payload.at',
          choices(PortKind.options, (one) => t.words.portKind[one]),
        ),
        make.tick('payload.voluntary'),
        make.select(
          'payload.decided_by',
          orNone(
            choices(GoverningEvent.options, (one) => t.words.governingEvent[one]),
            words.unsaid,
          ),
        ),
      ],
    }),
    section('more', words.what_more, {
      fields: [...make.pair('payload.content', 3), make.area('payload.aliases', 3, { lang: 'zh-CN' })],
      groups: [basisRows('payload.basis', documents(drawing), make), provenancePart('payload.provenance', make)],
    }),
    section('facts', words.what_facts, {
      hint: words.factsHint,
      fields: [
        make.ticks('payload.facts', factChoices(make.texts('payload.facts'), make)),
        ...make.pair('payload.remark', 2),
      ],
    }),
  ]
}

/** 沿革: what became of an item. */
export function lineageGroups(drawing: Drawing): Group[] {
  const { make } = drawing
  const { words, t } = make
  return [
    section('lineage', words.what_lineage, {
      fields: [
        make.select('payload.from', orNone(items(drawing), words.choose), { wide: true }),
        make.radios(
          'payload.kind',
          choices(LineageKind.options, (one) => t.words.lineage[one]),
        ),
        make.select('payload.to', orNone(items(drawing), words.choose), { wide: true }),
        make.tick('payload.ceiling', { label: words['l-lineage.ceiling'] }),
        ...make.pair('payload.note', 2),
      ],
      groups: [basisRows('payload.basis', documents(drawing), make)],
    }),
  ]
}

/** A document behind the fees. */
export function documentGroups({ make }: Drawing): Group[] {
  return [
    section('document', make.words.what_content, {
      fields: [
        make.input('payload.code'),
        make.input('payload.number', { lang: 'zh-CN' }),
        ...make.pair('payload.title', 2),
        ...make.pair('payload.issuer'),
        ...['issued', 'effective', 'ended'].map((name) => make.date(`payload.${name}`)),
        make.input('payload.href', {}, 'url'),
        ...make.pair('payload.summary', 3),
      ],
      groups: [provenancePart('payload.provenance', make)],
    }),
  ]
}
