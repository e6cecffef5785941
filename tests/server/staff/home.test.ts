import { sql } from 'kysely'
import { expect } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import type { Db } from '../../../server/db/database.ts'
import { testConfig } from '../../support/config.ts'
import { textOf } from '../../support/form.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { aRise, proposed } from '../../support/proposals.ts'
import { asStaff, type SignedIn } from '../../support/staff.ts'

const home = async (app: App, who: SignedIn, lang: 'zh' | 'en' = 'en') =>
  app.inject({ url: lang === 'en' ? '/en/staff' : '/staff', headers: { cookie: who.cookie } })
const said = async (app: App, db: Db, login: string, now = NOW) =>
  textOf((await home(app, await asStaff(db, login, now))).body)

/** Puts a set into a state as its acts would, past what the acts ask; the guards of the table would stop it. */
async function put(owner: Db, set: number, state: string, publishAt: Date | null = null) {
  await owner.connection().execute(async (alone) => {
    await sql`set session_replication_role = replica`.execute(alone)
    await sql`update change_set set state = ${state}, publish_at = ${publishAt}, lint_errors = 0,
      content_sha = change_digest(id), approved_sha = change_digest(id) where id = ${set}`.execute(alone)
    await sql`set session_replication_role = origin`.execute(alone)
  })
}

test('an editor sees own drafts and what is asked of them; another entity sees none of it', async ({
  app,
  db,
  owner,
}) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  expect(await said(app, db, 'terminal')).toMatch(new RegExp(`My drafts .*${set} .*1 line `))
  expect(await said(app, db, 'forwarder')).toContain('Nothing waits for you now. Begin a change set')
  await put(owner, set, 'changes_requested')
  expect(await said(app, db, 'terminal')).toContain('Changes requested A reviewer asks for changes')
})

test('a set in review is for the reviewers who wrote no part of it; approved, for the publisher', async ({
  app,
  db,
  owner,
}) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  await put(owner, set, 'in_review')
  expect(await said(app, db, 'reviewer')).toContain('For you to review')
  expect(await said(app, db, 'publisher')).toMatch(/In review or approved/)
  expect(await said(app, db, 'publisher')).not.toContain('For you to')
  expect(await said(app, db, 'terminal')).toContain('partly yours: somebody else reviews it')
  await put(owner, set, 'approved')
  expect(await said(app, db, 'publisher')).toContain('For you to publish')
  expect(await said(app, db, 'reviewer')).not.toContain('For you to')
})

test('a scheduled set that is five minutes overdue is an alarm, before that it is not', async ({ db, head, owner }) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  await put(owner, set, 'scheduled', NOW)
  for (const [minutes, alarming] of [
    [4, false],
    [6, true],
  ] as const) {
    const now = new Date(NOW.getTime() + minutes * 60_000)
    const app = await buildApp({ db, head, now: () => now }, testConfig)
    for (const login of ['publisher', 'terminal']) {
      const page = await said(app as App, db, login, now)
      expect([minutes, login, page.includes('was due at 23 Nov 2026 10:00 and is not published')]).toEqual([
        minutes,
        login,
        alarming,
      ])
    }
    await app.close()
  }
})

test('a job that failed for good is an alarm to publishers and administrators, not to editors', async ({
  app,
  db,
  owner,
}) => {
  await owner.connection().execute(async (alone) => {
    await sql`select enqueue('publish-due', '{}', ${NOW}, 'a-key')`.execute(alone)
    await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no such key'`.execute(
      alone,
    )
  })
  for (const login of ['publisher', 'admin'])
    expect(await said(app, db, login)).toMatch(/The job publish-due failed again and again .*no such key/)
  expect(await said(app, db, 'terminal')).not.toContain('publish-due')
})

test('an emergency release asks for a third person, and is an alarm when days have passed', async ({
  db,
  head,
  owner,
}) => {
  const set = await proposed(db, 'terminal', [await aRise(db)])
  await owner.connection().execute(async (alone) => {
    await sql`set session_replication_role = replica`.execute(alone)
    await sql`update release set emergency = true, change_set = ${set}, published_at = ${NOW} where seq = (select max(seq) from release)`.execute(
      alone,
    )
    await sql`update change_set set state = 'published', emergency = 'the crane fell', lint_errors = 0, content_sha = change_digest(id),
      approved_sha = change_digest(id), release = (select max(seq) from release) where id = ${set}`.execute(alone)
    await sql`set session_replication_role = origin`.execute(alone)
  })
  for (const [days, says] of [
    [2, 'a third person confirms it by 26 Nov 2026 10:00'],
    [4, 'should have confirmed it by 26 Nov 2026 10:00. It is overdue'],
  ] as const) {
    const now = new Date(NOW.getTime() + days * 24 * 3_600_000)
    const app = await buildApp({ db, head, now: () => now }, testConfig)
    const page = await home(app as App, await asStaff(db, 'reviewer', now))
    expect(textOf(page.body)).toContain(says)
    expect(page.body).toMatch(/href="\/en\/staff\/releases\/\d+\/confirm"/)
    await app.close()
  }
})

test('every role is told what it can do, and every way leads somewhere it may go', async ({ app, db }) => {
  for (const login of ['terminal', 'editor', 'reviewer', 'publisher', 'handler', 'supervisor', 'admin', 'auditor'])
    for (const lang of ['zh', 'en'] as const) {
      const who = await asStaff(db, login)
      const { body, statusCode } = await home(app, who, lang)
      expect([login, statusCode]).toEqual([login, 200])
      const ways = [...body.matchAll(/<li><a href="([^"]*)">/g)].map(([, href]) => href!)
      expect(ways.length, login).toBeGreaterThan(0)
      for (const url of ways) {
        const answer = await app.inject({ url, headers: { cookie: who.cookie } })
        expect([login, url, answer.statusCode]).toEqual([login, url, 200])
      }
    }
  expect(await said(app, db, 'handler')).toContain('Reports and complaints')
})
