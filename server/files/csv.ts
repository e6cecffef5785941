import { pipeline, type Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { COLUMNS } from './columns.ts'
import { inert } from './inert.ts'
import { printable } from './printable.ts'
import type { ExportRow } from './rows.ts'

/**
 * Rows as CSV (RFC 4180: CRLF, one header line of machine names, UTF-8), written as they come, never all in memory.
 * `bom` is for people whose Excel asks for one. When the rows fail, so does the stream.
 */
export const csvStream = (rows: AsyncIterable<ExportRow>, { bom }: { bom: boolean }): Readable =>
  pipeline(
    rows,
    stringify({
      bom,
      header: true,
      columns: COLUMNS.map(({ name }) => name),
      record_delimiter: 'windows',
      quote_record_delimiter: true,
      cast: { string: (text) => inert(printable(text)) },
    }),
    () => {},
  )
