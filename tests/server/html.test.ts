import { expect } from 'vitest'
import { inLanguage, LONG, PAGES, REFUSED } from '../support/addresses.ts'
import { faultsOf } from '../support/html.ts'
import { test } from '../support/portal.ts'

test.for(['zh', 'en'] as const)(
  'every page is valid HTML, answers as it should and sets no cookie (%s)',
  async (lang, { app }) => {
    for (const [name, path] of Object.entries(PAGES)) {
      const answer = await app.inject(inLanguage(path, lang))
      expect.soft(answer.statusCode, name).toBe(REFUSED[name] ?? 200)
      expect.soft(answer.headers['set-cookie'], name).toBeUndefined()
      expect.soft(await faultsOf(answer.body), `${name} ${path}`).toEqual([])
    }
  },
)

/** Where a page's link to the next or the previous one leads; null when it has none. */
const leadsTo = (html: string, rel: 'next' | 'prev'): string | null =>
  new RegExp(`<a href="([^"]+)" rel="${rel}">`).exec(html)?.[1]?.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&') ??
  null

test.for(['zh', 'en'] as const)(
  'the second page of a list is a page like the first, and leads back to it (%s)',
  async (lang, { app }) => {
    for (const [name, path] of Object.entries(LONG)) {
      const first = (await app.inject(inLanguage(path, lang))).body
      const next = leadsTo(first, 'next')
      expect(next, name).toContain('cursor=')
      const second = await app.inject(next!)
      expect.soft(second.statusCode, name).toBe(200)
      expect.soft(await faultsOf(second.body), `${name} ${next}`).toEqual([])
      const back = (await app.inject(leadsTo(second.body, 'prev')!)).body
      expect.soft(rowsOf(back), name).toEqual(rowsOf(first))
      expect.soft(rowsOf(second.body), name).not.toEqual(rowsOf(first))
    }
  },
)

/** The rows of the tables of a page, without their links, which keep the day and release of a list that is followed. */
const rowsOf = (html: string): string => (html.match(/<tbody.*?<\/tbody>/gs) ?? []).join('').replaceAll(/<[^>]*>/g, '')
