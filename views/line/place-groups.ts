import { Link, PortKind } from '../../catalogue/fee-item.ts'
import { Operation } from '../../catalogue/operating-time.ts'
import { choices, type Group } from './field.ts'
import { orNone, part, rows, section } from './group.ts'
import { pick } from './pickers.ts'
import { type Drawing, documents, placeFields, provenancePart } from './shared-fields.ts'
import { basisRows } from './terms-group.ts'

/** 收费主体: who posts prices. */
export function entityGroups({ make, from, own }: Drawing): Group[] {
  const { words, t } = make
  return [
    section('entity', words.what_content, {
      fields: [
        own === null
          ? make.input('payload.code')
          : make.select('payload.code', pick('entity', from, t, new Set([own]))),
        make.select(
          'payload.link',
          orNone(
            choices(Link.options, (one) => t.words.link[one]),
            words.choose,
          ),
        ),
        ...make.pair('payload.name'),
        make.ticks('payload.ports', pick('port', from, t)),
        ...make.pair('payload.address'),
        make.input('payload.phone', {}, 'tel'),
        make.input('payload.complaint_phone', {}, 'tel'),
        make.tick('payload.demo'),
        ...make.pair('payload.remark', 2),
      ],
    }),
  ]
}

/** 口岸, with its areas and its night. */
export function portGroups({ make }: Drawing): Group[] {
  const { words, t } = make
  return [
    section('port', words.what_content, {
      fields: [
        make.input('payload.code'),
        make.select(
          'payload.kind',
          orNone(
            choices(PortKind.options, (one) => t.words.portKind[one]),
            words.choose,
          ),
        ),
        ...make.pair('payload.name'),
        ...make.pair('payload.city'),
        make.whole('payload.division'),
        make.tick('payload.reference'),
        make.area('payload.also', 2, { lang: 'zh-CN' }),
        ...make.pair('payload.remark', 2),
      ],
      groups: [
        rows(
          'payload.areas',
          words.what_areas,
          (at) => ({ fields: [make.input(`${at}.code`), make.whole(`${at}.district`), ...make.pair(`${at}.name`)] }),
          make,
        ),
        part('night', words.what_night, {
          fields: [make.input('payload.night.from'), make.input('payload.night.until')],
          groups: [provenancePart('payload.night.provenance', make)],
        }),
        provenancePart('payload.provenance', make),
      ],
    }),
  ]
}

/** 数据覆盖: until when a list was looked through. */
export const coverageGroups = (drawing: Drawing): Group[] => {
  const { make } = drawing
  const [port, entity] = placeFields(drawing, true).filter(({ name }) => name !== 'payload.area')
  return [
    section('coverage', make.words.what_content, {
      fields: [port!, entity!, make.date('payload.verified_through'), ...make.pair('payload.note', 2)],
    }),
  ]
}

/** 作业时限: within how long an operation is done. */
export function timeGroups(drawing: Drawing): Group[] {
  const { make } = drawing
  const { words, t } = make
  return [
    section('time', words.what_content, {
      fields: [
        ...placeFields(drawing, false),
        make.select(
          'payload.operation',
          orNone(
            choices(Operation.options, (one) => t.words.operation[one]),
            words.choose,
          ),
        ),
        make.input('payload.line'),
        ...make.pair('payload.name'),
        make.amount('payload.limit.hours'),
        make.amount('payload.limit.share'),
        ...make.pair('payload.starts'),
        ...make.pair('payload.ends'),
        ...make.pair('payload.content', 2),
        make.area('payload.posted', 3, { lang: 'zh-CN' }),
      ],
      groups: [basisRows('payload.basis', documents(drawing), make), provenancePart('payload.provenance', make)],
    }),
  ]
}
