import type { Day } from '../../../catalogue/day.ts'

export type BillSource = 'csv' | 'xlsx' | 'paste' | 'pdf' | 'ofd' | 'xml'

/** 票面信息: what the file itself says of the bill, each only where it is plainly written. */
export type BillFacts = Partial<{ number: string; seller: string; seller_code: string; charged_on: Day }>

/** What a person should know of how the file was read. */
export type BillNote =
  /** 金额 includes the tax, though the e-invoice also states it without. */
  | { code: 'tax_included_taken' }
  /** Which sheet of several was read, and how many were not. */
  | { code: 'sheet_taken'; sheet: string; others: number }
  /** Numbers of more than 15 digits, whose last ones Excel has already dropped, were left out. */
  | { code: 'digits_lost'; cells: string }
  /** The columns were put together from where the words stand on the page: to be looked at. */
  | { code: 'read_from_page'; pages: number }

/**
 * A bill's file as a table of text cells, the header still among its rows if there is one. `at` is the number of each
 * row in the file, from 1 (blank rows are left out); `sheet` and `encoding` where the format has them.
 */
export type ReadBill = {
  kind: 'table'
  source: BillSource
  rows: string[][]
  at: number[]
  sheet?: string
  encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
  bill: BillFacts
  notes: BillNote[]
}

/** A file as it was sent: the name is shown to people and never believed. */
export type BillFile = { name: string; bytes: Uint8Array }
