import { expect } from 'vitest'
import { DEMO_PASSWORD } from '../../../server/staff/passwords.ts'
import { sendForm } from '../../support/form.ts'
import { asStaff, post } from '../../support/staff.ts'
import { test, Visitor } from '../../support/visitor.ts'

test('a session ends half an hour after it was last used', async ({ app, clock }) => {
  const editor = new Visitor(app)
  await editor.signIn('terminal', DEMO_PASSWORD)
  for (let n = 0; n < 4; n++) {
    clock.pass(29)
    expect((await editor.get('/staff/account')).status, `used after ${29 * (n + 1)} minutes`).toBe(200)
  }
  clock.pass(30)
  expect((await editor.get('/staff/account')).status).toBe(303)
})

test('a session ends twelve hours after it began, however much it is used', async ({ app, clock }) => {
  const editor = new Visitor(app)
  await editor.signIn('terminal', DEMO_PASSWORD)
  for (let minutes = 20; minutes < 720; minutes += 20) {
    clock.pass(20)
    expect((await editor.get('/staff/account')).status, `after ${minutes} minutes`).toBe(200)
  }
  clock.pass(20)
  expect((await editor.get('/staff/account')).status).toBe(303)
})

test('what the database keeps of a session cannot be used as one', async ({ app, db }) => {
  const editor = new Visitor(app)
  await editor.signIn('terminal', DEMO_PASSWORD)
  const { token } = await db.selectFrom('staff_session').select('token').executeTakeFirstOrThrow()
  expect(token).toHaveLength(32)
  const thief = new Visitor(app)
  for (const stolen of [token.toString('base64url'), token.toString('hex')]) {
    thief.cookies.set('__Host-session', stolen)
    expect((await thief.get('/staff/account')).status).toBe(303)
  }
})

test('signing in again gives another token, and the one before is dead', async ({ app }) => {
  const editor = new Visitor(app)
  await editor.signIn('terminal', DEMO_PASSWORD)
  const before = editor.cookies.get('__Host-session')!
  await editor.signIn('terminal', DEMO_PASSWORD)
  const thief = new Visitor(app)
  thief.cookies.set('__Host-session', before)
  expect((await thief.get('/staff/account')).status).toBe(303)
  expect((await editor.get('/staff/account')).status).toBe(200)
})

test('a person sees where they are signed in, and signs one device out, or all others', async ({ app, clock }) => {
  const [here, there, far] = [new Visitor(app), new Visitor(app, '10.9.9.9'), new Visitor(app)]
  for (const one of [here, there, far]) await one.signIn('terminal', DEMO_PASSWORD)
  clock.pass(2)
  const page = await here.get('/staff/account')
  expect(page.text).toContain('Chrome · Linux')
  expect(page.text).toContain('10.9.9.9')
  const row = page.html.split('10.9.9.9')[1]!
  const end = /action="(\/staff\/account\/sessions\/\d+\/end)"/.exec(row)![1]!
  expect((await here.send(end, {})).to).toBe('/staff/account?done=session-ended')
  expect((await there.get('/staff/account')).status).toBe(303)
  expect((await far.get('/staff/account')).status).toBe(200)
  await here.send('/staff/account/sessions/end-others', {})
  expect((await far.get('/staff/account')).status).toBe(303)
  expect((await here.get('/staff/account')).status).toBe(200)
})

test('nobody ends a session of another', async ({ app, db }) => {
  const [mine, theirs] = [await asStaff(db, 'terminal'), await asStaff(db, 'editor')]
  const { id } = await db.selectFrom('staff_session').select('id').orderBy('id', 'desc').executeTakeFirstOrThrow()
  expect((await post(app, mine, `/staff/account/sessions/${id}/end`)).statusCode).toBe(404)
  expect((await app.inject({ url: '/staff/account', headers: { cookie: theirs.cookie } })).statusCode).toBe(200)
})

test('a form that was not opened in this session does nothing', async ({ app, db }) => {
  const [mine, theirs] = [await asStaff(db, 'terminal'), await asStaff(db, 'editor')]
  const csrfs = ['', 'made-up', theirs.csrf]
  for (const csrf of csrfs)
    expect((await post(app, { cookie: mine.cookie, csrf }, '/staff/sign-out')).statusCode, csrf).toBe(403)
  const upload = await sendForm(app, '/staff/sign-out', { csrf: mine.csrf }, null, { cookie: mine.cookie })
  expect(upload.statusCode, 'a body the guard does not read').toBe(415)
  expect((await app.inject({ url: '/staff/account', headers: { cookie: mine.cookie } })).statusCode).toBe(200)
  const refused = await db.selectFrom('audit').select(['outcome', 'detail']).execute()
  expect(refused).toEqual(csrfs.map(() => ({ outcome: 'refused', detail: { why: 'form-expired' } })))
})

test('a form sent from another site is refused, also the sign-in', async ({ app, db }) => {
  const mine = await asStaff(db, 'terminal')
  const form = 'application/x-www-form-urlencoded'
  for (const from of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }] as Record<
    string,
    string
  >[])
    for (const url of ['/staff/sign-in', '/staff/account/sessions/end-others']) {
      const headers = { ...from, cookie: mine.cookie, 'content-type': form }
      const answer = await app.inject({ method: 'POST', url, headers, payload: `csrf=${mine.csrf}` })
      expect(answer.statusCode, `${url} ${JSON.stringify(from)}`).toBe(403)
    }
})

test('a disabled person, or one whose role now asks for more, is stopped at the next request', async ({ app, db }) => {
  const mine = await asStaff(db, 'terminal')
  const ask = () => app.inject({ url: '/staff/account', headers: { cookie: mine.cookie } })
  expect((await ask()).statusCode).toBe(200)
  const { id } = await db.selectFrom('staff').select('id').where('login', '=', 'terminal').executeTakeFirstOrThrow()
  await db.insertInto('staff_role').values({ staff_id: id, role: 'reviewer', entity: null }).execute()
  expect((await ask()).headers.location).toMatch('/staff/sign-in/second-factor')
  await db.updateTable('staff').set({ disabled_at: new Date() }).where('id', '=', id).execute()
  expect((await ask()).headers.location).toMatch(/^\/staff\/sign-in\?/)
})
