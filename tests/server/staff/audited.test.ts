import { sql } from 'kysely'
import { expect } from 'vitest'
import { DEMO_TOTP } from '../../../seeds/staff.ts'
import { buildApp } from '../../../server/app.ts'
import { audit } from '../../../server/db/audit.ts'
import { DEMO_PASSWORD } from '../../../server/staff/passwords.ts'
import { codeNow } from '../../../server/staff/second-factor.ts'
import { testConfig } from '../../support/config.ts'
import { asStaff, post } from '../../support/staff.ts'
import { test, Visitor } from '../../support/visitor.ts'

const entry = {
  at: new Date(),
  by: null,
  login: null,
  act: 'test',
  object: null,
  outcome: 'failed',
  address: '::1',
} as const

test('an entry stays when what was tried is rolled back, and cannot be written inside it', async ({ db }) => {
  const failing = db.transaction().execute(async (tx) => {
    await tx.updateTable('staff').set({ name: 'someone else' }).execute()
    await audit(db, entry)
    throw new Error('rolled back')
  })
  await expect(failing).rejects.toThrow('rolled back')
  expect(await db.selectFrom('audit').select('act').execute()).toEqual([{ act: 'test' }])
  expect(await db.selectFrom('staff').select('id').where('name', '=', 'someone else').execute()).toEqual([])
  await expect(db.transaction().execute((tx) => audit(tx, entry))).rejects.toThrow('transaction of its own')
})

test('nobody changes or deletes an entry, not even the owner of the database', async ({ db, owner }) => {
  await audit(db, entry)
  for (const text of [`update audit set act = 'x'`, 'delete from audit', 'truncate audit']) {
    await expect(sql.raw(text).execute(db), text).rejects.toThrow(/permission denied/)
    await expect(sql.raw(text).execute(owner), text).rejects.toThrow(/append-only/)
  }
})

test('what a role may not do is audited as refused', async ({ app, db }) => {
  const auditor = await asStaff(db, 'auditor')
  expect((await post(app, auditor, '/staff/settings')).statusCode).toBe(403)
  const mine = await asStaff(db, 'terminal')
  expect((await app.inject({ url: '/staff/people', headers: { cookie: mine.cookie } })).statusCode).toBe(403)
  const entries = await db.selectFrom('audit').select(['login', 'act', 'object', 'outcome']).orderBy('id').execute()
  expect(entries).toEqual([
    { login: 'auditor', act: 'settings.write', object: '/staff/settings', outcome: 'refused' },
    { login: 'terminal', act: 'people.read', object: '/staff/people', outcome: 'refused' },
  ])
})

test('no password, code, cookie or token is in an address, in the log or in the audit', async ({
  db,
  head,
  owner,
  clock,
}) => {
  const app = await buildApp({ db, head, now: () => clock.at }, { ...testConfig, logLevel: 'trace' })
  const logged = listenTo(app.log)
  try {
    const reviewer = new Visitor(app)
    const addresses = [(await reviewer.signIn('reviewer', 'a wrong password')).to]
    await new Visitor(app).signIn('my password by mistake', DEMO_PASSWORD)
    addresses.push((await reviewer.signIn('reviewer', DEMO_PASSWORD)).to)
    const code = codeNow(DEMO_TOTP, clock.at)
    addresses.push((await reviewer.send('/staff/sign-in/code', { code })).to)
    const session = reviewer.cookies.get('__Host-session')!
    await reviewer.get('/staff/account')
    const made = await reviewer.send('/staff/account/tokens', { name: 'weekly' })
    const token = /pfp_\w{32}/.exec(made.html)![0]
    const kept = JSON.stringify(await db.selectFrom('audit').selectAll().execute())
    await sql`alter table audit rename to audit_gone`.execute(owner)
    const failed = await new Visitor(app).signIn('terminal', DEMO_PASSWORD)
    expect([failed.status, failed.headers['set-cookie']], 'who cannot be audited does not sign in').toEqual([
      500,
      undefined,
    ])
    expect(logged.join('')).toContain('a request failed')
    for (const secret of [DEMO_PASSWORD, 'a wrong password', 'my password by mistake', code, session, token])
      for (const [place, text] of Object.entries({ log: logged.join(''), audit: kept, addresses: addresses.join(' ') }))
        expect(text.includes(secret), `${place}: ${secret}`).toBe(false)
  } finally {
    await app.close()
  }
})

/** What a logger writes from now on, and its children with it. */
function listenTo(log: object): string[] {
  const lines: string[] = []
  const stream = Object.getOwnPropertySymbols(log).find(({ description }) => description === 'pino.stream')!
  Object.defineProperty(log, stream, { value: { write: (line: string) => lines.push(line) } })
  return lines
}
