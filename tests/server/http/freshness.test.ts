import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { buildApp } from '../../../server/app.ts'
import { publish } from '../../../server/db/publish.ts'
import { testConfig } from '../../support/config.ts'
import { aDraft, aLine, anItem, aRule } from '../../support/lines.ts'
import { type App, NOW } from '../../support/portal.ts'
import { hear, seededWorld, TIRELESS, type World } from './reader.ts'

const china = (text: string) => new Date(`${text}+08:00`)

type Clock = { now: Date }
type Held = World & { app: App; clock: Clock }

/** A portal of its own for one test, whose clock the test sets. */
async function withPortal(run: (held: Held) => Promise<unknown>, at = NOW): Promise<void> {
  const world = await seededWorld()
  const clock = { now: at }
  const app = await buildApp({ ...world, now: () => clock.now }, testConfig, TIRELESS)
  try {
    await run({ ...world, app, clock })
  } finally {
    await app.close()
    await world.close().catch(() => {})
  }
}

const aRelease = async ({ owner, head }: World) => {
  expect((await publish(owner, aDraft([aRule, anItem(), aLine('1', day('2026-01-01'), null)]), NOW)).ok).toBe(true)
  await head.refresh()
}

const PAGES = [
  '/',
  '/en',
  '/fees',
  '/fees/pilotage?port=CNNGB',
  '/ports/CNNGB',
  '/changes',
  '/upcoming',
  '/diff',
  '/api/v1/fees',
  '/api/v1/ports',
  '/api/v1/upcoming',
  '/fees.csv',
  '/fees.json',
  '/changes.atom',
  '/upcoming.ics',
]

test('a reader who has the newest answer is told so without one look at a table', () =>
  withPortal(async ({ app, db }) => {
    const known = new Map<string, string>()
    for (const url of PAGES) known.set(url, String((await app.inject(url)).headers.etag))
    await db.destroy()
    for (const [url, etag] of known) {
      const again = await app.inject({ url, headers: { 'if-none-match': etag } })
      expect([url, again.statusCode, again.body, again.headers.etag]).toEqual([url, 304, '', etag])
      expect(again.headers['cache-control']).toMatch(/^public, max-age=/)
    }
    for (const header of [`"other", ${known.get('/fees')}`, String(known.get('/fees')).replace('W/', '')])
      expect((await app.inject({ url: '/fees', headers: { 'if-none-match': header } })).statusCode).toBe(304)
    expect((await app.inject({ url: '/fees', headers: { 'if-none-match': 'W/"r1-2020-01-01-x"' } })).statusCode).toBe(
      500,
    )
  }))

test('a validator never turns a refusal into “not modified”', () =>
  withPortal(async ({ app }) => {
    const { etag } = (await app.inject('/fees')).headers
    for (const url of [
      '/fees?nonsense=1',
      '/fees?release=01',
      '/fees?on=2024-02-30',
      '/api/v1/fees?limit=0',
      '/fees/UPPER',
    ])
      for (const header of [String(etag), '*'])
        expect((await app.inject({ url, headers: { 'if-none-match': header } })).statusCode, url).toBe(400)
    for (const url of ['/nothing', '/fees/zzz', '/api/v1/fees/zzz'])
      expect((await app.inject({ url, headers: { 'if-none-match': '*' } })).statusCode, url).toBe(404)
  }))

test('the validator is made of release and day: the same for the same two, another for any other', () =>
  withPortal(async ({ app, clock, ...world }) => {
    const etag = async (url: string) => String((await app.inject(url)).headers.etag)
    const today = await etag('/fees')
    expect(today).toMatch(/^W\/"r55-2026-11-23-/)
    expect(await etag('/fees?port=CNNGB')).toBe(today)
    expect(await etag('/fees?on=2026-11-23&release=55')).toBe(today)
    const half = await etag('/fees?on=2024-01-01')
    const old = await etag('/fees?release=50')
    const pinned = await etag('/fees?on=2024-01-01&release=50')
    expect(new Set([today, half, old, pinned]).size).toBe(4)
    await aRelease(world)
    expect(await etag('/fees')).toMatch(/^W\/"r56-2026-11-23-/)
    expect(await etag('/fees?on=2024-01-01')).not.toBe(half)
    expect(await etag('/fees?release=50')).not.toBe(old)
    clock.now = china('2026-11-24T00:00:00')
    expect(await etag('/fees')).toMatch(/^W\/"r56-2026-11-24-/)
    expect(await etag('/fees?on=2024-01-01&release=50')).toBe(pinned)
  }))

test('what names day and release may be kept for a year; a cursor names both', () =>
  withPortal(async ({ app }) => {
    const control = async (url: string) => (await app.inject(url)).headers['cache-control']
    for (const url of [
      '/fees?on=2024-01-01&release=50',
      '/en/ports?on=2024-01-01&release=50',
      '/fees.csv?on=2024-01-01&release=50',
      '/api/v1/fees?as_of=2024-01-01&release=50',
      '/api/v1/fees/pilotage?as_of=2024-01-01&release=50',
      '/diff?from=2024-01-01&to=2024-02-01&release=50',
      '/api/v1/diff?from=2024-01-01&to=2024-02-01&release=50',
    ])
      expect(await control(url), url).toBe('public, max-age=31536000, immutable')
    const { next } = (await app.inject('/api/v1/fees?limit=5')).json<{ next: string }>()
    expect(await control(`/api/v1/fees?limit=5&cursor=${next}`)).toBe('public, max-age=31536000, immutable')
    for (const url of [
      '/fees',
      '/fees?on=2024-01-01',
      '/fees?release=50',
      '/api/v1/fees?as_of=2024-01-01',
      '/diff?from=2024-01-01&to=2024-02-01',
      '/changes/5',
    ])
      expect(await control(url), url).toBe('public, max-age=120, stale-if-error=86400')
    const archive = (await app.inject('/changes.atom')).body.match(/rel="prev-archive" href="([^"]+)"/)
    if (archive)
      expect(
        await control(
          new URL(archive[1]!.replaceAll('&amp;', '&')).pathname + new URL(archive[1]!.replaceAll('&amp;', '&')).search,
        ),
      ).toContain('immutable')
  }))

test('two days compared at a release are told without a word of the present', () =>
  withPortal(async ({ app, clock, ...world }) => {
    const told = async (days: string) => {
      const { body, headers } = await app.inject(`/diff?${days}&release=50`)
      return [body, headers.etag]
    }
    const asked = ['from=2024-01-01&to=2024-02-01', 'from=2026-01-01&to=2026-11-23']
    const before = await Promise.all(asked.map(told))
    await aRelease(world)
    clock.now = china('2026-12-24T10:00:00')
    expect(await Promise.all(asked.map(told))).toEqual(before)
  }))

test('what is answered from memory is counted', () =>
  withPortal(async ({ app }) => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const count = async () => /^portal_answers_from_memory_total (\d+)$/m.exec((await app.inject('/metrics')).body)![1]
    const { headers } = await hear(app, '/fees')
    expect(await count()).toBe('0')
    await hear(app, '/fees')
    await hear(app, '/fees', { 'if-none-match': String(headers.etag) })
    expect([await count(), await count()]).toEqual(['2', '2'])
  }))

test('a short answer is kept for readers of every encoding, a long one for those of its own', () =>
  withPortal(async ({ app, db }) => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const short = '/api/v1/search?q=xyzzy'
    const first = await hear(app, short, { 'accept-encoding': 'gzip, br' })
    expect([first.status, first.body.length < 1024]).toEqual([200, true])
    await hear(app, '/fees')
    await db.destroy()
    for (const accepted of ['br', 'gzip', 'identity']) {
      const again = await hear(app, short, { 'accept-encoding': accepted })
      expect([accepted, again.status, String(again.body)]).toEqual([accepted, 200, String(first.body)])
      expect(again.headers).not.toHaveProperty('content-encoding')
    }
    expect((await hear(app, '/fees', { 'accept-encoding': 'br' })).status).toBe(500)
  }))

test('a validator holds for one public address and one kind of data', async () => {
  const world = await seededWorld()
  const etags = []
  for (const settings of [{}, { publicUrl: 'https://other.example.cn' }, { demo: false }]) {
    const app = await buildApp({ ...world, now: () => NOW }, { ...testConfig, ...settings }, TIRELESS)
    etags.push((await app.inject('/fees')).headers.etag)
    await app.close()
  }
  expect(new Set(etags).size).toBe(3)
  await world.close()
})

test('what is not an answer is kept by nobody', () =>
  withPortal(async ({ app }) => {
    for (const url of [
      '/nothing',
      '/fees?on=x',
      '/fees?release=99',
      '/fees/port-construction-fee',
      '/api/v1/fees?as_of=x',
      '/api/v1/nothing',
      '/fees.csv?on=x',
      '/en/fees/zzz',
    ]) {
      const { headers, statusCode } = await app.inject(url)
      expect([url, headers['cache-control'], headers.etag, statusCode >= 400]).toEqual([
        url,
        'no-store',
        undefined,
        true,
      ])
    }
  }))

test.for([
  ['2026-11-23T23:57:59', 120],
  ['2026-11-23T23:58:30', 90],
  ['2026-11-23T23:59:30', 30],
  ['2026-11-23T23:59:59', 1],
  ['2026-11-24T00:00:00', 120],
] as const)('at %s in China an answer of today is kept for %i seconds and never past midnight', ([at, seconds]) =>
  withPortal(async ({ app }) => {
    for (const url of ['/fees', '/api/v1/fees', '/fees?on=2024-01-01', '/fees?release=50'])
      expect((await app.inject(url)).headers['cache-control'], url).toBe(
        `public, max-age=${seconds}, stale-if-error=86400`,
      )
  }, china(at)),
)

test('the day turns at midnight in China, wherever the machine stands', () =>
  withPortal(async ({ app, clock }) => {
    const on = async () => (await app.inject('/api/v1/fees?limit=1')).json<{ meta: { as_of: string } }>().meta.as_of
    expect(await on()).toBe('2026-11-23')
    clock.now = new Date('2026-11-23T15:59:59Z')
    expect(await on()).toBe('2026-11-23')
    clock.now = new Date('2026-11-23T16:00:00Z')
    expect(await on()).toBe('2026-11-24')
  }))

test('br, gzip and plain answers are the same text, and HEAD the same headers without it', () =>
  withPortal(async ({ app }) => {
    for (const url of ['/fees', '/api/v1/fees']) {
      const ask = (accepted: string) => app.inject({ url, headers: { 'accept-encoding': accepted } })
      const plain = await ask('identity')
      expect(plain.headers).not.toHaveProperty('content-encoding')
      const [br, gzip] = [await ask('gzip, deflate, br'), await ask('gzip')]
      expect([br.headers['content-encoding'], gzip.headers['content-encoding']]).toEqual(['br', 'gzip'])
      expect(brotliDecompressSync(br.rawPayload)).toEqual(plain.rawPayload)
      expect(gunzipSync(gzip.rawPayload)).toEqual(plain.rawPayload)
      expect((await ask('br;q=0, gzip;q=0')).headers).not.toHaveProperty('content-encoding')
      expect((await ask('br;q=0, gzip')).headers['content-encoding']).toBe('gzip')
      for (const one of [plain, br, gzip]) expect(one.headers.vary).toContain('accept-encoding')
      const head = await app.inject({ method: 'HEAD', url })
      expect([head.statusCode, head.body]).toEqual([200, ''])
      for (const name of ['etag', 'cache-control', 'content-type'])
        expect(head.headers[name], name).toBe(plain.headers[name])
      expect(head.headers['content-length'] ?? plain.headers['content-length']).toBe(plain.headers['content-length'])
    }
  }))

test('an answer kept in memory is byte for byte the first one, and needs no table', () =>
  withPortal(async ({ app, db }) => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const asked = ['/fees', '/api/v1/fees', '/en/fees/pilotage', '/fees?on=2024-01-01&release=50'].flatMap((path) =>
      ['identity', 'gzip', 'br'].map((accepted) => [path, accepted] as const),
    )
    const first = []
    for (const [path, accepted] of asked) first.push(await hear(app, path, { 'accept-encoding': accepted }))
    await db.destroy()
    for (const [n, [path, accepted]] of asked.entries()) {
      const again = await hear(app, path, { 'accept-encoding': accepted })
      expect([path, again.status, again.headers['content-encoding']]).toEqual([
        path,
        200,
        first[n]!.headers['content-encoding'],
      ])
      expect(again.body.equals(first[n]!.body)).toBe(true)
      const lasting = ({
        date,
        'ratelimit-remaining': _,
        'ratelimit-reset': __,
        'ratelimit-limit': ___,
        'transfer-encoding': ____,
        'content-length': _____,
        connection,
        'keep-alive': ______,
        ...rest
      }: (typeof again)['headers']) => rest
      expect(lasting(again.headers)).toEqual(lasting(first[n]!.headers))
      const unchanged = await hear(app, path, { 'if-none-match': String(again.headers.etag) })
      expect([unchanged.status, unchanged.body.length, unchanged.headers.etag]).toEqual([304, 0, again.headers.etag])
      expect(unchanged.headers['cache-control']).toBe(again.headers['cache-control'])
    }
    expect((await hear(app, '/fees?port=CNNGB')).status).toBe(500)
    expect((await hear(app, '/fees', {}, 'POST')).status).toBeGreaterThanOrEqual(400)
  }))

test('a release drops what was kept, but for what names both', () =>
  withPortal(async ({ app, ...world }) => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const release = async (path: string) => JSON.parse(String((await hear(app, path)).body)).meta.release
    expect([await release('/api/v1/fees'), await release('/api/v1/fees')]).toEqual([55, 55])
    await aRelease(world)
    expect(await release('/api/v1/fees')).toBe(56)
    const pinned = '/api/v1/fees?as_of=2024-01-01&release=50'
    const before = await hear(app, pinned)
    await world.db.destroy()
    expect((await hear(app, pinned)).body).toEqual(before.body)
  }))

test('what is answered in the last minutes of a day is not told the day after', () =>
  withPortal(async ({ app, clock }) => {
    await app.listen({ port: 0, host: '127.0.0.1' })
    const on = async (path: string) => JSON.parse(String((await hear(app, path)).body)).meta.as_of
    const seconds = async (path: string) =>
      Number(/max-age=(\d+)/.exec(String((await hear(app, path)).headers['cache-control']))![1])
    for (const [at, day, most] of [
      ['2026-11-23T23:55:00', '2026-11-23', 120],
      ['2026-11-23T23:57:59', '2026-11-23', 120],
      ['2026-11-23T23:58:30', '2026-11-23', 90],
      ['2026-11-23T23:59:50', '2026-11-23', 10],
      ['2026-11-24T00:00:00', '2026-11-24', 120],
      ['2026-11-24T12:00:00', '2026-11-24', 120],
    ] as const) {
      clock.now = china(at)
      for (const path of ['/api/v1/ports', '/api/v1/fees?limit=1'])
        for (let time = 0; time < 2; time++) {
          expect(await on(path), at).toBe(day)
          expect(await seconds(path), at).toBeLessThanOrEqual(most)
        }
    }
  }))

test('an answer that a release overtook while it was made is not kept as the newest', async () => {
  const world = await seededWorld()
  let release = 54
  const head = { ...world.head, release: () => release }
  const overtaken = world.db.withPlugin({
    transformQuery: ({ node }) => {
      release = 55
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const app = await buildApp({ db: overtaken, head, now: () => NOW }, testConfig, TIRELESS)
  await app.listen({ port: 0, host: '127.0.0.1' })
  const told = async () => JSON.parse(String((await hear(app, '/api/v1/fees?limit=1')).body)).meta
  expect(await told()).toMatchObject({ release: 54 })
  expect(await told()).toMatchObject({ release: 55, head_release: 55 })
  await app.close()
  await world.close()
})
