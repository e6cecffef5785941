import { type CellValue, readXlsx, type Sheet, type Workbook } from 'hucre/xlsx'
import type { ImportCell, SheetRow, SheetTable } from '../../../catalogue/import/sheet-table.ts'
import { HEAD } from './import-csv.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'
import { storedZip } from './stored-zip.ts'
import { cellName } from './tidy.ts'
import { openArchive, type Parts } from './unpack.ts'
import { refuseBadSheets } from './worksheet-scan.ts'
import { holdsCells } from './xlsx.ts'

/** Every sheet of an .xlsx workbook as its cells stand, hidden ones too; blank rows cost nothing, however many. */
export async function readSheets(bytes: Uint8Array, limits: BillLimits): Promise<SheetTable[]> {
  const archive = await openArchive(bytes, limits)
  const names = [...archive.names]
  const isOffice = archive.names.has('[Content_Types].xml')
  if (!isOffice || !names.some((name) => name.startsWith('xl/')))
    throw new BillRefusal(isOffice || archive.names.has('mimetype') ? 'other-document' : 'archive')
  if (names.some((name) => /vbaProject\.bin$/i.test(name))) throw new BillRefusal('macros')
  if (archive.names.has('xl/workbook.bin')) throw new BillRefusal('binary-workbook')
  const parts = await archive.unpack(holdsCells)
  refuseBadSheets(parts, limits)
  const book = await bookOf(parts, limits)
  const tables = book.sheets.map((sheet) => tableOf(sheet, book.dateSystem === '1904', limits))
  const read = tables.filter(({ hidden }) => !hidden).reduce((sum, { rows }) => sum + rows.length, 0)
  if (read > limits.rows + HEAD * tables.length) throw new BillRefusal('too-many-rows', { limit: limits.rows })
  return tables
}

/** Whatever the reader stumbles over, the file is not as a workbook should be. */
async function bookOf(parts: Parts, { columns }: BillLimits): Promise<Workbook> {
  try {
    return await readXlsx(storedZip(parts), {
      range: `A1:${cellName(columns - 1, LAST_ROW)}`,
      readStyles: true,
    })
  } catch (error) {
    if (/over the \d+ limit/.test(String((error as Error).message))) throw new BillRefusal('too-costly')
    throw new BillRefusal('damaged', { part: 'XLSX' })
  }
}

const LAST_ROW = 1_048_575

function tableOf(sheet: Sheet, from1904: boolean, limits: BillLimits): SheetTable {
  const special = specialCells(sheet)
  const rows: SheetRow[] = []
  for (const [place, values] of sheet.rows.entries()) {
    const odd = special.get(place)
    if (odd === undefined && values.every((value) => value === null || value === '')) continue
    if (rows.length > limits.rows + HEAD) throw new BillRefusal('too-many-rows', { limit: limits.rows })
    const cells = values.map((value, column) => odd?.get(column) ?? cellOf(value))
    for (const [column, cell] of cells.entries())
      if (typeof cell === 'string' && cell.length > limits.cell)
        throw new BillRefusal('cell-too-long', { cell: cellName(column, place), limit: limits.cell })
    rows.push({ at: place + 1, cells, hidden: sheet.rowDefs?.get(place)?.hidden === true })
  }
  const hidden = sheet.hidden === true || sheet.veryHidden === true
  return { sheet: sheet.name, hidden, rows, merges: mergesOf(sheet), from1904 }
}

/** Error values, formulas and numbers shown in per cent, by row and column. */
function specialCells({ cells }: Sheet): Map<number, Map<number, ImportCell>> {
  const special = new Map<number, Map<number, ImportCell>>()
  for (const [key, { type, value, formula, formulaResult, style }] of cells ?? []) {
    const isFormula = formula !== undefined || type === 'formula'
    const shown = /%/.test(style?.numFmt ?? '') ? percentIn : cellOf
    if (!isFormula && type !== 'error' && (shown === cellOf || typeof value !== 'number')) continue
    const [row, column] = key.split(',').map(Number) as [number, number]
    const of = special.get(row) ?? new Map<number, ImportCell>()
    special.set(row, of)
    const said = shown(formulaResult ?? value ?? null)
    const plain = type === 'error' ? { error: String(value) } : said
    of.set(column, isFormula ? { formula: formula ?? '', value: errorIn(said) } : plain)
  }
  return special
}

/** What a formula last came to may itself be an error value. */
const errorIn = (value: ImportCell): ImportCell =>
  typeof value === 'string' && /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$/.test(value)
    ? { error: value }
    : value

/** 0.85 in a cell that shows it as 85%. */
const percentIn = (value: CellValue): ImportCell =>
  typeof value === 'number' ? `${Number((value * 100).toPrecision(12))}%` : cellOf(value)

function cellOf(value: CellValue | undefined): ImportCell {
  if (value === undefined || value === null || value === '') return null
  if (!(value instanceof Date)) return value
  return Number.isNaN(value.getTime()) ? { error: '#VALUE!' } : { day: value.toISOString().slice(0, 16) }
}

const mergesOf = ({ merges }: Sheet): SheetTable['merges'] =>
  (merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
    range: `${cellName(startCol, startRow)}:${cellName(endCol, endRow)}`,
    ...{ row: startRow + 1, column: startCol, lastRow: endRow + 1, lastColumn: endCol },
  }))
