import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { say } from '../../../catalogue/release.ts'
import { text } from '../../../catalogue/text.ts'
import { comment, createChangeSet, putLines } from '../../../server/db/change-set-writes.ts'
import { publish } from '../../../server/db/publish.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { anItem, aPrice, aRule } from '../../support/lines.ts'
import { NOW, test } from '../../support/portal.ts'
import { asStaff, post } from '../../support/staff.ts'

/** What someone could type wherever a text is asked for. */
const EVIL = `"'><x-evil onload=alert(1)></script></title><x-evil>]]><!--\r\nATTENDEE:mailto:x@example.com\r\nSUMMARY:forged`
const FORMULA = `=HYPERLINK("http://evil.example","x")`
const [said, formula] = [text(EVIL, EVIL), text(FORMULA, FORMULA)]
const evilWhy = { zh: EVIL, en: EVIL, documents: ['a-rule'] }
const from = { from: day('2026-12-15'), until: null }

const document = {
  ...aRule.payload!,
  title: said,
  issuer: said,
  summary: said,
  number: '"><x-evil>',
  href: 'https://example.com/"><x-evil>',
}
const item = { ...anItem('evil-item').payload!, name: said, content: said, aliases: ['"><x-evil>'], remark: said }
const price = {
  ...aPrice('1.00', 'base', 'evil-item'),
  ...{ label: said, posted: EVIL, remark: said, provenance: { mark: 'recall', source: EVIL } as const },
}
const LINES = [
  say('document', document, { from: day('2000-01-01'), until: null }, evilWhy),
  say('item', item, { from: day('2000-01-01'), until: null }, evilWhy),
  say('standard', price, from, evilWhy),
  say(
    'item',
    { ...anItem('formula-item').payload!, name: formula, remark: formula },
    { from: day('2000-01-01'), until: null },
    { ...evilWhy, zh: FORMULA },
  ),
]

const isRaw = (type: string, body: string): boolean =>
  /html|xml/.test(type) ? /<x-evil|href="javascript:/.test(body) : false

test('what is typed as text stays text on every public page, feed and file', { timeout: 60_000 }, async ({
  app,
  owner,
  head,
}) => {
  const withScript = say('document', { ...document, href: 'javascript:alert(1)' }, from, evilWhy)
  const refused = await publish(owner, { title: said, note: null, backfilled: false, lines: [withScript] }, NOW)
  expect(refused).toMatchObject({ ok: false, faults: [{ field: 'href' }] })
  const published = await publish(owner, { title: said, note: said, backfilled: false, lines: LINES }, NOW)
  if (!published.ok) throw new Error(JSON.stringify(published.faults))
  await head.refresh()
  const release = published.release
  const pages = [
    ...[
      '/',
      '/fees',
      '/fees/evil-item',
      '/fees/evil-item/history',
      '/fees/formula-item',
      '/policies',
      '/policies/a-rule',
      '/changes',
      '/upcoming',
    ],
    ...[`/changes/${release}`, '/calculator', '/check', '/quality', '/fees?q=evil', '/search?q=evil'],
  ]
  const files = [
    '/changes.atom',
    '/changes.json',
    '/upcoming.ics',
    '/effective.ics',
    '/calendar.ics',
    '/fees.csv',
    `/changes/${release}.csv`,
    '/sitemap.xml',
    '/fees.json',
  ]
  let seen = 0
  for (const url of [...pages, ...pages.map((url) => `/en${url}`), ...files, ...files.map((url) => `/en${url}`)]) {
    const { statusCode, body, headers } = await app.inject({ url })
    const type = String(headers['content-type'])
    if (statusCode === 200 && body.includes('x-evil')) seen++
    expect.soft(statusCode, url).toBeLessThan(500)
    expect.soft(isRaw(type, body), url).toBe(false)
    if (/calendar/.test(type)) expect.soft(/^(ATTENDEE|SUMMARY:forged)/m.test(body), url).toBe(false)
    if (/csv/.test(type)) expect.soft(/(^|,|")=HYPERLINK/m.test(body), url).toBe(false)
  }
  expect(seen).toBeGreaterThan(8)
})

test('what is typed as text stays text on the desk: in sets, reviews, previews, comments and the audit', {
  timeout: 60_000,
}, async ({ app, db }) => {
  const by = (await findLogin(db, 'editor'))!.id
  const id = await createChangeSet(db, { entity: null, title: said, note: said }, by, NOW)
  await putLines(db, id, LINES, by, NOW)
  await comment(db, id, 1, EVIL, by, NOW)
  await comment(db, id, null, EVIL, by, NOW)
  const [editor, reviewer, publisher, admin] = [
    await asStaff(db, 'editor'),
    await asStaff(db, 'reviewer'),
    await asStaff(db, 'publisher'),
    await asStaff(db, 'admin'),
  ]
  const shown: [typeof editor, string][] = [
    [editor, '/staff'],
    [editor, '/staff/sets'],
    [editor, `/staff/sets/${id}`],
    [editor, `/staff/sets/${id}/edit`],
    ...[1, 2, 3, 4].map((n): [typeof editor, string] => [editor, `/staff/sets/${id}/lines/${n}`]),
    [reviewer, `/staff/sets/${id}/review`],
    ...['', '/', '/fees', '/fees/evil-item?on=2026-12-20', '/policies/a-rule', '/changes', '/upcoming'].map(
      (path): [typeof editor, string] => [reviewer, `/staff/sets/${id}/preview${path}`],
    ),
    [reviewer, `/staff/sets/${id}/effects`],
  ]
  for (const [who, url] of shown)
    for (const prefix of ['', '/en']) {
      const { statusCode, body } = await app.inject({ url: prefix + url, headers: { cookie: who.cookie } })
      expect.soft(statusCode, url).toBeLessThan(500)
      expect.soft(isRaw('html', body), prefix + url).toBe(false)
    }
  const posted: [typeof editor, string, Record<string, string>][] = [
    [editor, `/staff/sets/${id}/comments`, { words: '', on: EVIL, n: EVIL }],
    [editor, `/staff/sets/${id}/abandon`, { reason: '', note: EVIL }],
    [publisher, `/staff/sets/${id}/emergency`, { reason: 'x', day: EVIL }],
    [admin, '/staff/people/new', { login: EVIL, name: EVIL, role: EVIL, entity: EVIL }],
    [admin, '/staff/settings', { noticeDays: EVIL, why: EVIL }],
    [editor, '/staff/account/tokens', { name: EVIL.repeat(3) }],
  ]
  for (const [who, url, fields] of posted) {
    const { statusCode, body } = await post(app, who, url, fields)
    expect.soft(statusCode, url).toBeLessThan(500)
    expect.soft(isRaw('html', body), url).toBe(false)
  }
})
