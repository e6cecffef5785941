import { Invoice, MOST_LINES } from '../../../catalogue/check/invoice.ts'
import type { Messages } from '../../../views/locale/locale.ts'
import { type BulkAsked, type BulkLine, type Faulty, readRows } from '../../bulk-checks.ts'
import { rowsOfFile } from '../../bulk-file.ts'
import { type FieldFault, Refusal } from '../../errors.ts'
import { BillRefusal } from '../../files/in/refusal.ts'
import type { Site } from '../../site.ts'
import type { SpooledFile } from '../../uploads.ts'

/**
 * The one bill that a file holds. Refused with every row that cannot be read, by its number in the file (`rows.7.amount`);
 * where there are too many lines; and where they stand on several bills.
 */
export async function billOfFile(site: Site, file: SpooledFile, asked: BulkAsked): Promise<Invoice> {
  const lines: BulkLine[] = []
  const faults: FieldFault[] = []
  for await (const rows of readRows(await site.reference(asked.release), rowsOfFile(file), asked)) {
    for (const row of rows)
      if ('faults' in row) faults.push(...faultsOf(row))
      else lines.push(row)
    if (lines.length > MOST_LINES) throw refused('lines', 'too-many-file-lines')
    if (faults.length > MOST_TOLD) break
  }
  if (faults.length > 0) throw new Refusal('bad-value', {}, faults.slice(0, MOST_TOLD))
  if (lines.length === 0) throw new BillRefusal('header-only')
  return oneBill(lines)
}

const MOST_TOLD = 100

const refused = (field: string, code: keyof Messages['faults']): Refusal =>
  new Refusal('bad-value', {}, [{ field, code, value: null }])

const faultsOf = ({ row, faults }: Faulty): FieldFault[] =>
  faults.map(({ column, code, value }) => ({
    field: `rows.${row}.${column}`,
    code: code as keyof Messages['faults'],
    value: value.slice(0, 60),
  }))

function oneBill(lines: readonly BulkLine[]): Invoice {
  const [first, ...others] = lines.map(({ bill }) => bill)
  const { port, entity, charged_on, number, seller } = first!
  for (const other of others)
    if (other.port !== port || other.entity !== entity || other.charged_on !== charged_on)
      throw refused('rows', 'several-bills')
  const all = { port, charged_on, ...(entity && { entity }), ...(number && { number }), ...(seller && { seller }) }
  return Invoice.parse({ ...all, lines: lines.map(({ line }) => line) })
}
