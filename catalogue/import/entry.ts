import type { FeeItem } from '../fee-item.ts'
import { saidOf } from '../live.ts'
import { type Line, say } from '../release.ts'
import type { Statement, Why } from '../statement.ts'
import type { Payloads } from '../subject.ts'
import type { Compared, Importable } from './compare.ts'
import { daysOfRow, type RowDays } from './days-of-row.ts'
import { itemOfRow } from './item-of-row.ts'
import { lineOfRow } from './line-of-row.ts'
import { type MatchedItem, matchItem } from './match.ts'
import { newItem, newItemCode } from './new-item.ts'
import { conditionsOfRow, placeOfRow } from './place-of-row.ts'
import { type Spot, wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import type { ReadRow } from './read-rows.ts'
import type { Scene } from './scene.ts'
import { standardOfRow } from './standard-of-row.ts'

/** A row that could be understood: what it is about, what it says of it on which days, and how that was found. */
export type Entry<K extends Importable = Importable> = {
  kind: K
  row: ReadRow
  key: string
  name: string
  payload: Payloads[K] | null
  versions: readonly Statement<K>[]
  days: RowDays
  change: Compared<K>['change']
  why: Why
  matched: MatchedItem
  /** The new item that must be said first. */
  also: Line[]
}

/** A row of prices; null where something of it cannot be read, which is then noted. */
export function standardEntry(row: ReadRow, scene: Scene, why: Why, spot: Spot): Entry<'standard'> | null {
  refuseOtherEntity(row, scene, spot)
  const change = changeOf(row, spot)
  const days = daysOfRow(row, scene.effective, spot)
  const place = placeOfRow(row, scene, spot)
  const matched = matchItem(row, scene, spot)
  const read = conditionsOfRow(row, {}, spot)
  if (matched === null || place === null || days === null) return readOn(row, scene, spot)
  const item = matched.item ?? newCodeFor(matched.name, scene)
  const found = lineOfRow(row, { ...place, item, on: days.from }, read, scene, spot)
  if (found === null || read === null) return readOn(row, scene, spot)
  const { key, line, published } = found
  const conditions = published === null ? read : conditionsOfRow(row, published.conditions, spot)!
  const begun = { item, ...place, entity: scene.whose, line, conditions, published, name: matched.name }
  const payload = change === 'end' ? null : standardOfRow(row, begun, scene, spot)
  if (change === null || (payload === null && change !== 'end')) return null
  const also =
    matched.item === null && payload !== null
      ? [say('item', newItem(item, matched.name, payload, scene), { from: days.from, until: null }, why) as Line]
      : []
  const versions = saidOf(scene.live, 'standard', key)
  return {
    kind: 'standard',
    row,
    key,
    name: matched.name,
    payload,
    versions,
    days,
    change,
    why: whyOf(row, why),
    matched,
    also,
  }
}

/** The rest of a row that cannot be taken is read all the same, so that all its faults are said at once. */
function readOn(row: ReadRow, scene: Scene, spot: Spot): null {
  if (row.said.change === 'end') return null
  const rest = { item: 'unknown', port: 'CNNGB', area: null, entity: scene.whose, line: 'unknown', conditions: {} }
  standardOfRow(row, { ...rest, published: null, name: '' }, scene, spot)
  return null
}

/** A row of items. */
export function itemEntry(row: ReadRow, scene: Scene, why: Why, spot: Spot): Entry<'item'> | null {
  const change = changeOf(row, spot)
  const days = daysOfRow(row, scene.effective, spot)
  const code = row.said.code
  if (!code || change === null || days === null) {
    itemOfRow(row, null, scene, spot)
    return null
  }
  const versions = saidOf(scene.live, 'item', code)
  const published =
    versions.findLast(({ valid, payload }) => payload !== null && valid.from <= days.from)?.payload ?? null
  const payload = change === 'end' ? null : itemOfRow(row, published, scene, spot)
  if (payload === null && change !== 'end') return null
  if (versions.length === 0) scene.proposed.add(code)
  const name = row.said.name ?? published?.name.zh ?? code
  const matched: MatchedItem = { item: code, by: 'sure', likeness: null, name }
  return {
    kind: 'item',
    row,
    key: code,
    name,
    payload: payload as FeeItem | null,
    versions,
    days,
    change,
    why: whyOf(row, why),
    matched,
    also: [],
  }
}

const newCodes = new WeakMap<Scene, Map<string, string>>()

/** The same name in several rows is one new item. */
function newCodeFor(name: string, scene: Scene): string {
  const codes = newCodes.get(scene) ?? new Map<string, string>()
  newCodes.set(scene, codes)
  const code = codes.get(name) ?? newItemCode(name, scene)
  if (!codes.has(name)) scene.proposed.add(code)
  codes.set(name, code)
  return code
}

function refuseOtherEntity(row: ReadRow, { whose }: Scene, spot: Spot): void {
  const said = row.said.entity
  if (said && said.toUpperCase() !== whose)
    wrong(spot, 'other-entity', columnOf(row, 'entity'), { value: said.slice(0, 40), own: whose ?? '' })
}

/** 变动 of a row; a correction says why. */
function changeOf(row: ReadRow, spot: Spot): Entry['change'] | null {
  if (row.faulty.has('change')) return null
  const change = (row.said.change ?? 'auto') as Entry['change']
  if (change === 'correct' && !row.said.reason && !row.faulty.has('reason'))
    wrong(spot, 'reason-missing', columnOf(row, 'reason'))
  return change
}

const whyOf = ({ said }: ReadRow, why: Why): Why => (said.reason ? { ...why, zh: said.reason, en: null } : why)
