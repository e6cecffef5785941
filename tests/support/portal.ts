import { buildApp } from '../../server/app.ts'
import { type Head, openHead } from '../../server/db/head.ts'
import { testConfig } from './config.ts'
import { testOn } from './database.ts'

export type App = Awaited<ReturnType<typeof buildApp>>

/** The moment at which tests happen: 2026-11-23 10:00 in China. */
export const NOW = new Date('2026-11-23T10:00:00+08:00')

/** A test with the portal on its own copy of the demonstration data, at that moment. */
export const test = testOn('template_seeded').extend<{ head: Head; app: App }>({
  head: async ({ db, url }, use) => {
    const head = await openHead(db, url, () => {})
    await use(head)
    await head.close()
  },
  app: async ({ db, head }, use) => {
    const app = await buildApp({ db, head, now: () => NOW }, testConfig)
    await use(app)
    await app.close()
  },
})
