import { request as ask } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect } from 'vitest'
import { Problem } from '../../../server/routes/api/shapes.ts'
import type { App } from '../../support/portal.ts'
import { hear, test } from './reader.ts'

/** A sound address for every route, so that only what a test adds to it can be wrong. */
const SOUND: Record<string, string> = {
  '/fees/:code': '/fees/pilotage',
  '/fees/:code/history': '/fees/pilotage/history',
  '/ports/:code': '/ports/CNNGB',
  '/entities/:uscc': '/entities/91330206MA2DEM0171',
  '/changes/:release': '/changes/20',
  '/changes/:release/:n': '/changes/20/1',
  '/operating-times/*': '/operating-times/91330206MA2DEM0171/CNNGB/beilun/shift/standard',
  '/policies/:code': '/policies/jsg-2019-2',
  '/api/v1/fees/:code': '/api/v1/fees/pilotage',
  '/api/v1/fees/:code/history': '/api/v1/fees/pilotage/history',
  '/api/v1/releases/:release': '/api/v1/releases/20',
  '/api/v1/ports/:code': '/api/v1/ports/CNNGB',
  '/api/v1/entities/:uscc': '/api/v1/entities/91330206MA2DEM0171',
  '/api/v1/documents/:code': '/api/v1/documents/jsg-2019-2',
  '/sitemap-:file.xml': '/sitemap-1.xml',
  '/assets/*': '/assets/portal.css',
  '/api/docs/static/*': '/api/docs/static/swagger-ui.css',
}
const DIFF = 'from=2022-03-31&to=2022-04-01'
const SHIPMENT = 'for=shipment&port=CNNGB&direction=import&trade=foreign&b20_general=1'
const NEEDS: Record<string, string> = {
  '/api/v1/diff': DIFF,
  '/api/v1/search': 'q=%E7%90%86%E8%B4%A7',
  '/stats.csv': 'table=month-track',
  '/en/stats.csv': 'table=month-track',
  '/calculator.xlsx': SHIPMENT,
  '/calculator.pdf': SHIPMENT,
  '/en/calculator.xlsx': SHIPMENT,
  '/en/calculator.pdf': SHIPMENT,
}

/** Addresses that are only ever sent a body; their own tests send them bad ones. */
const POSTED = new Set([
  ...['/api/v1/estimates', '/api/v1/invoice-checks', '/api/v1/invoice-checks/file', '/api/v1/imports'],
  ...['/check.xlsx', '/check.pdf', '/en/check.xlsx', '/en/check.pdf'],
  ...['/api/v1/complaints', '/api/v1/complaints/lookup', '/complaints/from-check', '/en/complaints/from-check'],
  ...['/complaints/receipt/saved', '/en/complaints/receipt/saved'],
])

/** Addresses of something that a reader began or filed; no one else has any. The desk and the log have hostile tests of their own. */
const BEGUN = /\/check\/bulk\/:id|^(\/en)?\/staff(\/|$)|^\/log\/|\/complaints\/(case|receipt)(\/|\.|$)|\/cases\/:case/

const routesOf = (app: App) =>
  [...app.routeTable]
    .filter((url) => url !== '/api/docs/static/index.html' && !POSTED.has(url) && !BEGUN.test(url))
    .map((url) => (url.length > 1 ? url.replace(/\/$/, '') : url))
    .map((url) => (url.startsWith('/en/') ? `/en${SOUND[url.slice(3)] ?? url.slice(3)}` : (SOUND[url] ?? url)))

const EVIL = encodeURIComponent('"\'></script><x-evil onload=alert(1)>')
const ANYTHING = [
  '%',
  '%ZZ',
  '%00',
  '%FF',
  '%C0%AE',
  '%ED%A0%80',
  '%E2%80%AE',
  '%F0%9F%98%80',
  EVIL,
  '__proto__',
  '..%2F..%2Fetc%2Fpasswd',
  "'%20or%201=1--",
  '%0D%0Aset-cookie:x=1',
  '%5C%27%3B%7C%26!()*:',
  'x'.repeat(10_240),
]
const NUMBERS = ['-1', '0', '1.5', '1e3', '0x10', 'NaN', '99999999999999999999', '٣', '+1', '1 1']
const DAYS = [
  '2024-02-30',
  '2023-02-29',
  '2024-13-01',
  '0000-00-00',
  '2024-1-1',
  '20240101',
  '2024-01-01T00:00',
  '٢٠٢٤-٠١-٠١',
  '-2024-01-01',
  '1899-12-31',
  '2200-01-01',
  'today',
  '2024-01-01 ',
]
const CODES = ['cnngb', 'CNXXX', 'CN', 'CNNGB,CNWNZ', '91330206MA2DEM0172', '91330206ma2dem0171', 'UPPER', 'a--b']

/** Values that are never right for a parameter, beside what is never right for any. */
const WRONG: Record<string, string[]> = {
  on: DAYS,
  as_of: DAYS,
  from: DAYS,
  to: DAYS,
  release: NUMBERS,
  before: NUMBERS,
  page: NUMBERS,
  limit: [...NUMBERS, '1001'],
  after: NUMBERS.filter((one) => one !== '0'),
  port: CODES,
  entity: CODES,
  item: CODES,
  link: CODES,
  pricing: CODES,
  sort: CODES,
  lang: CODES,
  bom: CODES,
  line: [],
  cursor: [...NUMBERS, ...CODES],
  q: [],
  nonsense: [],
}
const FREE = new Set(['q', 'cursor', 'line'])

/** A refusal is kept by nobody. */
const NOT_KEPT = /^(private, )?no-store$/

/** A form that opens filled in with what is known of it: what was never published is left for the reader to say. */
const OPENS_FILLED = '/complaints/new'

const isMachine = (url: string) => /^\/api\/|^[^?]*\.(json|csv|xlsx|atom|ics|xml)(\?|$)/.test(url)

/** What every answer to a hostile request keeps: no fault of ours, nothing given back raw, and a refusal that is one. */
function isHonest(url: string, answer: Awaited<ReturnType<App['inject']>>): void {
  const about = `${url.slice(0, 160)} → ${answer.statusCode}`
  expect(answer.statusCode, about).toBeLessThan(500)
  expect(answer.headers['set-cookie'], about).toBeUndefined()
  const type = String(answer.headers['content-type'])
  if (/html|xml|svg/.test(type)) {
    expect(answer.body.includes('<x-evil'), about).toBe(false)
  }
  if (answer.statusCode < 400) return
  expect(answer.headers['cache-control'], about).toMatch(NOT_KEPT)
  expect(answer.headers['x-content-type-options'], about).toBe('nosniff')
  if (isMachine(url)) {
    expect(type, about).toBe('application/problem+json; charset=utf-8')
    expect(Problem.strict().safeParse(answer.json()).error, about).toBeUndefined()
    expect(answer.json<{ status: number }>().status, about).toBe(answer.statusCode)
  } else {
    expect(type, about).toBe('text/html; charset=utf-8')
    expect(answer.body, about).toContain(/^\/en(\/|\?|$)/.test(url) ? '<html lang="en">' : '<html lang="zh-CN">')
  }
}

type Fault = { field: string; code: string }
/** Each question from an address of its own, so that the limits on one address play no part. */
let asked = 0
const from = (url: string) => ({ url, remoteAddress: `10.0.${++asked >> 8}.${asked & 255}` })

const faultsIn = (answer: Awaited<ReturnType<App['inject']>>): Fault[] =>
  answer.json<{ errors?: Fault[] }>().errors ?? []

test('every route has a sound address here, and answers it', async ({ app }) => {
  for (const route of routesOf(app)) {
    expect(route).not.toMatch(/[:*]/)
    const { statusCode } = await app.inject(NEEDS[route] ? `${route}?${NEEDS[route]}` : route)
    expect([route, statusCode]).toEqual([route, 200])
  }
})

/** An address of a route with one parameter set, beside those it cannot do without. */
function withParameter(route: string, name: string, value: string): string {
  const needed = (NEEDS[route] ?? '').split('&').filter((part) => part !== '' && !part.startsWith(`${name}=`))
  return `${route}?${[...needed, `${name}=${encodeURI(value).replaceAll('%25', '%')}`].join('&')}`
}

/** Does a route take this parameter? Some take none and look at none. */
async function takes(app: App, route: string, name: string): Promise<boolean> {
  const url = withParameter(route, name, EVIL)
  const answer = await app.inject({ url, headers: { accept: 'application/json' } })
  if (answer.statusCode === 400) return faultsIn(answer).every(({ code }) => code !== 'unknown-parameter')
  return FREE.has(name) && (await app.inject(withParameter(route, 'nonsense', 'x'))).statusCode === 400
}

for (const [name, wrong] of Object.entries(WRONG))
  test(`no route is hurt by a hostile ${name}, and those that take it name it`, async ({ app }) => {
    for (const route of routesOf(app)) {
      isHonest(withParameter(route, name, EVIL), await app.inject(from(withParameter(route, name, EVIL))))
      if (route.startsWith('/en') || !(await takes(app, route, name))) continue
      for (const value of [...ANYTHING, ...wrong]) {
        const url = withParameter(route, name, value)
        const answer = await app.inject(from(url))
        isHonest(url, answer)
        if (FREE.has(name) || route === OPENS_FILLED) continue
        expect([400, 404], url.slice(0, 120)).toContain(answer.statusCode)
        if (isMachine(url))
          expect(answer.statusCode === 404 || faultsIn(answer)[0]!.field, url.slice(0, 120)).toBe(
            answer.statusCode === 404 || name,
          )
      }
      const twice = `${withParameter(route, name, 'x')}&${name}=x`
      expect((await app.inject(from(twice))).statusCode, twice).toBe(400)
    }
  })

test('a day that does not exist is refused by every page, in the words of its language', async ({ app }) => {
  for (const path of [
    '/',
    '/fees',
    '/fees/pilotage',
    '/fees/pilotage/history',
    '/ports',
    '/ports/CNNGB',
    '/entities/91330206MA2DEM0171',
    '/changes',
    '/upcoming',
    '/operating-times',
    '/policies',
    '/glossary',
    '/problems',
  ])
    for (const [prefix, words] of [
      ['', '“2024-02-30”不是一个日期'],
      ['/en', '2024-02-30'],
    ] as const) {
      const page = await app.inject(`${prefix}${path === '/' && prefix ? '' : path}?on=2024-02-30`)
      expect([path, page.statusCode]).toEqual([path, 400])
      expect(page.body).toContain(words)
      expect(page.body).not.toContain('<table')
    }
})

const PIECES = [...ANYTHING, ...CODES, '.', '..', '%2e%2e', '....//', '%252e%252e%252f', 'constructor', 'a%2Fb', '%20']

test('no path is too strange: what is under a route is refused or not found', async ({ app }) => {
  const folders = [
    '/',
    '/fees/',
    '/fees/pilotage/',
    '/fees/pilotage/history/',
    '/ports/',
    '/entities/',
    '/changes/',
    '/policies/',
    '/operating-times/',
    '/assets/',
    '/.well-known/',
    '/en/',
    '/en/fees/',
    '/api/',
    '/api/v1/',
    '/api/v1/fees/',
    '/api/v1/ports/',
    '/api/v1/entities/',
    '/api/v1/releases/',
    '/api/v1/documents/',
    '/api/docs/',
    '/api/docs/static/',
    '/sitemap-',
  ]
  for (const folder of folders)
    for (const piece of PIECES) {
      const url = folder + encodeURI(piece).replaceAll('%25', '%')
      const answer = await app.inject(url)
      isHonestPath(url, answer)
    }
})

/** Paths are tidied on their way (`/fees/..` is `/`), so what is asked may be sound, or for another reader. */
function isHonestPath(url: string, answer: Awaited<ReturnType<App['inject']>>): void {
  expect(answer.statusCode, url.slice(0, 120)).toBeLessThan(500)
  const type = String(answer.headers['content-type'])
  if (answer.statusCode >= 400) {
    expect(type, url.slice(0, 120)).toMatch(/^(application\/problem\+json|text\/html); charset=utf-8$/)
    expect(answer.headers['cache-control'], url.slice(0, 120)).toMatch(NOT_KEPT)
    expect(answer.headers['content-security-policy'], url.slice(0, 120)).toContain("default-src 'self'")
  }
  if (/html|xml/.test(type)) expect(answer.body.includes('<x-evil'), url).toBe(false)
}

test('nothing but the portal’s own static files can be reached under /assets', async ({ app }) => {
  await listening(app)
  for (const path of [
    '../package.json',
    '..%2fpackage.json',
    '%2e%2e/package.json',
    '%2e%2e%2f%2e%2e%2fpackage.json',
    '..%5cpackage.json',
    '%252e%252e%252fpackage.json',
    '....//package.json',
    '/etc/passwd',
    '//etc/passwd',
    './../../server/main.ts',
    '.',
    '',
    '.env',
    'portal.css%00.js',
    '../pages/fees.hbs',
  ]) {
    const { status, body } = await hear(app, `/assets/${path}`)
    expect([path, status >= 400 && status < 500]).toEqual([path, true])
    expect(String(body)).not.toMatch(/port-fee-portal"|root:|import |\{\{/)
  }
})

test('who writes to what can only be read is refused, by every route and every method', async ({ app }) => {
  for (const route of routesOf(app).filter((one) => !one.endsWith('/verify')))
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const answer = await app.inject({ method, url: route, payload: { any: 'thing' } })
      expect([route, method, answer.statusCode >= 400 && answer.statusCode < 500]).toEqual([route, method, true])
      isHonestPath(route, answer)
    }
})

test('a body too large, of no known kind or broken is refused', async ({ app }) => {
  for (const [type, payload] of [
    ['application/json', '{'],
    ['application/json', 'x'.repeat(100_000)],
    ['text/plain', 'x'],
    ['multipart/form-data', 'x'],
    ['', 'x'],
  ] as const)
    for (const url of ['/fees', '/api/v1/fees']) {
      const answer = await app.inject({ method: 'POST', url, payload, headers: type ? { 'content-type': type } : {} })
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.statusCode).toBeLessThan(500)
    }
})

test('whatever a reader says to accept, they get the page, or its problem in a form they can read', async ({ app }) => {
  for (const accept of [
    '*/*;q=banana',
    'text/html;q=0',
    ',,,,',
    'application/json',
    'x'.repeat(4000),
    '\u00ff',
    'image/png',
    '',
  ]) {
    expect((await app.inject({ url: '/fees', headers: { accept } })).statusCode).toBe(200)
    const refused = await app.inject({ url: '/fees?on=x', headers: { accept } })
    expect(refused.statusCode).toBe(400)
    const machine = accept === 'application/json'
    expect(refused.headers['content-type']).toContain(machine ? 'application/problem+json' : 'text/html')
  }
  for (const language of ['*', 'xx', 'x'.repeat(4000), 'en;q=banana', ';;'])
    expect(
      (await app.inject({ url: '/api/v1/fees?as_of=x', headers: { 'accept-language': language } })).statusCode,
    ).toBe(400)
  for (const encoding of ['*', 'br;q=banana', 'zstd', 'gzip;q=1e9', ''])
    expect((await app.inject({ url: '/fees', headers: { 'accept-encoding': encoding } })).statusCode).toBe(200)
})

test('no address in an answer comes from the Host that a stranger names', async ({ app }) => {
  for (const url of [
    '/fees',
    '/api/v1/fees?limit=2',
    '/robots.txt',
    '/sitemap.xml',
    '/changes.atom',
    '/openapi.json',
    '/nothing',
    '/api/v1/nothing',
  ]) {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'ftp',
      forwarded: 'host=evil.example',
    }
    const { body, headers: said } = await app.inject({ url, headers })
    expect(body + JSON.stringify(said), url).not.toContain('evil.example')
  }
})

test('giant headers and broken requests are cut off, and the next reader is served', async ({ app }) => {
  await listening(app)
  expect((await hear(app, '/fees', { 'x-giant': 'x'.repeat(20_000) })).status).toBe(431)
  expect((await hear(app, `/fees?q=${'x'.repeat(20_000)}`)).status).toBe(431)
  for (const text of [
    'GET\r\n\r\n',
    'NONSENSE / HTTP/9.9\r\n\r\n',
    'GET /fees HTTP/1.1\r\n\r\n',
    'GET /fees HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n',
  ])
    expect(await raw(app, text)).toMatch(/^HTTP\/1\.1 400 /)
  for (const path of [
    '*',
    'http://evil.example/fees',
    '//evil.example/fees',
    '/fees#x',
    '/fees?%',
    '/fees?=&&=',
    '/fees;x=1',
    '/fees//',
  ])
    expect((await hear(app, path)).status, path).toBeLessThan(500)
  expect((await hear(app, '/fees')).status).toBe(200)
})

async function listening(app: App): Promise<void> {
  if (!app.server.listening) await app.listen({ port: 0, host: '127.0.0.1' })
}

const raw = (app: App, text: string): Promise<string> =>
  new Promise((done, fail) => {
    const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1', () => socket.write(text))
    socket.once('error', fail).once('data', (data) => {
      socket.destroy()
      done(String(data))
    })
  })

test('a reader who hangs up in the middle of a download harms nobody', async ({ app }) => {
  await listening(app)
  const { port } = app.server.address() as AddressInfo
  await new Promise<void>((done) => {
    const request = ask({ host: '127.0.0.1', port, path: '/fees.csv', agent: false }, (response) => {
      response.once('data', () => {
        request.destroy()
        done()
      })
    }).end()
  })
  expect((await hear(app, '/fees.csv')).status).toBe(200)
})
