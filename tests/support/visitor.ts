import { buildApp } from '../../server/app.ts'
import { type Head, openHead } from '../../server/db/head.ts'
import { testConfig } from './config.ts'
import { testOn } from './database.ts'
import { fieldsOf, textOf } from './form.ts'
import { type App, NOW } from './portal.ts'

export type Clock = { at: Date; pass(minutes: number): void }

/** A test with the portal on its own copy of the demonstration data, and a clock that can be set: `clock.at` is now. */
export const test = testOn('template_seeded').extend<{ clock: Clock; head: Head; app: App }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
  clock: async ({}, use) => {
    await use({
      at: NOW,
      pass(minutes: number) {
        this.at = new Date(this.at.getTime() + minutes * 60_000)
      },
    })
  },
  head: async ({ db, url }, use) => {
    const head = await openHead(db, url, () => {})
    await use(head)
    await head.close()
  },
  app: async ({ db, head, clock }, use) => {
    const app = await buildApp({ db, head, now: () => clock.at }, testConfig)
    await use(app)
    await app.close()
  },
})

export type Answer = {
  status: number
  to: string | undefined
  html: string
  text: string
  headers: Record<string, unknown>
}

/** A person's browser: it keeps cookies, and sends forms with what their page had filled in. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  readonly #app: App
  readonly #address: string
  #page = ''

  constructor(app: App, address = '10.0.0.1') {
    this.#app = app
    this.#address = address
  }

  get(url: string): Promise<Answer> {
    return this.#ask({ method: 'GET', url })
  }

  /** Sends the form with the hidden fields of the page seen last. */
  send(url: string, fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
    const csrf = fieldsOf(this.#page).csrf
    const payload = new URLSearchParams({ ...(csrf === undefined ? {} : { csrf }), ...fields }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    return this.#ask({ method: 'POST', url, payload, headers: { ...type, ...headers } })
  }

  async signIn(login: string, password: string, next?: string): Promise<Answer> {
    const answer = await this.send('/staff/sign-in', { login, password, ...(next === undefined ? {} : { next }) })
    if (answer.status === 303) await this.get(answer.to!)
    return answer
  }

  async #ask(asked: { method: 'GET' | 'POST'; url: string; payload?: string; headers?: Record<string, string> }) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = {
      ...asked.headers,
      ...(cookie === '' ? {} : { cookie }),
      'user-agent': 'Mozilla/5.0 (X11; Linux) Chrome/140',
    }
    const answer = await this.#app.inject({ ...asked, headers, remoteAddress: this.#address })
    for (const { name, value } of answer.cookies)
      value === '' ? this.cookies.delete(name) : this.cookies.set(name, value)
    if (answer.statusCode === 200 || answer.statusCode >= 400) this.#page = answer.body
    const to = answer.headers.location === undefined ? undefined : String(answer.headers.location)
    return { status: answer.statusCode, to, html: answer.body, text: textOf(answer.body), headers: answer.headers }
  }
}
