import { expect } from 'vitest'
import { readAudit } from '../../../server/db/audit-trail.ts'
import type { Db } from '../../../server/db/database.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { isPassword } from '../../../server/staff/passwords.ts'
import { query } from '../../support/cluster.ts'
import { textOf } from '../../support/form.ts'
import { type App, test } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })
const account = async (db: Db, login: string) => (await findLogin(db, login))!
const pageOf = async (db: Db, login: string, what = '') => `/staff/people/${(await account(db, login)).id}${what}`
const shownIn = (html: string): string => /<code>([^<]+)<\/code>/.exec(html)?.[1] ?? ''
const TERMINAL = '91330206MA2DEM0171'

test('the list shows everyone with roles, second factor and last sign-in', async ({ app, db }) => {
  const who = await asStaff(db, 'admin')
  const page = textOf((await get(app, who, '/en/staff/people')).body)
  expect(page).toMatch(/示例管理员 admin · demo Administrator In use \d+ Nov 2026 10:00 May sign in/)
  expect(page).toMatch(/示例办案 handler · demo Case handler None Never May sign in/)
  expect((await get(app, await asStaff(db, 'auditor'), '/staff/people')).body).not.toContain('/staff/people/new')
})

test('a person is added with a password that is shown once, works once, and must be changed', async ({ app, db }) => {
  const who = await asStaff(db, 'admin')
  const sent = { login: 'wang.fang', name: '王芳', role: 'entity_editor', entity: TERMINAL.toLowerCase() }
  const { statusCode, body } = await post(app, who, '/staff/people/new', sent)
  expect(statusCode).toBe(200)
  const made = await account(db, 'wang.fang')
  expect(made).toMatchObject({ name: '王芳', mustChange: true, held: [{ role: 'entity_editor', entity: TERMINAL }] })
  expect(await isPassword(made.password, shownIn(body))).toBe(true)
  expect((await get(app, who, await pageOf(db, 'wang.fang'))).body).not.toContain(shownIn(body))
  expect(JSON.stringify(await readAudit(db, {}, { limit: 5 }))).not.toContain(shownIn(body))
  const again = await post(app, who, '/staff/people/new', sent)
  expect([again.statusCode, textOf(again.body)]).toEqual([422, expect.stringContaining('这个账号已经有人使用')])
})

test('the form comes back filled, with every fault at its field', async ({ app, db }) => {
  const who = await asStaff(db, 'admin')
  const sent = { login: '9', name: '', role: 'entity_editor', entity: '91330206MA2DEM9999' }
  const { statusCode, body } = await post(app, who, '/en/staff/people/new', sent)
  expect(statusCode).toBe(422)
  for (const name of ['login', 'name', 'entity'])
    expect(body).toMatch(new RegExp(`id="${name}"[^>]*aria-invalid="true"`))
  expect(body).toContain('value="91330206MA2DEM9999"')
  expect(body).toContain('<option value="entity_editor" selected>')
})

test('roles are given and taken; an entity editor is of a published entity', async ({ app, db }) => {
  const who = await asStaff(db, 'admin')
  const url = await pageOf(db, 'editor', '/roles')
  expect((await post(app, who, url, { role: 'auditor', entity: '' })).statusCode).toBe(303)
  for (const [role, entity, says] of [
    ['entity_editor', '', '须写明'],
    ['entity_editor', '91330206MA2DEM9999', '没有公布过'],
    ['emperor', '', '请选一个角色'],
  ] as const) {
    const refused = await post(app, who, url, { role, entity })
    expect([refused.statusCode, textOf(refused.body)]).toEqual([422, expect.stringContaining(says)])
  }
  await post(app, who, `${url}/end`, { role: 'catalogue_editor', entity: '' })
  expect((await account(db, 'editor')).held).toEqual([{ role: 'auditor', entity: null }])
  const [entry] = await readAudit(db, { act: 'person.unrole' }, { limit: 1 })
  expect(entry).toMatchObject({ login: 'admin', object: 'editor', outcome: 'done' })
})

test('who audits handles no cases, by the page and by the database, also when both roles are given at once', async ({
  app,
  db,
  url,
}) => {
  const who = await asStaff(db, 'admin')
  for (const [login, role] of [
    ['handler', 'auditor'],
    ['supervisor', 'auditor'],
    ['casepublisher', 'auditor'],
    ['auditor', 'case_handler'],
  ] as const) {
    const { held, id } = await account(db, login)
    const refused = await post(app, who, await pageOf(db, login, '/roles'), { role, entity: '' })
    expect([login, refused.statusCode, textOf(refused.body)]).toEqual([
      login,
      422,
      expect.stringContaining('审计与办案不能由同一人担任'),
    ])
    await expect(
      query(url, `insert into staff_role (staff_id, role) values (${id}, '${role}')`),
      login,
    ).rejects.toMatchObject({ constraint: 'auditors_handle_no_cases' })
    expect((await account(db, login)).held).toEqual(held)
  }
  const both = await pageOf(db, 'handler', '/roles')
  expect((await post(app, who, both, { role: 'case_supervisor' })).statusCode).toBe(303)
  expect((await post(app, who, both, { role: 'case_supervisor' })).statusCode, 'held already').toBe(303)
  const editor = await pageOf(db, 'editor', '/roles')
  const answers = await Promise.all(['auditor', 'case_handler'].map((role) => post(app, who, editor, { role })))
  expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
  const [entry] = await readAudit(db, { act: 'person.role', outcome: 'refused' }, { limit: 1 })
  expect(entry).toMatchObject({ login: 'admin', object: 'editor' })
})

test('disabling, a new password and a lost second factor each end every session', async ({ app, db }) => {
  const who = await asStaff(db, 'admin')
  for (const [login, what] of [
    ['reviewer', '/disabled'],
    ['reviewer2', '/password'],
    ['publisher', '/second-factor'],
  ] as const) {
    const theirs = await asStaff(db, login)
    expect((await get(app, theirs, '/staff')).statusCode).toBe(200)
    expect((await post(app, who, await pageOf(db, login, what), { to: 'yes' })).statusCode).toBeLessThan(400)
    expect([what, (await get(app, theirs, '/staff')).headers.location]).toEqual([what, '/staff/sign-in'])
  }
  expect((await account(db, 'reviewer')).disabledAt).not.toBeNull()
  await post(app, who, await pageOf(db, 'reviewer', '/disabled'), { to: 'no' })
  expect((await account(db, 'reviewer')).disabledAt).toBeNull()
  expect(await account(db, 'reviewer2')).toMatchObject({ mustChange: true })
  expect(await account(db, 'publisher')).toMatchObject({ totp: null })
})

test('nobody does any of this to themselves', async ({ app, db }) => {
  const who = await asStaff(db, 'admin')
  const before = await account(db, 'admin')
  for (const [what, fields] of [
    ['/roles', { role: 'reviewer', entity: '' }],
    ['/roles/end', { role: 'administrator', entity: '' }],
    ['/disabled', { to: 'yes' }],
    ['/password', {}],
    ['/second-factor', {}],
  ] as const) {
    const answer = await post(app, who, await pageOf(db, 'admin', what), fields)
    expect([what, answer.statusCode]).toEqual([what, 409])
  }
  expect(await account(db, 'admin')).toEqual(before)
  expect(await readAudit(db, { outcome: 'refused' }, { limit: 9 })).toHaveLength(5)
  expect((await get(app, who, await pageOf(db, 'admin'))).body).not.toContain('/roles/end"')
})

test('the last administrator stays, by the page and by the database', async ({ app, db, url }) => {
  const admin = await asStaff(db, 'admin')
  await post(app, admin, await pageOf(db, 'reviewer', '/roles'), { role: 'administrator', entity: '' })
  const second = await asStaff(db, 'reviewer')
  expect((await post(app, second, await pageOf(db, 'admin', '/disabled'), { to: 'yes' })).statusCode).toBe(303)
  for (const statement of [
    `delete from staff_role where role = 'administrator'`,
    `update staff set disabled_at = now() where login = 'reviewer'`,
  ])
    await expect(query(url, statement), statement).rejects.toMatchObject({ constraint: 'an_administrator_remains' })
  await post(app, second, await pageOf(db, 'admin', '/disabled'), { to: 'no' })
  expect(
    (await post(app, second, await pageOf(db, 'admin', '/roles/end'), { role: 'administrator', entity: '' }))
      .statusCode,
  ).toBe(303)
  expect((await account(db, 'admin')).held).toEqual([])
})

test('two administrators who disable each other at once leave one', async ({ app, db }) => {
  const admin = await asStaff(db, 'admin')
  await post(app, admin, await pageOf(db, 'reviewer', '/roles'), { role: 'administrator', entity: '' })
  const other = await asStaff(db, 'reviewer')
  const answers = await Promise.all([
    post(app, admin, await pageOf(db, 'reviewer', '/disabled'), { to: 'yes' }),
    post(app, other, await pageOf(db, 'admin', '/disabled'), { to: 'yes' }),
  ])
  const disabled = [await account(db, 'admin'), await account(db, 'reviewer')].filter(
    ({ disabledAt }) => disabledAt !== null,
  )
  expect(disabled, JSON.stringify(answers.map(({ statusCode }) => statusCode))).toHaveLength(1)
})

test('others may not, and a person that is not there is not found', async ({ app, db }) => {
  const url = await pageOf(db, 'editor', '/roles')
  for (const login of ['auditor', 'editor', 'reviewer', 'publisher'])
    expect([login, (await post(app, await asStaff(db, login), url, { role: 'reviewer' })).statusCode]).toEqual([
      login,
      403,
    ])
  expect((await get(app, await asStaff(db, 'admin'), '/staff/people/99999')).statusCode).toBe(404)
  expect((await get(app, await asStaff(db, 'admin'), '/staff/people/x')).statusCode).toBe(404)
})
