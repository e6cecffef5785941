import { join } from 'node:path'
import { keyOf } from '../../seeds/cases/filing.ts'
import { DEMO_CASES } from '../../seeds/cases.ts'
import { loadSeeds } from '../../seeds/load.ts'
import { loadOffices } from '../../seeds/offices.ts'
import { loadStaff } from '../../seeds/staff.ts'
import { buildApp } from '../../server/app.ts'
import { fileComplaint } from '../../server/cases/filing.ts'
import { makeStats } from '../../server/cases/stats.ts'
import { readConfig } from '../../server/config.ts'
import { type Db, openDatabase } from '../../server/db/database.ts'
import { startCluster } from '../../server/db/embedded.ts'
import { openHead } from '../../server/db/head.ts'
import { catchUpLog } from '../../server/db/log.ts'
import { migrate } from '../../server/db/migrate.ts'
import { loadDemoCases } from '../../server/demo-cases.ts'
import { keyFileOf, originOf } from '../../server/log/keeping.ts'
import { makeKey } from '../../server/log/key-file.ts'
import { signNew } from '../../server/log/signing.ts'
import { seal } from '../../server/staff/secrets.ts'
import { withSecretKey } from '../../server/start.ts'
import { fillDesk } from './desk-data.ts'
import { NOW } from './now.ts'

/** A portal to be pictured; `prepare` fills its desk and gives the numbers of what is on it, and a signed release. */
export type Pictured = {
  origin: string
  db: Db
  /** Receipt and code of the n-th case of the demonstration. */
  filed: (n: number) => Promise<{ receipt: string; code: string }>
  prepare: () => Promise<Record<string, number>>
  stop: () => Promise<void>
}

/** The demonstration at the moment of the tests, whose clock stands still and whose queue is not worked off. */
export async function picturedPortal(dataDir: string): Promise<Pictured> {
  const config = await withSecretKey(readConfig({ PORT: '3987', DATA_DIR: dataDir, LOG_LEVEL: 'silent' }))
  const cluster = await startCluster(join(dataDir, 'postgres'), ['fsync=off'])
  const url = cluster.url('postgres')
  await migrate(url)
  await loadSeeds(url)
  await loadStaff(url, (login, secret) => seal(config.secretKey, login, secret))
  await loadOffices(url)
  const db = openDatabase(url, () => {})
  const head = await openHead(db, url, () => {})
  const app = await buildApp({ db, head, now: () => NOW }, config)
  const sign = async () => {
    await catchUpLog(db)
    await makeKey(keyFileOf(config), originOf(config))
    await signNew(db, keyFileOf(config), NOW)
  }
  await sign()
  await loadDemoCases(app.desk, DEMO_CASES)
  await makeStats(app.desk)
  await head.refresh()
  const filed = async (n: number) => {
    const { key, at, filing } = DEMO_CASES.find((one) => one.key === keyOf(n))!
    const then = { ...app.desk, now: () => new Date(at) }
    const again = await fileComplaint(then, { key, complaint: filing, channel: 'web', worked: true })
    if (!again.ok || again.code === null) throw new Error(`case ${n} of the demonstration is another`)
    return { receipt: again.receipt, code: again.code }
  }
  return {
    origin: await app.listen({ port: config.port, host: config.host }),
    db,
    filed,
    prepare: async () => {
      const { sets, imports } = await fillDesk(app.desk)
      await sign()
      return { ...sets, ...imports, release: sets.emergencyRelease - 1 }
    },
    stop: async () => {
      await app.close()
      await head.close()
      await db.destroy()
      await cluster.stop()
    },
  }
}
