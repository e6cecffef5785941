import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { loadSeeds } from '../../seeds/load.ts'
import { loadOffices } from '../../seeds/offices.ts'
import { loadStaff } from '../../seeds/staff.ts'
import { startCluster } from '../../server/db/embedded.ts'
import { migrate } from '../../server/db/migrate.ts'
import { seal } from '../../server/staff/secrets.ts'
import { testConfig } from './config.ts'

const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

declare module 'vitest' {
  interface ProvidedContext {
    server: string
  }
}

/** One PostgreSQL for the whole run with two templates: an empty catalogue, and the demonstration data. */
export default async function setup(project: TestProject) {
  const outside = process.env.TEST_DATABASE_URL
  const dir = await mkdtemp(join(tmpdir(), 'portal-test-'))
  const cluster = outside ? null : await startCluster(dir, FAST)
  const server = outside ?? cluster!.url('postgres')
  await template(server, 'template_empty', async (url) => void (await migrate(url)))
  await template(server, 'template_seeded', async (url) => {
    await migrate(url)
    await loadSeeds(url)
    await loadStaff(url, (login, secret) => seal(testConfig.secretKey!, login, secret))
    await loadOffices(url)
  })
  project.provide('server', server)
  return async () => {
    await dropCopies(server)
    await cluster?.stop()
    await rm(dir, { recursive: true, force: true })
  }
}

async function template(server: string, name: string, fill: (url: string) => Promise<void>): Promise<void> {
  await query(server, `drop database if exists ${name} with (force)`)
  await query(server, `create database ${name}`)
  await fill(databaseUrl(server, name))
}

/** Copies are dropped together at the end: dropping one while its pool closes would fail tests that passed. */
async function dropCopies(server: string): Promise<void> {
  const names = await query(
    server,
    `select datname from pg_database where datname like 'copy\\_%' or datname like 'template\\_%ed' or datname = 'template_empty'`,
  )
  for (const { datname } of names) await query(server, `drop database if exists ${datname} with (force)`)
}

/** The address of another database on the same server. */
export function databaseUrl(server: string, name: string): string {
  return server.replace(/\/[^/?]*(\?|$)/, `/${name}$1`)
}

/** Runs one statement on a server and returns its rows. */
export async function query(url: string, text: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}
