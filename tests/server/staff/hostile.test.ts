import { expect } from 'vitest'
import { createChangeSet, putLines } from '../../../server/db/change-set-writes.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { anItem } from '../../support/lines.ts'
import { NOW, test } from '../../support/portal.ts'
import { asStaff, post } from '../../support/staff.ts'

const STRANGE = [
  '%',
  '%00',
  '%FF',
  '%C0%AE',
  '../../etc/passwd',
  "' or 1=1--",
  '"\'><x-evil onload=alert(1)>',
  '__proto__',
  '-1',
  '0',
  '1e3',
  '99999999999999999999',
  '2024-02-30',
  '٣',
  '\u202e',
  'x'.repeat(10_240),
]

/** Addresses of the desk with a place for something strange, and who may open them. */
const PLACES: Record<string, readonly string[]> = {
  editor: [
    '/staff/sets/?',
    '/staff/sets/?/edit',
    '/staff/sets/?/lines/new',
    '/staff/sets/1/lines/?',
    '/staff/sets?before=?',
    '/staff/sets?state=?',
    '/staff/sets/1?after=?',
    '/staff/sets/1/lines/new?kind=?',
    '/staff/sets/1/lines/new?kind=standard&key=?',
    '/staff/sets/1/lines/new?kind=standard&item=?',
    '/staff/sets/1/preview/?',
    '/staff/sets/1/preview/fees?on=?',
    '/staff/sets/1/preview/fees/?',
    '/staff/sets/1/effects?on=?',
    '/staff/imports/?',
    '/staff/imports/?/annotated.xlsx',
    '/staff/imports/template.xlsx?entity=?',
    '/staff/imports/template.csv?on=?',
    '/staff?done=?',
    '/en/staff/sets/?',
  ],
  reviewer: ['/staff/sets/?/review', '/staff/releases/?/confirm'],
  admin: [
    '/staff/people/?',
    '/staff/audit?who=?',
    '/staff/audit?from=?',
    '/staff/audit?cursor=?',
    '/staff/audit.csv?outcome=?',
  ],
  auditor: ['/staff/sets/?', '/staff/audit?act=?'],
}

test('nothing strange in an address of the desk hurts it, or is given back raw', { timeout: 120_000 }, async ({
  app,
  db,
}) => {
  const by = (await findLogin(db, 'editor'))!.id
  const id = await createChangeSet(db, { entity: null, title: { zh: '试', en: null }, note: null }, by, NOW)
  await putLines(db, id, [anItem('star-gazing')], by, NOW)
  for (const [login, places] of Object.entries(PLACES)) {
    const { cookie } = await asStaff(db, login)
    for (const place of places)
      for (const strange of STRANGE) {
        const url = place
          .replace('/sets/1', `/sets/${id}`)
          .replace(/(?<=[/=])\?/, /^%/.test(strange) ? strange : encodeURIComponent(strange))
        const answer = await app.inject({ url, headers: { cookie } })
        const about = `${login} ${url.slice(0, 120)} → ${answer.statusCode}`
        expect.soft(answer.statusCode, about).toBeLessThan(500)
        expect
          .soft(/html/.test(String(answer.headers['content-type'])) && answer.body.includes('<x-evil'), about)
          .toBe(false)
        expect.soft(answer.headers['cache-control'], about).toMatch(/no-store/)
      }
  }
})

test('no form of the desk is hurt by what is sent instead of it', { timeout: 120_000 }, async ({ app, db }) => {
  const by = (await findLogin(db, 'editor'))!.id
  const id = await createChangeSet(db, { entity: null, title: { zh: '试', en: null }, note: null }, by, NOW)
  const forms: Record<string, string[]> = {
    editor: [
      '/staff/sets/new',
      `/staff/sets/${id}/edit`,
      `/staff/sets/${id}/lines/new?kind=standard`,
      `/staff/sets/${id}/lines/new?kind=item`,
      `/staff/sets/${id}/comments`,
      `/staff/sets/${id}/abandon`,
      '/staff/account/password',
      '/staff/account/tokens',
    ],
    reviewer: [`/staff/sets/${id}/approve`, `/staff/sets/${id}/request-changes`],
    publisher: [`/staff/sets/${id}/schedule`, `/staff/sets/${id}/emergency`],
    admin: ['/staff/people/new', '/staff/settings'],
  }
  for (const [login, urls] of Object.entries(forms))
    for (const url of urls) {
      const who = await asStaff(db, login)
      for (const strange of ['', '\0', '"\'><x-evil>', 'x'.repeat(100_000), '💥'.repeat(500)])
        for (const name of [
          'title_zh',
          'title',
          'note',
          'comment',
          'reason',
          'words',
          'day',
          'time',
          'n',
          'login',
          'password',
          'step',
          'noticeDays',
          '__proto__',
          'constructor',
        ]) {
          const answer = await post(app, who, url, { [name]: strange, step: name === 'step' ? strange : 'save' })
          const about = `${login} ${url} ${name}=${strange.slice(0, 12)} → ${answer.statusCode}`
          expect.soft(answer.statusCode, about).toBeLessThan(500)
          expect
            .soft(/html/.test(String(answer.headers['content-type'])) && answer.body.includes('<x-evil'), about)
            .toBe(false)
        }
      const raw = {
        method: 'POST',
        url,
        headers: { cookie: who.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      } as const
      for (const payload of ['csrf', '&&&===', `csrf=${who.csrf}&csrf=${who.csrf}`, '%', `csrf=${who.csrf}&a=%FF%FE`])
        expect
          .soft((await app.inject({ ...raw, payload })).statusCode, `${url} ${payload.slice(0, 20)}`)
          .toBeLessThan(500)
    }
})
