import { readXlsx, type Sheet } from 'hucre/xlsx'
import { recognise } from '../../../catalogue/check/columns.ts'
import type { ReadBill } from './bill.ts'
import { labelled } from './labels.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'
import { refuseUnsafeCells, type SheetRead, tableOfSheet } from './sheet-read.ts'
import { storedZip } from './stored-zip.ts'
import { cellName, someCells } from './tidy.ts'
import type { Archive, Parts } from './unpack.ts'
import { refuseBadSheets } from './worksheet-scan.ts'

/**
 * An .xlsx workbook as a table: the first visible sheet whose columns are recognised, else the first with anything on
 * it. Only the parts that hold cells are unpacked, counted and given to the reader.
 */
export async function readWorkbook(archive: Archive, limits: BillLimits): Promise<ReadBill> {
  if ([...archive.names].some((name) => /vbaProject\.bin$/i.test(name))) throw new BillRefusal('macros')
  if (archive.names.has('xl/workbook.bin')) throw new BillRefusal('binary-workbook')
  const parts = await archive.unpack(holdsCells)
  refuseBadSheets(parts, limits)
  const sheets = await sheetsIn(parts, limits)
  const filled = sheets
    .map((sheet) => ({ sheet, read: tableOfSheet(sheet, limits) }))
    .filter(({ read }) => read.rows.length > 0)
  const chosen =
    filled.find(({ read }) => recognise(read.rows).sure) ??
    filled.find(({ read }) => recognise(read.rows).header !== null) ??
    filled[0]
  if (chosen === undefined) throw new BillRefusal('no-rows')
  refuseUnsafeCells(chosen.read, chosen.sheet)
  return billOf(chosen.read, filled.length - 1)
}

function billOf({ rows, at, sheet, rounded }: SheetRead, others: number): ReadBill {
  const notes: ReadBill['notes'] = []
  if (others > 0) notes.push({ code: 'sheet_taken', sheet, others })
  if (rounded.length > 0) notes.push({ code: 'digits_lost', cells: someCells(rounded) })
  return { kind: 'table', source: 'xlsx', rows, at, sheet, bill: labelled(rows), notes }
}

/** Nothing of pictures, charts, comments, links or macros is needed to read a bill. */
export const holdsCells = (name: string): boolean =>
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/[^/]*\.xml|xl\/_rels\/[^/]*\.rels|xl\/worksheets\/[^/]*\.xml)$/i.test(
    name,
  )

/** The visible sheets. Whatever the reader stumbles over, the file is not as a workbook should be. */
async function sheetsIn(parts: Parts, { columns }: BillLimits): Promise<Sheet[]> {
  const range = `A1:${cellName(columns - 1, LAST_ROW)}`
  try {
    return (await readXlsx(storedZip(parts), { sheets: isVisible, range })).sheets
  } catch (error) {
    if (/over the \d+ limit/.test(String((error as Error).message))) throw new BillRefusal('too-costly')
    throw new BillRefusal('damaged', { part: 'XLSX' })
  }
}

const LAST_ROW = 1_048_575
const isVisible = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }) => !hidden && !veryHidden
