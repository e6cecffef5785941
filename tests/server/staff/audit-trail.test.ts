import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { audit } from '../../../server/db/audit.ts'
import { readAudit } from '../../../server/db/audit-trail.ts'
import type { Db } from '../../../server/db/database.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { textOf } from '../../support/form.ts'
import { type App, test } from '../../support/portal.ts'
import { asStaff, type SignedIn } from '../../support/staff.ts'

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const at = (text: string) => new Date(text)

async function written(db: Db) {
  const { id } = (await findLogin(db, 'terminal'))!
  const by = { by: id, login: 'terminal', address: '192.0.2.7' }
  const nobody = { by: null, address: '192.0.2.9', act: 'session.begin', outcome: 'refused' } as const
  await audit(db, { ...by, at: at('2026-11-20T23:30:00+08:00'), act: 'set.write', object: 'set 1', outcome: 'done' })
  await audit(db, { ...nobody, at: at('2026-11-21T00:10:00+08:00'), login: '=cmd|calc', object: null })
  await audit(db, {
    ...by,
    ...{ at: at('2026-11-22T09:00:00+08:00'), act: 'set.write', object: 'set 2', outcome: 'failed' },
    detail: { why: '@risk', n: 3 },
  })
}

test('entries are found by who, what, outcome and the days in China', async ({ db }) => {
  await written(db)
  const found = async (filter: Parameters<typeof readAudit>[1]) =>
    (await readAudit(db, filter, { limit: 10 })).map(({ object, login }) => object ?? login)
  expect(await found({})).toEqual(['set 2', '=cmd|calc', 'set 1'])
  expect(await found({ who: 'terminal' })).toEqual(['set 2', 'set 1'])
  expect(await found({ who: '示例码头编辑', outcome: 'done' })).toEqual(['set 1'])
  expect(await found({ act: 'session.begin' })).toEqual(['=cmd|calc'])
  expect(await found({ to: '2026-11-20' as never })).toEqual(['set 1'])
  expect(await found({ from: '2026-11-21' as never, to: '2026-11-21' as never })).toEqual(['=cmd|calc'])
  expect(await found({ who: "x' or true --" })).toEqual([])
})

test('the page shows newest first, pages without gap or repeat, and keeps the selection', async ({ app, db }) => {
  for (let n = 0; n < 120; n++)
    await audit(db, {
      at: at('2026-11-22T09:00:00+08:00'),
      by: null,
      login: 'x',
      act: 'try',
      object: `no-${n}-`,
      outcome: 'done',
      address: '',
    })
  const who = await asStaff(db, 'auditor')
  const seen: string[] = []
  let url: string | undefined = '/en/staff/audit?act=try'
  while (url !== undefined) {
    const { body, statusCode } = await get(app, who, url)
    expect(statusCode).toBe(200)
    seen.push(...[...body.matchAll(/no-(\d+)-/g)].map(([, n]) => n!))
    url = /href="([^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll('&amp;', '&').replaceAll('&#x3D;', '=')
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => String(119 - n)))
})

test('a bad day is a fault at its field; nothing found says so', async ({ app, db }) => {
  const who = await asStaff(db, 'auditor')
  const bad = await get(app, who, '/en/staff/audit?from=2026-02-30&who=me')
  expect(bad.statusCode).toBe(400)
  expect(bad.body).toMatch(/name="from" value="2026-02-30" aria-invalid="true"/)
  expect(bad.body).toContain('name="who" value="me"')
  const turned = await get(app, who, '/staff/audit?from=2026-11-22&to=2026-11-21')
  expect([turned.statusCode, textOf(turned.body)]).toEqual([400, expect.stringContaining('不早于起始日期')])
  expect(textOf((await get(app, who, '/staff/audit?who=nobody')).body)).toContain('没有符合条件的记录')
})

test('the download holds the whole selection, starts no formula, and is itself written down', async ({ app, db }) => {
  await written(db)
  const who = await asStaff(db, 'auditor')
  const { body, headers, statusCode } = await get(app, who, '/staff/audit.csv?from=2026-11-20&to=2026-11-22')
  expect([statusCode, headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
  expect(headers['content-disposition']).toContain("filename*=UTF-8''%E5%AE%A1%E8%AE%A1")
  const rows = parse(body, { bom: true, columns: true }) as Record<string, string>[]
  expect(rows.map(({ login }) => login)).toEqual(['terminal', "'=cmd|calc", 'terminal'])
  expect(rows[0]).toMatchObject({
    outcome: 'failed',
    name: '示例码头编辑',
    at: '2026-11-22T01:00:00.000Z',
    detail: '{"n":3,"why":"@risk"}',
  })
  const [newest] = await readAudit(db, {}, { limit: 1 })
  expect(newest).toMatchObject({
    act: 'audit.download',
    login: 'auditor',
    detail: { from: '2026-11-20', to: '2026-11-22' },
  })
  expect((await get(app, who, '/staff/audit.csv?to=never')).statusCode).toBe(400)
})

test('only administrators and auditors read it', async ({ app, db }) => {
  for (const login of ['terminal', 'editor', 'reviewer', 'publisher', 'handler'])
    for (const url of ['/staff/audit', '/staff/audit.csv'])
      expect([login, url, (await get(app, await asStaff(db, login), url)).statusCode]).toEqual([login, url, 403])
  expect((await get(app, await asStaff(db, 'admin'), '/staff/audit')).statusCode).toBe(200)
})
