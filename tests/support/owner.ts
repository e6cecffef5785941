import { test as base } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { type Db, openDatabase } from '../../server/db/database.ts'
import { openHead } from '../../server/db/head.ts'
import { testConfig } from './config.ts'
import { copyOf } from './database.ts'
import type { FiledHere } from './filed.ts'
import { type FileSent, fieldsOf, sendForm } from './form.ts'
import { type App, NOW } from './portal.ts'
import { Visitor } from './visitor.ts'

/** A moment that a test may move; every test begins at that of the tests. */
export type Clock = { at: Date }

/** A test with a portal that all tests of a file share, each with filings of its own; `owner` is the database's. */
export const test = base.extend<{ url: string; db: Db; owner: Db; clock: Clock; app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
  url: [async ({}, use) => use(await copyOf('template_seeded')), { scope: 'file' }],
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
  clock: [async ({}, use) => use({ at: NOW }), { scope: 'file' }],
  db: [async ({ url }, use) => lent(openDatabase(url, fails), use), { scope: 'file' }],
  owner: [async ({ url }, use) => lent(openDatabase(url, fails, null), use), { scope: 'file' }],
  app: [
    async ({ url, db, clock }, use) => {
      const head = await openHead(db, url, fails)
      const app = await buildApp({ db, head, now: () => clock.at }, testConfig)
      await use(app)
      await app.close()
      await head.close()
    },
    { scope: 'file' },
  ],
})

const fails = (error: Error) => {
  throw error
}

async function lent(db: Db, use: (db: Db) => Promise<void>): Promise<void> {
  await use(db)
  await db.destroy()
}

/** Somebody who opened his case with receipt and code, and reads it in one language. */
export class Holder {
  readonly visitor: Visitor
  readonly #app: App
  readonly #lang: '' | '/en'

  constructor(app: App, lang: '' | '/en' = '', address = '10.0.0.9') {
    this.visitor = new Visitor(app, address)
    this.#app = app
    this.#lang = lang
  }

  static async of(app: App, { receipt, code }: FiledHere, lang: '' | '/en' = ''): Promise<Holder> {
    const holder = new Holder(app, lang)
    const { status } = await holder.visitor.send(`${lang}/complaints/lookup`, { receipt, code })
    if (status !== 303) throw new Error(`the case was not opened: ${status}`)
    return holder
  }

  get cookie(): string {
    return [...this.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  page(rest = '') {
    return this.visitor.get(`${this.#lang}/complaints/case${rest}`)
  }

  /** What the form of that id holds, where it leads included. */
  async form(id: string, rest = ''): Promise<{ action: string; fields: Record<string, string> }> {
    const { html } = await this.page(rest)
    const form = new RegExp(`<form[^>]* id="${id}"[\\s\\S]*?</form>`).exec(html)?.[0]
    if (form === undefined) throw new Error(`no form ${id}`)
    return { action: / action="([^"]*)"/.exec(form)![1]!, fields: fieldsOf(form) }
  }

  /** Fills a form in and sends it. */
  async fill(id: string, fields: Record<string, string> = {}, rest = '') {
    const form = await this.form(id, rest)
    return this.visitor.send(form.action, { ...form.fields, ...fields })
  }

  /** The same with a file. */
  async fillWithFile(id: string, file: FileSent | null, fields: Record<string, string> = {}) {
    const form = await this.form(id)
    return sendForm(this.#app, form.action, { ...form.fields, ...fields }, file, { cookie: this.cookie })
  }
}
