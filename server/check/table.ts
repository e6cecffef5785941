import { type Column, type Columns, type LinesRead, linesOf, recognise } from '../../catalogue/check/columns.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import type { CheckFault } from '../../views/words/sent-bill.ts'
import type { BillFacts, BillNote, ReadBill } from '../files/in/bill.ts'
import { recordsOf } from '../files/in/delimited.ts'
import { BILL_LIMITS } from '../files/in/limits.ts'
import { BillRefusal } from '../files/in/refusal.ts'
import { tableWithin } from '../files/in/tidy.ts'

/** A table that was pasted or sent: its cells, which row of the file each is, how its columns are read, what it says of the bill. */
export type TableAsked = {
  rows: string[][]
  at: readonly number[]
  header: number | null
  columns: Columns
  sure: boolean
  bill: BillFacts
  notes: readonly BillNote[]
}

/** A file or paste as it was read, its columns as they are recognised. */
export const tableRead = ({ rows, at, bill, notes }: ReadBill): TableAsked => ({
  ...{ rows, at, bill, notes },
  ...recognise(rows),
})

/** The table that travels in a form: TSV, with cells in quotes where a tab or quote needs it. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => Array.from({ length: width }, (_, place) => cell(row[place] ?? '')).join('\t')).join('\n')
}

/** 校正列: the table sent back with its columns as a person says they are. Throws BillRefusal. */
export function tableCorrected(fields: Record<string, string>): TableAsked {
  const table = tableWithin(BILL_LIMITS)
  let at = 0
  for (const record of recordsOf(fields.table ?? '', '\t', BILL_LIMITS.columns)) table.add(record, ++at)
  if (table.rows.length === 0) throw new BillRefusal('no-rows')
  const header = Number(fields.header || '0')
  return {
    ...{ rows: table.rows, at: table.at, bill: {}, notes: [], sure: true },
    header: Number.isInteger(header) && header > 0 && header < table.rows.length ? header - 1 : null,
    columns: chosenIn(fields),
  }
}

/** `c0=name`, `c3=amount`: the first column said to be something is it. */
function chosenIn(fields: Record<string, string>): Columns {
  const columns: Columns = {}
  for (let place = 0; place < BILL_LIMITS.columns; place++) {
    const said = fields[`c${place}`]
    if (said) columns[said as Column] ??= place
  }
  return columns
}

/** The lines of a table and what is wrong with its rows, by the number of the row in the file. */
export function linesIn({ rows, at, header, columns }: TableAsked): LinesRead & { wrong: CheckFault[] } {
  const read = linesOf(rows, { header, columns })
  const wrong = read.faults.map(({ row, column, code, value }) => ({
    field: 'table',
    code: `line-${code}`,
    values: { row: at[row] ?? row + 1, column, value: value.slice(0, 60) },
  }))
  return { ...read, wrong }
}

/** The bill's own fields, where they were left empty, as the file or all of its rows alike say them. */
export function headFilled(
  values: Record<string, string>,
  { bill }: TableAsked,
  lines: LinesRead['lines'],
  reference: Reference,
): Record<string, string> {
  const same = <K extends 'charged_on' | 'number' | 'seller' | 'entity'>(name: K): string | undefined => {
    const said = new Set(lines.map(({ bill }) => bill[name]))
    return said.size === 1 ? [...said][0] : undefined
  }
  const on = (bill.charged_on ?? same('charged_on') ?? '2199-12-31') as Parameters<typeof nearest>[3]
  const entity = [bill.seller_code ?? same('entity')].find((code) => code && nearest(reference, 'entity', code, on))
  const found = {
    charged_on: bill.charged_on ?? same('charged_on'),
    number: bill.number ?? same('number'),
    seller: bill.seller ?? same('seller'),
    entity,
  }
  const filled = Object.entries(found).flatMap(([name, said]) => (said && !values[name]?.trim() ? [[name, said]] : []))
  return { ...values, ...Object.fromEntries(filled) }
}
