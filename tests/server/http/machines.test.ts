import { test as base, expect } from 'vitest'
import { buildApp } from '../../../server/app.ts'
import { readsPerMinute } from '../../../server/policy.ts'
import { inLanguage, PAGES } from '../../support/addresses.ts'
import { testConfig } from '../../support/config.ts'
import { NOW } from '../../support/portal.ts'
import { seededWorld, test } from './reader.ts'

test.for([
  ['/changes.atom', 'application/atom+xml; charset=utf-8', /^<\?xml[\s\S]+<feed/],
  ['/upcoming.atom', 'application/atom+xml; charset=utf-8', /^<\?xml[\s\S]+<feed/],
  ['/changes.json', 'application/feed+json; charset=utf-8', /^\{\s*"version":\s*"https:\/\/jsonfeed.org/],
  ['/upcoming.json', 'application/feed+json; charset=utf-8', /^\{\s*"version":\s*"https:\/\/jsonfeed.org/],
  ['/upcoming.ics', 'text/calendar; charset=utf-8', /^BEGIN:VCALENDAR\r\n/],
] as const)(
  '%s is %s in both languages, and tells who has it that they have it',
  async ([path, type, begins], { app }) => {
    for (const url of [path, `/en${path}`]) {
      const feed = await app.inject(url)
      expect([feed.statusCode, feed.headers['content-type']]).toEqual([200, type])
      expect(feed.body).toMatch(begins)
      const again = await app.inject({ url, headers: { 'if-none-match': String(feed.headers.etag) } })
      expect([again.statusCode, again.body]).toEqual([304, ''])
      expect((await app.inject(`${url}?nonsense=1`)).statusCode).toBe(400)
    }
  },
)

test('the feed of releases and its archives hold every release once, and an archive never changes', async ({ app }) => {
  const numbers = async (url: string) => {
    const feed = await app.inject(url)
    expect([url, feed.statusCode]).toEqual([url, 200])
    const { items } = feed.json<{ items: { url: string }[] }>()
    return {
      numbers: items.map((item) => Number(item.url.match(/\/changes\/(\d+)/)![1])),
      control: feed.headers['cache-control'],
    }
  }
  const head = await numbers('/changes.json')
  const archives = [await numbers('/changes.json?page=1')]
  expect([head, ...archives].flatMap((one) => one.numbers).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 55 }, (_, n) => n + 1),
  )
  expect(archives[0]!.control).toBe('public, max-age=31536000, immutable')
  expect(head.control).toBe('public, max-age=120, stale-if-error=86400')
  for (const page of ['0', 'x', '-1', '1.5'])
    expect((await app.inject(`/changes.atom?page=${page}`)).statusCode).toBe(400)
  expect((await app.inject('/changes.atom?page=9')).statusCode).toBe(404)
})

test('every page that the sitemap names is there', async ({ app }) => {
  const { body, headers } = await app.inject('/sitemap.xml')
  expect(headers['content-type']).toBe('application/xml; charset=utf-8')
  const pages = [...body.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => new URL(address!))
  expect(pages.length).toBeGreaterThan(200)
  expect(new Set(pages.map(({ origin }) => origin))).toEqual(new Set(['https://fees.example.cn']))
  const paths = new Set(pages.map(({ pathname }) => pathname))
  expect(paths.size).toBe(pages.length)
  for (const path of [...paths].filter((_, n) => n % 4 === 0 || n < 20))
    expect([path, (await app.inject(path)).statusCode]).toEqual([path, 200])
  expect((await app.inject('/sitemap-1.xml')).statusCode).toBe(200)
  for (const file of ['9', '0', 'x', '99999'])
    expect((await app.inject(`/sitemap-${file}.xml`)).statusCode, file).toBeGreaterThanOrEqual(400)
})

test('robots, security.txt and the search description are where programs look for them', async ({ app }) => {
  const robots = await app.inject('/robots.txt')
  expect([robots.headers['content-type'], robots.body]).toEqual([
    'text/plain; charset=utf-8',
    expect.stringContaining('Sitemap: https://fees.example.cn/sitemap.xml'),
  ])
  const security = await app.inject('/.well-known/security.txt')
  expect(security.headers['content-type']).toBe('text/plain; charset=utf-8')
  const expires = new Date(security.body.match(/^Expires: (.+)$/m)![1]!)
  expect(expires > NOW && expires.getTime() - NOW.getTime() < 366 * 86_400_000).toBe(true)
  for (const prefix of ['', '/en']) {
    const search = await app.inject(`${prefix}/opensearch.xml`)
    expect(search.headers['content-type']).toBe('application/opensearchdescription+xml; charset=utf-8')
    const template = search.body.match(/template="(https:\/\/fees\.example\.cn[^"]+)"/)![1]!
    const address = new URL(template.replace('{searchTerms}', encodeURIComponent('引航')))
    expect((await app.inject(address.pathname + address.search)).body).toContain('/fees/pilotage')
  }
})

test('operators learn whether it lives, whether it can serve and what it has served; strangers get no figures', async ({
  app,
}) => {
  expect((await app.inject('/livez')).json()).toEqual({ alive: true })
  expect((await app.inject('/readyz')).json()).toEqual({ ready: true, faults: [], release: 55 })
  await app.inject('/fees/pilotage')
  const metrics = await app.inject('/metrics')
  expect(metrics.body).toMatch(/portal_requests_total\{route="\/fees\/:code",status="200"\} [1-9]/)
  for (const url of ['/livez', '/readyz', '/metrics'])
    expect((await app.inject(url)).headers['cache-control']).toBe('no-store')
  for (const remoteAddress of ['10.0.0.5', '203.0.113.9', '::ffff:10.0.0.5', '2001:db8::1'])
    expect((await app.inject({ url: '/metrics', remoteAddress })).statusCode, remoteAddress).toBe(404)
  const headers = { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1', 'x-real-ip': '127.0.0.1' }
  expect((await app.inject({ url: '/metrics', remoteAddress: '203.0.113.9', headers })).statusCode).toBe(404)
})

base('a portal whose database is gone lives, and says that it cannot serve', async () => {
  const world = await seededWorld()
  const app = await buildApp({ ...world, now: () => NOW }, testConfig)
  await world.head.close()
  await world.db.destroy()
  expect((await app.inject('/livez')).statusCode).toBe(200)
  const ready = await app.inject('/readyz')
  expect([ready.statusCode, ready.json<{ ready: boolean }>().ready]).toEqual([503, false])
  expect(ready.json<{ faults: string[] }>().faults).toContain('the database does not answer')
  const page = await app.inject('/fees')
  expect([page.statusCode, page.headers['cache-control']]).toEqual([500, 'no-store'])
  expect(page.body).not.toMatch(/postgres|pool|driver|at .*\.ts/i)
  const problem = await app.inject('/api/v1/fees')
  expect(Object.keys(problem.json<object>())).toEqual(['type', 'title', 'status', 'detail', 'instance'])
  expect(problem.body).not.toMatch(/postgres|pool|driver/i)
  await app.close()
})

test('every page forbids what is inline, foreign or framed, and sets no cookie', async ({ app }) => {
  for (const path of [
    ...Object.values(PAGES),
    '/api/v1/fees',
    '/fees.csv',
    '/changes.atom',
    '/robots.txt',
    '/openapi.json',
    '/livez',
  ])
    for (const url of /^\/(api|robots|openapi|livez)/.test(path) ? [path] : [path, inLanguage(path, 'en')]) {
      const { headers, body } = await app.inject(url)
      const csp = String(headers['content-security-policy'])
      expect(csp, url).toContain("default-src 'self'")
      for (const part of [
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
      ])
        expect(csp.split(';'), url).toContain(part)
      expect(csp, url).not.toMatch(/unsafe|\*|https?:/)
      expect([headers['x-content-type-options'], headers['referrer-policy'], headers['set-cookie']]).toEqual([
        'nosniff',
        /^(\/en)?\/(complaints|verify)/.test(url) ? 'no-referrer' : 'strict-origin-when-cross-origin',
        undefined,
      ])
      expect(headers['strict-transport-security']).toContain('max-age=31536000')
      expect(headers).not.toHaveProperty('x-powered-by')
      if (!String(headers['content-type']).includes('html')) continue
      expect(body, url).not.toMatch(/<style|\sstyle=|\son[a-z]+="|javascript:/i)
      expect([...body.matchAll(/<script(?![^>]*(?:\ssrc=|type="application\/ld\+json"))/g)], url).toEqual([])
      expect([...body.matchAll(/<(?:script|img|link rel="stylesheet")[^>]*(?:src|href)="(?!\/|data:)/g)], url).toEqual(
        [],
      )
    }
})

test('JSON-LD on an item’s page is one sound document that no text can break out of', async ({ app }) => {
  const { body } = await app.inject('/fees/pilotage?port=CNNGB')
  const [, text] = body.match(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/)!
  expect(JSON.parse(text!)).toMatchObject({ '@context': 'https://schema.org' })
  expect(text).not.toMatch(/<\/?[a-z]/i)
})

test('a site on plain http does not demand https', async ({ app: _ }) => {
  const world = await seededWorld()
  const app = await buildApp({ ...world, now: () => NOW }, { ...testConfig, publicUrl: 'http://10.1.2.3' })
  expect((await app.inject('/fees')).headers).not.toHaveProperty('strict-transport-security')
  await app.close()
  await world.close()
})

base('who asks too often is told so, when to come back and in their form; others are served', async () => {
  const world = await seededWorld()
  const app = await buildApp({ ...world, now: () => NOW }, testConfig, { ...readsPerMinute, max: 3 })
  const ask = (url: string, remoteAddress = '203.0.113.9') => app.inject({ url, remoteAddress })
  for (let time = 0; time < 3; time++) expect((await ask('/api/v1/ports')).statusCode).toBe(200)
  const problem = await ask('/api/v1/ports')
  expect([problem.statusCode, problem.headers['content-type']]).toEqual([
    429,
    'application/problem+json; charset=utf-8',
  ])
  expect(Number(problem.headers['retry-after'])).toBeGreaterThan(0)
  expect(problem.json()).toMatchObject({ type: 'https://fees.example.cn/problems#rate-limited', status: 429 })
  expect([problem.headers['cache-control'], problem.headers.etag]).toEqual(['no-store', undefined])
  const page = await ask('/en/fees')
  expect([page.statusCode, page.headers['content-type']]).toEqual([429, 'text/html; charset=utf-8'])
  expect(page.body).toContain('<html lang="en">')
  expect((await ask('/fees', '198.51.100.1')).statusCode).toBe(200)
  const headers = { 'x-forwarded-for': '192.0.2.77' }
  expect((await app.inject({ url: '/fees', remoteAddress: '203.0.113.9', headers })).statusCode).toBe(429)
  await app.close()
  await world.close()
})

test('files and reports have a lower limit of their own', async ({ app }) => {
  const headers = { 'content-type': 'text/csv' }
  const url = '/api/v1/invoice-checks/file?port=CNNGB'
  const codes = []
  for (let time = 0; time < 121; time++)
    codes.push((await app.inject({ method: 'POST', url, headers, payload: '' })).statusCode)
  expect(codes.slice(-2)).toEqual([422, 429])
  expect((await app.inject('/api/v1/ports')).statusCode).toBe(200)
})

base('behind a proxy that the operator trusts, readers are told apart by the address it names', async () => {
  const world = await seededWorld()
  const config = { ...testConfig, trustedProxies: ['10.0.0.0/8'] }
  const app = await buildApp({ ...world, now: () => NOW }, config, { ...readsPerMinute, max: 1 })
  const ask = (reader: string, url = '/api/v1/ports') =>
    app.inject({ url, remoteAddress: '10.1.1.1', headers: { 'x-forwarded-for': reader } })
  expect([
    (await ask('192.0.2.1')).statusCode,
    (await ask('192.0.2.1')).statusCode,
    (await ask('192.0.2.2')).statusCode,
  ]).toEqual([200, 429, 200])
  expect((await ask('192.0.2.3', '/metrics')).statusCode).toBe(404)
  await app.close()
  await world.close()
})
