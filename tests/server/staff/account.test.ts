import { expect } from 'vitest'
import { DEMO_TOTP } from '../../../seeds/staff.ts'
import { findLogin, setTotp } from '../../../server/db/staff.ts'
import { DEMO_PASSWORD } from '../../../server/staff/passwords.ts'
import { codeNow } from '../../../server/staff/second-factor.ts'
import { personOfToken } from '../../../server/staff/tokens.ts'
import { textOf } from '../../support/form.ts'
import { asStaff, post } from '../../support/staff.ts'
import { test, Visitor } from '../../support/visitor.ts'

const GOOD = 'harbour lamps at dusk'

test('a reviewer without a second factor sets one up before anything else', async ({ app, db, clock }) => {
  const { id } = (await findLogin(db, 'reviewer'))!
  await setTotp(db, id, null, null)
  const reviewer = new Visitor(app)
  expect((await reviewer.signIn('reviewer', DEMO_PASSWORD)).to).toBe('/staff/sign-in/second-factor')
  for (const url of ['/staff/account', '/staff', '/en/staff/account'])
    expect((await reviewer.get(url)).to, url).toMatch(/^(\/en)?\/staff\/sign-in\/second-factor/)
  const page = await reviewer.get('/staff/sign-in/second-factor')
  const secret = /letters-of">([A-Z2-7 ]+)</.exec(page.html)![1]!.replaceAll(' ', '')
  expect(page.html).toContain('src="data:image/svg+xml;base64,')
  expect((await reviewer.get('/staff/sign-in/second-factor')).html, 'the same at a second look').toContain(
    page.html.match(/letters-of">[^<]+/)![0],
  )
  expect((await reviewer.send('/staff/sign-in/second-factor', { new_code: '123' })).status).toBe(400)
  const code = codeNow(secret, clock.at)
  expect((await reviewer.send('/staff/sign-in/second-factor', { new_code: code })).to).toBe('/staff')
  expect((await reviewer.get('/staff/account')).status).toBe(200)
  expect((await findLogin(db, 'reviewer'))!.totp!.toString('latin1'), 'sealed').not.toContain(secret)
  const again = new Visitor(app)
  expect((await again.signIn('reviewer', DEMO_PASSWORD)).to).toBe('/staff/sign-in/code')
})

test('with the setting that asks everyone, an editor sets up a second factor too', async ({ app, db }) => {
  const mine = await asStaff(db, 'terminal')
  const admin = await findLogin(db, 'admin')
  const why = 'everyone from now on'
  await db
    .insertInto('setting')
    .values({ name: 'totpForAll', value: 'true', by: admin!.id, at: new Date(), why })
    .execute()
  const answer = await app.inject({ url: '/staff/account', headers: { cookie: mine.cookie } })
  expect(answer.headers.location).toMatch('/staff/sign-in/second-factor')
})

test('who was given a password changes it first, and the rule is length', async ({ app, db }) => {
  await db.updateTable('staff').set({ must_change: true }).where('login', '=', 'terminal').execute()
  const editor = new Visitor(app)
  expect((await editor.signIn('terminal', DEMO_PASSWORD)).to).toBe('/staff/sign-in/password')
  expect((await editor.get('/staff/account')).to).toMatch('/staff/sign-in/password')
  const bad = {
    '': '请填写。',
    'short-One9!': '不足 12 个字符',
    [`${'x'.repeat(100)}${'abcdefgh'.repeat(4)}`]: '超过 128 个字符',
    Password1234: '常见密码',
    qwertyuiop2026: '常见密码',
    aaaaaaaaaaaaaaaa: '常见密码',
    '123456789012': '常见密码',
    'my terminal at sea': '不要含有账号',
    [DEMO_PASSWORD]: '与现在的密码相同',
  }
  for (const [password, says] of Object.entries(bad)) {
    const { status, text } = await editor.send('/staff/sign-in/password', { password, again: password })
    expect([status, text], password).toEqual([400, expect.stringContaining(says)])
  }
  const twice = await editor.send('/staff/sign-in/password', { password: GOOD, again: `${GOOD}!` })
  expect([twice.status, twice.text.includes('两次填写的不一样')]).toEqual([400, true])
  expect((await editor.send('/staff/sign-in/password', { password: GOOD, again: GOOD })).to).toBe('/staff')
  expect((await new Visitor(app).signIn('terminal', DEMO_PASSWORD)).status, 'the old one').toBe(400)
  expect((await new Visitor(app).signIn('terminal', GOOD)).to, 'the new one').toBe('/staff')
})

test('changing the password asks for the present one, five times at most, and signs the others out', async ({
  app,
  db,
  clock,
}) => {
  const [mine, other] = [await asStaff(db, 'terminal'), await asStaff(db, 'terminal')]
  const change = (present: string) =>
    post(app, mine, '/staff/account/password', { present, password: GOOD, again: GOOD })
  for (let n = 0; n < 5; n++) expect((await change('a guess')).statusCode).toBe(400)
  expect(textOf((await change(DEMO_PASSWORD)).body)).toContain('15 分钟')
  clock.pass(16)
  expect((await change(DEMO_PASSWORD)).headers.location).toBe('/staff/account?done=password-changed')
  const ask = async (cookie: string) => (await app.inject({ url: '/staff/account', headers: { cookie } })).statusCode
  expect([await ask(mine.cookie), await ask(other.cookie)]).toEqual([200, 303])
})

test('a second factor may be taken away where the role lets one, with a code', async ({ app, db, clock }) => {
  const mine = await asStaff(db, 'terminal', new Date(clock.at.getTime() - 11 * 60_000))
  const page = await app.inject({ url: '/en/staff/account/second-factor', headers: { cookie: mine.cookie } })
  const secret = /letters-of">([A-Z2-7 ]+)</.exec(page.body)![1]!.replaceAll(' ', '')
  const keep = (code: string) =>
    post(app, mine, '/en/staff/account/second-factor', { code, new_code: codeNow(secret, clock.at) })
  expect((await keep('not the password')).statusCode).toBe(400)
  expect((await keep(DEMO_PASSWORD)).headers.location).toBe('/en/staff/account?done=factor-on')
  clock.pass(11)
  const remove = (code: string) => post(app, mine, '/staff/account/second-factor/remove', { code })
  expect((await remove(DEMO_PASSWORD)).statusCode, 'the password no longer does').toBe(400)
  expect((await remove(codeNow(secret, clock.at))).headers.location).toBe('/staff/account?done=factor-off')
  const reviewer = await asStaff(db, 'reviewer')
  expect((await post(app, reviewer, '/staff/account/second-factor/remove')).statusCode, 'a reviewer').toBe(403)
  expect((await findLogin(db, 'reviewer'))!.totp).not.toBeNull()
})

test('a step up wants the code of the second factor, lasts ten minutes, and is audited', async ({ app, db, clock }) => {
  const long = new Date(clock.at.getTime() - 11 * 60_000)
  const reviewer = await asStaff(db, 'reviewer', long)
  const make = (code: string) => post(app, reviewer, '/staff/account/tokens', { name: 'weekly import', code })
  expect((await make('')).statusCode).toBe(400)
  expect((await make(DEMO_PASSWORD)).statusCode).toBe(400)
  expect((await make(codeNow(DEMO_TOTP, clock.at))).statusCode).toBe(200)
  clock.pass(9)
  expect((await make('')).statusCode, 'nine minutes on').toBe(200)
  clock.pass(1)
  expect((await make('')).statusCode, 'ten minutes on').toBe(400)
  const tries = await db.selectFrom('audit').select('outcome').where('act', '=', 'step-up').orderBy('id').execute()
  expect(tries.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'done', 'refused'])
})

test('five wrong step ups, and the right code must wait', async ({ app, db, clock }) => {
  const reviewer = await asStaff(db, 'reviewer', new Date(clock.at.getTime() - 11 * 60_000))
  const make = (code: string) => post(app, reviewer, '/staff/account/tokens', { name: 'weekly import', code })
  for (let n = 0; n < 5; n++) expect((await make(`00000${n}`)).statusCode).toBe(400)
  expect((await make(codeNow(DEMO_TOTP, clock.at))).statusCode).toBe(400)
  clock.pass(15)
  expect((await make(codeNow(DEMO_TOTP, clock.at))).statusCode).toBe(200)
})

test('a token is shown once, is its owner, and dies with its revocation or its owner’s account', async ({
  app,
  db,
  clock,
}) => {
  const mine = await asStaff(db, 'terminal')
  const made = await post(app, mine, '/staff/account/tokens', { name: '价目系统' })
  const token = /pfp_[A-Za-z0-9]{32}/.exec(made.body)![0]
  const person = () => personOfToken(db, `Bearer ${token}`, clock.at)
  expect(await person()).toMatchObject({
    login: 'terminal',
    held: [{ role: 'entity_editor', entity: '91330206MA2DEM0171' }],
  })
  const page = await app.inject({ url: '/staff/account', headers: { cookie: mine.cookie } })
  expect(page.body).toContain('价目系统')
  expect(page.body).not.toContain(token)
  expect(JSON.stringify(await db.selectFrom('api_token').selectAll().execute())).not.toContain(token)
  for (const header of [undefined, '', token, `Basic ${token}`, `Bearer ${token}x`, `Bearer pfp_${'A'.repeat(32)}`])
    expect(await personOfToken(db, header, clock.at), String(header)).toBeNull()
  const setDisabled = (at: Date | null) =>
    db.updateTable('staff').set({ disabled_at: at }).where('login', '=', 'terminal').execute()
  await setDisabled(clock.at)
  expect(await person(), 'disabled').toBeNull()
  await setDisabled(null)
  const others = await asStaff(db, 'editor')
  const { id } = await db.selectFrom('api_token').select('id').executeTakeFirstOrThrow()
  expect((await post(app, others, `/staff/account/tokens/${id}/revoke`)).statusCode, 'not theirs').toBe(404)
  expect(await person()).not.toBeNull()
  expect((await post(app, mine, `/staff/account/tokens/${id}/revoke`)).statusCode).toBe(303)
  expect(await person(), 'revoked').toBeNull()
})

test('a token says what it is for, and there are ten at most', async ({ app, db }) => {
  const mine = await asStaff(db, 'terminal')
  const make = (name: string) => post(app, mine, '/staff/account/tokens', { name })
  expect((await make(' ')).statusCode).toBe(400)
  expect((await make('x'.repeat(61))).body).toContain(`value="${'x'.repeat(61)}"`)
  for (let n = 0; n < 10; n++) expect((await make(`token ${n}`)).statusCode).toBe(200)
  expect(textOf((await make('one more')).body)).toContain('最多 10 个令牌')
})
