import { open, readFile } from 'node:fs/promises'
import { csvRows } from './files/in/csv-stream.ts'
import { kindOf } from './files/in/kind.ts'
import { BILL_LIMITS } from './files/in/limits.ts'
import { readBill } from './files/in/read-bill.ts'
import { BillRefusal } from './files/in/refusal.ts'
import type { SpooledFile } from './uploads.ts'

/** More rows than this are sent as CSV. */
export const WORKBOOK_ROWS = 20_000
const WORKBOOK = { ...BILL_LIMITS, bytes: 16 * 2 ** 20, rows: WORKBOOK_ROWS, unpacked: 128 * 2 ** 20 }

/**
 * The rows of a file on disk: CSV as it is read, however long; a workbook or another bill's file at once, up to
 * WORKBOOK_ROWS. `told` hears how much was read, of 1. Throws a BillRefusal.
 */
export async function* rowsOfFile(
  { path, size }: Pick<SpooledFile, 'path' | 'size'>,
  told: (part: number) => void = () => {},
): AsyncGenerator<Batch> {
  if (kindOf(await beginning(path)) === 'text') {
    for await (const { rows, first, bytes } of csvRows(path)) {
      told(bytes / size)
      yield { rows, first }
    }
    return
  }
  const { rows, at } = await workbook(path)
  let next = 1
  for (let n = 0; n < rows.length; n += BATCH) {
    told(n / rows.length)
    const first = next
    const placed: string[][] = []
    for (const [place, row] of rows.slice(n, n + BATCH).entries()) {
      for (; next < at[n + place]!; next++) placed.push(BLANK)
      placed.push(row)
      next++
    }
    yield { rows: placed, first }
  }
}

type Batch = { rows: string[][]; first: number }

/** Blank rows are left out of a workbook that is read, and put back so that rows keep their numbers. */
const BLANK: string[] = []
const BATCH = 500

async function beginning(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8192), 0, 8192, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function workbook(path: string) {
  try {
    return await readBill({ name: '', bytes: await readFile(path) }, WORKBOOK)
  } catch (error) {
    const tooLong = error instanceof BillRefusal && error.code === 'too-many-rows'
    throw tooLong ? new BillRefusal('rows-csv', { limit: WORKBOOK_ROWS }) : error
  }
}
