import { setTimeout as pause } from 'node:timers/promises'
import { type Filed, fileUntil } from './filings.ts'
import type { Kept } from './portal.ts'

/** Kills something so many times, at moments nobody chose, while clients file; then lets them end in peace. */
export async function killing(portal: Kept, kill: () => Promise<void>, times: number, clients: number): Promise<Filed> {
  let over = false
  const filing = fileUntil(portal.address, clients, () => over)
  try {
    for (let n = 0; n < times; n++) {
      await pause(150 + Math.random() * 700)
      await kill()
    }
    await pause(1500)
  } finally {
    over = true
  }
  return filing
}
