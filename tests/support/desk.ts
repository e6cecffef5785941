import { test as base } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { type Db, openDatabase } from '../../server/db/database.ts'
import { openHead } from '../../server/db/head.ts'
import { testConfig } from './config.ts'
import { copyOf } from './database.ts'
import { type DeskData, fillDesk } from './desk-data.ts'
import { type DeskPage, deskPages } from './desk-pages.ts'
import { readWaiting } from './imports.ts'
import { type App, NOW } from './portal.ts'
import { asStaff, type SignedIn } from './staff.ts'

/** A portal on the prepared data, its pages, and who has signed in to look at one. */
export type Desk = {
  app: App
  db: Db
  data: DeskData
  pages: Record<string, DeskPage>
  who: (page: Pick<DeskPage, 'as' | 'stage'>) => Promise<SignedIn | null>
  /** Reads the files that wait for it. */
  readWaiting: () => Promise<void>
}

/** A test on the prepared data of the desk; one portal for all tests of a file. */
export const test = base.extend<{ desk: Desk }>({
  desk: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
    async ({}, use) => {
      const url = await copyOf('template_seeded')
      const db = openDatabase(url, () => {})
      const head = await openHead(db, url, () => {})
      const app = await buildApp({ db, head, now: () => NOW }, testConfig)
      const data = await fillDesk(app.desk)
      const waiting = () => readWaiting(url, { db, head })
      await use({ app, db, data, pages: deskPages(data), who: entrance(db), readWaiting: waiting })
      await app.close()
      await head.close()
      await db.destroy()
    },
    { scope: 'file' },
  ],
})

/** Signs everyone in once for each stage at which a page looks at them. */
function entrance(db: Db): Desk['who'] {
  const known = new Map<string, Promise<SignedIn>>()
  return async ({ as, stage = 'full' }) => {
    if (as === '') return null
    const name = `${as} ${stage}`
    if (!known.has(name)) known.set(name, asStaff(db, as, NOW, stage))
    return known.get(name)!
  }
}
