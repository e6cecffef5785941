import { expect } from 'vitest'
import { DEMO_TOTP } from '../../../seeds/staff.ts'
import { buildApp } from '../../../server/app.ts'
import type { Db } from '../../../server/db/database.ts'
import { DEMO_PASSWORD } from '../../../server/staff/passwords.ts'
import { codeNow } from '../../../server/staff/second-factor.ts'
import { testConfig } from '../../support/config.ts'
import { asStaff } from '../../support/staff.ts'
import { test, Visitor } from '../../support/visitor.ts'

const entries = (db: Db) => db.selectFrom('audit').select(['act', 'login', 'outcome', 'detail']).orderBy('id').execute()

test('an editor signs in with a password, comes to where they wanted, and signs out', async ({ app, db }) => {
  const editor = new Visitor(app)
  const wanted = await editor.get('/staff/account?x=1')
  expect([wanted.status, wanted.to]).toEqual([303, '/staff/sign-in?next=%2Fstaff%2Faccount%3Fx%3D1'])
  expect((await editor.get(wanted.to!)).html).toContain('name="next" value="/staff/account?x&#x3D;1"')
  const entered = await editor.signIn('Terminal ', DEMO_PASSWORD, '/staff/account?x=1')
  expect([entered.status, entered.to]).toEqual([303, '/staff/account?x=1'])
  expect((await editor.get('/staff/account')).text).toContain('收费主体编辑（宁波示例集装箱码头有限公司）')
  expect((await editor.get('/en/staff/account')).text).toContain(
    'Entity editor (Ningbo Example Container Terminal (demo))',
  )
  expect((await editor.send('/staff/sign-out', {})).to).toBe('/staff/sign-in?done=signed-out')
  expect((await editor.get('/staff/account')).status).toBe(303)
  expect(await entries(db)).toEqual([
    { act: 'sign-in', login: 'terminal', outcome: 'done', detail: {} },
    { act: 'sign-out', login: 'terminal', outcome: 'done', detail: {} },
  ])
})

test('cookies go over https to this host alone, and no script reads them', async ({ app }) => {
  const answer = await new Visitor(app).signIn('terminal', DEMO_PASSWORD)
  const cookies = [answer.headers['set-cookie']].flat().map(String).toSorted()
  expect(cookies).toHaveLength(2)
  expect(cookies[0]).toMatch(/^__Host-device=[\w.-]+; Max-Age=15552000; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(cookies[1]).toMatch(/^__Host-session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect(answer.headers['cache-control']).toBe('private, no-store')
})

test('a wrong password, an unknown login and a disabled account get the same answer', async ({ app, db }) => {
  await db.updateTable('staff').set({ disabled_at: new Date() }).where('login', '=', 'auditor').execute()
  const answers = []
  for (const [login, password] of [
    ['terminal', 'not the password'],
    ['nobody-here', 'not the password'],
    ['auditor', DEMO_PASSWORD],
  ] as const) {
    const { status, html } = await new Visitor(app).signIn(login, password)
    answers.push({ status, html: html.replaceAll(`value="${login}"`, 'value=""') })
    expect(html, 'what was typed as a password never comes back').not.toContain(`value="${password}"`)
  }
  expect(answers[0]!.status).toBe(400)
  expect(answers[0]!.html).toContain('账号或密码不对。')
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
  expect((await entries(db)).map(({ login, detail }) => [login, detail])).toEqual([
    ['terminal', { why: 'wrong-password' }],
    [null, { why: 'unknown-login' }],
    ['auditor', { why: 'disabled' }],
  ])
})

test('an unknown login costs a hash as a known one does', async ({ app }) => {
  const took = async (login: string) => {
    const from = performance.now()
    await new Visitor(app).signIn(login, 'not the password')
    return performance.now() - from
  }
  await took('warming-up')
  const least = { known: Infinity, unknown: Infinity }
  for (let round = 0; round < 3; round++) {
    least.known = Math.min(least.known, await took('terminal'))
    least.unknown = Math.min(least.unknown, await took('nobody-here'))
  }
  expect(least.unknown).toBeGreaterThan(least.known / 3)
  expect(least.unknown).toBeLessThan(least.known * 3)
})

test('an empty field is named where it is empty, and the login stays', async ({ app }) => {
  const { status, html } = await new Visitor(app).send('/en/staff/sign-in', { login: 'terminal', password: '' })
  expect(status).toBe(400)
  expect(html).toContain('value="terminal"')
  expect(html).toMatch(/id="f-password"[^>]*aria-invalid="true" aria-describedby="f-password-fault"/)
})

test('a reviewer gives a code as well, and a code is good once', async ({ app, clock }) => {
  const reviewer = new Visitor(app)
  expect((await reviewer.signIn('reviewer', DEMO_PASSWORD, '/staff/account')).to).toBe(
    '/staff/sign-in/code?next=%2Fstaff%2Faccount',
  )
  expect((await reviewer.get('/staff/account')).to).toBe('/staff/sign-in/code?next=%2Fstaff%2Faccount')
  const half = reviewer.cookies.get('__Host-session')
  const code = codeNow(DEMO_TOTP, clock.at)
  expect((await reviewer.get('/staff/sign-in/code')).text).toContain(code)
  const wrong = await reviewer.send('/staff/sign-in/code', { code: '000000' })
  expect([wrong.status, wrong.text.includes('验证码不对')]).toEqual([400, true])
  const entered = await reviewer.send('/staff/sign-in/code', {
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
    next: '/staff/account',
  })
  expect([entered.status, entered.to]).toEqual([303, '/staff/account'])
  expect(reviewer.cookies.get('__Host-session'), 'the token before is worth nothing').not.toBe(half)
  expect((await reviewer.get('/staff/account')).status).toBe(200)
  const second = new Visitor(app)
  await second.signIn('reviewer', DEMO_PASSWORD)
  expect((await second.send('/staff/sign-in/code', { code })).status, 'the same code again').toBe(400)
  clock.pass(0.5)
  expect((await second.send('/staff/sign-in/code', { code: codeNow(DEMO_TOTP, clock.at) })).status).toBe(303)
})

test('five wrong tries from anywhere lock strangers out, and never the owner on a device known', async ({
  app,
  clock,
}) => {
  const owner = new Visitor(app, '10.0.0.2')
  await owner.signIn('terminal', DEMO_PASSWORD)
  await owner.send('/staff/sign-out', {})
  for (let n = 1; n <= 5; n++) {
    const { status } = await new Visitor(app, `10.1.0.${n}`).signIn('terminal', 'a guess at it')
    expect(status).toBe(400)
  }
  const stranger = await new Visitor(app, '10.1.0.9').signIn('terminal', DEMO_PASSWORD)
  expect([stranger.status, stranger.text.includes('15 分钟后再试')]).toEqual([429, true])
  expect((await owner.signIn('terminal', DEMO_PASSWORD)).status, 'the owner').toBe(303)
  clock.pass(15)
  expect((await new Visitor(app, '10.1.0.9').signIn('terminal', DEMO_PASSWORD)).status, 'later').toBe(303)
})

test('a login that does not exist locks as one that does', async ({ app }) => {
  const statuses = []
  for (let n = 0; n < 6; n++) statuses.push((await new Visitor(app).signIn('nobody-here', 'a guess')).status)
  expect(statuses).toEqual([400, 400, 400, 400, 400, 429])
})

test('a device that is known is locked by its own failures, and a device of another login is a stranger', async ({
  app,
}) => {
  const device = new Visitor(app)
  await device.signIn('terminal', DEMO_PASSWORD)
  await device.send('/staff/sign-out', {})
  for (let n = 0; n < 5; n++) await device.signIn('terminal', 'a guess')
  expect((await device.signIn('terminal', DEMO_PASSWORD)).status).toBe(429)
  expect((await new Visitor(app).signIn('terminal', DEMO_PASSWORD)).status, 'another device').toBe(303)
  const forged = new Visitor(app)
  forged.cookies.set('__Host-device', `known.${'A'.repeat(43)}`)
  for (let n = 0; n < 5; n++) await new Visitor(app).signIn('editor', 'a guess')
  expect((await forged.signIn('editor', DEMO_PASSWORD)).status, 'a mark that is not ours').toBe(429)
})

test('wrong codes count as wrong passwords do, and the right password does not wipe them out', async ({ app }) => {
  const thief = new Visitor(app)
  const statuses = []
  for (let n = 0; n < 3; n++) {
    await thief.signIn('publisher', DEMO_PASSWORD)
    statuses.push((await thief.send('/staff/sign-in/code', { code: `00000${n}` })).status)
  }
  expect(statuses).toEqual([400, 400, 429])
})

test('guesses sent at once are counted each', async ({ app }) => {
  const tries = await Promise.all(
    Array.from({ length: 12 }, (_, n) => new Visitor(app, `10.2.0.${n}`).signIn('terminal', `guess number ${n}`)),
  )
  expect(tries.filter(({ status }) => status === 400)).toHaveLength(5)
  expect(tries.filter(({ status }) => status === 429)).toHaveLength(7)
})

test('one address may not go on trying login after login', async ({ app, db }) => {
  await db
    .insertInto('sign_in_try')
    .values({ key: 'address:10.3.0.1', tries: 50, since: new Date('2026-11-23T01:59:00Z') })
    .execute()
  expect((await new Visitor(app, '10.3.0.1').signIn('terminal', DEMO_PASSWORD)).status).toBe(429)
  expect((await new Visitor(app, '10.3.0.2').signIn('terminal', DEMO_PASSWORD)).status).toBe(303)
})

test('after signing in nobody is sent out of the desk', async ({ app }) => {
  const bad = [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/staff//evil.example',
    '/fees',
    '/staff/../fees',
    '/staffs',
    'javascript:alert(1)',
    '/staff/sign-out',
    '/staff\t//x',
  ]
  for (const next of bad) {
    const editor = new Visitor(app)
    expect((await editor.signIn('terminal', DEMO_PASSWORD, next)).to, next).toBe('/staff')
    expect((await editor.get(`/staff/sign-in?next=${encodeURIComponent(next)}`)).to, next).toBe('/staff')
  }
  expect((await new Visitor(app).signIn('editor', DEMO_PASSWORD, '/en/staff/sets/12?on=2026-12-01')).to).toBe(
    '/en/staff/sets/12?on=2026-12-01',
  )
})

test('without the demonstration its accounts, whose passwords all know, let nobody in', async ({ db, head, clock }) => {
  const app = await buildApp({ db, head, now: () => clock.at }, { ...testConfig, demo: false })
  try {
    const stranger = new Visitor(app)
    expect((await stranger.get('/staff/sign-in')).text).not.toContain(DEMO_PASSWORD)
    expect((await stranger.signIn('terminal', DEMO_PASSWORD)).status).toBe(400)
    const { cookie } = await asStaff(db, 'terminal')
    expect((await app.inject({ url: '/staff/account', headers: { cookie } })).statusCode).toBe(303)
  } finally {
    await app.close()
  }
})

test('over plain http, where no browser keeps a session, the page says so', async ({ app }) => {
  const ask = async (host: string) => (await app.inject({ url: '/staff/sign-in', headers: { host } })).body
  expect(await ask('fees.intranet')).toContain('请改用 https')
  for (const host of ['localhost:3000', '127.0.0.1:3000']) expect(await ask(host), host).not.toContain('请改用 https')
})
