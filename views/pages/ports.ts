import type { ChargingEntity } from '../../catalogue/entity.ts'
import { Link } from '../../catalogue/fee-item.ts'
import type { Port } from '../../catalogue/port.ts'
import { allOn, type Reference } from '../../catalogue/reference.ts'
import { type Frame, frame, link, type PageContext } from '../frame.ts'
import { type Said, said } from '../locale/format.ts'
import { type Messages, type Translate, translator } from '../locale/locale.ts'

/** What the list of ports is made of; `standards` counts the prices posted at each port and in force on the day. */
export type PortsData = { reference: Reference; standards: ReadonlyMap<string, number> }

type Linked = Said & { href: string }
export type EntityLink = Linked & { demo: boolean }

/** 收费主体 of one place by 环节, in the order of the chain. */
export type EntityGroup = { link: string; entities: EntityLink[] }

type PortRow = {
  name: Linked
  code: string
  unverified: boolean
  kind: string
  city: Said
  areas: string
  entities: string
  standards: string
}

/** `/ports`: the ports, and who charges at each. */
export type PortsPage = {
  frame: Frame
  tally: string
  rows: PortRow[]
  groups: { id: string; port: Linked; links: EntityGroup[] }[]
  reference: { name: Linked; code: string; kind: string; remark: Said | null }[]
  words: Messages['ports']
  common: Messages['common']
}

export function portsPage(ctx: PageContext, { reference, standards }: PortsData): PortsPage {
  const t = translator(ctx.locale)
  const ports = allOn(reference, 'port', ctx.on)
  const entities = allOn(reference, 'entity', ctx.on)
  const own = ports.filter((port) => !port.reference)
  const at = (port: Port) => entities.filter((entity) => entity.ports.includes(port.code))
  return {
    frame: frame(ctx, { title: t.words.ports.title, description: t.words.ports.description }),
    tally: t('ports.tally', { ports: own.length, entities: entities.length }),
    rows: own.map((port) => portRow(port, at(port).length, standards.get(port.code) ?? 0, ctx, t)),
    groups: own.flatMap((port) => {
      const links = byLink(at(port), ctx, t)
      return links.length === 0 ? [] : [{ id: `at-${port.code}`, port: linked(port, ctx), links }]
    }),
    reference: ports
      .filter((port) => port.reference)
      .map((port) => ({
        name: linked(port, ctx),
        code: port.code,
        kind: t.words.portKind[port.kind],
        remark: port.remark && said(port.remark, ctx.locale),
      })),
    words: t.words.ports,
    common: t.words.common,
  }
}

/** Charging entities by their link in the chain. */
export const byLink = (entities: readonly ChargingEntity[], ctx: PageContext, t: Translate): EntityGroup[] =>
  Link.options.flatMap((option) => {
    const here = entities.filter((entity) => entity.link === option)
    return here.length === 0
      ? []
      : [{ link: t.words.link[option], entities: here.map((entity) => entityLink(entity, ctx)) }]
  })

const entityLink = ({ code, name, demo }: ChargingEntity, ctx: PageContext): EntityLink => ({
  ...said(name, ctx.locale),
  href: link(ctx, `/entities/${code}`),
  demo,
})

const linked = ({ code, name }: Port, ctx: PageContext): Linked => ({
  ...said(name, ctx.locale),
  href: link(ctx, `/ports/${code}`),
})

const portRow = (port: Port, entities: number, standards: number, ctx: PageContext, t: Translate): PortRow => ({
  name: linked(port, ctx),
  code: port.code,
  unverified: port.provenance.mark === 'recall',
  kind: t.words.portKind[port.kind],
  city: said(port.city, ctx.locale),
  areas: port.areas.length === 0 ? t.words.ports.noAreas : t('ports.areaCount', { n: port.areas.length }),
  entities: t('ports.entityCount', { n: entities }),
  standards: t('ports.standardCount', { n: standards }),
})
