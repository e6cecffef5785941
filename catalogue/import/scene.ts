import { type NameIndex, nameIndex } from '../check/matching.ts'
import type { CreditCode } from '../codes.ts'
import type { Day } from '../day.ts'
import type { Document } from '../document.ts'
import type { ChargingEntity } from '../entity.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { Live } from '../live.ts'
import type { Port } from '../port.ts'
import { allOn, nearest } from '../reference.ts'
import { normalise, tight } from '../search/normalise.ts'
import type { Statement } from '../statement.ts'
import { inForce } from '../validity.ts'

/** One line of the list into which the file is read, with every day of it. */
export type Listed = { key: string; versions: readonly Statement<'standard'>[] }

/** 现有清单: what a file is compared with, ready to be looked up row by row. */
export type Scene = {
  live: Live
  effective: Day
  entity: ChargingEntity | null
  whose: CreditCode | null
  /** The lines of whose list it is, by item, port and area. */
  listed: ReadonlyMap<string, readonly Listed[]>
  port: (text: string) => Port | undefined
  document: (text: string) => Document | undefined
  names: () => NameIndex
  /** Codes of items that the same file proposes. */
  proposed: Set<string>
}

/** Makes it for a list: an entity's, or (null) the government's. */
export function sceneOf(live: Live, effective: Day, whose: CreditCode | null): Scene {
  const listed = new Map<string, Listed[]>()
  for (const [key, versions] of live.standards) {
    const said = versions.find(({ payload }) => payload !== null)?.payload
    if (!said || said.entity !== whose) continue
    const group = groupOf(said)
    listed.set(group, [...(listed.get(group) ?? []), { key, versions }])
  }
  let index: NameIndex | undefined
  const entity = whose === null ? null : (nearest(live.reference, 'entity', whose, effective) ?? null)
  return {
    ...{ live, effective, entity, whose, listed, proposed: new Set() },
    port: lookup(allOn(live.reference, 'port', effective), ({ code, name, also }) => [code, name.zh, name.en, ...also]),
    document: lookup(documentsOf(live), ({ code, number, title }) => [code, number, title.zh, title.en]),
    names: () => {
      index ??= nameIndex({ reference: live.reference, ownNames: ownNamesOf(live, whose) })
      return index
    },
  }
}

/** Lines of one item at one place stand together. */
export const groupOf = ({ item, port, area }: Pick<FeeStandard, 'item' | 'port' | 'area'>): string =>
  [item, port ?? '-', area ?? '-'].join('/')

/** What a line of the list is on a day. */
export const payloadOn = ({ versions }: Pick<Listed, 'versions'>, on: Day): FeeStandard | null =>
  inForce(versions, on)?.payload ?? null

const documentsOf = ({ reference }: Live): Document[] =>
  [...reference.of.document.values()].flatMap((versions) => versions.at(-1)?.payload ?? [])

/** The first that goes by a name, as names are compared. */
function lookup<T>(all: readonly T[], namesOf: (one: T) => (string | null)[]): (text: string) => T | undefined {
  const index = new Map<string, T>()
  for (const one of all.toReversed())
    for (const name of namesOf(one).toReversed()) if (name !== null) index.set(tight(normalise(name)), one)
  return (text) => index.get(tight(normalise(text.replace(/[《》]/g, ''))))
}

function ownNamesOf({ standards }: Live, whose: CreditCode | null) {
  if (whose === null) return []
  const names = [...standards.values()].flat().flatMap(({ payload }) => (payload?.entity === whose ? payload : []))
  const said = new Map(names.flatMap((one) => (one.own_name === null ? [] : [[`${one.item} ${one.own_name}`, one]])))
  return [...said.values()].map(({ item, own_name }) => ({ item, entity: whose, name: own_name! }))
}
