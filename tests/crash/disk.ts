import { setTimeout as pause } from 'node:timers/promises'
import type { SmallDisk } from './disk-full.ts'
import { type Acknowledged, type Filed, fileUntil } from './filings.ts'
import type { Kept } from './portal.ts'

/** What happened while the disk was full: the filings, and what a page and a lookup answered meanwhile. */
export type Full = { filed: Filed; acknowledgedAfter: number; page: number; lookup: number }

/** Fills the disk of the database while clients file, reads meanwhile, frees it, and sees filing go on by itself. */
export async function fullDisk(portal: Kept, disk: SmallDisk, before: Acknowledged, clients: number): Promise<Full> {
  let over = false
  const filing = fileUntil(portal.address, clients, () => over)
  await pause(800)
  await disk.fill()
  await pause(3000)
  const page = await statusOf(`${portal.address}/fees/pilotage`)
  const lookup = await statusOf(`${portal.address}/api/v1/complaints/lookup`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ receipt: before.receipt, code: before.code }),
  })
  await disk.free()
  const freed = performance.now()
  await fileUntil(portal.address, 1, once())
  const acknowledgedAfter = performance.now() - freed
  over = true
  return { filed: await filing, acknowledgedAfter, page, lookup }
}

/** Over after one filing. */
function once(): () => boolean {
  let asked = 0
  return () => asked++ > 0
}

/** The status of an answer; 0 where none came within ten seconds. */
const statusOf = (url: string, init: RequestInit = {}): Promise<number> =>
  fetch(url, { ...init, signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status,
    () => 0,
  )
