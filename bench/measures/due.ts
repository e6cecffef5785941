import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { buildApp } from '../../server/app.ts'
import { startBackground } from '../../server/background.ts'
import { readConfig } from '../../server/config.ts'
import { scheduleAt } from '../../server/db/change-set-acts.ts'
import { openDatabase } from '../../server/db/database.ts'
import { openHead } from '../../server/db/head.ts'
import type { Scale } from '../data/invented.ts'
import { median } from '../load.ts'
import { approvedSet, linesOf } from './publishing.ts'

/** How long before it is due a set is scheduled. */
const AHEAD = 1500

/**
 * From the moment a scheduled set of 60 lines is due until the feed, the API and the signed checkpoint of a running
 * portal all tell of it: ms, the median of three.
 */
export async function dueToSeen(url: string, scale: Scale): Promise<number> {
  const dir = await mkdtemp(join(tmpdir(), 'portal-bench-key-'))
  const config = readConfig({ DATA_DIR: dir, LOG_LEVEL: 'silent', DEMO: 'false' })
  const [db, owner] = [openDatabase(url, console.error), openDatabase(url, console.error, null)]
  const head = await openHead(db, url, console.error)
  const app = await buildApp({ db, head, now: () => new Date() }, config)
  const background = await startBackground(app.desk, url, config, () => {})
  try {
    const spent: number[] = []
    for (let turn = 0; turn < 3; turn++) {
      const before = await seen(app)
      const id = await approvedSet(owner, linesOf(`due-${turn}`, 60, scale))
      const due = Date.now() + AHEAD
      const scheduled = await scheduleAt(owner, id, new Date(due), 1, new Date())
      if (!scheduled.ok) throw new Error(scheduled.held)
      while ((await seen(app)).some((one, n) => one === before[n])) await pause(10)
      spent.push(Date.now() - due)
    }
    return median(spent)
  } finally {
    await background.stop()
    await app.close()
    await head.close()
    await Promise.all([db.destroy(), owner.destroy(), rm(dir, { recursive: true, force: true })])
  }
}

const ASKED = ['/changes.json', '/api/v1/ports', '/log/checkpoint']

let readers = 0

/** What a reader sees who asks for the first time. */
function seen(app: Awaited<ReturnType<typeof buildApp>>): Promise<string[]> {
  const remoteAddress = `10.${++readers >> 16}.${(readers >> 8) & 255}.${readers & 255}`
  return Promise.all(ASKED.map(async (url) => (await app.inject({ url, remoteAddress })).body))
}
