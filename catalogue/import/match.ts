import { matchName } from '../check/matching.ts'
import type { Candidate } from '../check/verdict.ts'
import type { FeeItemCode } from '../codes.ts'
import type { Day } from '../day.ts'
import { nearest, on } from '../reference.ts'
import { normalise, tight } from '../search/normalise.ts'
import { type Spot, wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import type { ReadRow } from './read-rows.ts'
import type { Ask } from './reading.ts'
import type { Scene } from './scene.ts'

/** 匹配: the item a row is for. `sure` needs no question; `none` is a new item, called `name`. */
export type MatchedItem = {
  item: FeeItemCode | null
  by: Ask['matched']['by'] | 'sure'
  likeness: string | null
  name: string
}

/** By its code, else by its names; null where that is impossible, which is then noted. */
export function matchItem(row: ReadRow, scene: Scene, spot: Spot): MatchedItem | null {
  const { said, faulty } = row
  if (faulty.has('item')) return null
  const names = [said.item_name ?? null, said.own_name ?? null].filter((name) => name !== null)
  if (said.item) return byCode(said.item, row, scene, spot)
  if (names.length > 0) return byName(names, row, scene, spot)
  if (!faulty.has('item_name') && !faulty.has('own_name')) wrong(spot, 'item-missing', columnOf(row, 'item'))
  return null
}

function byCode(written: string, row: ReadRow, scene: Scene, spot: Spot): MatchedItem | null {
  const { live, proposed } = scene
  const code = written.toLowerCase()
  const name = row.said.own_name ?? row.said.item_name ?? code
  if (proposed.has(code)) return { item: code, by: 'sure', likeness: null, name }
  if (!live.reference.of.item.has(code)) {
    wrong(spot, 'unknown-item', columnOf(row, 'item'), { value: written.slice(0, 80) })
    return null
  }
  refuseOtherName(code, row, scene, spot)
  return living({ item: code, by: 'sure', likeness: null, name }, row, scene, spot)
}

/** A code beside the official name of another item: one of the two is a slip, and nobody can tell which. */
function refuseOtherName(code: FeeItemCode, row: ReadRow, scene: Scene, spot: Spot): void {
  const { item_name: name } = row.said
  if (!name) return
  const own = nearest(scene.live.reference, 'item', code, scene.effective)?.name
  if ([own?.zh, own?.en].some((one) => one && tight(normalise(one)) === tight(normalise(name)))) return
  const { item, by } = likeliest(name, scene)
  if (by === 'sure' && item !== code)
    wrong(spot, 'name-differs', columnOf(row, 'item_name'), { code, name: own?.zh ?? code, value: name, other: item! })
}

/** The first name that is sure, else the first that means anything at all. */
function byName(names: readonly string[], row: ReadRow, scene: Scene, spot: Spot): MatchedItem | null {
  const found = names.map((name) => ({ name, ...likeliest(name, scene) }))
  const best = found.find(({ by }) => by === 'sure') ?? found.find(({ by }) => by !== 'none') ?? found[0]!
  return best.item === null ? best : living(best, row, scene, spot)
}

const kept = new WeakMap<Scene, Map<string, Omit<MatchedItem, 'name'>>>()

/** A list says the same names over and over. */
function likeliest(name: string, scene: Scene): Omit<MatchedItem, 'name'> {
  const known = kept.get(scene) ?? new Map<string, Omit<MatchedItem, 'name'>>()
  kept.set(scene, known)
  const said = known.get(name) ?? weighed(name, scene)
  known.set(name, said)
  return said
}

function weighed(name: string, { names, effective, whose }: Scene): Omit<MatchedItem, 'name'> {
  const matched = matchName(names(), name, effective, whose)
  if (matched.kind === 'none') return { item: null, by: 'none', likeness: null }
  const best = matched.kind === 'item' ? matched.match : matched.candidates[0]!
  const by = matched.kind === 'item' ? BY[best.how] : 'likeness'
  return { item: best.item, by, likeness: by === 'likeness' ? best.score.toFixed(2) : null }
}

const BY: Record<Candidate['how'], MatchedItem['by']> = {
  said: 'sure',
  code: 'sure',
  name: 'sure',
  own_name: 'sure',
  alias: 'alias',
  lineage: 'lineage',
  alike: 'likeness',
  part: 'likeness',
}

/** An item that is charged no longer stands for the one it became, if that is one. */
function living(matched: MatchedItem, row: ReadRow, scene: Scene, spot: Spot): MatchedItem | null {
  const { live, effective } = scene
  if (row.said.change === 'end' || isThere(matched.item!, scene, row)) return matched
  const next = successorOf(matched.item!, scene, row)
  if (next !== null) return { ...matched, item: next, by: 'lineage', likeness: null }
  const name = nearest(live.reference, 'item', matched.item!, effective)?.name
  const values = {
    item: matched.item!,
    name: name?.zh ?? matched.item!,
    name_en: name?.en ?? name?.zh ?? matched.item!,
  }
  wrong(spot, 'item-ended', columnOf(row, row.said.item ? 'item' : 'item_name'), values)
  return null
}

const isThere = (item: FeeItemCode, { live, effective }: Scene, { said }: ReadRow): boolean =>
  [said.effective_from, effective].some((day) => day && on(live.reference, 'item', item, day as Day) !== undefined)

/** What an item became, step by step, as long as it is one thing each time. */
function successorOf(item: FeeItemCode, scene: Scene, row: ReadRow): FeeItemCode | null {
  let at = item
  for (let step = 0; step < 5; step++) {
    const next = [...scene.live.reference.of.lineage.values()].flat().filter(({ payload }) => payload?.from === at)
    const to = new Set(next.map(({ payload }) => payload!.to))
    if (to.size !== 1) return null
    at = [...to][0]!
    if (isThere(at, scene, row)) return at
  }
  return null
}
