import { FeeItem } from '../fee-item.ts'
import type { Text } from '../text.ts'
import { basisOfRow } from './basis-of-row.ts'
import { type Spot, wrong } from './problem.ts'
import { columnOf } from './rate-of-row.ts'
import type { ReadRow } from './read-rows.ts'
import type { Scene } from './scene.ts'
import { settled } from './settled.ts'

/** 收费项目 as a row says it; the published one itself where nothing differs, null where a cell is wrong. */
export function itemOfRow(row: ReadRow, published: FeeItem | null, scene: Scene, spot: Spot): FeeItem | null {
  const missing = REQUIRED.filter((name) => !row.said[name] && !row.faulty.has(name) && row.columns.has(name))
  for (const name of missing) wrong(spot, 'cell-missing', columnOf(row, name))
  const basis = basisOfRow(row, published?.basis ?? [], scene, spot)
  if (basis === null || missing.length > 0 || row.faulty.size > 0) return null
  const drafted = { ...draftOf(row, published, scene), basis }
  if (published !== null && settled(published, drafted) === published) return published
  const { data, error } = FeeItem.safeParse(
    published === null ? drafted : { ...settled(published, drafted), provenance: FILED },
  )
  for (const { path } of error?.issues.slice(0, 3) ?? [])
    wrong(spot, 'not-valid', columnOf(row, String(path[0])), { field: path.join('.').slice(0, 60) })
  return data ?? null
}

const REQUIRED = ['code', 'name', 'pricing', 'nature', 'link', 'payer', 'content', 'at']
const FILED = { mark: 'single', source: '主管部门导入的清单' } as const
/** Behind all items that have a place of their own. */
const LAST_POSITION = 900_000

function draftOf(row: ReadRow, published: FeeItem | null, scene: Scene): FeeItem {
  const kept = (name: string, before: string | null): string | null =>
    row.columns.has(name) ? (row.said[name] ?? null) : before
  const text = (name: string, before: Text | null): Text | null => {
    const zh = kept(name, before?.zh ?? null)
    return zh === null ? null : { zh, en: kept(`${name}_en`, before?.en ?? null) }
  }
  const decidedBy = kept('decided_by', published?.decided_by ?? null)
  const { position = LAST_POSITION + scene.proposed.size, payee = null, provenance = FILED } = published ?? {}
  return {
    ...{ position, payee, provenance },
    code: row.said.code,
    name: text('name', published?.name ?? null),
    parent: kept('parent', published?.parent ?? null),
    pricing: kept('pricing', published?.pricing ?? null),
    nature: kept('nature', published?.nature ?? null),
    link: kept('link', published?.link ?? null),
    payer: kept('payer', published?.payer ?? null),
    content: text('content', published?.content ?? null),
    at: listed(kept('at', published?.at.join('|') ?? null), '|'),
    facts: listed(kept('facts', published?.facts.join(';') ?? null), ';'),
    ...(decidedBy === null ? {} : { decided_by: decidedBy }),
    aliases: listed(kept('aliases', published?.aliases.join(';') ?? null), ';'),
    voluntary: kept('voluntary', String(published?.voluntary ?? false)) === 'true',
    basis: [],
    remark: text('remark', published?.remark ?? null),
  } as unknown as FeeItem
}

const listed = (text: string | null, mark: '|' | ';'): string[] =>
  (text ?? '')
    .split(mark === ';' ? /[;；]/ : mark)
    .map((part) => part.trim())
    .filter((part) => part !== '')
