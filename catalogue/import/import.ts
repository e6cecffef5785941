import type { CreditCode } from '../codes.ts'
import type { Day } from '../day.ts'
import type { Live } from '../live.ts'
import type { Why } from '../statement.ts'
import { absent } from './absent.ts'
import type { ImportRole, TableName } from './columns.ts'
import { type Entry, itemEntry, standardEntry } from './entry.ts'
import { headingsOf } from './headings.ts'
import { addRow } from './outcomes.ts'
import { doubtful, wrong } from './problem.ts'
import { type ReadRow, readRows } from './read-rows.ts'
import type { ImportMode, ImportProblem, ImportReading } from './reading.ts'
import { sceneOf } from './scene.ts'
import type { SheetTable } from './sheet-table.ts'
import { successive } from './successive.ts'

/** What a file is read as. `entity` is whose list it is, null for the government's; `attest`: what is unchanged is confirmed. */
export type ImportAsked = {
  mode: ImportMode
  effective: Day
  entity: CreditCode | null
  live: Live
  attest: boolean
  /** SHA-256 of the file, for the source of every line. */
  file: string
  why?: Why
}

/** How far the reading is, 0 to 1, and what is being done. */
export type ImportStep = { done: number; stage: 'rows' | 'match' | 'compare' }

/** 导入: tables of cells to the lines they come to, all problems at once, and what must be asked. Never throws on what was sent. */
export function readImport(tables: readonly SheetTable[], asked: ImportAsked): ImportReading {
  const steps = importing(tables, asked)
  for (;;) {
    const { done, value } = steps.next()
    if (done) return value
  }
}

/** Whose list decides which template is read. */
export const roleOf = (entity: CreditCode | null): ImportRole => (entity === null ? 'catalogue' : 'entity')

const FILED: Why = { zh: '按报送的价目清单。', en: 'From the price list that was sent in.', documents: [] }
/** No person mends more at a time; what is left out is counted. */
const MOST_PROBLEMS = 2_000

type Found = { table: TableName; row: ReadRow }

/** The same step by step, so that who waits can be told, and others get their turn. */
export function* importing(tables: readonly SheetTable[], asked: ImportAsked): Generator<ImportStep, ImportReading> {
  const problems: ImportProblem[] = []
  const rows: Found[] = []
  for (const found of rowsIn(tables, asked, problems)) {
    rows.push(found)
    if (rows.length % 500 === 0) yield { done: 0.1, stage: 'rows' }
  }
  const { live, effective, entity, why = FILED, file, attest } = asked
  const scene = sceneOf(live, effective, entity)
  const entries: Entry[] = []
  for (const [n, { table, row }] of rows
    .toSorted((a, b) => (a.table < b.table ? -1 : a.table > b.table ? 1 : 0))
    .entries()) {
    const spot = { sheet: row.sheet, row: row.at, found: problems }
    const entry = table === 'items' ? itemEntry(row, scene, why, spot) : standardEntry(row, scene, why, spot)
    if (entry !== null) entries.push(entry)
    if (n % 200 === 199) yield { done: 0.2 + (0.6 * n) / rows.length, stage: 'match' }
  }
  const counts = { rows: rows.length, added: 0, changed: 0, ended: 0, unchanged: 0, asked: 0 }
  const reading: ImportReading = { problems, lines: [], asks: [], counts, previews: [] }
  const settings = { file, attest, today: live.today, sheets: [...new Set(tables.map(({ sheet }) => sheet))] }
  for (const [n, entry] of successive(entries, problems).entries()) {
    addRow(reading, entry, settings)
    if (n % 500 === 499) yield { done: 0.8 + (0.2 * n) / entries.length, stage: 'compare' }
  }
  if (asked.mode === 'full') addAbsent(reading, rows, entries, asked, scene, why)
  return finished(reading)
}

function addAbsent(
  reading: ImportReading,
  rows: readonly Found[],
  entries: readonly Entry[],
  { file }: ImportAsked,
  scene: ReturnType<typeof sceneOf>,
  why: Why,
): void {
  const tables = new Set(rows.map(({ table }) => table))
  const said = new Set(entries.map(({ kind, key }) => `${kind} ${key}`))
  const asks = absent(tables, said, scene, why)
  reading.asks.push(...asks.map((ask) => ({ ...ask, line: { ...ask.line, source: { file, sheet: null, row: 1 } } })))
  reading.counts.asked += asks.length
}

/** Nothing is half taken: where anything must be mended there are no lines and no questions. */
function finished(reading: ImportReading): ImportReading {
  const problems = reading.problems.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
  const left = problems.length - MOST_PROBLEMS
  const shown = [...problems.filter(isError), ...problems.filter((one) => !isError(one))].slice(0, MOST_PROBLEMS)
  if (left > 0) doubtful({ sheet: null, row: null, found: shown }, 'more-problems', null, { count: String(left) })
  if (!problems.some(isError)) return { ...reading, problems: shown }
  return { ...reading, problems: shown, lines: [], asks: [], previews: [] }
}

const isError = ({ severity }: ImportProblem): boolean => severity === 'error'

/** The rows of every sheet that is a table of the role; other sheets are named, and so are hidden ones. */
function* rowsIn(tables: readonly SheetTable[], { entity }: ImportAsked, found: ImportProblem[]): Generator<Found> {
  let read = 0
  let count = 0
  for (const sheet of tables) {
    const spot = { sheet: sheet.sheet, row: null, found }
    if (sheet.hidden) {
      if (sheet.rows.length > 0) doubtful(spot, 'hidden-sheet', null)
      continue
    }
    if (OURS.has(sheet.sheet ?? '')) continue
    const headings = headingsOf(sheet, roleOf(entity), spot)
    if (headings === null) {
      if (sheet.rows.length > 0) doubtful(spot, 'sheet-not-read', null)
      continue
    }
    read += 1
    for (const row of readRows(sheet, headings, found)) {
      count += 1
      yield { table: headings.table, row }
    }
  }
  const any = tables.some(({ hidden, rows }) => !hidden && rows.length > 0)
  if (count === 0 && !found.some(isError))
    wrong({ sheet: null, row: null, found }, any && read === 0 ? 'no-table' : 'no-rows', null)
}

/** The sheets of the template that hold no list. */
export const OURS: ReadonlySet<string> = new Set(['说明', '选项', 'Guide', 'Choices', '问题', 'Problems'])
