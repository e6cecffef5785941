import { sql } from 'kysely'
import { expect } from 'vitest'
import { addDays, day } from '../../../catalogue/day.ts'
import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { asIfPublished } from '../../../server/db/as-if.ts'
import type { Db } from '../../../server/db/database.ts'
import { publish } from '../../../server/db/publish.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { aRise, FROM, proposed, TERMINAL, TITLE } from '../../support/proposals.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const preview = (set: number, lang: 'zh' | 'en' = 'zh') => `${lang === 'en' ? '/en' : ''}/staff/sets/${set}/preview`
const PUBLIC_URL = 'https://fees.example.cn'

/** A page without what a preview takes away or may not offer: addresses for programs, and files. */
const bare = (html: string): string =>
  html
    .replace(/<link rel="(canonical|alternate|search)"[^>]*>\n?/g, '')
    .replace(/<script type="application\/ld\+json">[\s\S]*?<\/script>/g, '')
    .replace(
      / (href="[^"]*\.(csv|xlsx|json|atom|ics|xml|pdf)([?#][^"]*)?"|aria-disabled="true"|type="\w+\/[^"]*")/g,
      '',
    )
    .replaceAll(PUBLIC_URL, '')

/** A preview without its strip, with its addresses as they are in public. */
const asPublic = (html: string, set: number): string =>
  bare(html)
    .replace(
      /<link rel="stylesheet" href="[^"]*desk\.css[^"]*">\n?<aside class="preview-strip"[\s\S]*?<\/aside>\n?/,
      '',
    )
    .replaceAll(preview(set, 'en'), '/en')
    .replaceAll(new RegExp(`${preview(set)}(?=/)`, 'g'), '')
    .replaceAll(preview(set), '/')

const counts = async (db: Db) => {
  const tables = ['release', 'statement', 'subject', 'search_term', 'change_line', 'change_event', 'log_leaf'] as const
  const rows = await Promise.all(
    tables.map(
      async (table) => (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]!.n,
    ),
  )
  return Object.fromEntries(tables.map((table, n) => [table, rows[n]]))
}

test('a previewed page is the public page after really publishing the same lines', async ({ app, db, head, owner }) => {
  const line = await aRise(db)
  const set = await proposed(db, 'terminal', [line])
  const who = await asStaff(db, 'terminal')
  const paths = [
    `/entities/${TERMINAL}?on=${FROM}`,
    `/fees?entity=${TERMINAL}&on=${FROM}`,
    `/fees/${line.payload!.item}?port=CNNGB&on=${FROM}`,
    '/upcoming',
    `/diff?from=${addDays(FROM, -1)}&to=${FROM}&port=CNNGB`,
    '/changes',
    '/',
  ]
  const seen = new Map<string, string>()
  for (const prefix of ['', '/en'])
    for (const path of paths) {
      const answer = await get(app, who, `${preview(set, prefix === '' ? 'zh' : 'en')}${path === '/' ? '' : path}`)
      expect([path, answer.statusCode]).toEqual([path, 200])
      seen.set(prefix + path, asPublic(answer.body, set))
    }
  expect(seen.get(paths[0]!)).toContain('12,345')
  await publish(owner, { title: TITLE, note: null, backfilled: false, lines: [line] }, NOW)
  await head.refresh()
  for (const [path, html] of seen) {
    const real = await app.inject(path === '/en/' ? '/en' : path)
    expect(html, path).toBe(bare(real.body))
  }
})

test('a preview leaves nothing behind, and what others read does not change meanwhile', async ({ app, db, head }) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  const who = await asStaff(db, 'terminal')
  const [before, release] = [await counts(db), head.release()]
  for (const path of [
    `/entities/${TERMINAL}?on=${FROM}`,
    `/fees?q=%E5%A0%86%E5%AD%98`,
    '/fees/no-such-item',
    '/calculator?for=call',
  ])
    await get(app, who, preview(set) + path)
  await get(app, who, `/staff/sets/${set}/effects`)
  await head.refresh()
  expect(await counts(db)).toEqual(before)
  expect(head.release()).toBe(release)
  expect((await app.inject(`/entities/${TERMINAL}?on=${FROM}`)).body).not.toContain('12,345')
})

test('what a preview publishes cannot be committed', async ({ db }) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  const before = await counts(db)
  const committing = db.transaction().execute((tx) => sql`select preview_set(${set}, ${NOW})`.execute(tx))
  await expect(committing).rejects.toThrow(/of a change set that is not published/)
  expect(await counts(db)).toEqual(before)
})

test('a look that fails is rolled back like any other', async ({ db }) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  const before = await counts(db)
  const looking = asIfPublished(db, set, NOW, async () => {
    throw new Error('looked away')
  })
  await expect(looking).rejects.toThrow('looked away')
  expect(await counts(db)).toEqual(before)
})

test('links and forms stay inside, files and sending do not work, nobody keeps or finds the page', async ({
  app,
  db,
}) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  const who = await asStaff(db, 'terminal')
  const { body, headers } = await get(app, who, `${preview(set, 'en')}/fees`)
  const hrefs = [...body.matchAll(/<a\b[^>]* href="([^"]*)"/g)].map(([, href]) => href!)
  const outside = hrefs.filter(
    (href) =>
      !href.includes(`/staff/sets/${set}`) &&
      !/^(#|\/api\/docs|\/openapi|\/en\/(log|quality)$|tel:|https?:)/.test(href),
  )
  expect(outside).toEqual([])
  expect(hrefs.filter((href) => /\.(csv|xlsx|atom|ics)/.test(href))).toEqual([])
  expect([...body.matchAll(/<form[^>]* action="([^"]*)"/g)].every(([, to]) => to!.includes(preview(set)))).toBe(true)
  expect(headers).toMatchObject({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' })
  expect(headers.etag).toBeUndefined()
  expect(body).toContain(`Preview: change set ${set}, not published.`)
  const check = await get(app, who, `${preview(set)}/check`)
  expect(check.body).toMatch(/<form[^>]*method="post"[^>]*><fieldset class="unsent" disabled>/)
  for (const path of ['/fees.csv', '/changes.atom', '/calculator.pdf?for=call'])
    expect([path, (await get(app, who, preview(set) + path)).statusCode]).toEqual([path, 404])
})

test('the draft of another entity is not there', async ({ app, db }) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  const who = await asStaff(db, 'forwarder')
  for (const path of [preview(set), `${preview(set)}/fees`, `/staff/sets/${set}/effects`])
    expect([path, (await get(app, who, path)).statusCode]).toEqual([path, 404])
  expect((await get(app, await asStaff(db, 'reviewer'), preview(set))).statusCode).toBe(200)
  expect((await get(app, await asStaff(db, 'admin'), preview(set))).statusCode).toBe(403)
})

test('a line that names what was never published is named, with the way back', async ({ app, db }) => {
  const rise = await aRise(db)
  const stranger = say(
    'standard',
    { ...rise.payload!, line: 'other', basis: [{ document: 'no-such-document', article: null }] },
    rise.valid,
    rise.why,
  )
  const set = await proposed(db, 'terminal', [rise, stranger])
  const page = await get(app, await asStaff(db, 'terminal'), `${preview(set, 'en')}/fees`)
  expect(page.statusCode).toBe(409)
  expect(page.body).toContain('Line 2 names a document that was never published')
  expect(page.body).toContain(`href="/en/staff/sets/${set}"`)
})

test('an empty set shows what is published; a new item is found by its name', async ({ app, db }) => {
  const empty = await proposed(db, 'editor', [], null)
  const who = await asStaff(db, 'editor')
  expect((await get(app, who, `${preview(empty)}/fees`)).statusCode).toBe(200)
  const [item] = await db.selectFrom('statement').select('payload').where('kind', '=', 'item').limit(1).execute()
  const payload = {
    ...(item!.payload as never as Parameters<typeof say<'item'>>[1]),
    code: 'moon-berthing',
    name: text('月球泊位费', 'Lunar berthing'),
  }
  const why = { zh: '新增', en: 'new', documents: [] }
  const set = await proposed(db, 'editor', [say('item', payload, { from: day('2026-01-01'), until: null }, why)], null)
  const found = await get(app, who, `${preview(set)}/fees?q=${encodeURIComponent('月球泊位')}`)
  expect(found.body).toContain('月球泊位费')
  expect((await app.inject(`/fees?q=${encodeURIComponent('月球泊位')}`)).body).not.toContain('月球泊位费')
})

test('nothing is sent to a preview', async ({ app, db }) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  const answer = await post(app, await asStaff(db, 'terminal'), `${preview(set)}/check`, {})
  expect([404, 405]).toContain(answer.statusCode)
})
