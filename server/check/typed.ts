import { z } from 'zod'
import { lineOfRow } from '../../catalogue/check/columns/line-of-row.ts'
import type { Columns, RowFault } from '../../catalogue/check/columns/row-reader.ts'
import type { InvoiceLine } from '../../catalogue/check/invoice.ts'
import { FeeItemCode } from '../../catalogue/codes.ts'
import { Facts } from '../../catalogue/facts.ts'
import { type CheckFault, ROW_FIELDS, ROWS, type RowField, type SentRow } from '../../views/words/sent-bill.ts'

/** The typed lines as they stand in the form, blank ones too: `l0_name`, `l0_amount` … */
export function rowsSent(fields: Record<string, string>): SentRow[] {
  const rows: SentRow[] = []
  for (const [field, text] of Object.entries(fields)) {
    const [, n, name] = /^l(\d{1,2})_([a-z_]+)$/.exec(field) ?? []
    if (n === undefined || !(ROW_FIELDS as readonly string[]).includes(name!) || Number(n) >= ROWS.most) continue
    rows[Number(n)] ??= {}
    rows[Number(n)]![name as RowField] = text
  }
  return Array.from(rows, (row) => row ?? {})
}

/** 逐行填写: the lines that were typed, and what is wrong with each field of them. Blank lines are none. */
export function linesTyped(rows: readonly SentRow[]): { lines: InvoiceLine[]; faults: CheckFault[] } {
  const lines: InvoiceLine[] = []
  const faults: CheckFault[] = []
  for (const [n, row] of rows.entries()) {
    if (IN_CELLS.every((field) => (row[field] ?? '').trim() === '')) continue
    const read = lineOfRow(
      IN_CELLS.map((field) => row[field] ?? ''),
      COLUMNS,
    )
    if (read.kind === 'line') lines.push(withUnseen(read.line, row))
    else if (read.kind === 'faulty') faults.push(...read.faults.map((fault) => inField(fault, n)))
    else faults.push({ field: `l${n}_amount`, code: 'line-no-amount', values: {} })
  }
  return { lines, faults }
}

const IN_CELLS = ROW_FIELDS.slice(0, 11)
const COLUMNS: Columns = Object.fromEntries(IN_CELLS.map((field, place) => [field, place]))

const inField = ({ column, code, value }: RowFault, n: number): CheckFault => ({
  field: `l${n}_${column}`,
  code: `line-${code}`,
  values: { value: value.slice(0, 60) },
})

/** What a line was said to be before, and facts that have no field, stay with it. */
function withUnseen(line: InvoiceLine, { item, more }: SentRow): InvoiceLine {
  const known = FeeItemCode.safeParse(item)
  const facts = moreFacts(more)
  return { ...line, ...(known.success ? { item: known.data } : {}), facts: { ...facts, ...line.facts } }
}

function moreFacts(text: string | undefined): Facts {
  if (text === undefined || text === '') return {}
  const read = z.string().transform(parsed).pipe(Facts).safeParse(text)
  return read.success ? read.data : {}
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
