import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startCluster } from '../server/db/embedded.ts'
import { migrate } from '../server/db/migrate.ts'

/** A PostgreSQL of the benchmark's own, set up as in production, and a new database on it for each catalogue. */
export type House = { version: string; database: (name: string) => Promise<string>; leave: () => Promise<void> }

/** Starts it in a temporary folder; `leave` stops it and takes everything away. */
export async function openHouse(): Promise<House> {
  const dir = await mkdtemp(join(tmpdir(), 'portal-bench-'))
  const cluster = await startCluster(dir)
  const socket = new URLSearchParams(cluster.url('postgres').split('?')[1]).get('host')!
  const version = await ask(cluster.url('postgres'), 'show server_version')
  return {
    version,
    database: async (name) => {
      await ask(cluster.url('postgres'), `create database ${name}`)
      await migrate(cluster.url(name))
      return cluster.url(name)
    },
    leave: async () => {
      await cluster.stop()
      await rm(dir, { recursive: true, force: true })
      await rm(socket, { recursive: true, force: true })
    },
  }
}

async function ask(url: string, text: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(text)
  await client.end()
  return String(Object.values(rows[0] ?? {})[0] ?? '')
}
