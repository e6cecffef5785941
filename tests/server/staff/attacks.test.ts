import { sql } from 'kysely'
import { expect } from 'vitest'
import { findLogin, giveRole } from '../../../server/db/staff.ts'
import { DEMO_PASSWORD } from '../../../server/staff/passwords.ts'
import { csvOf, filledCsv, readWaiting, sendList } from '../../support/imports.ts'
import { test as onPortal } from '../../support/portal.ts'
import { asStaff, post } from '../../support/staff.ts'
import { test, Visitor } from '../../support/visitor.ts'

onPortal(
  'who sent a file or answered for it does not review what another made of it',
  async ({ app, db, head, url }) => {
    const [terminal, editor] = [(await findLogin(db, 'terminal'))!, (await findLogin(db, 'editor'))!]
    await giveRole(db, terminal.id, { role: 'reviewer', entity: null })
    const auditor = (await findLogin(db, 'auditor'))!
    await giveRole(db, auditor.id, { role: 'catalogue_editor', entity: null })
    await sql`update staff set totp = ${Buffer.from('x')} where id = ${terminal.id}`.execute(db)
    const sender = await asStaff(db, 'terminal')
    const rows = await filledCsv(app, sender)
    const answer = await sendList(app, sender, csvOf(rows.slice(0, -1)), { mode: 'full' })
    const id = Number(/imports\/(\d+)/.exec(String(answer.headers.location))![1])
    await readWaiting(url, { db, head })
    await post(app, await asStaff(db, 'auditor'), `/staff/imports/${id}/answers`, { kind: 'ending', all: 'yes' })
    const made = await post(app, await asStaff(db, 'editor'), `/staff/imports/${id}/apply`, { title: '停收一项' })
    const set = Number(/sets\/(\d+)/.exec(String(made.headers.location))![1])
    const { rows: wrote } = await sql<{ id: number }>`
    select staff_id as id from change_contributor where set_id = ${set} order by staff_id`.execute(db)
    expect(wrote.map(({ id }) => id)).toEqual([terminal.id, editor.id, auditor.id].toSorted((a, b) => a - b))
  },
)

onPortal('no token of a form is in the audit, whatever was done', async ({ app, db }) => {
  const admin = await asStaff(db, 'admin')
  const handler = (await findLogin(db, 'handler'))!
  for (const [act, fields] of [
    ['roles', { role: 'auditor', password: 'typed-by-mistake' }],
    ['roles', { role: 'nonsense' }],
    ['roles/end', { role: 'auditor' }],
    ['disabled', { to: 'yes' }],
    ['disabled', { to: 'no' }],
    ['password', {}],
    ['second-factor', {}],
  ] as const)
    await post(app, admin, `/staff/people/${handler.id}/${act}`, fields)
  const entries = JSON.stringify(await db.selectFrom('audit').selectAll().execute())
  expect(entries).toContain('person.role')
  expect(entries).not.toContain(admin.csrf)
  expect(entries).not.toContain('typed-by-mistake')
})

test('a form of the desk is a form: nothing else is read, and nothing else breaks it', async ({ app }) => {
  for (const url of [
    '/staff/sign-in',
    '/en/staff/sign-in',
    '/staff/sign-in/code',
    '/staff/sign-out',
    '/staff/sets/new',
  ])
    for (const [type, payload] of [
      ['application/json', '{"login":{"a":1},"password":["x",{}],"next":{"b":2}}'],
      ['application/json', '[]'],
      ['text/plain', 'login=terminal'],
      ['multipart/form-data; boundary=x', '--x--'],
      ['application/xml', '<a/>'],
    ]) {
      const { statusCode } = await app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload })
      expect([303, 403, 415], `${url} ${type} → ${statusCode}`).toContain(statusCode)
    }
})

test('a neighbour behind the same address cannot lock out who signed in on their own device before', async ({
  app,
}) => {
  const owner = new Visitor(app)
  expect((await owner.signIn('terminal', DEMO_PASSWORD)).status).toBe(303)
  await owner.send('/staff/sign-out', {})
  for (let n = 0; n < 70; n++) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    await app.inject({
      ...{ method: 'POST', url: '/staff/sign-in', headers, remoteAddress: '10.0.0.1' },
      payload: `login=user${n % 9}&password=wrong`,
    })
  }
  const stranger = await new Visitor(app).signIn('forwarder', DEMO_PASSWORD)
  expect(stranger.status, 'nobody else there').toBe(429)
  expect((await owner.signIn('terminal', DEMO_PASSWORD)).status).toBe(303)
})

test('nothing leads out of the desk after signing in', async ({ app }) => {
  for (const next of [
    '//evil.example',
    '/\\evil.example',
    '/staff//evil.example',
    '/staff/\\evil.example',
    '/staff/..//evil.example',
    '/staff/%2e%2e/%2e%2e//evil.example',
    'https://evil.example/staff',
    '/staff@evil.example',
    '/staff.evil.example',
    '/staff?x=//evil.example',
    '/staff\t/x',
    '/staff\r\nset-cookie: a=b',
    '/en/staff/../../x',
    'javascript:alert(1)',
    '/staff/sign-out',
  ]) {
    const { to } = await new Visitor(app).signIn('terminal', DEMO_PASSWORD, next)
    expect(new URL(to!, 'https://portal.example').host, next).toBe('portal.example')
    expect(to, next).toMatch(/^\/staff(\?|$)/)
  }
})
