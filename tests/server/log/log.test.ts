import { sql } from 'kysely'
import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { readLeaf } from '../../../catalogue/log/leaf.ts'
import { leafHash, rootOf } from '../../../catalogue/log/merkle.ts'
import { withdraw } from '../../../catalogue/release.ts'
import type { Db } from '../../../server/db/database.ts'
import { catchUpLog } from '../../../server/db/log.ts'
import { publish } from '../../../server/db/publish.ts'
import { audit } from '../../../server/log/audit.ts'
import { query } from '../../support/cluster.ts'
import { test, testOn } from '../../support/database.ts'
import { aDraft, aLine, anItem, aRule, why } from '../../support/lines.ts'

const AT = new Date('2024-01-01T09:00:00+08:00')
const [JANUARY, JUNE] = [day('2024-01-01'), day('2024-06-01')]
const source = { file: 'a'.repeat(64), sheet: '收费', row: 7 }

async function three(owner: Db) {
  await publish(owner, aDraft([aRule, anItem(), { ...aLine('1.00', JANUARY, null), source }]), AT)
  await publish(owner, aDraft([aLine('2.00', JUNE, null, 'base', 'revise')]), AT)
  const ended = withdraw('standard', 'weighing/-/-/-/base', { from: day('2025-01-01'), until: null }, why)
  await publish(owner, aDraft([ended]), AT)
}

test('what is published is in the log when it is published, line by line, and the release says what it is', async ({
  owner,
  db,
}) => {
  await three(owner)
  const leaves = await db
    .selectFrom('log_leaf')
    .select(['idx', 'release', 'n', 'data', 'hash'])
    .orderBy('idx')
    .execute()
  const trees = await db.selectFrom('log_tree').selectAll().orderBy('release').execute()
  expect(leaves.map(({ release, n }) => [release, n])).toEqual([
    [1, 1],
    [1, 2],
    [1, 3],
    [2, 1],
    [3, 1],
  ])
  for (const { data, hash } of leaves) expect(hash).toEqual(leafHash(data))
  for (const { size, root } of trees) expect(root).toEqual(rootOf(leaves.slice(0, size).map(({ hash }) => hash)))
  const [first, , priced, raised, ended] = leaves.map(({ data }) => readLeaf(data)!)
  expect(first!.opens).toEqual({
    title: { zh: '测试发布', en: 'A test' },
    note: null,
    lines: 3,
    backfilled: false,
    emergency: false,
  })
  expect(priced).toMatchObject({ v: 1, kind: 'standard', change: 'new', from: '2024-01-01', until: null, source })
  expect(priced).not.toHaveProperty('opens')
  expect(raised).toMatchObject({ change: 'revise', payload: { rate: { form: 'fixed', amount: '2.00' } } })
  expect(ended).toMatchObject({ change: 'withdraw', payload: null })
  expect(leaves[2]!.data).toMatch(
    /^\{"change":"new","from":"2024-01-01","key":"weighing\/-\/-\/-\/base","kind":"standard",/,
  )
})

test('a release without its place in the log is not committed', async ({ owner, db }) => {
  await publish(owner, aDraft([aRule, anItem()]), AT)
  const { valid, ...line } = aLine('1.00', JANUARY, null)
  const rows = JSON.stringify([{ ...line, ...valid }])
  const unlogged = sql`select publish(${rows}::jsonb, '{"zh":"x","en":null}', 'null', false, now())`.execute(owner)
  await expect(unlogged).rejects.toMatchObject({ constraint: 'release_is_logged' })
  expect(await db.selectFrom('release').select('seq').execute()).toHaveLength(1)
})

/** Publishes past the log, as before there was one. */
async function unlogged(url: string, owner: Db) {
  await query(
    url,
    'alter table log_leaf disable trigger all; alter table log_tree disable trigger all; alter table log_node disable trigger all',
  )
  await three(owner)
  await query(url, 'delete from log_tree; delete from log_leaf; delete from log_node')
  await query(
    url,
    'alter table log_leaf enable trigger all; alter table log_tree enable trigger all; alter table log_node enable trigger all',
  )
}

test('what was published before there was a log is entered in order, once, and a release that comes meanwhile waits', async ({
  owner,
  db,
  url,
}) => {
  await unlogged(url, owner)
  const [one, two] = await Promise.all([catchUpLog(db), catchUpLog(db)])
  expect(one! + two!).toBe(3)
  expect((await audit(owner)).failures).toEqual([])
  await unlogged2(owner)
  expect(await catchUpLog(db)).toBe(0)
})
const unlogged2 = (owner: Db) => publish(owner, aDraft([aLine('3.00', day('2026-01-01'), null, 'base', 'revise')]), AT)

test('whoever publishes next enters what the log lacks', async ({ owner, url }) => {
  await unlogged(url, owner)
  await unlogged2(owner)
  expect(await audit(owner)).toMatchObject({ failures: [], releases: 4, leaves: 6 })
})

const LIES = [
  ['says another price', `replace(data, '"1.00"', '"9.00"')`],
  ['says other days', `replace(data, '2024-01-01', '2024-01-02')`],
  ['leaves out the file it came from', `(data::jsonb - 'source')::text`],
  ['adds a word', `(data::jsonb || '{"by":"someone"}')::text`],
] as const

test.for(LIES)('a leaf that %s is refused by the database', async ([, lie], { owner, db, url }) => {
  await unlogged(url, owner)
  const leaves = await honestLeaves(url)
  const bent = (await query(url, `select ${lie} as data from (select $$${leaves[2]}$$::text as data) leaf`))[0]!.data!
  const enter = (last: string) => sql`select log_lines(1, ${[leaves[0], leaves[1], last]}::text[], '[]')`.execute(db)
  await expect(enter(bent)).rejects.toMatchObject({ constraint: 'leaf_says_what_the_line_says', detail: '3' })
  await enter(leaves[2]!)
  await query(url, 'select count(*) from log_leaf')
})

async function honestLeaves(url: string): Promise<string[]> {
  const rows = await query(url, 'select said::text as data from log_said(1, 1, 9) order by n')
  return rows.map(({ data }) => data!)
}

test('lines left out, doubled or out of order, and releases left out, are refused by the database', async ({
  owner,
  db,
  url,
}) => {
  await unlogged(url, owner)
  const [one, two, three] = await honestLeaves(url)
  const enter = (release: number, leaves: (string | undefined)[]) =>
    sql`select log_lines(${release}, ${leaves}::text[], '[]')`.execute(db)
  await expect(enter(2, [one])).rejects.toMatchObject({ constraint: 'log_is_gapless' })
  await expect(enter(1, [one, three])).rejects.toMatchObject({
    constraint: 'leaf_says_what_the_line_says',
    detail: '2',
  })
  await expect(enter(1, [two, one, three])).rejects.toMatchObject({ constraint: 'leaf_says_what_the_line_says' })
  await expect(enter(1, [one, two, two, three])).rejects.toMatchObject({ constraint: 'line_is_logged_once' })
  await enter(1, [one, two])
  const closed = sql`select log_release(1, ${Buffer.alloc(32)})`.execute(db)
  await expect(closed).rejects.toMatchObject({ constraint: 'every_line_is_logged' })
})

const HAND = [
  `update log_leaf set data = '{}'`,
  `delete from log_leaf where idx = 4`,
  `truncate log_leaf cascade`,
  `update log_tree set root = decode(repeat('00', 32), 'hex')`,
  `delete from log_tree`,
  `insert into log_leaf (idx, release, n, data) values (5, 2, 9, '{}')`,
  `insert into log_leaf (idx, release, n, data) values (9, 4, 1, '{}')`,
  `insert into log_tree (release, size, root) values (5, 9, decode(repeat('00', 32), 'hex'))`,
  `delete from log_signature`,
  `update log_key set kind = 'log'`,
]

test('the log is added to and never edited, even by the superuser’s hand', async ({ owner, url }) => {
  await three(owner)
  for (const text of HAND)
    await expect(query(url, text), text).rejects.toMatchObject({ code: expect.stringMatching(/^(23001|23503)$/) })
  for (const text of HAND.slice(0, 9))
    await expect(query(url, `set role portal_app; ${text}`), text).rejects.toMatchObject({ code: '42501' })
})

test('twelve publishers at once leave a log that is whole', async ({ owner }) => {
  await publish(owner, aDraft([aRule, anItem()]), AT)
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      publish(owner, aDraft([aLine(`${n + 1}.00`, JANUARY, null, 'base', 'revise')]), AT),
    ),
  )
  expect(await audit(owner)).toMatchObject({ failures: [], releases: 13, leaves: 14 })
})

test('a leaf that no bundle could carry keeps its release from being published', async ({ owner, db }) => {
  await publish(owner, aDraft([aRule, anItem()]), AT)
  const long = { ...aLine('1.00', JANUARY, null) }
  const heavy = { ...long, payload: { ...long.payload!, posted: '字'.repeat(30_000) } }
  const published = publish(owner, aDraft([heavy]), AT).then(
    (made) => made.ok,
    () => false,
  )
  expect(await published).toBe(false)
  expect(await db.selectFrom('release').select('seq').execute()).toHaveLength(1)
})

const seeded = testOn('template_seeded')

seeded('the demonstration data is whole in the log', async ({ owner }) => {
  const { failures, leaves, releases } = await audit(owner)
  expect(failures).toEqual([])
  expect(leaves).toBeGreaterThan(releases * 2)
})
