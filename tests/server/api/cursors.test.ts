import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { publish } from '../../../server/db/publish.ts'
import { aDraft, aLine, anItem, aRule } from '../../support/lines.ts'
import { type App, test as alone, NOW } from '../../support/portal.ts'
import { json, test } from '../http/reader.ts'

type Row = { key: string; id: string }
type Page = { meta: { as_of: string; release: number }; data: Row[]; next: string | null; total: number }

const fees = (app: App, query: string) => json<Page>(app, `/api/v1/fees?${query}`)

/** All pages of a selection, one after the other; `between` happens after the first of them. */
async function walk(app: App, query: string, between?: () => Promise<unknown>): Promise<Page[]> {
  const pages = [await fees(app, query)]
  await between?.()
  for (let next = pages[0]!.next; next !== null; next = pages.at(-1)!.next) {
    pages.push(await fees(app, `${query}&cursor=${next}`))
  }
  return pages
}

const keys = (pages: Page[]) => pages.flatMap(({ data }) => data.map(({ key }) => key))

alone('a release published while a reader turns pages moves no row of theirs', async ({ owner, app, head }) => {
  const before = keys(await walk(app, 'limit=1000'))
  const newest = head.release()
  const pages = await walk(app, 'limit=7', async () => {
    const lines = [aRule, anItem(), aLine('1', day('2026-01-01'), null), aLine('2', day('2026-01-01'), null, 'aa')]
    expect((await publish(owner, aDraft(lines), NOW)).ok).toBe(true)
    await head.refresh()
    expect((await fees(app, 'limit=1')).meta.release).toBe(newest + 1)
  })
  expect(pages.length).toBeGreaterThan(40)
  expect(new Set(pages.map(({ meta }) => meta.release))).toEqual(new Set([newest]))
  expect(keys(pages)).toEqual(before)
  expect(new Set(keys(pages)).size).toBe(pages[0]!.total)
  const after = keys(await walk(app, 'limit=1000'))
  expect(after.filter((key) => !before.includes(key))).toEqual(['weighing/-/-/-/aa', 'weighing/-/-/-/base'])
})

test.for([
  '',
  'sort=port&',
  'sort=entity&',
  'sort=effective&',
  'port=CNNGB&',
  'q=堆存&',
  'pricing=gov_guided&sort=effective&',
])('pages of “%s” join to the whole list in its order, whatever their length', async (selection, { app }) => {
  const whole = await fees(app, `${encodeURI(selection)}limit=1000`)
  expect([whole.next, whole.data.length]).toEqual([null, whole.total])
  for (const limit of [7, 50]) {
    const pages = await walk(app, `${encodeURI(selection)}limit=${limit}`)
    expect(keys(pages)).toEqual(keys([whole]))
    expect(pages.slice(0, -1).every(({ data }) => data.length === limit)).toBe(true)
  }
})

test.for([
  ['the same', '', '', true],
  ['another length', '', 'limit=9', true],
  ['its own day named', '', 'as_of=2026-11-23', true],
  ['its own release named', '', 'release=55', true],
  ['another port', '', 'port=CNNGB', false],
  ['another order', '', 'sort=port', false],
  ['other words', 'q=堆存', 'q=理货', false],
  ['words where there were none', '', 'q=堆存', false],
  ['another day', '', 'as_of=2024-01-01', false],
  ['another release', '', 'release=50', false],
  ['another day of the past', 'as_of=2024-01-01', 'as_of=2024-01-02', false],
] as const)('a cursor asked for %s is followed only where it leads', async ([, from, to, followed], { app }) => {
  const { next } = await fees(app, `${encodeURI(from)}&limit=7`)
  const answer = await app.inject(`/api/v1/fees?${encodeURI(to)}&cursor=${next}`)
  if (followed) return expect(answer.json<Page>().data.length).toBeGreaterThan(0)
  expect(answer.statusCode).toBe(400)
  expect(answer.json()).toMatchObject({
    type: 'https://fees.example.cn/problems#bad-cursor',
    errors: [{ field: 'cursor', code: 'bad-cursor' }],
  })
})

test('a cursor that was cut, made up or altered is refused, and never an error of ours', async ({ app }) => {
  const given = (await fees(app, 'limit=7')).next!
  const [version, way, on, release, digest, key] = JSON.parse(Buffer.from(given, 'base64url').toString())
  const forged = [
    [version, way, on, release, digest, [5]],
    [version, way, on, release, digest, [key[0], 6]],
    [version, way, on, release, digest, []],
    [version, way, on, release, digest, ['a', 'b', 'c', 'd']],
    [version, way, on, release, digest, ['\u0000']],
    [version, way, on, release, digest, [null]],
    [version, way, on, release, digest, [{ a: 1 }]],
    [version, way, on, release, digest, ['x'.repeat(401)]],
    [version, way, on, 0, digest, key],
    [version, way, on, 1.5, digest, key],
    [version, way, on, -1, digest, key],
    [version, way, '2024-02-30', release, digest, key],
    [version, 'sideways', on, release, digest, key],
    [2, way, on, release, digest, key],
    [version, way, on, release, 'another', key],
    { 0: version },
    null,
  ].map((one) => Buffer.from(JSON.stringify(one)).toString('base64url'))
  const cut = Array.from({ length: 12 }, (_, n) => given.slice(0, n * 7 + 1))
  for (const cursor of [
    ...forged,
    ...cut,
    'garbage',
    '%00',
    '%FF',
    '__proto__',
    `${given.slice(0, 30)}A${given.slice(31)}`,
  ]) {
    const answer = await app.inject(`/api/v1/fees?limit=7&cursor=${cursor}`)
    expect([answer.statusCode, answer.json<{ type: string }>().type], cursor).toEqual([
      400,
      'https://fees.example.cn/problems#bad-cursor',
    ])
  }
  const toCome = Buffer.from(JSON.stringify([version, way, on, 99, digest, key])).toString('base64url')
  expect((await app.inject(`/api/v1/fees?cursor=${toCome}`)).statusCode).toBe(404)
})

test.for(['sort=effective&', 'q=堆存&'])(
  'a cursor of “%s” with a key of another kind is refused',
  async (selection, { app }) => {
    const given = (await fees(app, `${encodeURI(selection)}limit=2`)).next!
    const parts = JSON.parse(Buffer.from(given, 'base64url').toString())
    for (const key of [['a'], ['a', 'b'], [1e300, 'b'], [0.5, 'b'], ['2024-02-30', 1], ['2024-01-01', 'x']]) {
      const cursor = Buffer.from(JSON.stringify([...parts.slice(0, 5), key])).toString('base64url')
      const answer = await app.inject(`/api/v1/fees?${encodeURI(selection)}cursor=${cursor}`)
      expect(answer.statusCode, JSON.stringify(key)).toBe(400)
    }
  },
)

test('a cursor of upcoming changes cannot be made to skip backwards or to nowhere', async ({ app }) => {
  const { next } = await json<Page>(app, '/api/v1/upcoming?limit=2')
  const parts = JSON.parse(Buffer.from(next!, 'base64url').toString())
  for (const key of [[-1], ['x'], [0.5], [1e18], [null], []]) {
    const cursor = Buffer.from(JSON.stringify([...parts.slice(0, 5), key])).toString('base64url')
    for (const address of ['/api/v1/upcoming?limit=2&', '/upcoming?'])
      expect((await app.inject(`${address}cursor=${cursor}`)).statusCode, JSON.stringify(key)).toBe(400)
  }
})

test('previous leads back over the very pages that next led over', async ({ app }) => {
  const visit = async (address: string) => {
    const { body, statusCode } = await app.inject(address)
    expect(statusCode, address).toBe(200)
    const to = (rel: string) =>
      body
        .match(new RegExp(`<a (?=[^>]*rel="${rel}")[^>]*href="([^"]+)"`))?.[1]
        ?.replaceAll('&amp;', '&')
        .replaceAll('&#x3D;', '=')
    return {
      ids: [...body.matchAll(/<tr[^>]*>[\s\S]*?<\/tr>/g)].map(([row]) => row.replace(/href="[^"]*"/g, '')),
      next: to('next'),
      previous: to('prev'),
    }
  }
  const there = [await visit('/fees?port=CNNGB')]
  for (let next = there[0]!.next; next; next = there.at(-1)!.next) there.push(await visit(next))
  expect(there.length).toBeGreaterThan(2)
  expect(there[0]!.previous).toBeUndefined()
  const back = [there.at(-1)!]
  for (let previous = back[0]!.previous; previous; previous = back.at(-1)!.previous) back.push(await visit(previous))
  expect(back.map(({ ids }) => ids).toReversed()).toEqual(there.map(({ ids }) => ids))
})

test('the address of the next page is also in the Link header', async ({ app }) => {
  const answer = await app.inject('/api/v1/fees?limit=7&port=CNNGB')
  const [, link] = String(answer.headers.link).match(/<([^>]+)>; rel="next"/)!
  expect(new URL(link!).searchParams.get('cursor')).toBe(answer.json<Page>().next)
  const { pathname, search } = new URL(link!)
  expect((await json<Page>(app, pathname + search)).data.length).toBe(7)
})

test('the standards of one item can be read page by page too', async ({ app }) => {
  type Item = { data: { standards: Row[] }; next: string | null }
  const address = '/api/v1/fees/cargo-port-dues?limit='
  const whole = await json<Item>(app, `${address}1000`)
  const joined: Row[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Item = await json(app, `${address}7&cursor=${cursor}`)
    joined.push(...page.data.standards)
    cursor = page.next
  }
  expect([whole.next, joined.length > 20]).toEqual([null, true])
  expect(joined).toEqual(whole.data.standards)
})
