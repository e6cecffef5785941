import { sql } from 'kysely'
import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { type Line, say, withdraw } from '../../../catalogue/release.ts'
import { PORTS } from '../../../seeds/ports.ts'
import { publish } from '../../../server/db/publish.ts'
import { query } from '../../support/cluster.ts'
import { test } from '../../support/database.ts'
import { aDraft, aLine, anItem, aPrice, aRule, why } from '../../support/lines.ts'

const aPort = say('port', PORTS.find(({ code }) => code === 'CNWNZ')!, { from: day('2024-01-01'), until: null }, why)
const OPEN = [day('2024-01-01'), null] as const
const AT = new Date('2024-01-01T09:00:00+08:00')

test('24 publishers at once leave releases without gaps, in order of time, and one price a day', async ({
  owner,
  url,
}) => {
  await publish(owner, aDraft([aRule, anItem()]), AT)
  const made = await Promise.all(
    Array.from({ length: 24 }, (_, n) => publish(owner, aDraft([aLine(`${n + 1}.00`, ...OPEN, 'base', 'revise')]), AT)),
  )
  expect(made.map((one) => (one.ok ? one.release : 0)).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 24 }, (_, n) => n + 2),
  )
  const [row] = await query(
    url,
    `
    select count(*) as releases, max(seq) as newest,
      (select bool_and(later) from (select published_at > lag(published_at) over (order by seq) as later from release) t where later is not null) as rising,
      (select count(*) from statement where upper_inf(known) and kind = 'standard') as current
    from release`,
  )
  expect(row).toMatchObject({ releases: '25', newest: '25', rising: true, current: '1' })
})

test('a clock set back does not put a release before the one it follows', async ({ owner, db }) => {
  await publish(owner, aDraft([aRule, anItem()]), AT)
  await publish(owner, aDraft([aLine('1.00', ...OPEN)]), new Date(0))
  const rows = await db.selectFrom('release').select('published_at').orderBy('seq').execute()
  expect(rows[1]!.published_at.getTime()).toBeGreaterThanOrEqual(rows[0]!.published_at.getTime())
})

test('two prices for one day in one release are refused by the domain, and by the table when the domain is passed by', async ({
  owner,
  db,
}) => {
  await publish(owner, aDraft([aRule, anItem()]), AT)
  const twice = [aLine('1.00', ...OPEN), aLine('2.00', day('2024-06-01'), day('2024-07-01'))]
  expect(await publish(owner, aDraft(twice), AT)).toEqual({
    ok: false,
    faults: [{ n: 2, field: 'valid', code: 'said-twice' }],
  })
  const rows = twice.map(({ valid, ...line }) => ({ ...line, ...valid, item: 'weighing', list_key: 'base' }))
  const passingBy = sql`select publish(${JSON.stringify(rows)}::jsonb, '{"zh":"x","en":null}', 'null', false, now())`
  await expect(passingBy.execute(owner)).rejects.toMatchObject({ constraint: 'one_truth' })
  await expect(passingBy.execute(db)).rejects.toMatchObject({ code: '42501' })
  expect(await db.selectFrom('release').select('seq').execute()).toHaveLength(1)
})

test('a release is refused whole, with every fault by line', async ({ owner, db }) => {
  const bad = {
    ...aLine('-1', ...OPEN),
    payload: { ...aPrice('1.00'), rate: { form: 'fixed' as const, amount: '-1' } },
  }
  const made = await publish(
    owner,
    aDraft([anItem(), bad, { ...aLine('1', day('2024-02-01'), null, 'night'), why: { ...why, zh: '' } }]),
    AT,
  )
  expect(made).toMatchObject({
    ok: false,
    faults: [
      { n: 2, field: 'rate.amount', code: 'not-an-amount' },
      { n: 3, field: 'zh' },
    ],
  })
  expect(await db.selectFrom('release').select('seq').execute()).toEqual([])
})

test('what was never published cannot be ended, nor a price said of an unknown item', async ({ owner }) => {
  await publish(owner, aDraft([aRule, anItem()]), AT)
  const ended = withdraw('standard', 'weighing/-/-/-/never', { from: day('2024-01-01'), until: null }, why)
  expect(await publish(owner, aDraft([ended]), AT)).toMatchObject({ ok: false, faults: [{ code: 'subject-unknown' }] })
  const stranger = { ...aLine('1', ...OPEN), key: 'unheard-of/-/-/-/base', payload: aPrice('1', 'base', 'unheard-of') }
  expect(await publish(owner, aDraft([stranger]), AT)).toMatchObject({ ok: false, faults: [{ code: 'item-unknown' }] })
})

const SINCE = { from: day('2024-01-01'), until: null }
const ENTITY = '91330206MA2DEM0171'
const coverage = (port: string | null, entity: string | null) =>
  say('coverage', { port, entity, verified_through: day('2024-01-01'), note: null }, SINCE, why)

test.for([
  ['a port', 'port-unknown', say('standard', { ...aPrice('1'), port: 'CNNGB' }, SINCE, why)],
  ['a port of coverage', 'port-unknown', coverage('CNNGB', null)],
  ['an entity', 'entity-unknown', coverage('CNWNZ', ENTITY)],
  [
    'the document of a reason',
    'document-unknown',
    { ...aLine('1', ...OPEN), why: { ...why, documents: ['unheard-of'] } },
  ],
  [
    'the document of a price',
    'document-unknown',
    say('standard', { ...aPrice('1'), basis: [{ document: 'unheard-of', article: null }] }, SINCE, why),
  ],
] as [string, string, Line][])(
  '%s that was never published is refused, by line',
  async ([, code, line], { owner, db }) => {
    expect(await publish(owner, aDraft([aRule, anItem(), aPort, line]), AT)).toMatchObject({
      ok: false,
      faults: [{ n: 4, code }],
    })
    expect(await db.selectFrom('release').select('seq').execute()).toEqual([])
  },
)

test('what a release says first may be named by its other lines', async ({ owner }) => {
  const cited = { ...aPrice('1'), port: 'CNWNZ' }
  const lines = [say('standard', cited, SINCE, why), coverage('CNWNZ', null), anItem(), aPort, aRule]
  expect(await publish(owner, aDraft(lines), AT)).toEqual({ ok: true, release: 1 })
})

const HAND = [
  [
    'changes a price',
    `update statement set payload = jsonb_set(payload, '{rate,amount}', '"9"') where kind = 'standard'`,
  ],
  ['changes the days', `update statement set valid = daterange('2020-01-01', null)`],
  ['opens a closed statement', `update statement set known = int8range(lower(known), null) where not upper_inf(known)`],
  ['closes an open one', `update statement set known = int8range(lower(known), 99) where upper_inf(known)`],
  ['deletes a statement', `delete from statement`],
  ['empties the table', `truncate statement cascade`],
  [
    'adds a statement',
    `insert into statement (subject_id, kind, change, valid, known, payload, why, line_release, line_n)
     select subject_id, kind, 'new', daterange('2030-01-01', null), int8range(1, null), payload, why, 1, 9 from statement where kind = 'standard' limit 1`,
  ],
  ['edits a release', `update release set published_at = now()`],
  ['deletes a release', `delete from release where seq = 2`],
  ['skips a number', `insert into release (seq, published_at, title, lines) values (9, now(), '{}', 1)`],
  ['renames a subject', `update subject set key = 'other'`],
] as const

test.for(HAND)('the superuser who %s by hand is refused', async ([, text], { owner, url }) => {
  await publish(owner, aDraft([aRule, anItem(), aLine('1.00', ...OPEN)]), AT)
  await publish(owner, aDraft([aLine('2.00', day('2024-06-01'), null, 'base', 'revise')]), AT)
  await expect(query(url, text)).rejects.toMatchObject({ code: expect.stringMatching(/^(23001|23P01)$/) })
})

test.for([...HAND, ['sees secrets', `select * from pg_authid`] as const])(
  'the portal’s own role may not, even without triggers (%s)',
  async ([, text], { owner, url }) => {
    await publish(owner, aDraft([aRule, anItem(), aLine('1.00', ...OPEN)]), AT)
    await query(
      url,
      'alter table statement disable trigger all; alter table release disable trigger all; alter table subject disable trigger all',
    )
    await expect(query(url, `set role portal_app; ${text}`)).rejects.toMatchObject({ code: '42501' })
  },
)
