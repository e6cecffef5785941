import { randomBytes } from 'node:crypto'
import { test as base, inject } from 'vitest'
import { type Db, openDatabase } from '../../server/db/database.ts'
import { databaseUrl, query } from './cluster.ts'

type Template = 'template_empty' | 'template_seeded'

/** A fresh copy of a template for one test: the address reaches it as its owner, who is also its superuser. */
export async function copyOf(template: Template): Promise<string> {
  const server = inject('server')
  const name = `copy_${randomBytes(8).toString('hex')}`
  await query(server, `create database ${name} template ${template} strategy file_copy`)
  return databaseUrl(server, name)
}

/** A test with a database of its own, made from a template: as the portal works on it, and as its owner may. */
export const testOn = (template: Template) =>
  base.extend<{ url: string; db: Db; owner: Db }>({
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
    url: async ({}, use) => use(await copyOf(template)),
    db: async ({ url }, use) => {
      const db = openDatabase(url, () => {})
      await use(db)
      await db.destroy()
    },
    owner: async ({ url }, use) => {
      const owner = openDatabase(url, () => {}, null)
      await use(owner)
      await owner.destroy()
    },
  })

/** A test with an empty catalogue of its own. */
export const test = testOn('template_empty')
