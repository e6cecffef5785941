import { Mark } from '../../catalogue/basis.ts'
import { type Choice, choices, type Group, type LineField, type Make } from './field.ts'
import { orNone, part } from './group.ts'
import { type Pickable, pick, pickAreas, versionsIn } from './pickers.ts'

/** What the groups of a subject are drawn from; `own` is the entity whose set it is. */
export type Drawing = { make: Make; from: Pickable; own: string | null }

/** Every fee item, to choose from. */
export const items = ({ make, from }: Drawing): Choice[] => pick('item', from, make.t)

/** Every document, to choose from. */
export const documents = ({ make, from }: Drawing): Choice[] => pick('document', from, make.t)

/** Port, area and charging entity; an entity's own set offers only what is its own. */
export function placeFields({ make, from, own }: Drawing, everywhere: boolean): LineField[] {
  const { words, t } = make
  const port = make.value('payload.port')
  const areas = pickAreas(port, from, t)
  const only = own === null ? undefined : new Set([own])
  const theirs = own === null ? undefined : portsOf(own, from)
  const ports = pick('port', from, t, theirs)
  const entities = pick('entity', from, t, only)
  return [
    make.select('payload.port', orNone(ports, everywhere && own === null ? t.words.common.everyPort : words.choose)),
    ...(areas.length > 0 || make.value('payload.area') !== ''
      ? [make.select('payload.area', orNone(areas, words.none))]
      : []),
    make.select(
      'payload.entity',
      own === null ? orNone(entities, everywhere ? t.words.common.government : words.choose) : entities,
    ),
  ]
}

const portsOf = (entity: string, from: Pickable): ReadonlySet<string> =>
  new Set(
    versionsIn(from, 'entity', entity).flatMap(({ payload }) => (payload as { ports: string[] } | null)?.ports ?? []),
  )

/** 来源: how well it is supported, and where it was read. */
export const provenancePart = (name: string, make: Make): Group =>
  part(name.replaceAll('.', '-'), make.words.what_provenance, {
    fields: [
      make.select(
        `${name}.mark`,
        orNone(
          choices(Mark.options, (mark) => make.t.words.mark[mark]),
          make.words.choose,
        ),
      ),
      make.input(`${name}.source`, { lang: 'zh-CN' }),
    ],
  })
