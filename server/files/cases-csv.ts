import { pipeline, type Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import type { QueueRow } from '../db/case-queue.ts'
import { inert } from './inert.ts'
import { printable } from './printable.ts'

/** The columns of a case, and nothing of whoever complained. */
const COLUMNS = [
  ...['no', 'type', 'track', 'state', 'org_id', 'target_org', 'port', 'area', 'entity', 'entity_name', 'category'],
  ...['item', 'charge', 'verdict', 'charged', 'anonymous', 'received_on', 'age_workdays', 'due_code', 'due_on'],
  ...['due_provisional', 'assignee_name', 'cluster_id', 'refund_due', 'to_sign', 'unread'],
] as const

/** Cases as CSV, as they come; a name that somebody typed is no formula in any spreadsheet. */
export const casesCsv = (cases: AsyncIterable<QueueRow & { age_workdays: number }>): Readable =>
  pipeline(
    cases,
    stringify({
      bom: true,
      header: true,
      columns: [...COLUMNS],
      record_delimiter: 'windows',
      quote_record_delimiter: true,
      cast: { string: (text) => inert(printable(text)), boolean: (value) => (value ? 'yes' : 'no') },
    }),
    () => {},
  )
