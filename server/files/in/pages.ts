import type { ReadBill } from './bill.ts'
import { labelled } from './labels.ts'
import { type Piece, rowsOnPage } from './layout.ts'
import type { BillLimits } from './limits.ts'
import { BillRefusal } from './refusal.ts'
import { tableWithin } from './tidy.ts'

/** Pages of text as one table; a page without a header of its own goes on with the columns of the page before. */
export function billOfPages(pages: readonly (readonly Piece[])[], source: 'pdf' | 'ofd', limits: BillLimits): ReadBill {
  const table = tableWithin(limits)
  let headings: ReturnType<typeof rowsOnPage>['headings'] = null
  let at = 0
  for (const page of pages) {
    const read = rowsOnPage(page, headings)
    headings = read.headings
    for (const row of read.rows) table.add(row, ++at)
  }
  const { rows } = table
  if (rows.length === 0) throw new BillRefusal('no-rows')
  const notes: ReadBill['notes'] = [{ code: 'read_from_page', pages: pages.length }]
  return { kind: 'table', source, rows, at: table.at, bill: labelled(rows), notes }
}
