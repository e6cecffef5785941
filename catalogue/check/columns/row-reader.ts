import type { CellFault, Said } from './cell.ts'
import type { Column } from './headings.ts'

/** Where each column stands, from 0. */
export type Columns = Partial<Record<Column, number>>

/** What is wrong with a cell, by its column, and what stands in it. */
export type RowFault = { column: Column; code: RowFaultCode; value: string }
export type RowFaultCode =
  | CellFault
  | 'no-name'
  | 'no-amount'
  | 'too-long'
  | 'negative'
  | 'not-a-fee-code'
  | 'not-a-credit-code'
  | 'not-a-value-of-this-fact'

/** Nothing, or a stroke that stands for nothing. */
export const isBlank = (cell: string): boolean =>
  cell === '' || (/^[\s\-–—/\\无nN]/.test(cell) && (/^[\s\-–—/\\]*$/.test(cell) || /^\s*(无|n\/a)\s*$/i.test(cell)))

/** The cells of a row by column; whatever cannot be read goes to `faults` and is undefined. */
export class RowReader {
  readonly faults: RowFault[] = []
  readonly #row: readonly string[]
  readonly #columns: Columns

  constructor(row: readonly string[], columns: Columns) {
    this.#row = row
    this.#columns = columns
  }

  /** The text of a cell that is filled. */
  at(column: Column): string | undefined {
    const cell = this.#row[this.#columns[column] ?? -1]
    return cell === undefined || isBlank(cell) ? undefined : cell.trim()
  }

  fault(column: Column, code: RowFaultCode, value = ''): undefined {
    this.faults.push({ column, code, value })
  }

  said<T>(column: Column, read: (text: string) => Said<T>): T | undefined {
    const text = this.at(column)
    if (text === undefined) return undefined
    const found = read(text)
    return 'value' in found ? found.value : this.fault(column, found.fault, text)
  }

  checked<T>(column: Column, read: (text: string) => T | null | undefined, code: RowFaultCode): T | undefined {
    const text = this.at(column)
    return text === undefined ? undefined : (read(text) ?? this.fault(column, code, text))
  }

  text(column: Column, longest: number): string | undefined {
    const text = this.at(column)
    if (text !== undefined && text.length > longest) return this.fault(column, 'too-long', text)
    return text !== undefined && /\s/.test(text) ? text.replace(/\s+/g, ' ') : text
  }
}
