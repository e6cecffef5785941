import { pipeline, type Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { Audited } from '../db/audit-trail.ts'
import { inert } from './inert.ts'
import { printable } from './printable.ts'

const COLUMNS = ['id', 'at', 'login', 'name', 'act', 'object', 'outcome', 'detail', 'address'] as const

/** Entries of the audit as CSV, as they come; what somebody typed into a field is no formula in any spreadsheet. */
export const auditCsv = (entries: AsyncIterable<Audited>): Readable =>
  pipeline(
    cells(entries),
    stringify({
      bom: true,
      header: true,
      columns: [...COLUMNS],
      record_delimiter: 'windows',
      quote_record_delimiter: true,
      cast: { string: (text) => inert(printable(text)) },
    }),
    () => {},
  )

async function* cells(entries: AsyncIterable<Audited>): AsyncGenerator<Record<string, string | number>> {
  for await (const { id, at, login, name, act, object, outcome, detail, address } of entries)
    yield {
      ...{ id, at: at.toISOString(), login: login ?? '', name: name ?? '', act, object: object ?? '' },
      ...{ outcome, detail: detail === null ? '' : JSON.stringify(detail), address },
    }
}
