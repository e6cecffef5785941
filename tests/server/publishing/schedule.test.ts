import { expect } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { scheduleAt } from '../../../server/db/change-set-acts.ts'
import { eventsOf } from '../../../server/db/change-set-story.ts'
import { findChangeSet } from '../../../server/db/change-sets.ts'
import { openHead } from '../../../server/db/head.ts'
import { startQueue } from '../../../server/db/queue.ts'
import { publishDue } from '../../../server/jobs/publish-due.ts'
import { query } from '../../support/cluster.ts'
import { testConfig } from '../../support/config.ts'
import { AT, approved, FIRST, test as onEmpty, type People, price } from './sets.ts'

const minutes = (n: number) => new Date(AT.getTime() + n * 60_000)

/** A portal on an empty catalogue whose clock the test sets, and four people. */
const test = onEmpty.extend<{ clock: { now: Date }; portal: Awaited<ReturnType<typeof buildApp>> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the pattern to know what a fixture needs
  clock: async ({}, use) => use({ now: AT }),
  portal: async ({ db, url, clock }, use) => {
    const head = await openHead(db, url, () => {})
    const app = await buildApp({ db, head, now: () => clock.now }, testConfig)
    await use(app)
    await app.close()
    await head.close()
  },
})

async function scheduled(
  db: Parameters<typeof approved>[0],
  people: People,
  lines: Parameters<typeof approved>[2],
  at: Date,
) {
  const id = await approved(db, people, lines)
  const step = await scheduleAt(db, id, at, people.publisher, AT)
  if (!step.ok) throw new Error(step.held)
  return id
}

test('what is due is published in the order of its times, and nothing before its time', async ({
  db,
  portal,
  clock,
  people,
}) => {
  const first = await scheduled(db, people, FIRST, minutes(10))
  await publishDue(portal.desk)
  expect(portal.desk.head.release()).toBe(0)
  clock.now = minutes(10)
  await publishDue(portal.desk)
  const late = await scheduled(db, people, [price('2.00', '2027-01-01', 'late')], minutes(40))
  const soon = await scheduled(db, people, [price('3.00', '2027-01-01', 'soon')], minutes(30))
  clock.now = minutes(60)
  await Promise.all([publishDue(portal.desk), publishDue(portal.desk)])
  const releases = await Promise.all([first, soon, late].map((id) => findChangeSet(db, id)))
  expect(releases.map((set) => [set!.state, set!.release])).toEqual([
    ['published', 1],
    ['published', 2],
    ['published', 3],
  ])
})

test('a set that another release overtook goes back to its editors with the reason, and holds up nobody', async ({
  db,
  portal,
  clock,
  people,
}) => {
  await scheduled(db, people, FIRST, minutes(5))
  clock.now = minutes(5)
  await publishDue(portal.desk)
  const one = await scheduled(db, people, [price('2.00', '2027-06-01', 'base', 'revise')], minutes(10))
  const overtaken = await scheduled(db, people, [price('3.00', '2027-03-01', 'base', 'revise')], minutes(20))
  const aside = await scheduled(db, people, [price('4.00', '2027-03-01', 'aside')], minutes(30))
  clock.now = minutes(60)
  await publishDue(portal.desk)
  expect((await findChangeSet(db, one))!.release).toBe(2)
  expect(await findChangeSet(db, overtaken)).toMatchObject({
    state: 'changes_requested',
    contentSha: null,
    publishAt: null,
  })
  expect((await eventsOf(db, overtaken)).at(-1)).toMatchObject({
    by: null,
    act: 'return',
    detail: { code: 'set-stale' },
  })
  expect((await findChangeSet(db, aside))!.release).toBe(3)
})

test('a set that was tampered with is not published, the next one is, and the failure is told', async ({
  db,
  url,
  portal,
  clock,
  people,
}) => {
  await scheduled(db, people, FIRST, minutes(5))
  clock.now = minutes(5)
  await publishDue(portal.desk)
  const bad = await scheduled(db, people, [price('2.00', '2027-06-01', 'bad')], minutes(10))
  const good = await scheduled(db, people, [price('4.00', '2027-03-01', 'good')], minutes(30))
  await query(
    url,
    `alter table change_line disable trigger all; update change_line set payload = jsonb_set(payload, '{rate,amount}', '"0.01"') where set_id = ${bad}; alter table change_line enable trigger all`,
  )
  clock.now = minutes(60)
  await expect(publishDue(portal.desk)).rejects.toThrow('1 scheduled sets')
  expect((await findChangeSet(db, bad))!.state).toBe('scheduled')
  expect((await findChangeSet(db, good))!.state).toBe('published')
})

test('before a scheduled release no answer lives longer than until it, and its page is new when it is there', async ({
  db,
  portal,
  clock,
  people,
}) => {
  await scheduled(db, people, FIRST, minutes(5))
  clock.now = minutes(5)
  await publishDue(portal.desk)
  await scheduled(db, people, [price('7.77', '2026-01-01', 'today')], minutes(10))
  await portal.desk.head.refresh()
  const age = async () =>
    Number(/max-age=(\d+)/.exec(String((await portal.inject('/fees/weighing')).headers['cache-control']))![1])
  expect(await age()).toBe(120)
  clock.now = minutes(9)
  expect(await age()).toBe(60)
  const before = await portal.inject('/fees/weighing')
  expect(before.body).not.toContain('7.77')
  clock.now = minutes(10)
  await publishDue(portal.desk)
  const after = await portal.inject({
    url: '/fees/weighing',
    headers: { 'if-none-match': String(before.headers.etag) },
  })
  expect([after.statusCode, after.body.includes('7.77')]).toEqual([200, true])
  expect(await age()).toBe(120)
})

test('a running queue publishes a set when its time comes, and another process hears of it', async ({
  db,
  url,
  portal,
  clock,
  people,
}) => {
  const other = await openHead(db, url, () => {})
  const heard = new Promise<void>((done) => other.onRelease(done))
  clock.now = minutes(10)
  const queue = await startQueue(url, { 'publish-due': () => publishDue(portal.desk) }, [], () => {})
  try {
    await scheduled(db, people, FIRST, minutes(5))
    await heard
    expect(other.release()).toBe(1)
  } finally {
    await queue.stop()
    await other.close()
  }
})
