import { randomUUID } from 'node:crypto'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { readCode, readReceipt } from '../../../complaints/receipt.ts'
import { buildApp } from '../../../server/app.ts'
import { networkOf, UNPROVEN } from '../../../server/cases/admission.ts'
import { challengeFor, provenBy } from '../../../server/cases/proof.ts'
import { noteFiling } from '../../../server/cases/recent.ts'
import { openDatabase } from '../../../server/db/database.ts'
import { forgetDue } from '../../../server/db/filing.ts'
import { refusalOf } from '../../../server/errors.ts'
import { FiledOut } from '../../../server/routes/api/complaint-shapes.ts'
import { Problem } from '../../../server/routes/api/shapes.ts'
import { testConfig } from '../../support/config.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { EXAMPLE } from '../cases/filings.ts'

const ADDRESS = '/api/v1/complaints'
type Sent = { key?: string | null; headers?: Record<string, string>; from?: string }
let networks = 0

/** Sends a filing as a program does, each from a network of its own. */
function send(app: Pick<App, 'inject'>, body: object, { key = randomUUID(), headers = {}, from }: Sent = {}) {
  networks++
  const remoteAddress = from ?? `10.9.${networks >> 8}.${networks & 255}`
  const named = key === null ? headers : { ...headers, 'idempotency-key': key }
  return app.inject({ method: 'POST', url: ADDRESS, payload: body, headers: named, remoteAddress })
}

test('the example of the contract: 201 with receipt, code and two cases, each with the day by which it is answered', async ({
  app,
}) => {
  const answer = await send(app, EXAMPLE)
  expect([answer.statusCode, answer.headers['cache-control']]).toEqual([201, 'no-store'])
  const filed = FiledOut.strict().parse(answer.json())
  expect([readReceipt(filed.receipt), readCode(filed.code!)?.length]).toEqual([filed.receipt, 16])
  expect(filed.cases).toMatchObject([
    { type: 'report', track: 'samr_price', no: `${filed.receipt}-1`, accept_by: '2026-12-14', provisional: false },
    { type: 'complaint', track: 'port_industry', no: `${filed.receipt}-2`, accept_by: '2026-12-02' },
  ])
  expect(filed.received_at).toBe(NOW.toISOString())
})

test('the example of the documentation is filed as it stands', async ({ app }) => {
  const { components } = (await app.inject('/openapi.json')).json()
  const [example] = components.schemas.ComplaintInput.examples
  expect((await send(app, example)).statusCode).toBe(201)
})

test('fifty charges and four thousand characters are filed, and one charge more is too many', async ({
  app,
  owner,
}) => {
  const charges = (count: number) => Array.from({ length: count }, () => EXAMPLE.charges[0])
  const long = { ...EXAMPLE, statement: '𠮷'.repeat(2_000) }
  expect((await send(app, { ...long, charges: charges(50) })).statusCode).toBe(201)
  expect((await sql`select charged from submission`.execute(owner)).rows).toEqual([{ charged: '1000.00' }])
  const refused = await send(app, { ...long, charges: charges(51) })
  expect(Problem.parse(refused.json()).errors).toMatchObject([{ field: 'charges', code: 'too-many-charges' }])
})

test('the same key, quoted or not, and the same body give the same answer; another body 422', async ({ app }) => {
  const key = randomUUID()
  const answers = await Promise.all([1, 2, 3].map(() => send(app, EXAMPLE, { key })))
  answers.push(await send(app, { ...EXAMPLE, charges: EXAMPLE.charges }, { key: `"${key.toUpperCase()}"` }))
  for (const answer of answers) {
    expect(answer.statusCode).toBe(201)
    expect(answer.json()).toEqual(answers[0]!.json())
  }
  const other = await send(app, { ...EXAMPLE, port: 'CNWNZ', area: undefined }, { key })
  expect([other.statusCode, other.json().type]).toEqual([422, 'https://fees.example.cn/problems#another-body'])
})

const FAULTS: [string, object, string, string][] = [
  ['no statement', { statement: undefined }, 'statement', 'not-one-value'],
  ['a short statement', { statement: '太贵了' }, 'statement', 'too-short'],
  ['a bad phone', { contact: { ...EXAMPLE.contact, phone: 'call me' } }, 'contact.phone', 'not-a-phone'],
  ['a bad e-mail', { contact: { ...EXAMPLE.contact, email: 'me' } }, 'contact.email', 'not-an-email'],
  ['no name', { contact: { phone: '13957408866' } }, 'contact.name', 'missing'],
  ['no goal', { goals: [] }, 'goals', 'missing'],
  ['no charge', { charges: [] }, 'charges', 'missing'],
  [
    'a bad day',
    { charges: [{ ...EXAMPLE.charges[0], charged_on: '2026-02-30' }] },
    'charges.0.charged_on',
    'not-a-day',
  ],
  ['a bad amount', { charges: [{ ...EXAMPLE.charges[0], amount: '¥20' }] }, 'charges.0.amount', 'not-an-amount'],
  ['an unknown port', { port: 'CNXXX' }, 'port', 'port-unknown'],
  ['an unknown area', { area: 'moon' }, 'area', 'area-unknown'],
  ['a company’s daily life', { daily_life: true }, 'daily_life', 'daily-life-is-personal'],
  ['a field too many', { colour: 'red' }, 'colour', 'unknown-parameter'],
  ['half a character', { statement: `多收了保安费，请责令退还。\ud800` }, 'statement', 'bad-value'],
  [
    'half a character in a fact',
    { charges: [{ ...EXAMPLE.charges[0], facts: { vessel: 'a\u0000' } }] },
    'charges.0.facts',
    'bad-value',
  ],
]

test('every fault is named by its place and its code, and nothing is filed', async ({ app, owner }) => {
  for (const [what, more, field, code] of FAULTS) {
    const refused = await send(app, { ...EXAMPLE, ...more })
    expect(refused.statusCode, what).toBe(400)
    expect(Problem.parse(refused.json()).errors, what).toMatchObject([{ field, code }])
  }
  expect((await sql`select from submission`.execute(owner)).rows).toHaveLength(0)
})

test('without a UUID as its key a filing is 400, naming the header', async ({ app }) => {
  for (const key of [null, '', 'abc', '123e4567']) {
    const refused = await send(app, EXAMPLE, { key })
    expect(refused.statusCode).toBe(400)
    expect(Problem.parse(refused.json()).errors).toMatchObject([{ field: 'idempotency-key', code: 'no-key' }])
  }
})

test('another site’s page may send the key and the proof', async ({ app }) => {
  const asked = { origin: 'https://forwarder.example', 'access-control-request-method': 'POST' }
  const allowed = await app.inject({ method: 'OPTIONS', url: ADDRESS, headers: asked })
  expect(allowed.headers['access-control-allow-headers']).toMatch(/\bidempotency-key\b.*\bportal-proof\b/)
})

async function solved(app: App): Promise<string> {
  const challenge = (await app.inject(`${ADDRESS}/challenge`)).json<Challenge>()
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

test('one network files six times in ten minutes without a proof, then waits; a retry and a proof do not wait', async ({
  app,
  owner,
}) => {
  const from = '198.51.100.7'
  const key = randomUUID()
  for (let n = 0; n < UNPROVEN; n++)
    expect((await send(app, EXAMPLE, { from, ...(n === 0 ? { key } : {}) })).statusCode).toBe(201)
  const waits = await send(app, EXAMPLE, { from })
  expect([waits.statusCode, waits.json().type]).toEqual([429, 'https://fees.example.cn/problems#filing-wait'])
  expect(Number(waits.headers['retry-after'])).toBe(600)
  expect((await send(app, EXAMPLE, { from, key })).statusCode).toBe(201)
  const proof = await solved(app)
  expect((await send(app, EXAMPLE, { from, headers: { 'portal-proof': proof } })).statusCode).toBe(201)
  expect((await send(app, EXAMPLE, { from, headers: { 'portal-proof': proof } })).statusCode).toBe(429)
  expect((await send(app, EXAMPLE, { from: '198.51.100.8' })).statusCode).toBe(201)
  const { rows } = await sql`select worked, count(*) from submission group by worked order by worked`.execute(owner)
  expect(rows).toEqual([
    { worked: false, count: UNPROVEN + 1 },
    { worked: true, count: 1 },
  ])
})

test('a proof is good once, for one key again and again, within its hour, and for nobody who altered it', async ({
  app,
}) => {
  const [proof, other] = [await solved(app), await solved(app)]
  const [key, later] = [randomUUID(), { ...app.desk, now: () => new Date(NOW.getTime() + 3_600_000) }]
  expect(await provenBy(later, proof)).toBe(false)
  expect([await provenBy(app.desk, proof, key), await provenBy(app.desk, proof, key)]).toEqual([true, true])
  expect([await provenBy(app.desk, proof, randomUUID()), await provenBy(app.desk, proof)]).toEqual([false, false])
  const read = JSON.parse(Buffer.from(other, 'base64').toString())
  read.challenge.parameters.data.until += 1_000_000
  expect(await provenBy(app.desk, Buffer.from(JSON.stringify(read)).toString('base64'))).toBe(false)
  for (const wrong of ['', 'x', 'bnVsbA==', Buffer.from('{}').toString('base64')])
    expect(await provenBy(app.desk, wrong)).toBe(false)
  const sent = fc.record({ challenge: fc.object(), solution: fc.jsonValue() }, { requiredKeys: [] })
  const mixed = sent.map((more) =>
    JSON.stringify({ ...read, ...more, challenge: { ...read.challenge, ...more.challenge } }),
  )
  const proofs = mixed.map((text) => Buffer.from(text).toString('base64'))
  await fc.assert(
    fc.asyncProperty(proofs, async (one) => !(await provenBy(app.desk, one))),
    { numRuns: 200 },
  )
  expect([await provenBy(app.desk, other), await provenBy(app.desk, other)]).toEqual([true, false])
  await forgetDue(app.desk.db, later.now())
  expect(await provenBy(later, proof)).toBe(false)
})

test('the more is filed, the more tries a challenge asks for', async ({ app }) => {
  const tries = async () => (await solveChallenge({ challenge: await challengeFor(app.desk), deriveKey }))!.counter
  const quiet = await tries()
  expect(quiet).toBeLessThan(160)
  for (let n = 0; n < 240; n++) noteFiling(app.desk)
  expect(await tries()).toBeGreaterThanOrEqual(320)
})

test('a network is one address, or a /64 of IPv6', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('::ffff:203.0.113.9')).toBe('203.0.113.9')
  expect(networkOf('2001:db8:0:7::1')).toBe('2001:db8:0:7')
  expect(networkOf('2001:0db8::7:a:b:c:d')).toBe(networkOf('2001:db8:0:7:1:2:3:4'))
  expect(networkOf('::1')).toBe('0:0:0:0')
})

test('a database that is away is 503 with the seconds after which to try again, and the same key works then', async ({
  app,
  head,
  url,
}) => {
  const away = openDatabase('postgresql://nobody@127.0.0.1:1/none', () => {})
  const down = await buildApp({ db: away, head, now: () => NOW }, testConfig)
  const key = randomUUID()
  const refused = await send(down, EXAMPLE, { key })
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '10'])
  expect(refused.json().type).toBe('https://fees.example.cn/problems#unavailable')
  const page = await down.inject('/fees')
  expect([page.statusCode, page.headers['retry-after']]).toEqual([503, '10'])
  expect(page.body).toContain('暂时不能处理')
  await down.close()
  await away.destroy()
  expect(url).toBeTruthy()
  expect((await send(app, EXAMPLE, { key })).statusCode).toBe(201)
})

test('a filing whose connection is cut while it waits is 503, and the same key then files it once', async ({
  app,
  owner,
}) => {
  const key = randomUUID()
  await owner.transaction().execute(async (tx) => {
    await sql`lock table case_file in exclusive mode`.execute(tx)
    const sending = send(app, EXAMPLE, { key })
    const cut = sql<{ cut: boolean }>`
      select pg_terminate_backend(pid) as cut from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`
    while ((await cut.execute(tx)).rows.length === 0) await sql`select pg_stat_clear_snapshot()`.execute(tx)
    expect((await sending).statusCode).toBe(503)
  })
  let again = await send(app, EXAMPLE, { key })
  while (again.statusCode === 503) again = await send(app, EXAMPLE, { key })
  expect(again.statusCode).toBe(201)
  expect((await sql`select from submission`.execute(owner)).rows).toHaveLength(1)
})

test('what a full, stopping, slow or unreachable database says is passing, and nothing else is', () => {
  const passing = ['08006', '53100', '53300', '57P01', '57P03', '57014', '58030', 'ECONNREFUSED', 'ECONNRESET']
  for (const code of passing) expect(refusalOf(Object.assign(new Error(), { code }), {}).kind, code).toBe('unavailable')
  const unreached = ['timeout exceeded when trying to connect', 'Connection terminated unexpectedly']
  for (const message of unreached) expect(refusalOf(new Error(message), {}).kind, message).toBe('unavailable')
  for (const code of ['23505', '42501', 'ENOENT', '22P02'])
    expect(refusalOf(Object.assign(new Error(), { code }), {}).kind, code).toBe('server-error')
})

test('no line of the log, at its most talkative, holds a code, a name, a phone, an address or a receipt', async ({
  db,
  head,
  owner,
}) => {
  const app = await buildApp({ db, head, now: () => NOW }, { ...testConfig, logLevel: 'trace' })
  const logged = listenTo(app.log)
  const key = randomUUID()
  const { receipt, code } = (await send(app, EXAMPLE, { key })).json<{ receipt: string; code: string }>()
  const other = { ...EXAMPLE, statement: `${EXAMPLE.statement}！` }
  const bad = { ...EXAMPLE, contact: { ...EXAMPLE.contact, phone: '欧阳' } }
  const cut = { method: 'POST', url: ADDRESS, headers: { 'content-type': 'application/json' } } as const
  expect((await send(app, other, { key })).statusCode).toBe(422)
  expect((await send(app, bad)).statusCode).toBe(400)
  expect((await app.inject({ ...cut, payload: `{"contact": {"name": "欧阳不破"` })).statusCode).toBe(400)
  await sql`alter table contact_field add constraint nothing_goes check (false) not valid`.execute(owner)
  expect((await send(app, EXAMPLE)).statusCode).toBe(500)
  await app.close()
  const said = [
    ...Object.values(EXAMPLE.contact),
    EXAMPLE.statement,
    '欧阳',
    '13957408866',
    receipt,
    code,
    readCode(code)!,
  ]
  expect(logged.join('')).toContain('nothing_goes')
  expect(said.filter((one) => logged.join('').includes(one))).toEqual([])
})

/** What a logger writes from now on, and its children with it. */
function listenTo(log: object): string[] {
  const lines: string[] = []
  const stream = Object.getOwnPropertySymbols(log).find(({ description }) => description === 'pino.stream')!
  Object.defineProperty(log, stream, { value: { write: (line: string) => lines.push(line) } })
  return lines
}
