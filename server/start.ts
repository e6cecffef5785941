import { join } from 'node:path'
import { loadSeeds } from '../seeds/load.ts'
import { loadOffices } from '../seeds/offices.ts'
import { DEMO_LOGINS, loadStaff } from '../seeds/staff.ts'
import { buildApp } from './app.ts'
import { startBackground } from './background.ts'
import { caseKeys, secretsIn } from './cases/keys.ts'
import { BadEnvironment, type Config, caseKeyFile } from './config.ts'
import { openDatabase } from './db/database.ts'
import { openHead } from './db/head.ts'
import { migrate } from './db/migrate.ts'
import { reachAlone } from './db/reach.ts'
import { secretIn } from './secret.ts'
import { DEMO_PASSWORD } from './staff/passwords.ts'
import { seal } from './staff/secrets.ts'

/** A running portal: what to tell who started it, and how to stop it. */
export type Portal = { greeting: string; stop: () => Promise<void> }

/** Starts everything in order: the database, its tables, the demonstration data, the pages; `stop` undoes it backwards. */
export async function startPortal(config: Config, now: () => Date): Promise<Portal> {
  const { url, leave } = await reachAlone(config)
  try {
    return await serve(await withSecretKey(config), now, url, leave)
  } catch (error) {
    await leave()
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
  url: string,
  leave: () => Promise<void>,
): Promise<Portal> {
  await migrate(url)
  if (config.demo) await loadSeeds(url)
  if (config.demo) await loadStaff(url, (login, secret) => seal(config.secretKey, login, secret))
  if (config.demo) await loadOffices(url)
  const log = { warn: (_: object, _words: string) => {} }
  const lost = ({ message }: Error) => log.warn({ reason: message }, 'a database connection was lost')
  const db = openDatabase(url, lost)
  const head = await openHead(db, url, lost)
  const keys = caseKeys(await secretsIn(caseKeyFile(config)))
  const app = await buildApp({ db, head, now, keys }, config)
  log.warn = (about, words) => app.log.warn(about, words)
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
