import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Signer } from '../../../catalogue/log/note.ts'
import { type KeyFile, makeKey } from '../../../server/log/key-file.ts'
import { signNew } from '../../../server/log/signing.ts'
import { NOW, test as portal } from '../../support/portal.ts'

/** A test with the demonstration data in a log that is signed; `folder` is for whatever it keeps in files. */
export const test = portal.extend<{ folder: string; keep: KeyFile; signer: Signer; origin: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'portal-log-'))
    await use(folder)
    await rm(folder, { recursive: true })
  },
  keep: async ({ folder }, use) => use({ file: join(folder, 'log-key') }),
  signer: async ({ db, keep }, use) => {
    const signer = await makeKey(keep, 'fees.example.cn/log')
    await signNew(db, keep, NOW)
    await use(signer)
  },
  origin: async ({ app }, use) => use(await app.listen({ port: 0, host: '127.0.0.1' })),
})
