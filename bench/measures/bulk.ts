import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse'
import { writeBills } from '../data/bills.ts'
import type { Scale } from '../data/invented.ts'
import { median, type Server, start } from '../load.ts'

/** Seconds to check a file on either catalogue and to read it with csv-parse, and the most memory the larger portal took. */
export type Checked = { small: number; large: number; parsed: number; peak: number }

/** A file of so many lines is sent to a portal that does nothing else, on each of two catalogues, and read by csv-parse, in turn. */
export async function bulkCheck(
  [smallUrl, small]: [string, Scale],
  [largeUrl, large]: [string, Scale],
  lines: number,
  rounds: number,
): Promise<Checked> {
  const dir = await mkdtemp(join(tmpdir(), 'portal-bills-'))
  const files = { small: join(dir, 'small.csv'), large: join(dir, 'large.csv') }
  await writeBills(files.small, lines, small)
  await writeBills(files.large, lines, large)
  const portals = { small: await start('portal', smallUrl), large: await start('portal', largeUrl) }
  try {
    const spent: Record<'small' | 'large' | 'parsed', number[]> = { small: [], large: [], parsed: [] }
    for (let round = 0; round < rounds; round++) {
      spent.large.push(await seconds(() => checked(portals.large, files.large, lines)))
      spent.parsed.push(await seconds(() => parsed(files.large, lines)))
      spent.small.push(await seconds(() => checked(portals.small, files.small, lines)))
    }
    const { peak } = await portals.large.used()
    return { small: median(spent.small), large: median(spent.large), parsed: median(spent.parsed), peak }
  } finally {
    portals.small.stop()
    portals.large.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

/** Sends the file and reads the answer to its end: a line for every line, nearly half of them as published. */
async function checked({ address }: Server, path: string, lines: number): Promise<void> {
  const file = await open(path)
  const response = await fetch(`${address}/api/v1/invoice-checks/file`, {
    ...{ method: 'POST', headers: { 'content-type': 'text/csv', accept: 'text/csv' } },
    ...{ body: file.readableWebStream() as never, duplex: 'half' },
  })
  let [told, right] = [-1, 0]
  for await (const chunk of response.body!) {
    const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    told += count(text, '\n')
    right += count(text, ',match,')
  }
  await file.close()
  if (!response.ok || told !== lines || right < lines * 0.4)
    throw new Error(`answered ${response.status} with ${told} of ${lines} lines, ${right} of them right`)
}

function count(text: Buffer, what: string): number {
  let found = 0
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + 1)) found++
  return found
}

/** What the file costs to read at all. */
async function parsed(path: string, lines: number): Promise<void> {
  let read = -1
  for await (const _row of createReadStream(path).pipe(parse())) read++
  if (read !== lines) throw new Error(`csv-parse read ${read} of ${lines} lines`)
}

async function seconds(task: () => Promise<void>): Promise<number> {
  const begun = performance.now()
  await task()
  return (performance.now() - begun) / 1000
}
