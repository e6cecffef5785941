import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { tidyCell } from '../../../catalogue/import/tidy.ts'
import { delimiterOf } from './csv.ts'
import { BILL_LIMITS } from './limits.ts'
import { BillRefusal } from './refusal.ts'
import { cellName } from './tidy.ts'

/** Some rows of a file, the number of the first, and how many bytes were read by then. */
export type RowBatch = { rows: string[][]; first: number; bytes: number }

/** Bytes at a time: a few hundred rows, so that others get their turn between. */
const CHUNK = 32 * 1024

/**
 * The rows of a CSV of any length, a few hundred at a time, as they are read from disk: UTF-8, UTF-16 or GB18030, nothing
 * replaced by �. Throws a BillRefusal where the bytes are no text, a quote is never closed, or a row has no end.
 */
export async function* csvRows(path: string): AsyncGenerator<RowBatch> {
  const { encoding, delimiter, lineEnd } = await beginning(path)
  const decoder = new TextDecoder(encoding, { fatal: true })
  let rows: string[][] = []
  const parser = parse({
    ...{ delimiter, bom: true, relax_column_count: true, relax_quotes: true, max_record_size: 200_000 },
    record_delimiter: '\n',
    on_record: (record: string[], { records }: { records: number }) => void rows.push(within(record, records)),
  }).resume()
  const feed = (text: string) =>
    new Promise<void>((done, fail) => parser.once('error', fail).write(text, (error) => (error ? fail(error) : done())))
  let [first, bytes] = [1, 0]
  const take = (): RowBatch => {
    const batch = { rows, first, bytes }
    first += rows.length
    rows = []
    return batch
  }
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
      bytes += (chunk as Buffer).length
      const text = decoder.decode(chunk as Buffer, { stream: true }).replaceAll(lineEnd, '\n')
      if (text !== '') await feed(text)
      parser.removeAllListeners('error')
      if (rows.length > 0) yield take()
    }
    await ended(parser, decoder.decode())
    if (rows.length > 0) yield take()
  } catch (error) {
    throw refusalOf(error)
  }
}

const ended = (parser: ReturnType<typeof parse>, last: string): Promise<void> =>
  new Promise((done, fail) => parser.once('error', fail).once('end', done).end(last))

/** A row up to its last cell that is filled; one of more cells than a bill has columns would be dear to look through. */
function within(record: readonly string[], records: number): string[] {
  const row = record.slice(0, record.findLastIndex((cell) => cell !== '') + 1)
  if (row.length <= BILL_LIMITS.columns) return row.map(tidied)
  const cell = cellName(row.length - 1, records - 1)
  throw new BillRefusal('too-many-columns', { limit: BILL_LIMITS.columns, cell })
}

/** `="0012"`, by which Excel keeps zeros, is the text 0012. */
const tidied = (cell: string): string => tidyCell(cell.startsWith('="') ? cell.replace(/^="([^"]*)"?$/, '$1') : cell)

/** Lines end alike, by `\\n`: what is left of another ending at the seam of two chunks is tidied away with its cell. */
async function beginning(path: string): Promise<{ encoding: string; delimiter: string; lineEnd: string }> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0)
    const start = buffer.subarray(0, bytesRead)
    const encoding = encodingOf(start)
    const text = new TextDecoder(encoding).decode(start, { stream: true })
    if (/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text)) throw new BillRefusal('binary')
    return { encoding, delimiter: delimiterOf(text), lineEnd: text.includes('\n') ? '\r\n' : '\r' }
  } finally {
    await file.close()
  }
}

const LOOKED_AT = 2 ** 20

function encodingOf(start: Buffer): string {
  const mark = start.toString('hex', 0, 2)
  if (mark === 'fffe') return 'utf-16le'
  if (mark === 'feff') return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true })
    return 'utf-8'
  } catch {
    return 'gb18030'
  }
}

function refusalOf(error: unknown): unknown {
  const { code, lines } = error as { code?: string; lines?: number }
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return new BillRefusal('encoding')
  return code?.startsWith('CSV_') ? new BillRefusal('csv-quotes', { line: lines ?? 1 }) : error
}
