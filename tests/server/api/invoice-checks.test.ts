import { expect } from 'vitest'
import type { z } from 'zod'
import { day } from '../../../catalogue/day.ts'
import { say } from '../../../catalogue/release.ts'
import { PORTS } from '../../../seeds/ports.ts'
import { buildApp } from '../../../server/app.ts'
import { openHead } from '../../../server/db/head.ts'
import { publish } from '../../../server/db/publish.ts'
import { CheckOut } from '../../../server/routes/api/check-shapes.ts'
import { Problem } from '../../../server/routes/api/shapes.ts'
import { thenIs } from '../../catalogue/check/bill.ts'
import { testConfig } from '../../support/config.ts'
import { test as empty } from '../../support/database.ts'
import { aDraft, anItem, aPrice, aRule, why } from '../../support/lines.ts'
import type { App } from '../../support/portal.ts'
import { test } from '../http/reader.ts'

type Answer = z.infer<typeof CheckOut>

const ask = (app: App, payload: unknown, query = '') =>
  app.inject({ method: 'POST', url: `/api/v1/invoice-checks${query}`, payload: payload as object })

async function checked(app: App, payload: unknown, query = ''): Promise<Answer> {
  const answer = await ask(app, payload, query)
  expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, ''])
  return CheckOut.parse(answer.json())
}

const TERMINAL = '91330206MA2DEM0171'
const SHIP_AGENT = '91330206MA2DEM1215'
const FORWARDER = '91330203MA2DEM113Y'
const LADEN = { trade: 'foreign', size: '20', load: 'laden' }
const security = (amount: string, more = {}) => ({
  ...{ name: '港口设施保安费', amount, quantity: '1', unit: '箱', facts: LADEN },
  ...more,
})
const bill = (lines: object[], more: object = {}) => ({
  ...{ port: 'CNNGB', entity: TERMINAL, charged_on: '2026-03-02', lines },
  ...more,
})

test('a long bill of names that nobody knows lets others have their turn', async ({ app }) => {
  const named = (count: number) =>
    bill(Array.from({ length: count }, (_, n) => ({ name: `第${n}号不知是什么的费用`, amount: '1' })))
  await ask(app, named(1))
  const [began, turns] = [performance.now(), [performance.now()]]
  const turn = () => {
    turns.push(performance.now())
    next = setImmediate(turn)
  }
  let next = setImmediate(turn)
  expect(await ask(app, named(1_500)).then(({ statusCode }) => statusCode)).toBe(200)
  clearImmediate(next)
  const whole = performance.now() - began
  const longest = Math.max(...turns.map((at, n) => (turns[n + 1] ?? began + whole) - at))
  expect(longest / whole).toBeLessThan(0.6)
})

test('the example of the contract: 20.00 for what the terminal posts at 8.00 is 12.00 over', async ({ app }) => {
  const { meta, lines, summary } = await checked(app, bill([security('20.00')]))
  expect(lines).toMatchObject([
    {
      ...{ n: 1, verdict: 'overcharged', item: 'port-facility-security', expected: '8.00', difference: '12.00' },
      standard: { entity: TERMINAL, ceiling: false, effective_from: '2026-02-01' },
      ...{
        limit: '8.00',
        matched: { how: 'name' },
        candidates: [],
        head: { expected: '8.00' },
        ...thenIs({ expected: '8.00' }),
      },
    },
  ])
  expect(lines[0]!.reason.text).toMatch(/\p{Script=Han}/u)
  expect(meta).toMatchObject({ as_of: '2026-03-02', coverage: { complete: true } })
  expect(lines[0]!.then!.release).toBeLessThan(lines[0]!.head!.release)
  expect(summary).toMatchObject({ lines: 1, verdicts: { overcharged: 1 }, compared: { over: '12.00' } })
})

test('an answer is kept nowhere, and never met by a validator', async ({ app }) => {
  const answer = await ask(app, bill([security('8')]))
  expect(answer.headers).toMatchObject({ 'cache-control': 'no-store' })
  expect(answer.headers).not.toHaveProperty('etag')
  const again = await app.inject({
    ...{ method: 'POST', url: '/api/v1/invoice-checks', payload: bill([security('8')]) },
    headers: { 'if-none-match': '*' },
  })
  expect(again.statusCode).toBe(200)
})

test('reasons and findings are told in the language that is asked for', async ({ app }) => {
  const lines = [security('20.00'), { name: '港口建设费', amount: '64', quantity: '1', unit: '箱' }]
  const { lines: told, findings, notice } = await checked(app, bill(lines), '?lang=en')
  for (const { text } of [...told.map(({ reason }) => reason), ...findings, { text: notice }])
    expect(text).toMatch(/^[^\p{Script=Han}]+$/u)
})

test.for<[string, object, object]>([
  ['S1: 8.00 of the ceiling is right', { entity: undefined, lines: [security('8.00')] }, { verdict: 'match' }],
  [
    'S1: 8.01 is over',
    { entity: undefined, lines: [security('8.01')] },
    { verdict: 'overcharged', difference: '0.01' },
  ],
  [
    '15 was a 40-foot box’s of 2017 to 2019, and is over for a 20-foot box',
    { entity: undefined, lines: [security('15')] },
    { verdict: 'overcharged', reason: { code: 'above_ceiling' }, expected: '8.00' },
  ],
  [
    '10 was the rate of 2017 to 2019',
    { entity: undefined, lines: [security('10')] },
    { verdict: 'superseded_rate', reason: { from: '2017-09-15', until: '2019-04-01' } },
  ],
  [
    'an agent that posts 20 may not charge it',
    { entity: SHIP_AGENT, lines: [security('20', { name: 'ISPS' })] },
    { verdict: 'overcharged', reason: { code: 'above_ceiling' }, expected: '8.00', standard: { entity: null } },
  ],
  [
    'K1: the construction fee on its last day',
    {
      entity: undefined,
      charged_on: '2020-12-31',
      lines: [{ name: '港口建设费', amount: '64', quantity: '1', unit: '箱', facts: LADEN }],
    },
    { verdict: 'match' },
  ],
  [
    'K1: and on the day after',
    {
      entity: undefined,
      charged_on: '2021-01-01',
      lines: [{ name: '港口建设费', amount: '64', quantity: '1', unit: '箱', facts: LADEN }],
    },
    { verdict: 'abolished', reason: { ended_on: '2020-12-31' } },
  ],
  [
    'P6: pilotage on 2022-04-01, by the ton',
    {
      ...{ entity: undefined, charged_on: '2022-04-01' },
      lines: [
        {
          name: '引航费',
          amount: '35663',
          quantity: '95000',
          unit: '净吨',
          facts: { voyage: 'international', distance_nm: '8' },
        },
      ],
    },
    { verdict: 'match', expected: '35663.00', ceiling: true },
  ],
  [
    'P6: the base of the day before is another time’s',
    {
      ...{ entity: undefined, charged_on: '2023-05-01' },
      lines: [
        {
          name: '引航费',
          amount: '39625',
          quantity: '95000',
          unit: '净吨',
          facts: { voyage: 'international', distance_nm: '8' },
        },
      ],
    },
    { verdict: 'superseded_rate', expected: '35663.00', difference: '3962.00' },
  ],
  [
    'a name that is on no list',
    { lines: [{ name: '宇宙飞船停放费', amount: '5' }] },
    { verdict: 'not_on_list', item: null, expected: null, difference: null, standard: null },
  ],
  [
    'a bill of a day before the record',
    { charged_on: '2019-05-01', lines: [{ name: '宇宙飞船停放费', amount: '5' }] },
    { verdict: 'cannot_tell', reason: { code: 'no_coverage', from: '2021-05-01' } },
  ],
  [
    'a unit that cannot be meant',
    { lines: [security('8', { unit: '吨', quantity: '8' })] },
    { verdict: 'unit_mismatch', reason: { stated: '吨', units: ['container'] } },
  ],
  [
    'facts that are wanting are named',
    { lines: [security('8', { facts: {} })] },
    { verdict: 'cannot_tell', missing: expect.arrayContaining(['size']) },
  ],
])('%s', async ([, asked, expected], { app }) => {
  const { lines } = await checked(app, bill([], asked))
  expect(lines).toMatchObject([expected])
})

test('an off-list name offers what is nearest, and an ambiguous one its candidates', async ({ app }) => {
  const named = (name: string) => ({ name, amount: '50', quantity: '1' })
  const { lines } = await checked(app, bill([named('码头费'), named('代理费'), named('港口作业包干费')]))
  expect(lines.map(({ verdict }) => verdict)).toEqual(['ambiguous', 'not_on_list', 'ambiguous'])
  expect(lines[0]!.candidates[0]).toMatchObject({ how: expect.any(String), score: expect.any(Number) })
  expect(lines[1]!.candidates.map(({ item }) => item)).toContain('ship-agency')
  expect(lines[2]!.candidates.map(({ item }) => item)).toEqual(expect.arrayContaining(['container-handling', 'restow']))
})

test('an old bill of a terminal: what is off it is found, and what is right is not', async ({ app }) => {
  const lines = [
    {
      name: '货物港务费',
      amount: '340',
      quantity: '10',
      unit: '箱',
      unit_price: '34',
      facts: { ...LADEN, direction: 'import', cargo_class: 'general' },
    },
    { name: '包干费-集装箱装卸', amount: '4900', quantity: '10', unit: '箱', facts: LADEN },
    security('80', { quantity: '10' }),
    { name: '过磅费', amount: '150', quantity: '10', unit: '箱', unit_price: '16' },
  ]
  const { lines: told, findings } = await checked(app, bill(lines, { number: 'A-1' }))
  expect(told.map(({ verdict }) => verdict)).toEqual(['match', 'match', 'match', 'match'])
  expect(findings).toMatchObject([{ code: 'security_beside_lumpsum', own: [3], lines: [2, 3, 4], since: '2022-04-01' }])
})

test('a forwarder that adds to the port dues is found out', async ({ app }) => {
  const dues = { quantity: '1', unit: '箱', facts: { ...LADEN, direction: 'import', cargo_class: 'general' } }
  const lines = [
    { name: '代收货物港务费', amount: '44', ...dues },
    { name: '代收货物港务费', amount: '34', ...dues },
  ]
  const { lines: told, findings } = await checked(app, bill(lines, { entity: FORWARDER, number: 'A-1' }))
  expect(told.map(({ verdict }) => verdict)).toEqual(['overcharged', 'match'])
  expect(findings).toMatchObject([{ code: 'pass_through_markup', lines: [1], official: '34.00', markup: '10.00' }])
})

test('asked as told at an earlier release, it is compared with that one', async ({ app }) => {
  const restow = {
    ...bill([{ name: '落地捣箱', amount: '155', quantity: '1', unit: '箱', facts: { size: '20' } }]),
    charged_on: '2025-03-01',
  }
  const { meta, lines } = await checked(app, restow)
  expect(lines[0]).toMatchObject({ verdict: 'matched_as_then_published', expected: '152.00', difference: '3.00' })
  const correction = lines[0]!.reason.corrected_in as number
  expect(correction).toBeLessThan(meta.head_release)
  const before = await checked(app, { ...restow, release: correction - 1 })
  expect(before.lines[0]).toMatchObject({ verdict: 'match', expected: '155.00' })
  expect(before.meta.release).toBe(correction - 1)
})

test('the correction of the demonstration: bills of before, on and after it', async ({ app }) => {
  const on = async (charged_on: string, amount: string) => {
    const line = { name: '落地捣箱', amount, quantity: '1', unit: '箱', facts: { size: '20' }, served_on: '2025-03-01' }
    return (await checked(app, bill([line], { charged_on }))).lines[0]!.verdict
  }
  expect(await on('2026-07-13', '155')).toBe('matched_as_then_published')
  expect(await on('2026-07-13', '152')).toBe('match')
  expect(await on('2026-07-14', '155')).toBe('superseded_rate')
  expect(await on('2026-07-14', '152')).toBe('match')
  expect(await on('2026-11-01', '155')).toBe('superseded_rate')
  expect(await on('2026-11-01', '156')).toBe('overcharged')
})

empty(
  'a price that is published, then put right: bills of before, on and after the correction',
  async ({ owner, db, url }) => {
    const SINCE = { from: day('2024-01-01'), until: null }
    const port = say('port', PORTS.find(({ code }) => code === 'CNNGB')!, SINCE, why)
    const another = say('port', PORTS.find(({ code }) => code === 'CNWNZ')!, SINCE, why)
    const first = await publish(
      owner,
      aDraft([aRule, anItem(), port, say('standard', aPrice('1050'), SINCE, why)]),
      new Date('2024-02-01T09:00:00+08:00'),
    )
    const other = await publish(owner, aDraft([another]), new Date('2024-04-01T09:00:00+08:00'))
    const put = await publish(
      owner,
      aDraft([say('standard', aPrice('1030'), SINCE, why, 'correct')]),
      new Date('2024-06-10T09:00:00+08:00'),
    )
    expect([first, other, put].map((one) => one.ok && one.release)).toEqual([1, 2, 3])
    const head = await openHead(db, url, () => {})
    const app = await buildApp({ db, head, now: () => new Date('2024-12-01T10:00:00+08:00') }, testConfig)
    const on = async (charged_on: string, amount: string) => {
      const line = { name: '过磅费', amount, quantity: '1', unit: '吨' }
      return (await checked(app, { port: 'CNNGB', charged_on, lines: [line] })).lines[0]!
    }
    expect(await on('2024-05-01', '1050')).toMatchObject({
      ...{ verdict: 'matched_as_then_published', reason: { ...thenIs(2), corrected_in: 3 } },
      ...{
        ...thenIs({ release: 2, expected: '1050.00' }),
        head: { release: 3, expected: '1030.00' },
        difference: '20.00',
      },
    })
    expect(await on('2024-05-01', '1030')).toMatchObject({ verdict: 'match' })
    expect(await on('2024-06-09', '1050')).toMatchObject({ verdict: 'matched_as_then_published' })
    expect(await on('2024-06-10', '1050')).toMatchObject({ verdict: 'superseded_rate', reason: { release: 1 } })
    expect(await on('2024-11-01', '1050')).toMatchObject({ verdict: 'superseded_rate', difference: '20.00' })
    expect(await on('2024-11-01', '1030')).toMatchObject({ verdict: 'match' })
    expect(await on('2024-01-15', '1030')).toMatchObject({ verdict: 'match', ...thenIs(null) })
    await app.close()
    await head.close()
  },
)

const ok = bill([security('8')])
test.for<[string, object, string, string]>([
  ['a bill without a port', { ...ok, port: undefined }, 'port', 'not-one-value'],
  ['a port that was never published', { ...ok, port: 'CNXXX' }, 'port', 'port-unknown'],
  ['an entity that was never published', { ...ok, entity: '91330206MA2DEM999J' }, 'entity', 'entity-unknown'],
  ['an entity with a wrong check digit', { ...ok, entity: '91330206MA2DEM0172' }, 'entity', 'credit-code-check'],
  ['a day that is none', { ...ok, charged_on: '2026-02-30' }, 'charged_on', 'not-a-day'],
  ['no day', { ...ok, charged_on: undefined }, 'charged_on', 'not-one-value'],
  ['no lines', { ...ok, lines: [] }, 'lines', 'no-lines'],
  ['an amount that is none', bill([security('8'), security('八元')]), 'lines.1.amount', 'not-an-amount'],
  ['an amount as a number', bill([{ ...security('8'), amount: 8 }]), 'lines.0.amount', 'not-text'],
  ['an item that was never published', bill([security('8', { item: 'no-such' })]), 'lines.0.item', 'item-unknown'],
  [
    'a fact of another value',
    bill([security('8', { facts: { size: '30' } })]),
    'lines.0.facts.size',
    'not-a-value-of-this-fact',
  ],
  ['a field that there is not', bill([security('8', { colour: 'red' })]), 'lines.0.colour', 'unknown-parameter'],
])('%s is refused by the place of its field', async ([, payload, field, code], { app }) => {
  const refused = await ask(app, payload)
  expect(refused.statusCode).toBe(400)
  expect(refused.headers['content-type']).toBe('application/problem+json; charset=utf-8')
  expect(Problem.parse(refused.json()).errors).toMatchObject([
    { field, code, pointer: `#/${field.replaceAll('.', '/')}` },
  ])
})

test('a release to come is refused; so are more lines or bytes than a bill may have', async ({ app }) => {
  expect((await ask(app, { ...ok, release: 9999 })).statusCode).toBe(404)
  const lines = Array.from({ length: 2001 }, () => security('8'))
  const many = await ask(app, bill(lines))
  expect([many.statusCode, many.json<{ errors: object[] }>().errors]).toMatchObject([
    400,
    [{ field: 'lines', code: 'too-many-bill-lines' }],
  ])
  const long = await ask(app, { ...ok, number: 'x'.repeat(1024 * 1024) })
  expect(long.statusCode).toBe(413)
})

test('two thousand lines are answered in the order they were asked', async ({ app }) => {
  const lines = Array.from({ length: 2000 }, (_, n) =>
    security(`${n}.00`, { facts: {}, name: n % 2 ? '过磅费' : '港口设施保安费' }),
  )
  const { lines: told, summary } = await checked(app, bill(lines))
  expect(told.map(({ n, amount }) => [n, amount])).toEqual(lines.map(({ amount }, n) => [n + 1, amount]))
  expect(summary.lines).toBe(2000)
})
