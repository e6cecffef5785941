import { type Cell, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { ImportProblem } from '../../catalogue/import/reading.ts'
import type { ImportCell, SheetTable } from '../../catalogue/import/sheet-table.ts'
import { type Locale, translator } from '../../views/locale/locale.ts'
import { saidProblem } from '../../views/words/import.ts'
import { cellText } from './cell.ts'
import { append, BOLD, type Table } from './sheet.ts'

/** 批注本: what was sent, and all that is wrong with it. */
export type AnnotatedAsked = {
  tables: readonly SheetTable[]
  problems: readonly ImportProblem[]
  locale: Locale
  at: Date
}

/**
 * The sender's rows again as a workbook: before them a column that says what is wrong with each, the cells coloured with
 * a note of how to mend them, and a sheet of all problems. The values alone: no formula, no macro, no link.
 */
export async function annotatedWorkbook({ tables, problems, locale, at }: AnnotatedAsked): Promise<Buffer> {
  const { words } = translator(locale)
  const shown = tables.filter(({ hidden, rows }) => !hidden && rows.length > 0)
  const taken = new Set<string>()
  const sheets = shown.map((table) => sheetOf(table, problems, locale, taken))
  const bytes = await writeXlsx({
    sheets: [...sheets, listSheet(problems, locale, taken)],
    properties: { title: words.importFaults.annotated, creator: words.frame.site, created: at, modified: at },
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const FILL = { error: 'FBEDEB', warning: 'FBF3E0' } as const
const INK = { error: 'A6271C', warning: '7A4F00' } as const

function sheetOf(
  { sheet, rows }: SheetTable,
  problems: readonly ImportProblem[],
  locale: Locale,
  taken: Set<string>,
): WriteSheet {
  const { words } = translator(locale)
  const own = problems.filter((one) => one.sheet === sheet && one.row !== null)
  const byRow = Map.groupBy(own, ({ row }) => row!)
  const cells = new Map<string, Partial<Cell>>([['0,0', BOLD]])
  const heading = rows[0]?.at === 1 ? 1 : 0
  const body: CellValue[][] = Array.from({ length: Math.min(rows.at(-1)?.at ?? 0, MOST_ROWS) }, () => [null])
  if (body.length > 0) body[0]![0] = words.importFaults.problems
  for (const row of rows) if (row.at <= MOST_ROWS) body[row.at - 1] = [body[row.at - 1]![0]!, ...row.cells.map(plain)]
  for (const [at, found] of byRow) {
    if (at > MOST_ROWS) continue
    note(body, cells, at - 1, found, locale)
  }
  return {
    ...{ name: freeName(sheet ?? 'CSV', taken), rows: body, cells },
    columns: [{ width: 50 }],
    freezePane: { rows: heading + 1, columns: 1 },
  }
}

/** As many rows as an import may have, blank ones between them counted. */
const MOST_ROWS = 40_000

function note(
  body: CellValue[][],
  cells: Map<string, Partial<Cell>>,
  at: number,
  found: readonly ImportProblem[],
  locale: Locale,
): void {
  const t = translator(locale)
  const worst = found.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
  const texts = found.map((problem) => ({ problem, ...saidProblem(problem, t) }))
  const row = body[at]
  if (row === undefined) return
  row[0] = cellText(texts.map(({ text, mend }) => `${text}${t.words.importFaults.stop}${mend}`).join('\n'))
  cells.set(`${at},0`, { style: { ...filled(worst), alignment: { wrapText: true, vertical: 'top' } } })
  for (const [letters, own] of Map.groupBy(
    texts.filter(({ problem }) => problem.column !== null),
    ({ problem }) => problem.column!.letters,
  )) {
    const severity = own.some(({ problem }) => problem.severity === 'error') ? 'error' : 'warning'
    const text = own.map(({ text, mend }) => `${text}\n${mend}`).join('\n')
    cells.set(`${at},${placeOf(letters) + 1}`, {
      style: filled(severity),
      comment: { author: t.words.frame.site, text: cellText(text) },
    })
  }
}

const filled = (severity: keyof typeof FILL): NonNullable<Cell['style']> => ({
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: FILL[severity] } },
  font: { color: { rgb: INK[severity] } },
})

const placeOf = (letters: string): number =>
  [...letters].reduce((count, letter) => count * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** What a cell held, as a value: a formula by what it last came to. */
function plain(cell: ImportCell): CellValue {
  if (cell === null || typeof cell === 'number' || typeof cell === 'boolean') return cell
  if (typeof cell === 'string') return cellText(cell)
  if ('day' in cell) return cell.day.replace('T00:00', '').replace('T', ' ')
  return 'error' in cell ? cellText(cell.error) : plain(cell.value)
}

function listSheet(problems: readonly ImportProblem[], locale: Locale, taken: Set<string>): WriteSheet {
  const t = translator(locale)
  const { importFaults: words } = t.words
  const heads = [words.severity, words.where, words.what, words.mend]
  const sheet: Table = {
    name: freeName(words.problems, taken),
    rows: [heads],
    cells: new Map(heads.map((_, place) => [`0,${place}`, BOLD])),
    columns: [12, 34, 60, 60].map((width) => ({ width })),
    freezePane: { rows: 1 },
  }
  for (const problem of problems) {
    const { where, text, mend } = saidProblem(problem, t)
    append(
      sheet,
      [words[problem.severity], where, text, mend].map((one) => ({ value: cellText(one) })),
    )
  }
  return sheet
}

/** A name that Excel allows and no other sheet has. */
function freeName(wanted: string, taken: Set<string>): string {
  const plainName =
    wanted
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, 28) || 'Sheet'
  for (let n = 1; ; n++) {
    const name = n === 1 ? plainName : `${plainName} ${n}`
    if (taken.has(name.toLowerCase())) continue
    taken.add(name.toLowerCase())
    return name
  }
}
