import { expect } from 'vitest'
import { addUser, disableUser, enableUser, listUsers, resetUser } from '../../../server/commands/user.ts'
import { findLogin } from '../../../server/db/staff.ts'
import { NOW } from '../../support/portal.ts'
import { asStaff } from '../../support/staff.ts'
import { test, Visitor } from '../../support/visitor.ts'

const printed = (said: string): string => said.split('\n').at(-1)!
const editor = { name: '张三', role: ['entity_editor'], entity: '91330206MA2DEM0171' }

test('an account that is added signs in with the password printed, and must change it', async ({ app, db, url }) => {
  const password = printed(await addUser(url, 'zhang.san', editor, NOW))
  expect(password).toMatch(/^[\w]{4}(-[\w]{4}){3}$/)
  const visitor = new Visitor(app)
  expect((await visitor.signIn('zhang.san', password)).to).toBe('/staff/sign-in/password')
  const kept = (await findLogin(db, 'zhang.san'))!
  expect(kept).toMatchObject({
    name: '张三',
    held: [{ role: 'entity_editor', entity: editor.entity }],
    mustChange: true,
  })
  expect(kept.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  const said = await db
    .selectFrom('audit')
    .select(['act', 'object', 'detail', 'address'])
    .where('act', '=', 'person.add')
    .execute()
  expect(said).toEqual([
    {
      act: 'person.add',
      object: 'zhang.san',
      detail: { roles: ['entity_editor'], entity: editor.entity },
      address: 'command line',
    },
  ])
})

test('what cannot be an account is refused in words that say how to mend it', async ({ url }) => {
  const bad: [string, Parameters<typeof addUser>[2], RegExp][] = [
    ['Zhang San', editor, /3 to 40 lower-case letters/],
    ['zhang', { ...editor, name: ' ' }, /--name is empty/],
    ['zhang', { name: '张三', role: ['entity_editor'] }, /--entity/],
    ['zhang', { ...editor, entity: '91330206MA2DEM0172' }, /check character/],
    ['zhang', { name: '张三', role: ['boss'] }, /no role boss; roles are entity_editor, catalogue_editor/],
    ['zhang', { name: '张三', role: ['auditor', 'case_handler'] }, /who audits handles no cases/],
    ['terminal', editor, /already/],
  ]
  for (const [login, user, says] of bad) await expect(addUser(url, login, user, NOW)).rejects.toThrow(says)
  await expect(resetUser(url, 'zhang', NOW)).rejects.toThrow(/no account zhang/)
  expect(await listUsers(url)).not.toContain('zhang')
})

test('disabling signs out everywhere, and enabling lets in again', async ({ app, db, url }) => {
  const mine = await asStaff(db, 'terminal')
  const ask = async () => (await app.inject({ url: '/staff/account', headers: { cookie: mine.cookie } })).statusCode
  expect(await ask()).toBe(200)
  await disableUser(url, 'terminal', NOW)
  expect(await ask()).toBe(303)
  expect(await listUsers(url)).toMatch(/^terminal +disabled +password +entity_editor\(91330206MA2DEM0171\)/m)
  await enableUser(url, 'terminal', NOW)
  expect(await ask(), 'the session before stays ended').toBe(303)
  expect((await new Visitor(app).signIn('terminal', 'demo-Harbour-2026')).to).toBe('/staff')
})

test('a reset gives a new password, takes the second factor away and signs out', async ({ app, db, url }) => {
  const mine = await asStaff(db, 'reviewer')
  const password = printed(await resetUser(url, 'reviewer', NOW))
  expect((await app.inject({ url: '/staff/account', headers: { cookie: mine.cookie } })).statusCode).toBe(303)
  const reviewer = new Visitor(app)
  expect((await reviewer.signIn('reviewer', 'demo-Harbour-2026')).status).toBe(400)
  expect((await reviewer.signIn('reviewer', password)).to).toBe('/staff/sign-in/password')
  const fresh = 'harbour lamps at dusk'
  const next = await reviewer.send('/staff/sign-in/password', { password: fresh, again: fresh })
  expect(next.to, 'and a reviewer sets up another').toBe('/staff/sign-in/second-factor')
})
