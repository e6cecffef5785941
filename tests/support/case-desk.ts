import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from 'vitest'
import { buildStamp } from '../../server/build.ts'
import { caseKeys, newSecrets } from '../../server/cases/keys.ts'
import { type Db, openDatabase } from '../../server/db/database.ts'
import { type Head, openHead } from '../../server/db/head.ts'
import { lawReader } from '../../server/db/law.ts'
import { referenceReader } from '../../server/db/reference.ts'
import { keptAnswers } from '../../server/kept.ts'
import { priceReader } from '../../server/price-books.ts'
import type { Desk } from '../../server/staff/desk.ts'
import { testConfig } from './config.ts'
import { copyOf } from './database.ts'
import { NOW } from './now.ts'

/** A desk on a database, without the pages around it. */
function deskOn(db: Db, head: Head): Desk {
  const reference = referenceReader(db)
  const publicUrl = 'https://ports.example'
  return {
    ...{ db, head, reference, publicUrl, now: () => NOW, demo: true, kept: keptAnswers(), assets: (name) => name },
    build: buildStamp({ publicUrl, demo: true }),
    prices: priceReader(db, reference),
    secretKey: testConfig.secretKey!,
    keys: caseKeys(newSecrets()),
    law: lawReader(db),
    files: join(tmpdir(), 'no-files'),
  }
}

/** A test with a desk on the demonstration data; one for all tests of a file, each with cases of its own. */
export const test = base.extend<{ url: string; desk: Desk; db: Db; owner: Db }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
  url: [async ({}, use) => use(await copyOf('template_seeded')), { scope: 'file' }],
  db: [
    async ({ url }, use) =>
      lent(
        openDatabase(url, () => {}),
        use,
      ),
    { scope: 'file' },
  ],
  owner: [
    async ({ url }, use) =>
      lent(
        openDatabase(url, () => {}, null),
        use,
      ),
    { scope: 'file' },
  ],
  desk: [
    async ({ url, db }, use) => {
      const head = await openHead(db, url, () => {})
      await use(deskOn(db, head))
      await head.close()
    },
    { scope: 'file' },
  ],
})

async function lent(db: Db, use: (db: Db) => Promise<void>): Promise<void> {
  await use(db)
  await db.destroy()
}
