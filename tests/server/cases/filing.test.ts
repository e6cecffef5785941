import { createHash, randomUUID } from 'node:crypto'
import canonicalize from 'canonicalize'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { say } from '../../../catalogue/release.ts'
import { brokenAt, type Chained } from '../../../complaints/chain.ts'
import { readReceipt } from '../../../complaints/receipt.ts'
import { acknowledgementSha } from '../../../server/cases/acknowledgement.ts'
import { compareCharges } from '../../../server/cases/comparison.ts'
import { fileComplaint, filedBefore } from '../../../server/cases/filing.ts'
import { prepared } from '../../../server/cases/filing-rows.ts'
import { caseKeys, newSecrets } from '../../../server/cases/keys.ts'
import type { Db } from '../../../server/db/database.ts'
import { enterFiling, forgetCode, forgetDue } from '../../../server/db/filing.ts'
import { publish } from '../../../server/db/publish.ts'
import { tasksOf } from '../../../server/jobs/jobs.ts'
import { aDraft, why } from '../../support/lines.ts'
import { NOW, test } from '../../support/portal.ts'
import { aComplaint, EXAMPLE, filed } from './filings.ts'

type Cases = { no: string; type: string; track: string }[]
const kinds = (cases: Cases) => cases.map(({ type, track }) => `${type}/${track}`)
const refunds = { goals: ['refund'] }
const personally = { capacity: 'individual', daily_life: true }

const TRACKS: [string, object, string[]][] = [
  ['a company that wants money back', refunds, ['report/samr_price', 'complaint/port_industry']],
  ['a company that wants the service back', { goals: ['restore'] }, ['report/samr_price', 'complaint/port_industry']],
  ['a company that wants it looked into', { goals: ['investigate'] }, ['report/samr_price']],
  ['a company that only asks', { goals: ['answer'] }, ['consultation/platform']],
  ['a person, for daily life', { ...refunds, ...personally }, ['complaint/samr_consumer']],
  [
    'a person, for daily life, who wants it looked into too',
    { goals: ['refund', 'investigate'], ...personally },
    ['complaint/samr_consumer', 'report/samr_price'],
  ],
  [
    'a person not for daily life',
    { ...refunds, capacity: 'individual' },
    ['report/samr_price', 'complaint/port_industry'],
  ],
  ['nobody by name', { ...refunds, anonymous: true, contact: {} }, ['report/samr_price']],
  [
    'nobody by name, for daily life',
    { ...refunds, ...personally, anonymous: true, contact: {} },
    ['report/samr_price'],
  ],
]

test('what is asked for, and as whom, opens the lawful cases', async ({ app }) => {
  for (const [who, more, expected] of TRACKS) expect(kinds((await filed(app.desk, more)).cases), who).toEqual(expected)
})

test('twin cases have one receipt, an office, a clock and an event each, and the chain of each holds', async ({
  app,
  owner,
}) => {
  const { receipt, cases, acknowledgement } = await filed(app.desk)
  expect(readReceipt(receipt)).toBe(receipt)
  expect(cases.map(({ no }) => no)).toEqual([`${receipt}-1`, `${receipt}-2`])
  expect(cases.map(({ office }) => office.zh)).toEqual(['宁波市北仑区市场监督管理局', '宁波市交通运输局（港口管理）'])
  expect(cases.map(({ clock }) => clock)).toEqual([
    { code: 'verify', dueOn: '2026-12-14', provisional: false },
    { code: 'accept', dueOn: '2026-12-02', provisional: false },
  ])
  const { rows } = await sql<Record<string, string>>`
    select f.no, f.state, f.version, f.twin_of is not null as twin, f.due_on, f.due_code, f.item, f.verdict, f.charged,
      (select count(*) from clock c where c.case_id = f.id) as clocks
    from case_file f order by f.id`.execute(owner)
  expect(rows).toMatchObject([
    { twin: false, state: 'received', version: 1, due_on: '2026-12-14', clocks: 1, verdict: 'overcharged' },
    { twin: true, state: 'received', version: 1, due_on: '2026-12-02', due_code: 'accept', charged: '20.00' },
  ])
  expect(rows[0]!.item).toBe('port-facility-security')
  for (const events of await eventsOf(owner)) expect([events.length, brokenAt(events)]).toEqual([1, null])
  const content = {
    ...{ receipt, received_on: '2026-11-23', port: 'CNNGB', area: 'beilun', entity: EXAMPLE.entity },
    ...{ entity_name: EXAMPLE.entity_name, category: 'over_standard', amount: '20.00' },
    cases: cases.map(({ office: _, ...one }, n) => ({ ...one, org: ['beilun-market', 'ningbo-port'][n] })),
  }
  expect(acknowledgementSha(content as never).toString('hex')).toBe(acknowledgement)
})

type Event = Chained & { prev: Buffer; hash: Buffer }
async function eventsOf(owner: Db): Promise<Event[][]> {
  const { rows } = await sql<Omit<Event, 'at'> & { id: number; at: Date }>`
    select f.id, f.no as case, e.seq, e.kind, e.at, e.actor, e.staff_id as staff, e.to_state as to, e.payload, e.prev, e.hash
    from case_event e join case_file f on f.id = e.case_id order by f.id, e.seq`.execute(owner)
  const cases = Map.groupBy(rows, ({ id }) => id)
  return [...cases.values()].map((events) =>
    events.map(({ id: _, at, ...event }) => ({ ...event, at: at.toISOString() })),
  )
}

test('the same key and body three times at once are one filing with one answer, and so they are later', async ({
  app,
  owner,
}) => {
  const key = randomUUID()
  const once = () => filed(app.desk, {}, key)
  const [first, ...others] = await Promise.all([once(), once(), once()])
  others.push(await once())
  for (const other of others) expect({ ...other, replayed: null }).toEqual({ ...first, replayed: null })
  expect([first, ...others].filter(({ replayed }) => !replayed)).toHaveLength(1)
  const { rows } = await sql`
    select (select count(*) from submission) as s, (select count(*) from case_file) as c, (select count(*) from clock) as k`.execute(
    owner,
  )
  expect(rows).toEqual([{ s: 1, c: 2, k: 2 }])
})

test('the same key with another body is refused, and what was filed stays', async ({ app }) => {
  const { key, receipt } = await filed(app.desk)
  const other = {
    key,
    complaint: aComplaint({ statement: '这是另外一份完全不同的内容。' }),
    channel: 'api',
    worked: true,
  } as const
  expect(await fileComplaint(app.desk, other)).toEqual({ ok: false, code: 'another-body' })
  expect((await filedBefore(app.desk, key))?.receipt).toBe(receipt)
})

test('the code is told again for a day under its key, and then nobody can tell it', async ({ app }) => {
  const { key, code } = await filed(app.desk)
  const after = (hours: number) => ({ ...app.desk, now: () => new Date(NOW.getTime() + hours * 3_600_000) })
  expect((await filedBefore(after(23.9), key))?.code).toBe(code)
  expect((await filedBefore(after(24), key))?.code).toBe(null)
  expect(await forgetDue(app.desk.db, after(23.9).now())).toBe(0)
  await tasksOf(
    after(24),
    async () => {},
    () => {},
  )['forget-codes']!({})
  expect((await filedBefore(app.desk, key))?.code).toBe(null)
})

test('a code that its holder has saved is kept no longer', async ({ app }) => {
  const [one, other] = [await filed(app.desk), await filed(app.desk)]
  await forgetCode(app.desk.db, one.key)
  expect((await filedBefore(app.desk, one.key))?.code).toBe(null)
  expect((await filedBefore(app.desk, other.key))?.code).toBe(other.code)
})

test('what came through the API is told to nobody by its key alone', async ({ app }) => {
  const filing = { complaint: aComplaint(), worked: true }
  const [web, api] = [randomUUID(), randomUUID()]
  await fileComplaint(app.desk, { ...filing, key: web, channel: 'web' })
  await fileComplaint(app.desk, { ...filing, key: api, channel: 'api' })
  expect((await filedBefore(app.desk, web))?.code).toMatch(/^[0-9A-Z]{16}$/)
  expect(await filedBefore(app.desk, api)).toBe(null)
  expect(await fileComplaint(app.desk, { ...filing, key: api, channel: 'api' })).toMatchObject({ replayed: true })
})

test('what was compared stays as it was when a later release says otherwise', async ({ app, owner }) => {
  const complaint = aComplaint()
  const fresh = async () => (await compareCharges(app.desk, complaint))!
  const compared = await fresh()
  await filed(app.desk)
  const kept = async () =>
    (
      await sql<{ comparison: unknown; sha: string }>`
      select comparison, encode(comparison_sha, 'hex') as sha from submission`.execute(owner)
    ).rows[0]!
  expect(await kept()).toEqual({ comparison: compared, sha: sha256(canonicalize(compared)!) })
  const { payload, valid } = compared.groups[0]!.checked.lines[0]!.standard!
  const dearer = { ...payload!, rate: { form: 'fixed', amount: '20' } } as const
  const put = await publish(owner, aDraft([say('standard', dearer, valid, why, 'correct')]), NOW)
  expect(put).toMatchObject({ ok: true })
  await app.desk.head.refresh()
  expect((await fresh()).groups[0]!.checked.lines[0]).not.toMatchObject({
    expected: { high: '8.00' },
    reason: { code: 'differs' },
  })
  expect(await kept()).toEqual({ comparison: compared, sha: sha256(canonicalize(compared)!) })
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

test('the port, the area, the entity and every item that was never published are refused together, by their places', async ({
  app,
}) => {
  const charges = [EXAMPLE.charges[0], { ...EXAMPLE.charges[0], item: 'no-such-item' }]
  const wrong = aComplaint({ port: 'CNNGB', area: 'nowhere', entity: '91330206MA2DEM999J', charges })
  await expect(compareCharges(app.desk, wrong)).rejects.toMatchObject({
    kind: 'bad-value',
    faults: [{ field: 'area' }, { field: 'entity' }, { field: 'charges.1.item', code: 'item-unknown' }],
  })
})

test('charges of several days are compared each with the list of its day, and frozen in their order', async ({
  app,
  owner,
}) => {
  const [charge] = EXAMPLE.charges
  const on = (charged_on: string, amount: string) => ({ ...charge, charged_on, amount })
  await filed(app.desk, { charges: [on('2026-03-02', '8.00'), on('2018-05-01', '10'), on('2026-03-02', '20.005')] })
  const { rows } = await sql`select n, charged_on, amount, verdict, difference from charge order by n`.execute(owner)
  expect(rows).toMatchObject([
    { charged_on: '2026-03-02', amount: '8.00', verdict: 'match' },
    { charged_on: '2018-05-01', amount: '10' },
    { charged_on: '2026-03-02', amount: '20.005', verdict: 'overcharged', difference: '12.01' },
  ])
  const { rows: files } = await sql`select charged, item, verdict from case_file`.execute(owner)
  expect(files[0]).toEqual({ charged: '38.01', item: 'port-facility-security', verdict: 'overcharged' })
})

test('a receipt that was drawn before enters nothing, and is to be drawn anew', async ({ app, owner }) => {
  const law = await app.desk.law.current()
  const filing = { complaint: aComplaint({ charges: [], goals: ['answer'] }), channel: 'web', worked: true } as const
  const { rows } = prepared(app.desk, filing, null, law)
  const under = () => ({ key: randomUUID(), fingerprint: Buffer.alloc(32), law: law.version })
  expect(await enterFiling(app.desk.db, under(), rows)).toBe('entered')
  expect(await enterFiling(app.desk.db, under(), rows)).toBe('drawn-before')
  expect((await sql`select from submission`.execute(owner)).rows).toHaveLength(1)
})

test('a law that changed since it was read is read anew before anything is promised by it', async ({ app, owner }) => {
  const stale = await app.desk.law.current()
  await sql`update clock_rule set amount = amount + 1 where code = 'verify'`.execute(owner)
  const { cases } = await filed({ ...app.desk, law: { ...app.desk.law, current: async () => stale } })
  expect(cases[0]!.clock).toMatchObject({ code: 'verify', dueOn: '2026-12-15' })
})

test('what is personal is sealed, and opens with no other keys', async ({ app, owner }) => {
  const { receipt } = await filed(app.desk)
  const { rows } = await sql<{
    field: string
    sealed: Buffer
    blind: Buffer | null
  }>`select * from contact_field`.execute(owner)
  const field = (name: string) => rows.find((row) => row.field === name)!
  expect(rows.map((row) => row.field).toSorted()).toEqual(['address', 'email', 'name', 'phone'])
  expect(app.desk.keys.open(`contact/${receipt}/phone`, field('phone').sealed)).toBe('139-5740-8866')
  expect(field('phone').blind).toEqual(app.desk.keys.blind('phone', '13957408866'))
  const strange = caseKeys(newSecrets())
  for (const { field, sealed } of rows) expect(strange.open(`contact/${receipt}/${field}`, sealed)).toBe(null)
  const [kept] = (
    await sql<{ statement: Buffer; code_sealed: Buffer }>`select statement, code_sealed from submission`.execute(owner)
  ).rows
  expect(strange.open(`submission/${receipt}/statement`, kept!.statement)).toBe(null)
  expect(strange.open(`code/${receipt}`, kept!.code_sealed)).toBe(null)
  expect(app.desk.keys.open(`submission/${receipt}/statement`, kept!.statement)).toBe(EXAMPLE.statement)
})

test('no row of the whole database holds the name, the phone, the address, the statement or the code in clear', async ({
  app,
  owner,
}) => {
  const { code } = await filed(app.desk)
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog','information_schema')`.execute(
    owner,
  )
  const personal = [...Object.values(EXAMPLE.contact), '13957408866', EXAMPLE.statement, '欧阳', code!]
  const held: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(owner)
    held.push(...personal.filter((one) => rows.some(({ row }) => row.includes(one))).map((one) => `${name}: ${one}`))
  }
  expect(tables.length).toBeGreaterThan(30)
  expect(held).toEqual([])
})

const HIDDEN = [
  'submission',
  'contact_field',
  'charge',
  'case_file',
  'case_event',
  'clock',
  'case_note',
  'case_message',
  'attachment',
  'decision',
  'case_proposal',
]

test('the public role reads none of it by itself, and writes none of it but by filing', async ({ app, db }) => {
  await filed(app.desk)
  for (const table of HIDDEN) {
    await expect(sql`select * from ${sql.table(table)}`.execute(db), table).rejects.toThrow(/permission denied/)
    await expect(sql`delete from ${sql.table(table)}`.execute(db), table).rejects.toThrow(/permission denied/)
  }
  await expect(sql`update submission set statement = null`.execute(db)).rejects.toThrow(/permission denied/)
  await expect(sql`insert into contact_field (submission_id, field) values (1, 'name')`.execute(db)).rejects.toThrow(
    /permission denied/,
  )
})
