import { join } from 'node:path'
import { DEMO_CASES } from '../seeds/cases.ts'
import { loadSeeds } from '../seeds/load.ts'
import { loadOffices } from '../seeds/offices.ts'
import { DEMO_LOGINS, loadStaff } from '../seeds/staff.ts'
import { buildApp } from './app.ts'
import { startBackground } from './background.ts'
import { keysIn } from './cases/live-keys.ts'
import { makeStats } from './cases/stats.ts'
import { BadEnvironment, type Config, caseKeyFile } from './config.ts'
import { type Db, openDatabase } from './db/database.ts'
import { losingSettings } from './db/durable.ts'
import { openHead } from './db/head.ts'
import { migrate } from './db/migrate.ts'
import { type Reached, reachAlone } from './db/reach.ts'
import { loadDemoCases } from './demo-cases.ts'
import { secretIn } from './secret.ts'
import { DEMO_PASSWORD } from './staff/passwords.ts'
import { seal } from './staff/secrets.ts'

/** A running portal: what to tell who started it, and how to stop it. */
export type Portal = { greeting: string; stop: () => Promise<void> }

/** Starts everything in order: the database, its tables, the demonstration data, the pages; `stop` undoes it backwards. */
export async function startPortal(config: Config, now: () => Date): Promise<Portal> {
  const reached = await reachAlone(config)
  try {
    return await serve(await withSecretKey(config), now, reached)
  } catch (error) {
    await reached.leave()
    throw error
  }
}

/** SECRET_KEY as given; on a database of the portal's own it is made at the first start and kept under DATA_DIR. */
export const withSecretKey = async (config: Config): Promise<Config & { secretKey: string }> => ({
  ...config,
  secretKey: config.secretKey ?? (await secretIn(join(config.dataDir, 'secret-key'))),
})

async function serve(
  config: Config & { secretKey: string },
  now: () => Date,
  { url, leave, keep }: Reached,
): Promise<Portal> {
  await migrate(url)
  if (config.demo) await loadSeeds(url)
  if (config.demo) await loadStaff(url, (login, secret) => seal(config.secretKey, login, secret))
  if (config.demo) await loadOffices(url)
  const log = { warn: (_: object, _words: string) => {} }
  const lost = ({ message }: Error) => log.warn({ reason: message }, 'a database connection was lost')
  const db = openDatabase(url, lost)
  await mustBeDurable(db)
  const head = await openHead(db, url, lost)
  const keys = await keysIn(caseKeyFile(config))
  const app = await buildApp({ db, head, now, keys }, config)
  log.warn = (about, words) => app.log.warn(about, words)
  keep(({ message }) => log.warn({ reason: message }, 'the database could not be started again'))
  if (config.demo)
    void loadDemoCases(app.desk, DEMO_CASES)
      .then((filed) => (filed > 0 ? makeStats(app.desk) : undefined))
      .catch((error: Error) => log.warn({ reason: error.message }, 'the demonstration cases could not be loaded'))
  const background = await startBackground(app.desk, url, config, log.warn)
  app.addHook('onClose', async () => {
    await background.stop()
    await head.close()
    await db.destroy()
    await leave()
  })
  const address = await app.listen({ port: config.port, host: config.host }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EADDRINUSE' ? new BadEnvironment(taken(config)) : error
  })
  return { greeting: greeting(config, address, head.release()), stop: () => app.close() }
}

/** What is acknowledged must be kept: a database that may forget is refused. */
async function mustBeDurable(db: Db): Promise<void> {
  const losing = await losingSettings(db)
  if (losing.length === 0) return
  await db.destroy()
  throw new BadEnvironment(
    `The database could lose what the portal has acknowledged (${losing.join(', ')}): turn these settings on, then start again.`,
  )
}

const taken = ({ host, port }: Config): string =>
  `Something else already listens on ${host}:${port}. Stop it, or give the portal another PORT.`

const greeting = ({ demo, dataDir, databaseUrl }: Config, address: string, release: number): string =>
  [
    '',
    `口岸收费公示与监督平台  Port Fee Portal`,
    `  ${address}        中文`,
    `  ${address}/en     English`,
    `  ${databaseUrl ? 'on the database of DATABASE_URL' : `on its own PostgreSQL under ${dataDir}`}, release ${release}${demo ? ', with demonstration data (示例)' : ''}`,
    ...(demo ? [`  ${address}/staff  工作台, as ${DEMO_LOGINS.join(', ')}; password ${DEMO_PASSWORD}`] : []),
    '',
  ].join('\n')
