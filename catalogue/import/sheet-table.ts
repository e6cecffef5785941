/**
 * A cell as the file has it, before anything is made of it: text, a number, true or false, nothing; a day where the
 * workbook says that the number is one; an error value; a formula with what it last came to, if that was kept.
 */
export type ImportCell = string | number | boolean | null | { day: string } | { error: string } | Formula
export type Formula = { formula: string; value: ImportCell }

/** One row that has anything in it, by its number in the sheet (from 1). */
export type SheetRow = { at: number; cells: ImportCell[]; hidden: boolean }

/** 工作表: the rows of one sheet (null in CSV). `merges` are named as `B3:C4`; a hidden sheet is named and not read. */
export type SheetTable = {
  sheet: string | null
  hidden: boolean
  rows: SheetRow[]
  merges: { range: string; row: number; column: number; lastRow: number; lastColumn: number }[]
  /** Days are counted from 1904 in this workbook. */
  from1904: boolean
}
