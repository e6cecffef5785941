import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { type Db, openDatabase } from '../../../server/db/database.ts'
import { type Head, openHead } from '../../../server/db/head.ts'
import { readsPerMinute } from '../../../server/policy.ts'
import { testConfig } from '../../support/config.ts'
import { copyOf } from '../../support/database.ts'
import { type App, NOW } from '../../support/portal.ts'

/** Readers of a test ask more than any office does. */
export const TIRELESS = { ...readsPerMinute, max: 1_000_000 }

export type World = { url: string; db: Db; owner: Db; head: Head; close: () => Promise<void> }

/** A copy of the demonstration data, and its newest release. */
export async function seededWorld(): Promise<World> {
  const url = await copyOf('template_seeded')
  const db = openDatabase(url, () => {})
  const owner = openDatabase(url, () => {}, null)
  const head = await openHead(db, url, () => {})
  const close = async () => {
    await head.close()
    await owner.destroy()
    await db.destroy()
  }
  return { url, db, owner, head, close }
}

/** A test that only reads: the tests of a file share one portal on the demonstration data, at 2026-11-23 10:00 in China. */
export const test = base.extend<{ app: App }>({
  app: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
    async ({}, use) => {
      const { db, head, close } = await seededWorld()
      const app = await buildApp({ db, head, now: () => NOW }, testConfig, TIRELESS)
      await use(app)
      await app.close()
      await close()
    },
    { scope: 'file' },
  ],
})

/** The JSON that an address answers with 200. */
export async function json<T = Record<string, never>>(app: App, url: string): Promise<T> {
  const answer = await app.inject(url)
  if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body.slice(0, 500)}`)
  return answer.json() as T
}

export type Heard = { status: number; headers: Record<string, string | string[] | undefined>; body: Buffer }

/** Asks a listening portal over a real socket, byte for byte. */
export const hear = (app: App, path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Heard> =>
  new Promise((done, fail) => {
    const { port } = app.server.address() as AddressInfo
    const request = ask({ host: '127.0.0.1', port, path, method, headers, agent: false }, async (response) => {
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk as Buffer)
      done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) })
    })
    request.on('error', fail).end()
  })
