import { expect } from 'vitest'
import { inLanguage } from '../../support/addresses.ts'
import { type Desk, test } from '../../support/desk.ts'
import type { DeskPage } from '../../support/desk-pages.ts'
import { sendForm } from '../../support/form.ts'
import { faultsOf } from '../../support/html.ts'

/** What a page answers, asked for or sent a form as a browser does. */
async function answerOf({ app, who }: Desk, page: DeskPage, lang: 'zh' | 'en') {
  const signedIn = await who(page)
  const url = inLanguage(page.path, lang)
  const headers: Record<string, string> = signedIn === null ? {} : { cookie: signedIn.cookie }
  if (page.sent === undefined) return app.inject({ url, headers })
  const sent = { csrf: signedIn?.csrf ?? '', ...page.sent }
  if (page.file) return sendForm(app, url, sent as Record<string, string>, null, headers)
  const form = new URLSearchParams(Object.entries(sent) as [string, string][])
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  return app.inject({ method: 'POST', url, headers: { ...headers, ...type }, payload: form.toString() })
}

test.for(['zh', 'en'] as const)(
  'every page of the desk is valid HTML, answers as it should, and is kept by nobody (%s)',
  async (lang, { desk }) => {
    for (const [name, page] of Object.entries(desk.pages)) {
      const answer = await answerOf(desk, page, lang)
      expect.soft(answer.statusCode, `${name} ${page.path}`).toBe(page.status ?? 200)
      expect.soft(answer.headers['cache-control'], name).toMatch(/no-store/)
      expect.soft(await faultsOf(answer.body), `${name} ${page.path}`).toEqual([])
    }
  },
)
