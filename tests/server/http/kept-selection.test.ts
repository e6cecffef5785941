import { expect } from 'vitest'
import { hear, json, test } from './reader.ts'

const plain = (html: string): string => html.replaceAll('&#x3D;', '=').replaceAll('&amp;', '&')

/** Addresses of the portal itself that a page links to and that speak of `about`. */
const linked = (html: string, about: string): string[] =>
  [...plain(html).matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href!).filter((href) => href.includes(about))

test('two days can be paged through, and asked for at another day and release by the bar and the citation', async ({
  app,
}) => {
  const first = (await app.inject('/diff?from=2020-01-01&to=2026-11-01')).body
  const [next] = linked(first, 'cursor=').filter((href) => href.startsWith('/diff'))
  const second = await app.inject(next!)
  expect(second.statusCode).toBe(200)
  const onwards = linked(second.body, 'cursor=')
  expect(onwards.length).toBeGreaterThan(1)
  for (const href of onwards) expect([href, (await app.inject(href)).statusCode]).toEqual([href, 200])

  const cited = /\/diff\?from=2020-01-01&to=2026-11-01&on=2026-11-01&release=\d+/.exec(plain(first))
  expect((await app.inject(cited![0])).statusCode).toBe(200)
  const moved = (await app.inject('/diff?from=2020-01-01&to=2026-11-01&on=2022-04-01&release=30')).body
  expect(moved).toContain('value="2022-04-01"')
  expect((await app.inject('/diff?from=2020-01-01&to=2026-11-01&on=2019-01-01')).statusCode).toBe(400)
  expect((await app.inject('/diff?port=CNNGB&on=2024-01-01&release=40')).statusCode).toBe(200)
})

test('an item asked for at one port is paged and taken as a file at that port', async ({ app }) => {
  const { body } = await app.inject('/fees/container-handling?port=CNNGB')
  const files = linked(body, 'item=container-handling').filter((href) => !href.includes('/complaints/'))
  expect(files.length).toBe(3)
  for (const href of files) expect(href).toContain('port=CNNGB')
})

test('what changes at a port leaves out the operating times of another', async ({ app }) => {
  type Differences = { data: { kind: string; key: string }[] }
  const { data } = await json<Differences>(app, '/api/v1/diff?from=2020-01-01&to=2026-11-20&port=CNWNZ&limit=1000')
  const times = data.filter(({ kind }) => kind === 'operating_time')
  expect(times.length).toBeGreaterThan(0)
  for (const { key } of times) expect(key.split('/')[1]).toBe('CNWNZ')
})

test('what changes at an airport leaves out what is charged only at sea ports', async ({ app }) => {
  type Differences = { data: { kind: string; key: string }[]; total: number }
  const at = (port: string) => json<Differences>(app, `/api/v1/diff?from=2022-03-31&to=2022-04-01&port=${port}`)
  expect((await at('CNHGH')).data).toEqual([])
  const keys = (await at('CNNGB')).data.map(({ key }) => key)
  expect(keys).toContain('port-facility-security/-/-/-/foreign-20')
  expect(keys).toContain('pilotage/CNNGB/-/-/international')
})

test('a request that names a whole address gets the page of its path, and no word of its host', async ({ app }) => {
  await app.listen({ port: 0, host: '127.0.0.1' })
  const [asked, whole] = [await hear(app, '/fees?port=CNWNZ'), await hear(app, 'http://evil.example/fees?port=CNWNZ')]
  expect(whole.status).toBe(200)
  expect(whole.body.equals(asked.body)).toBe(true)
})

test('a page of the API names the next one and still says where the API is described', async ({ app }) => {
  const { link } = (await app.inject('/api/v1/fees?limit=5')).headers
  expect(link).toMatch(/rel="next".*rel="service-desc".*rel="service-doc"/)
})
