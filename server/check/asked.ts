import type { InvoiceLine } from '../../catalogue/check/invoice.ts'
import type { Reference } from '../../catalogue/reference.ts'
import { type CheckFault, ROWS, rowOfLine, type SentRow } from '../../views/words/sent-bill.ts'
import type { BillNote } from '../files/in/bill.ts'
import { BILL_LIMITS } from '../files/in/limits.ts'
import { readBill, readPasted } from '../files/in/read-bill.ts'
import { BillRefusal } from '../files/in/refusal.ts'
import type { SentFile } from '../uploads.ts'
import { answered, linesCarried } from './answers.ts'
import { headFilled, linesIn, type TableAsked, tableCorrected, tableRead, tableText } from './table.ts'
import { linesTyped, rowsSent } from './typed.ts'

/** The most bytes of a file that is sent with the page's form. */
export const FILE_MOST = 8 * 2 ** 20

/** What the form holds: its bill fields, the way lines were given, and the lines in it. */
export type Filled = { values: Record<string, string>; rows: SentRow[]; faults: CheckFault[] }

/** What is to be done with a form that was sent: show it again, have its columns looked at, or check its lines. */
export type Asked =
  | ({ kind: 'form' } & Filled)
  | { kind: 'columns'; values: Record<string, string>; table: TableAsked; faults: CheckFault[]; lines: number }
  | {
      kind: 'lines'
      values: Record<string, string>
      lines: InvoiceLine[]
      faults: CheckFault[]
      table: TableAsked | null
      skipped: number
      notes: readonly BillNote[]
    }

type Sent = { file: SentFile | null; fields: Record<string, string> }

/** Reads what was sent from any of the pages of a check: `step` says which one. */
export async function askedBy(sent: Sent, reference: Reference): Promise<Asked> {
  const { fields } = sent
  if (fields.step === 'result') return carried(fields)
  if (fields.step === 'columns') return fromTable(fields, () => tableCorrected(fields), reference)
  const form = { kind: 'form' as const, values: fields, rows: rowsSent(fields), faults: [] }
  if (fields.do === 'more') return { ...form, rows: longer(form.rows) }
  if (fields.way === 'paste') return fromTable(fields, () => tableRead(readPasted(fields.paste ?? '')), reference)
  if (fields.way === 'file') return fromTable(fields, () => fileRead(sent.file), reference)
  const { lines, faults } = linesTyped(form.rows)
  if (faults.length > 0) return { ...form, faults }
  if (lines.length === 0) return { ...form, faults: [{ field: 'l0_name', code: 'no-lines-typed', values: {} }] }
  return { kind: 'lines', values: fields, lines, faults: [], table: null, skipped: 0, notes: [] }
}

const longer = (rows: readonly SentRow[]): SentRow[] =>
  Array.from({ length: Math.min(ROWS.most, rows.length + ROWS.more) }, (_, n) => rows[n] ?? {})

async function fileRead(file: SentFile | null): Promise<TableAsked> {
  if (file === null) throw new BillRefusal('file-missing')
  return tableRead(await readBill(file, { ...BILL_LIMITS, bytes: FILE_MOST }))
}

async function fromTable(
  values: Record<string, string>,
  read: () => TableAsked | Promise<TableAsked>,
  reference: Reference,
): Promise<Asked> {
  try {
    return asTable(values, await read(), reference)
  } catch (error) {
    if (!(error instanceof BillRefusal)) throw error
    const field = values.way === 'file' ? 'file' : 'paste'
    const again = values.step === 'columns' ? { ...values, paste: values.table ?? '', way: 'paste' } : values
    const faults = [{ field, code: error.code, values: error.values }]
    return { kind: 'form', values: again, rows: rowsSent(values), faults }
  }
}

/** Columns that are not sure are looked at by a person first, and so are rows that cannot be read. */
function asTable(values: Record<string, string>, table: TableAsked, reference: Reference): Asked {
  const { lines, wrong, skipped } = linesIn(table)
  const filled = headFilled(values, table, lines, reference)
  const without = values.do === 'without' && lines.length > 0
  if (!table.sure || lines.length === 0 || (wrong.length > 0 && !without)) {
    const none =
      lines.length === 0 && wrong.length === 0 ? [{ field: 'table', code: 'no-lines-found', values: {} }] : []
    const faults = table.sure || values.step === 'columns' ? [...wrong, ...none] : []
    return { kind: 'columns', values: filled, table, faults, lines: lines.length }
  }
  const read = lines.map(({ line, bill }) => servedOn(line, bill.charged_on, filled.charged_on))
  return {
    ...{ kind: 'lines', values: filled, lines: read, faults: [], table },
    skipped: skipped.length + (without ? wrong.length : 0),
    notes: table.notes,
  }
}

/** A row that names another day than the bill's was served on that day. */
const servedOn = (line: InvoiceLine, day: InvoiceLine['served_on'], charged: string | undefined): InvoiceLine =>
  day === undefined || line.served_on !== undefined || day === charged ? line : { ...line, served_on: day }

/** From a result: its lines with what was answered since, or the form again to change them. */
function carried(fields: Record<string, string>): Asked {
  const { lines, faults } = answered(linesCarried(fields.lines), fields)
  if (fields.do !== 'edit') return { kind: 'lines', values: fields, lines, faults, table: null, skipped: 0, notes: [] }
  return { kind: 'form', faults: [], ...formOf(fields, lines) }
}

/** Lines put back into the form: typed where they are few, else as a table to change in place. */
export function formOf(values: Record<string, string>, lines: readonly InvoiceLine[]): Omit<Filled, 'faults'> {
  if (lines.length <= ROWS.most) return { values: { ...values, way: 'lines' }, rows: lines.map(rowOfLine) }
  return { values: { ...values, way: 'paste', paste: tableText(rowsOf(lines)) }, rows: [] }
}

/** Headings that are read back as they are written: 费用名称, 数量 … */
function rowsOf(lines: readonly InvoiceLine[]): string[][] {
  const fields = ['name', 'quantity', 'unit', 'unit_price', 'amount', 'served_on', 'item'] as const
  const facts = [...new Set(lines.flatMap(({ facts }) => Object.keys(facts)))]
  const heads = fields.map((field) => HEADINGS[field])
  const rows = lines.map((line) => [
    ...fields.map((field) => line[field] ?? ''),
    ...facts.map((fact) => line.facts[fact] ?? ''),
  ])
  return [[...heads, ...facts], ...rows]
}

const HEADINGS = {
  ...{ name: '费用名称', quantity: '数量', unit: '单位', unit_price: '单价', amount: '金额' },
  ...{ served_on: '作业日期', item: '收费项目代码' },
}
