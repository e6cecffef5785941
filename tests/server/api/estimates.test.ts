import { expect } from 'vitest'
import { z } from 'zod'
import { EstimateLineOut, EstimateOut } from '../../../server/routes/api/estimate-shapes.ts'
import { Meta, Problem, type ReleaseOut } from '../../../server/routes/api/shapes.ts'
import type { App } from '../../support/portal.ts'
import { json, test } from '../http/reader.ts'

type Facts = Record<string, string>
type Line = { item: string; facts?: Facts; quantity?: string; entity?: string; on?: string }

const TERMINAL = '91330206MA2DEM0171'
const CARRIER = '91330203MA2DEM1722'
const shape = EstimateOut.extend({ meta: Meta.strict(), lines: z.array(EstimateLineOut.strict()) }).strict()

const send = (app: App, payload: object | string, query = '', headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: `/api/v1/estimates${query}`, payload, headers })

async function estimate(app: App, body: object, query = '') {
  const answer = await send(app, body, query)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  const told = shape.parse(answer.json())
  expect(answer.json(), 'says no more than is documented').toEqual(told)
  return told
}

/** One line on a day: its status and figure, in one word each. */
async function figure(app: App, port: string, as_of: string, line: Line, release?: number) {
  const { lines } = await estimate(app, { port, as_of, release, lines: [line] })
  return lines[0]!.amount ?? lines[0]!.reason ?? lines[0]!.status
}

const ship = (net_tonnage: string): Line => ({
  item: 'pilotage',
  facts: { voyage: 'international', net_tonnage, distance_nm: '8' },
})
const berth = (facts: Facts): Line => ({
  item: 'berthage',
  facts: { voyage: 'international', use: 'productive', ...facts },
})
const boxes = (quantity: string, size: string, cargo_class: string): Line => ({
  item: 'cargo-port-dues',
  quantity,
  facts: { trade: 'foreign', direction: 'import', size, load: 'laden', cargo_class },
})
const security = (size: string): Line => ({
  item: 'port-facility-security',
  facts: { trade: 'foreign', size, load: 'laden' },
})
const construction: Line = { item: 'port-construction-fee', facts: { trade: 'foreign', size: '20', load: 'laden' } }
const detained = (days: string): Line => ({
  item: 'detention',
  entity: CARRIER,
  facts: { size: '20', cargo_class: 'general', days },
})

const WORKED: [id: string, port: string, on: string, line: Line, expected: string][] = [
  ['P1', 'CNWNZ', '2023-05-01', ship('1500'), '900.00'],
  ['P1 before the reduction', 'CNNGB', '2022-03-31', ship('1500'), '900.00'],
  ['P2', 'CNWNZ', '2023-05-01', ship('12000'), '5400.00'],
  ['P3', 'CNWNZ', '2023-05-01', ship('40000'), '18000.00'],
  ['P3 and a ton', 'CNWNZ', '2023-05-01', ship('40001'), '18000.00'],
  ['P6 before', 'CNNGB', '2022-03-31', ship('95000'), '39625.00'],
  ['P6 after', 'CNNGB', '2022-04-01', ship('95000'), '35663.00'],
  ['above 120 000 net tons', 'CNNGB', '2022-04-01', ship('130000'), '44100.00'],
  ['above 120 000 net tons, base', 'CNWNZ', '2022-04-01', ship('130000'), '49000.00'],
  ['B1', 'CNNGB', '2023-05-01', berth({ net_tonnage: '25000', hours: '30' }), '12500.00'],
  ['B2: 24 h', 'CNNGB', '2023-05-01', berth({ net_tonnage: '25000', hours: '24' }), '6250.00'],
  ['B2: 24 h 1 min', 'CNNGB', '2023-05-01', berth({ net_tonnage: '25000', hours: '24.01666667' }), '12500.00'],
  ['B7: 8 121 tons × 0.25', 'CNNGB', '2023-05-01', berth({ gross_tonnage: '8120.3', hours: '24' }), '2030.00'],
  ['S1: 20 feet', 'CNNGB', '2026-03-02', security('20'), '8.00'],
  ['S1: 40 feet', 'CNNGB', '2026-03-02', security('40'), '12.00'],
  ['K1: the last day', 'CNNGB', '2020-12-31', construction, '64.00'],
  ['K1: the day after', 'CNNGB', '2021-01-01', construction, 'abolished'],
  ['before it is known', 'CNNGB', '1990-01-01', construction, 'not_in_force'],
  ['D1: 7 days', 'CNNGB', '2022-01-01', detained('7'), '0.00'],
  ['D1: 8 days', 'CNNGB', '2022-01-01', detained('8'), '85.00'],
  ['D1: 14 days', 'CNNGB', '2022-01-01', detained('14'), '595.00'],
  ['D1: 15 days', 'CNNGB', '2022-01-01', detained('15'), '765.00'],
  ['D1: 21 days', 'CNNGB', '2022-01-01', detained('21'), '1785.00'],
  ['D1: 22 days', 'CNNGB', '2022-01-01', detained('22'), '2125.00'],
  ['D1: 30 days', 'CNNGB', '2022-01-01', detained('30'), '4845.00'],
]

test.for(WORKED)('%s: at %s on %s, %j comes to %s', async ([, port, on, line, expected], { app }) => {
  expect(await figure(app, port, on, line)).toBe(expected)
})

test('C1: a hundred and fifty boxes and three reefers come to 7,004.00, to the fen and with every step', async ({
  app,
}) => {
  const lines = [boxes('100', '20', 'general'), boxes('50', '40', 'general'), boxes('3', '20', 'reefer')]
  const { total, totals, lines: told, meta } = await estimate(app, { as_of: '2023-05-01', port: 'CNNGB', lines })
  expect(told.map(({ amount }) => amount)).toEqual(['3400.00', '3400.00', '204.00'])
  expect(total).toBe('7004.00')
  expect(totals).toEqual({ low: '7004.00', high: '7004.00', currency: 'CNY', ceilings: false, without: 0 })
  expect(meta).toMatchObject({ as_of: '2023-05-01', release: 55, head_release: 55, coverage: { complete: true } })
  expect(told[0]!.standard).toMatchObject({
    key: 'cargo-port-dues/-/-/-/foreign-import-20-general',
    effective_from: '2021-01-01',
    basis: [{ document: 'jsg-2019-2' }],
  })
  expect(told[0]!.steps.map(({ rule, text, value }) => [rule, text, value])).toEqual([
    ['counted', '数量：100 箱', '100'],
    ['unit_price', '100 箱 × 34 元 = 3,400.00 元', '3400'],
  ])
})

test('the example of the contract is answered, in the language that was asked for', async ({ app }) => {
  const pilot = ship('95000')
  const body = { as_of: '2023-05-01', port: 'CNNGB', lines: [boxes('100', '20', 'general'), pilot] }
  const chinese = await estimate(app, body)
  expect([chinese.total, chinese.lines.map(({ ceiling }) => ceiling)]).toEqual(['39063.00', [false, true]])
  expect(chinese.totals.ceilings).toBe(true)
  const english = await estimate(app, body, '?lang=en')
  expect(english.lines[1]!.steps.map(({ text }) => text)).toEqual([
    'net tonnage: 95,000 NT',
    'the part up to 40,000 NT: 40,000 NT × CNY 0.405 = CNY 16,200.00',
    'the part over 40,000 up to 80,000 NT: 40,000 NT × CNY 0.36 = CNY 14,400.00',
    'the part over 80,000 NT: 15,000 NT × CNY 0.3375 = CNY 5,062.50',
    'together CNY 35,662.50',
    expect.stringMatching(/^Night .* is not counted/),
    expect.stringMatching(/^.*oliday .* is not counted/),
    'CNY 35,662.50 rounded half up to CNY 1: CNY 35,663.00',
  ])
  expect(await estimate(app, body, '?lang=zh')).toEqual(chinese)
})

test('the same day told at two releases has two prices', async ({ app }) => {
  const { data } = await json<{ data: z.infer<typeof ReleaseOut>[] }>(app, '/api/v1/releases')
  const told = data.findLast(({ published_at }) => published_at < '2022-03-11')!.release
  const shanghai = (release?: number) => figure(app, 'CNSHA', '2024-01-01', ship('95000'), release)
  expect([await shanghai(told), await shanghai(told + 1), await shanghai()]).toEqual([
    '39625.00',
    '35663.00',
    '35663.00',
  ])
  expect(await figure(app, 'CNSHA', '2023-12-31', ship('95000'))).toBe('37644.00')
})

test('a line may name a day of its own, and the answer says which it was', async ({ app }) => {
  const { lines } = await estimate(app, {
    as_of: '2022-04-01',
    port: 'CNNGB',
    lines: [ship('95000'), { ...ship('95000'), on: '2022-03-31' }],
  })
  expect(lines.map(({ on, amount }) => [on, amount])).toEqual([
    ['2022-04-01', '35663.00'],
    ['2022-03-31', '39625.00'],
  ])
})

test('without a day it is today in China, at the newest release', async ({ app }) => {
  const { meta } = await estimate(app, { port: 'CNNGB', lines: [ship('95000')] })
  expect(meta).toMatchObject({ as_of: '2026-11-23', release: 55 })
})

test('what is not known is asked for by name, and the other lines are answered all the same', async ({ app }) => {
  const { lines, total, totals } = await estimate(app, {
    as_of: '2023-05-01',
    port: 'CNNGB',
    lines: [
      { item: 'pilotage', facts: { voyage: 'international' } },
      { item: 'container-handling', facts: { trade: 'foreign', size: '20', load: 'laden' } },
      { item: 'pilotage', entity: TERMINAL, facts: { voyage: 'international', net_tonnage: '1500' } },
      ship('12000'),
      construction,
    ],
  })
  expect(lines.map(({ status, reason, missing, amount }) => [status, reason, missing, amount])).toEqual([
    ['cannot_tell', 'missing', expect.arrayContaining(['net_tonnage']), null],
    ['cannot_tell', 'missing', ['entity'], null],
    ['cannot_tell', 'not_posted', [], null],
    ['computed', null, [], '4860.00'],
    ['abolished', null, [], null],
  ])
  expect(lines[4]!.periods).toMatchObject([{ effective_to: '2020-12-31' }])
  expect([total, totals.without]).toEqual(['4860.00', 4])
})

type Posted = {
  key: string
  item: string
  entity: string
  rate: { form: string; amount: string; low: string; high: string }
}

test('what an entity posts is what it is asked to cost: each of its fixed prices, range and cost at hand', async ({
  app,
}) => {
  const { data } = await json<{ data: (Posted & { conditions: Record<string, string[]> })[] }>(
    app,
    '/api/v1/fees?port=CNNGB&limit=1000&as_of=2026-03-02',
  )
  const asked = data.filter(
    ({ entity, conditions, rate }) =>
      entity && Object.values(conditions).every(Array.isArray) && /^(fixed|range|at_cost)$/.test(rate.form),
  )
  const { lines } = await estimate(app, {
    as_of: '2026-03-02',
    port: 'CNNGB',
    lines: asked.slice(0, 500).map(({ item, entity, conditions }) => ({
      ...{ item, entity, quantity: '1' },
      facts: Object.fromEntries(Object.entries(conditions).map(([fact, values]) => [fact, values[0]!])),
    })),
  })
  const forms = new Set<string>()
  let computed = 0
  for (const [n, line] of lines.entries()) {
    const { key, rate } = asked[n]!
    if (line.standard?.key !== key || line.added.length > 0) continue
    forms.add(rate.form)
    const fen = (amount: string) => Number(amount).toFixed(2)
    if (rate.form === 'at_cost') expect([key, line.reason, line.low]).toEqual([key, 'at_cost', null])
    else if (rate.form === 'range') {
      expect([key, line.amount, line.low, line.high]).toEqual([key, null, fen(rate.low), fen(rate.high)])
    } else if (line.reason !== 'missing') {
      expect([key, line.status, line.steps.length > 0]).toEqual([key, 'computed', true])
      computed++
    }
  }
  expect([...forms].toSorted()).toEqual(['at_cost', 'fixed', 'range'])
  expect(computed).toBeGreaterThan(100)
})

test('no answer is kept, and each names its release to other sites too', async ({ app }) => {
  const body = { as_of: '2022-04-01', release: 30, port: 'CNNGB', lines: [ship('95000')] }
  for (const headers of [{}, { 'if-none-match': '*' }, { 'accept-encoding': 'br' }] as Record<string, string>[]) {
    const answer = await send(app, body, '', headers)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'portal-release': '30' })
    expect(answer.headers['access-control-expose-headers']).toContain('portal-release')
    expect(answer.headers).not.toHaveProperty('etag')
  }
  const preflight = await app.inject({ method: 'OPTIONS', url: '/api/v1/estimates' })
  expect(preflight.headers['access-control-allow-methods']).toContain('POST')
  expect(preflight.headers['access-control-allow-headers']).toContain('content-type')
})

const ONE = { port: 'CNNGB', lines: [ship('95000')] }
const withLine = (line: object) => ({ port: 'CNNGB', lines: [ship('1500'), ship('1500'), ship('1500'), line] })
const withFacts = (facts: object) => withLine({ item: 'pilotage', facts })
const REFUSED: [body: object, field: string, code: string][] = [
  [{ ...ONE, as_of: '2024-02-30' }, 'as_of', 'not-a-day'],
  [{ ...ONE, as_of: '' }, 'as_of', 'not-a-day'],
  [{ ...ONE, as_of: 20240301 }, 'as_of', 'not-text'],
  [{ ...ONE, release: 0 }, 'release', 'not-a-release'],
  [{ ...ONE, release: 1.5 }, 'release', 'not-a-release'],
  [{ ...ONE, release: '3' }, 'release', 'not-a-release'],
  [{ ...ONE, port: 'CNXXX' }, 'port', 'port-unknown'],
  [{ ...ONE, port: 'ningbo' }, 'port', 'not-a-port-code'],
  [{ lines: ONE.lines }, 'port', 'not-one-value'],
  [{ port: 'CNNGB' }, 'lines', 'not-one-value'],
  [{ port: 'CNNGB', lines: [] }, 'lines', 'no-lines'],
  [{ port: 'CNNGB', lines: Array.from({ length: 501 }, () => ship('1500')) }, 'lines', 'too-many-lines'],
  [{ port: 'CNNGB', lines: {} }, 'lines', 'not-one-value'],
  [{ ...ONE, days: 3 }, 'days', 'unknown-parameter'],
  [withLine({ item: 'no-such-item' }), 'lines.3.item', 'item-unknown'],
  [withLine({ item: 'Pilotage' }), 'lines.3.item', 'not-a-fee-code'],
  [withLine({ facts: {} }), 'lines.3.item', 'not-one-value'],
  [withLine({ ...ship('1'), entity: '91330206MA2DEM999J' }), 'lines.3.entity', 'entity-unknown'],
  [withLine({ ...ship('1'), entity: '91330206MA2DEM0172' }), 'lines.3.entity', 'credit-code-check'],
  [withLine({ ...ship('1'), quantity: '1e3' }), 'lines.3.quantity', 'not-an-amount'],
  [withLine({ ...ship('1'), quantity: '-1' }), 'lines.3.quantity', 'not-an-amount'],
  [withLine({ ...ship('1'), quantity: 100 }), 'lines.3.quantity', 'not-text'],
  [withLine({ ...ship('1'), on: '2023-02-29' }), 'lines.3.on', 'not-a-day'],
  [withLine({ ...ship('1'), price: '1' }), 'lines.3.price', 'unknown-parameter'],
  [withFacts({ net_tonnage: 'many' }), 'lines.3.facts.net_tonnage', 'not-a-value-of-this-fact'],
  [withFacts({ net_tonnage: 95000 }), 'lines.3.facts.net_tonnage', 'not-text'],
  [withFacts({ voyage: 'long' }), 'lines.3.facts.voyage', 'not-a-value-of-this-fact'],
  [withFacts({ NetTonnage: '1' }), 'lines.3.facts.NetTonnage', 'not-a-fact'],
  [
    withFacts(Object.fromEntries(Array.from({ length: 31 }, (_, n) => [`fact_${n}`, '1']))),
    'lines.3.facts',
    'too-many-facts',
  ],
]

test.for(REFUSED)('%j is refused, naming %s and why: %s', async ([body, field, code], { app }) => {
  const refused = await send(app, body)
  expect(refused.statusCode).toBe(400)
  expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(refused.headers['cache-control']).toBe('no-store')
  const { errors } = Problem.strict().parse(refused.json())
  expect(errors).toMatchObject([{ field, code, pointer: `#/${field.replaceAll('.', '/')}` }])
})

test('every fault of a body is named at once', async ({ app }) => {
  const lines = [{ item: 'zzz' }, { item: 'pilotage', entity: '91330206MA2DEM999J' }, { item: 'pilotage' }]
  const { errors } = (await send(app, { port: 'CNNGB', lines })).json<z.infer<typeof Problem>>()
  expect(errors!.map(({ pointer }) => pointer)).toEqual(['#/lines/0/item', '#/lines/1/entity'])
  const malformed = { as_of: 'x', port: 'y', lines: [{ item: 'pilotage', quantity: 'z' }] }
  const all = (await send(app, malformed)).json<z.infer<typeof Problem>>().errors!
  expect(all.map(({ field, message }) => [field, message.includes('“')])).toEqual([
    ['as_of', true],
    ['port', true],
    ['lines.0.quantity', true],
  ])
  expect(all[2]!.message).toContain('z')
})

test('a release to come is not found, by its number', async ({ app }) => {
  const refused = await send(app, { ...ONE, release: 56 })
  expect(refused.statusCode).toBe(404)
  expect(Problem.strict().parse(refused.json())).toMatchObject({
    type: 'https://fees.example.cn/problems#release-unknown',
    errors: [{ field: 'release', code: 'release-too-new' }],
  })
})

test.for<[string, string | undefined, number, string]>([
  ['{"port":', 'application/json', 400, 'not-json'],
  ['', 'application/json', 400, 'not-json'],
  ['{"__proto__":{"x":1}}', 'application/json', 400, 'not-json'],
  [`{"port":"${'C'.repeat(300_000)}"}`, 'application/json', 413, 'too-large'],
  ['port=CNNGB', 'application/x-www-form-urlencoded', 415, 'wrong-media-type'],
  ['port: CNNGB', 'text/plain', 415, 'wrong-media-type'],
  ['x', undefined, 415, 'wrong-media-type'],
])('a body of %j sent as %s is refused with %i %s', async ([body, type, status, kind], { app }) => {
  const refused = await send(app, body, '', type === undefined ? {} : { 'content-type': type })
  expect([refused.statusCode, Problem.strict().parse(refused.json()).type]).toEqual([
    status,
    `https://fees.example.cn/problems#${kind}`,
  ])
})

test.for(['[]', '"x"', 'null', '7'])('JSON that is no object, %s, is refused', async (body, { app }) => {
  const refused = await send(app, body, '', { 'content-type': 'application/json' })
  expect(refused.statusCode).toBe(400)
  Problem.strict().parse(refused.json())
})

test('the address takes nothing but a language', async ({ app }) => {
  for (const [query, field] of [
    ['?lang=fr', 'lang'],
    ['?as_of=2023-05-01', 'as_of'],
  ] as const) {
    const refused = await send(app, ONE, query)
    expect([refused.statusCode, refused.json<z.infer<typeof Problem>>().errors![0]!.field]).toEqual([400, field])
  }
})

test('five hundred lines are answered in their order', async ({ app }) => {
  const lines = Array.from({ length: 500 }, (_, n) => boxes(String(n + 1), '20', 'general'))
  const told = await estimate(app, { as_of: '2023-05-01', port: 'CNNGB', lines })
  expect(told.lines.map(({ amount }) => amount)).toEqual(lines.map((_, n) => `${34 * (n + 1)}.00`))
  expect(told.total).toBe(`${(34 * 500 * 501) / 2}.00`)
})

test('the documentation shows the contract’s own example, and it works', async ({ app }) => {
  const { components } = await json<{ components: { schemas: Record<string, { examples?: object[] }> } }>(
    app,
    '/openapi.json',
  )
  const example = Object.values(components.schemas).flatMap(({ examples }) => examples ?? [])
  const asked = example.find((one) => typeof one === 'object' && 'lines' in one)!
  expect((await estimate(app, asked)).total).toBe('39063.00')
})
