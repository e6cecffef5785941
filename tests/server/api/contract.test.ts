import { expect } from 'vitest'
import { z } from 'zod'
import { Document } from '../../../catalogue/document.ts'
import { ChargingEntity } from '../../../catalogue/entity.ts'
import { OperatingTime } from '../../../catalogue/operating-time.ts'
import { Port } from '../../../catalogue/port.ts'
import * as shapes from '../../../server/routes/api/shapes.ts'
import { json, test } from '../http/reader.ts'

const { Problem, Period } = shapes
const meta = shapes.Meta.strict()
const standard = shapes.StandardOut.extend({ basis: z.array(shapes.BasisOut.strict()) }).strict()
const item = shapes.ItemOut.extend({ lineage: z.array(shapes.LineageOut.strict()) }).strict()
const [match, statement, lineage] = [shapes.MatchOut.strict(), shapes.StatementOut.strict(), shapes.LineageOut.strict()]
const difference = shapes.DifferenceOut.extend({ before: statement.nullable(), after: statement.nullable() }).strict()
const line = z.strictObject({ n: z.int(), said: statement, before: statement.nullable() })
const dated = <S extends z.ZodObject>(shape: S) => shape.extend(Period.shape).strict()
const answer = (shape: z.ZodRawShape) => z.strictObject({ meta, ...shape })
const many = (shape: z.ZodType, more: z.ZodRawShape = {}) => answer({ data: z.array(shape).min(1), ...more })
const next = z.string().nullable()
const found = { matches: z.array(match).min(1), nearest: z.array(match) }
const counted = { total: z.int().min(1), next }

const ADDRESSES: [documented: string, asked: string, shape: z.ZodType][] = [
  ['/fees', '/fees?port=CNNGB&limit=1000', many(standard, { total: z.int(), next })],
  ['/fees', '/fees?q=yhf', many(standard, { total: z.int(), next, ...found })],
  [
    '/fees/{code}',
    '/fees/pilotage?port=CNNGB',
    answer({ data: item.extend({ standards: z.array(standard).min(1) }), next }),
  ],
  [
    '/fees/{code}/history',
    '/fees/port-facility-security/history',
    answer({
      data: z.strictObject({
        code: z.string(),
        line: z.null(),
        statements: z.array(statement).min(2),
        lines: z.array(z.string()).min(3),
        lines_total: z.int().min(3),
        lineage: z.array(lineage).min(1),
      }),
    }),
  ],
  ['/search', '/search?q=理货', answer({ data: z.array(match).min(1), nearest: z.array(match) })],
  ['/releases', '/releases', many(shapes.ReleaseOut.strict(), { next_after: z.int().nullable() })],
  [
    '/releases/{release}',
    '/releases/20',
    answer({
      data: shapes.ReleaseOut.extend({ content: z.array(line).min(1) }).strict(),
      next_after: z.int().nullable(),
    }),
  ],
  ['/upcoming', '/upcoming', many(difference, counted)],
  ['/diff', '/diff?from=2022-03-31&to=2022-04-01&port=CNNGB', many(difference, counted)],
  ['/ports', '/ports', many(dated(Port))],
  ['/ports/{code}', '/ports/CNNGB', answer({ data: dated(Port) })],
  ['/entities', '/entities?port=CNNGB', many(dated(ChargingEntity))],
  ['/entities/{uscc}', '/entities/91330206MA2DEM0171', answer({ data: dated(ChargingEntity) })],
  ['/documents', '/documents', many(dated(Document))],
  ['/documents/{code}', '/documents/jsg-2019-2', answer({ data: dated(Document) })],
  ['/operating-times', '/operating-times', many(dated(OperatingTime))],
]

test.for(ADDRESSES)('%s answers %s in the shape it promises, with nothing more', async ([, asked, shape], { app }) => {
  const { error } = shape.safeParse(await json(app, `/api/v1${asked}`))
  expect(error?.issues ?? []).toEqual([])
})

/** Addresses that work something out from a body or are dated by something else than a release, and have tests of their own. */
const OTHERS = [
  ...['/estimates', '/invoice-checks', '/invoice-checks/file', '/imports', '/quality', '/lint-rules'],
  ...['/complaints', '/complaints/challenge', '/complaints/lookup'],
]

test('these are all the addresses that the API documents, in OpenAPI 3.1', async ({ app }) => {
  const { openapi, paths } = await json<{ openapi: string; paths: Record<string, object> }>(app, '/openapi.json')
  expect(openapi).toBe('3.1.0')
  const documented = new Set([...ADDRESSES.map(([path]) => path), ...OTHERS].map((path) => `/api/v1${path}`))
  expect(new Set(Object.keys(paths))).toEqual(documented)
  for (const [path, { get, post }] of Object.entries(paths as Record<string, { get?: Described; post?: Described }>)) {
    const described = get ?? post!
    expect(described.summary, path).toBeTruthy()
    const more = [...(post ? ['413', '415'] : []), ...(path.endsWith('/file') ? ['422', '503'] : [])]
    const promised = Object.keys(described.responses)
    if (path.endsWith('/imports'))
      expect(promised, path).toEqual(expect.arrayContaining(['200', '201', '401', '403', '422']))
    else if (path.endsWith('/complaints'))
      expect(promised, path).toEqual(['201', '400', '404', '413', '415', '422', '429', '503'])
    else if (path.endsWith('/lookup')) expect(promised, path).toEqual(['200', '400', '404', '415'])
    else expect(promised, path).toEqual(['200', '400', '404', ...more])
    const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(
      (described.parameters ?? []).filter((one) => one.in === 'path').map(({ name }) => name),
      path,
    ).toEqual(named)
  }
})
type Described = { summary: string; responses: object; parameters?: { name: string; in: string }[] }

test('the documentation is served from our own host, with nothing from elsewhere', async ({ app }) => {
  const page = await app.inject('/api/docs')
  expect(page.statusCode).toBe(200)
  const needed = [...page.body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, at]) => at!)
  expect(needed.length).toBeGreaterThan(3)
  for (const at of needed) {
    expect(at).toMatch(/^(\.\/|\/)(?!\/)/)
    const file = new URL(at, 'https://fees.example.cn/api/docs').pathname
    expect((await app.inject(file)).statusCode, file).toBe(200)
  }
})

const asked = new Set(ADDRESSES.map(([, one]) => one).filter((one) => !one.startsWith('/diff')))

test.for([...asked])('%s says the day and the release that was asked for', async (one, { app }) => {
  const at = `/api/v1${one}${one.includes('?') ? '&' : '?'}as_of=2026-10-01`
  const of = one.startsWith('/releases/') ? 20 : 50
  const dated = await json<Dated>(app, of === 20 ? at : `${at}&release=50`)
  expect(dated.meta).toMatchObject({ as_of: '2026-10-01', release: of, head_release: 55 })
  const plain = await json<Dated>(app, `/api/v1${one}`)
  expect(plain.meta).toMatchObject({ as_of: '2026-11-23', release: of === 20 ? 20 : 55 })
})
type Dated = { meta: { as_of: string; release: number } }

const REFUSED: [asked: string, status: number, field: string | null, kind: string][] = [
  ['as_of=2024-02-30', 400, 'as_of', 'bad-value'],
  ['as_of=2023-02-29', 400, 'as_of', 'bad-value'],
  ['as_of=2024-2-3', 400, 'as_of', 'bad-value'],
  ['as_of=20240203', 400, 'as_of', 'bad-value'],
  ['as_of=2024-02-03T00:00:00Z', 400, 'as_of', 'bad-value'],
  ['as_of=today', 400, 'as_of', 'bad-value'],
  ['as_of=2024-02-03&as_of=2024-02-03', 400, 'as_of', 'bad-value'],
  ['release=0', 400, 'release', 'bad-value'],
  ['release=-1', 400, 'release', 'bad-value'],
  ['release=abc', 400, 'release', 'bad-value'],
  ['release=1.5', 400, 'release', 'bad-value'],
  ['release=1.0', 400, 'release', 'bad-value'],
  ['release=01', 400, 'release', 'bad-value'],
  ['release=0x5', 400, 'release', 'bad-value'],
  ['release=1&release=2', 400, 'release', 'bad-value'],
  ['release=56', 404, 'release', 'release-unknown'],
  ['release=999999999', 404, 'release', 'release-unknown'],
  ['as_off=2024-01-01', 400, 'as_off', 'bad-value'],
  ['__proto__x=1', 400, '__proto__x', 'bad-value'],
  ['constructor=1', 400, 'constructor', 'bad-value'],
]

test.for(REFUSED)(
  'on every address ?%s is refused with %i, naming %s',
  async ([query, status, field, kind], { app }) => {
    for (const one of asked) {
      if (one.startsWith('/releases/') && query.startsWith('release')) continue
      const refused = await app.inject(`/api/v1${one}${one.includes('?') ? '&' : '?'}${query}`)
      expect(refused.statusCode, one).toBe(status)
      expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(refused.headers['cache-control']).toBe('no-store')
      expect(refused.headers).not.toHaveProperty('etag')
      const problem = Problem.strict().parse(refused.json())
      expect(problem).toMatchObject({ type: `https://fees.example.cn/problems#${kind}`, status })
      expect(problem.errors?.map((error) => error.field) ?? [], one).toEqual(field === null ? [] : [field])
      expect(problem.errors?.[0]?.pointer ?? '#/').toBe(`#/${field ?? ''}`)
    }
  },
)

test.for<[string, string, string]>([
  ['/fees?port=CNXXX', 'port', 'port-unknown'],
  ['/fees?port=ningbo', 'port', 'not-a-port-code'],
  ['/fees?entity=91330206MA2DEM0172', 'entity', 'credit-code-check'],
  ['/fees?entity=91330206MA2DEM0OI1', 'entity', 'not-a-credit-code'],
  ['/fees?item=Pilotage', 'item', 'not-a-fee-code'],
  ['/fees?item=no-such-item', 'item', 'item-unknown'],
  ['/fees?pricing=free', 'pricing', 'not-an-option'],
  ['/fees?link=moon', 'link', 'not-an-option'],
  ['/fees?sort=price', 'sort', 'not-an-option'],
  ['/fees?limit=0', 'limit', 'not-a-number'],
  ['/fees?limit=1001', 'limit', 'not-a-number'],
  [`/fees?q=${'引'.repeat(101)}`, 'q', 'too-long'],
  ['/fees/pilotage?port=CNXXX', 'port', 'port-unknown'],
  ['/fees/pilotage/history?line=%00', 'line', 'bad-value'],
  ['/search', 'q', 'not-one-value'],
  ['/releases?after=-1', 'after', 'not-a-number'],
  ['/upcoming?limit=x', 'limit', 'not-a-number'],
  ['/upcoming?port=CNXXX', 'port', 'port-unknown'],
  ['/diff?from=2022-04-01', 'to', 'not-one-value'],
  ['/diff?from=2022-04-02&to=2022-04-01', 'from', 'from-after-to'],
  ['/diff?from=2022-02-30&to=2022-04-01', 'from', 'not-a-day'],
  ['/entities?port=CNXXX', 'port', 'port-unknown'],
  ['/operating-times?port=CNXXX', 'port', 'port-unknown'],
  ['/operating-times?entity=91330206MA2DEM999J', 'entity', 'entity-unknown'],
  ['/fees/UPPER', 'code', 'not-a-fee-code'],
  ['/ports/1', 'code', 'not-a-port-code'],
  ['/entities/1', 'uscc', 'not-a-credit-code'],
  ['/releases/x', 'release', 'not-a-release'],
  ['/documents/A', 'code', 'bad-value'],
])('%s is refused, naming %s and why: %s', async ([one, field, code], { app }) => {
  const refused = await app.inject(`/api/v1${encodeURI(one).replaceAll('%25', '%')}`)
  expect(refused.statusCode).toBe(400)
  expect(Problem.strict().parse(refused.json()).errors).toMatchObject([{ field, code, pointer: `#/${field}` }])
})

test('what was never published is not found, and says so as a problem', async ({ app }) => {
  for (const one of [
    '/fees/zzz',
    '/fees/zzz/history',
    '/ports/CNXXX',
    '/entities/91330206MA2DEM999J',
    '/documents/zzz',
    '/nothing',
    '/',
  ]) {
    const missing = await app.inject(`/api/v1${one}`)
    expect([missing.statusCode, one]).toEqual([404, one])
    Problem.strict().parse(missing.json())
  }
})

test('a problem is told in English to who prefers English', async ({ app }) => {
  const of = async (language?: string) => {
    const headers = language === undefined ? {} : { 'accept-language': language }
    const refused = await app.inject({ url: '/api/v1/fees?as_of=2024-02-30', headers })
    return [refused.headers['content-language'], refused.json<{ detail: string }>().detail]
  }
  expect((await of('en-GB,en;q=0.9'))[0]).toBe('en')
  expect((await of('en-GB,en;q=0.9'))[1]).toMatch(/^[ -~’]+$/)
  expect((await of('zh-CN'))[0]).toBe('zh-CN')
  expect((await of())[1]).toMatch(/\p{Script=Han}/u)
})

test('an entity that was not yet there says when it has been', async ({ app }) => {
  const early = await app.inject('/api/v1/entities/91330206MA2DEM0171?as_of=2015-01-01')
  expect(early.statusCode).toBe(404)
  expect(Problem.strict().parse(early.json()).periods).toEqual([{ effective_from: '2021-05-01', effective_to: null }])
})
