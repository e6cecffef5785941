import { FeeStandard, PLAIN, type Terms } from '../fee-standard.ts'
import { nearest } from '../reference.ts'
import type { Text } from '../text.ts'
import type { Unit } from '../unit.ts'
import { basisOfRow } from './basis-of-row.ts'
import { postedText } from './posted-text.ts'
import { doubtful, type Spot, wrong } from './problem.ts'
import { columnOf, rateOfRow } from './rate-of-row.ts'
import type { ReadRow } from './read-rows.ts'
import type { Scene } from './scene.ts'
import { settled } from './settled.ts'

/** What of a price was found out before: whose and where, and what is published of it. */
export type Begun = Pick<FeeStandard, 'item' | 'port' | 'area' | 'entity' | 'line' | 'conditions'> & {
  published: FeeStandard | null
  name: string
}

/**
 * 收费标准 as a row says it. What a row of cells cannot say (surcharges, rounding) stays as published, and so does what
 * the file has no column for. The published one itself comes back where nothing differs; null where a cell is wrong.
 */
export function standardOfRow(row: ReadRow, begun: Begun, scene: Scene, spot: Spot): FeeStandard | null {
  const { published, name, ...who } = begun
  const unit = row.faulty.has('unit') ? null : ((row.said.unit ?? null) as Unit | null)
  if (unit === null && !row.faulty.has('unit')) wrong(spot, 'unit-missing', columnOf(row, 'unit'))
  const rate = rateOfRow(row, unit ?? published?.unit ?? 'container', published?.rate ?? null, spot)
  const basis = basisOfRow(row, published?.basis ?? [], scene, spot)
  if (unit === null || rate === null || basis === null || TEXTS.some((column) => row.faulty.has(column))) return null
  const addsTo = kept(row, 'adds_to', published?.adds_to ?? null)
  const drafted: FeeStandard = {
    ...who,
    ...(addsTo === null ? {} : { adds_to: addsTo }),
    label: textOf(row, 'label', published?.label ?? null),
    own_name: kept(row, 'own_name', published?.own_name ?? null),
    ...{ rate, unit, currency: 'CNY', basis },
    ceiling: kept(row, 'ceiling', String(published?.ceiling ?? false)) === 'true',
    terms: termsOf(row, published?.terms ?? PLAIN),
    posted: published?.posted ?? '',
    provenance: published?.provenance ?? provenanceOf(scene),
    remark: textOf(row, 'remark', published?.remark ?? null),
  }
  return checked(
    row,
    { ...drafted, posted: postedOf(row, drafted, published, name, scene, spot) },
    published,
    scene,
    spot,
  )
}

const TEXTS = [
  'label',
  'label_en',
  'own_name',
  'minimum_quantity',
  'floor',
  'cap',
  'ceiling',
  'posted',
  'remark',
  'remark_en',
  'adds_to',
]

/** What a cell says; what is published where the file has no such column. */
const kept = ({ said, columns }: ReadRow, column: string, published: string | null): string | null =>
  columns.has(column) ? (said[column] ?? null) : published

function textOf(row: ReadRow, column: 'label' | 'remark', published: Text | null): Text | null {
  const zh = kept(row, column, published?.zh ?? null)
  return zh === null ? null : { zh, en: kept(row, `${column}_en`, published?.en ?? null) }
}

const termsOf = (row: ReadRow, published: Terms): Terms => ({
  ...published,
  minimum_quantity: kept(row, 'minimum_quantity', published.minimum_quantity),
  floor: kept(row, 'floor', published.floor),
  cap: kept(row, 'cap', published.cap),
})

/** A text on the wall that still says the old price is a mistake on the wall or in the file: a person must look. */
function postedOf(
  row: ReadRow,
  drafted: FeeStandard,
  published: FeeStandard | null,
  name: string,
  scene: Scene,
  spot: Spot,
): string {
  const isNew =
    published === null || settled(published.rate, drafted.rate) !== published.rate || published.unit !== drafted.unit
  const named = (item: string): string => nearest(scene.live.reference, 'item', item, scene.effective)?.name.zh ?? item
  const written = row.said.posted ?? null
  if (written === null)
    return isNew ? postedText(drafted.own_name ?? officialName(name, drafted, named), drafted, named) : published.posted
  if (isNew && published !== null && settled(published.posted, written) === published.posted)
    doubtful(spot, 'posted-unchanged', columnOf(row, 'posted'))
  return written
}

/** A row that only gives a code is known on the wall by the name of its item. */
const officialName = (name: string, { item }: FeeStandard, named: (item: string) => string): string =>
  name.toLowerCase() === item ? named(item) : name

const provenanceOf = ({ whose }: Scene): FeeStandard['provenance'] => ({
  mark: 'single',
  source: whose === null ? '主管部门导入的清单' : '收费单位报送的清单',
})

function checked(
  row: ReadRow,
  drafted: FeeStandard,
  published: FeeStandard | null,
  scene: Scene,
  spot: Spot,
): FeeStandard | null {
  if (published !== null) {
    const same = settled(published, drafted)
    if (same === published) return published
    return valid(row, { ...same, provenance: provenanceOf(scene) }, spot)
  }
  return valid(row, drafted, spot)
}

/** Whatever else the catalogue asks of a price. */
function valid(row: ReadRow, standard: FeeStandard, spot: Spot): FeeStandard | null {
  const issues = FeeStandard.safeParse(standard).error?.issues ?? []
  for (const { path, message } of issues.slice(0, 3)) {
    const field = String(path[0] ?? '')
    const code = message in CODES ? message : 'not-valid'
    wrong(spot, code, columnOf(row, CODES[message] ?? field), { field: path.join('.').slice(0, 60) })
  }
  return issues.length === 0 ? standard : null
}

/** What the catalogue says of a price as a whole, and the column in which it is mended. */
const CODES: Record<string, string> = {
  'government-price-needs-a-basis': 'basis_document',
  'tiers-rise': 'tiers',
  'steps-rise': 'tiers',
  'not-a-fee-code': 'percent_of',
}
