import { nearest } from '../reference.ts'
import { type Line, withdraw } from '../release.ts'
import type { Statement, Why } from '../statement.ts'
import { inForce } from '../validity.ts'
import type { TableName } from './columns.ts'
import type { Importable } from './compare.ts'
import type { Ask } from './reading.ts'
import type { Scene } from './scene.ts'

/** 缺行: what the whole list leaves out although it is in force on the day. Each is asked, none is ended in silence. */
export function absent(tables: ReadonlySet<TableName>, said: ReadonlySet<string>, scene: Scene, why: Why): Ask[] {
  const standards = tables.has('standards')
    ? [...scene.listed.values()].flat().map(({ key, versions }) => [key, versions] as const)
    : []
  const items = tables.has('items') ? [...scene.live.reference.of.item] : []
  return [
    ...standards.flatMap((one) => ending('standard', one, said, scene, why)),
    ...items.flatMap((one) => ending('item', one, said, scene, why)),
  ]
}

function ending<K extends Importable>(
  kind: K,
  [key, versions]: readonly [string, readonly Statement<K>[]],
  said: ReadonlySet<string>,
  { live, effective }: Scene,
  why: Why,
): Ask[] {
  const payload = inForce(versions, effective)?.payload
  if (!payload || said.has(`${kind} ${key}`)) return []
  const line = withdraw(kind, key, { from: effective, until: null }, why) as Line
  const code = 'item' in payload ? payload.item : payload.code
  const own = 'own_name' in payload ? payload.own_name : null
  const label = 'label' in payload ? payload.label?.zh : null
  const name = [own ?? nearest(live.reference, 'item', code, effective)?.name.zh ?? code, label]
    .filter(Boolean)
    .join(' ')
  return [
    {
      id: `ending-${key}`,
      kind: 'ending',
      row: null,
      sheet: null,
      line,
      name,
      matched: { by: 'none', item: code, likeness: null },
    },
  ]
}
