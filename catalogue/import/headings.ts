import { normalise, tight } from '../search/normalise.ts'
import { type ImportColumn, TEMPLATE_VERSION } from './column.ts'
import { columnsOf, type ImportRole, TABLES, type TableName } from './columns.ts'
import { doubtful, type ReadColumn, type Spot, wrong } from './problem.ts'
import type { ImportCell, SheetTable } from './sheet-table.ts'

/** 表头: which table a sheet is, its columns, and the place of its first row below names and labels. */
export type Headings = { table: TableName; columns: ReadColumn[]; first: number }

type Named = { table: TableName; place: number; by: 'name' | 'label'; count: number }

/** The headings of a sheet; null where it is none of the role's tables. What is wrong with them is noted. */
export function headingsOf(sheet: SheetTable, role: ImportRole, spot: Spot): Headings | null {
  const best = rowsNamed(sheet, role)
  if (best === undefined) return null
  const { table, place, by } = best
  const row = sheet.rows[place]!
  const at = { ...spot, row: row.at }
  if (by === 'label') doubtful(at, 'labels-only', null)
  versionIn(row.cells, role, table, at)
  const columns = columnsIn(row.cells, role, table, by, at)
  for (const { name, required, label } of columnsOf(role, table))
    if (required && !columns.some((one) => one.name === name))
      wrong(at, 'missing-column', null, { name, label: label.zh, label_en: label.en ?? label.zh })
  const below = sheet.rows[place + 1]
  const labels = below === undefined ? 0 : countOf(below.cells, role, table, 'label')
  return { table, columns, first: place + (by === 'name' && labels >= LEAST ? 2 : 1) }
}

/** How many of a row's cells must be headings, and in how many rows from the top they are looked for. */
const LEAST = 3
const LOOKED_AT = 10

function rowsNamed({ rows }: SheetTable, role: ImportRole): Named | undefined {
  const found = rows
    .slice(0, LOOKED_AT)
    .flatMap(({ cells }, place) =>
      TABLES[role].flatMap((table) =>
        (['name', 'label'] as const).map((by): Named => ({ table, place, by, count: countOf(cells, role, table, by) })),
      ),
    )
  const enough = found.filter(({ count }) => count >= LEAST)
  const names = enough.filter(({ by }) => by === 'name')
  return (names.length > 0 ? names : enough).toSorted((a, b) => b.count - a.count || a.place - b.place)[0]
}

const countOf = (cells: readonly ImportCell[], role: ImportRole, table: TableName, by: Named['by']): number => {
  const index = indexOf(role, table, by)
  return new Set(cells.flatMap((cell) => index.get(folded(cell)) ?? [])).size
}

type Index = ReadonlyMap<string, ImportColumn>
const indexes = new Map<string, Index>()

function indexOf(role: ImportRole, table: TableName, by: Named['by']): Index {
  const key = `${role} ${table} ${by}`
  const made = indexes.get(key)
  if (made !== undefined) return made
  const index = new Map<string, ImportColumn>()
  for (const column of columnsOf(role, table))
    for (const name of by === 'name' ? [column.name] : [column.label.zh, column.label.en!])
      index.set(folded(name), column)
  indexes.set(key, index)
  return index
}

/** Headings are compared as names are: half-width, small, without spaces; a `*` marks what is required. */
const folded = (cell: ImportCell): string => (typeof cell === 'string' ? tight(normalise(cell.slice(0, 200))) : '')

/** `template:entity-standards-1` behind the last column. A file without it is taken for what it seems to be. */
function versionIn(cells: readonly ImportCell[], role: ImportRole, table: TableName, spot: Spot): void {
  const mark = cells.find((cell) => typeof cell === 'string' && cell.startsWith('template:'))
  const [, said, version] = /^template:([a-z]+-[a-z]+)-(\d+)$/.exec(String(mark ?? '')) ?? []
  if (mark === undefined) return
  if (version === undefined || Number(version) !== TEMPLATE_VERSION)
    wrong(spot, 'template-version', null, { found: String(mark).slice(9, 60), version: String(TEMPLATE_VERSION) })
  else if (said !== `${role}-${table}`)
    wrong(spot, 'template-other', null, { found: said!, wanted: `${role}-${table}` })
}

function columnsIn(
  cells: readonly ImportCell[],
  role: ImportRole,
  table: TableName,
  by: Named['by'],
  spot: Spot,
): ReadColumn[] {
  const columns: ReadColumn[] = []
  for (const [place, cell] of cells.entries()) {
    if (cell === null || cell === '' || (typeof cell === 'string' && cell.startsWith('template:'))) continue
    const column = indexOf(role, table, by).get(folded(cell))
    const placed = { place, name: column?.name ?? '' }
    const heading = typeof cell === 'object' ? '' : String(cell).slice(0, 60)
    if (column === undefined) doubtful(spot, 'unknown-column', placed, { heading })
    else if (columns.some(({ name }) => name === column.name)) wrong(spot, 'column-twice', placed, { heading })
    else columns.push({ ...placed, column })
  }
  return columns
}
