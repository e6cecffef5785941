import { test as base } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { type Db, openDatabase } from '../../server/db/database.ts'
import { openHead } from '../../server/db/head.ts'
import { testConfig } from './config.ts'
import { copyOf } from './database.ts'
import { type App, NOW } from './portal.ts'
import { asStaff, post, type SignedIn } from './staff.ts'

/** A test with the portal on the demonstration data; one for all tests of a file, each with cases of its own. */
export const test = base.extend<{ world: { app: App; db: Db }; app: App; db: Db }>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
    async ({}, use) => {
      const url = await copyOf('template_seeded')
      const db = openDatabase(url, () => {})
      const head = await openHead(db, url, () => {})
      const app = await buildApp({ db, head, now: () => NOW }, testConfig)
      await use({ app, db })
      await app.close()
      await head.close()
      await db.destroy()
    },
    { scope: 'file' },
  ],
  app: async ({ world }, use) => use(world.app),
  db: async ({ world }, use) => use(world.db),
})

/** A page of a case for somebody who has signed in. */
export const casePage = (app: App, who: SignedIn, no: string, rest = '', lang: 'zh' | 'en' = 'zh') =>
  app.inject({ url: `${lang === 'en' ? '/en' : ''}/staff/cases/${no}${rest}`, headers: { cookie: who.cookie } })

type Fields = Record<string, string | readonly string[]>

/** Sends a form of a case's page. */
export const sendTo = (app: App, who: SignedIn, no: string, rest: string, fields: Fields = {}) =>
  post(app, who, `/staff/cases/${no}${rest}`, fields)

/** Several people, signed in. */
export async function signedIn<L extends string>(db: Db, ...logins: L[]): Promise<Record<L, SignedIn>> {
  const all = await Promise.all(logins.map(async (login) => [login, await asStaff(db, login)] as const))
  return Object.fromEntries(all) as Record<L, SignedIn>
}
