import { buildApp } from '../../server/app.ts'
import { type Head, openHead } from '../../server/db/head.ts'
import { testConfig } from './config.ts'
import { testOn } from './database.ts'
import { NOW } from './now.ts'

export type App = Awaited<ReturnType<typeof buildApp>>

export { NOW }

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
