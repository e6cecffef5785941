import { expect } from 'vitest'
import type { z } from 'zod'
import type { LineageOut, ReleaseOut, StandardOut } from '../../../server/routes/api/shapes.ts'
import type { App } from '../../support/portal.ts'
import { json, test } from '../http/reader.ts'

type Standard = z.infer<typeof StandardOut>
type Item = {
  data: { parent: string | null; pricing: string; lineage: z.infer<typeof LineageOut>[]; standards: Standard[] }
}

const government = async (app: App, question: string): Promise<Map<string, Standard>> => {
  const { data } = await json<Item>(app, `/api/v1/fees/${question}`)
  return new Map(data.standards.filter(({ entity }) => entity === null).map((one) => [one.line, one]))
}

const amounts = (standards: Map<string, Standard>, ...lines: string[]) =>
  lines.map((line) => {
    const rate = standards.get(line)?.rate
    return rate?.form === 'fixed'
      ? rate.amount
      : rate?.form === 'per_period'
        ? rate.steps.map((step) => step.amount)
        : rate
  })

/** The tiers of the international rate at a port, its cap and its least billing tonnage. */
async function pilotage(app: App, question: string) {
  const { rate, terms, ceiling, unit } = (await government(app, `pilotage?${question}`)).get('international')!
  if (rate.form !== 'tiered') return rate.form
  const { fact, mode, tiers } = rate
  expect([fact, mode, tiers.map(({ over }) => over), ceiling, unit]).toEqual([
    'net_tonnage',
    'marginal',
    ['0', '40000', '80000'],
    true,
    'net_ton',
  ])
  return [...tiers.map(({ amount }) => amount), terms.cap, terms.minimum_quantity]
}

const BASE = ['0.45', '0.40', '0.375', '49000', '2000']
const LESS_5 = ['0.4275', '0.38', '0.35625', '46550', '2000']
const LESS_10 = ['0.405', '0.36', '0.3375', '44100', '2000']

test.for<[string, string[]]>([
  ['port=CNNGB&as_of=2019-03-31', ['0.50', '0.45', '0.425', '55000', '2000']],
  ['port=CNNGB&as_of=2019-04-01', BASE],
  ['port=CNNGB&as_of=2022-03-31', BASE],
  ['port=CNNGB&as_of=2022-04-01', LESS_10],
  ['port=CNNGB', LESS_10],
  ['port=CNWNZ&as_of=2022-04-01', BASE],
  ['port=CNJIX&as_of=2022-04-01', BASE],
  ['port=X-TAIZHOU', BASE],
  ['port=CNSHA&as_of=2022-03-31', BASE],
  ['port=CNSHA&as_of=2022-04-01', LESS_5],
  ['port=CNSHA&as_of=2023-12-31', LESS_5],
  ['port=CNSHA&as_of=2024-01-01', LESS_10],
])('P1–P6: pilotage asked as %s is %j: tiers, cap and minimum', async ([question, expected], { app }) => {
  expect(await pilotage(app, question)).toEqual(expected)
})

test('before the notice of 2022 was published the portal said the old pilotage of 2023, and still says that it did', async ({
  app,
}) => {
  const { data } = await json<{ data: z.infer<typeof ReleaseOut>[] }>(app, '/api/v1/releases')
  const told = data.findLast(({ published_at }) => published_at < '2022-03-11')!.release
  expect(data[told]!.title.zh).toContain('减并港口收费')
  expect(await pilotage(app, `port=CNNGB&as_of=2023-06-01&release=${told}`)).toEqual(BASE)
  expect(await pilotage(app, `port=CNNGB&as_of=2023-06-01&release=${told + 1}`)).toEqual(LESS_10)
  expect(await pilotage(app, `port=CNSHA&as_of=2024-01-01&release=${told}`)).toEqual(BASE)
})

test('B1, B2: berthing is 0.25 a day, 0.15 an hour idle and 0.05 at anchor, a day being 24 hours', async ({ app }) => {
  const standards = await government(app, 'berthage?as_of=2023-05-01')
  const lines = ['international-productive', 'international-non-productive', 'international-anchorage'] as const
  expect(amounts(standards, ...lines)).toEqual([['0.25'], ['0.15'], ['0.05']])
  expect(amounts(standards, 'domestic-productive', 'domestic-non-productive')).toEqual([['0.08'], ['0.12']])
  expect(lines.map((line) => (standards.get(line)!.rate as { period: string }).period)).toEqual(['day', 'hour', 'day'])
})

test('B7: a part of a net ton is billed as one', async ({ app }) => {
  const { terms } = (await government(app, 'berthage')).get('international-productive')!
  expect([terms.quantity, terms.whole_units]).toEqual(['net_tonnage', true])
})

const BOXES = [
  'foreign-import-20-general',
  'foreign-import-40-general',
  'foreign-import-20-special',
  'foreign-import-40-special',
  'foreign-export-20-general',
  'foreign-export-40-general',
  'foreign-export-20-special',
  'foreign-export-40-special',
  'domestic-20-general',
  'domestic-40-general',
  'domestic-20-special',
  'domestic-40-special',
]

test.for<[string, (string | undefined)[]]>([
  ['2019-03-31', ['40', '80', '80', '160', '20', '40', '40', '80']],
  ['2019-04-01', ['34', '68', '68', '136', '17', '34', '34', '68', '7', '14', '14', '28']],
  ['2020-02-29', ['34', '68', '68', '136', '17', '34', '34', '68', '7', '14', '14', '28']],
  [
    '2020-03-01',
    ['27.20', '54.40', '54.40', '108.80', '13.60', '27.20', '27.20', '54.40', '5.60', '11.20', '11.20', '22.40'],
  ],
  [
    '2020-12-31',
    ['27.20', '54.40', '54.40', '108.80', '13.60', '27.20', '27.20', '54.40', '5.60', '11.20', '11.20', '22.40'],
  ],
  ['2021-01-01', ['34', '68', '68', '136', '17', '34', '34', '68', '7', '14', '14', '28']],
  ['2023-05-01', ['34', '68', '68', '136', '17', '34', '34', '68', '7', '14', '14', '28']],
])('C1: cargo port dues of a laden box on %s are %j', async ([day, expected], { app }) => {
  const standards = await government(app, `cargo-port-dues?as_of=${day}`)
  expect(amounts(standards, ...BOXES.slice(0, expected.length))).toEqual(expected)
  expect(standards.get('foreign-import-20-special')!.conditions).toMatchObject({
    cargo_class: ['dangerous1', 'reefer'],
  })
})

test.for<[string, string[], boolean, string]>([
  ['2017-09-14', ['20', '30'], false, 'gov_set'],
  ['2017-09-15', ['10', '15'], false, 'gov_set'],
  ['2019-04-01', ['8', '12'], false, 'gov_set'],
  ['2020-03-01', ['6.40', '9.60'], false, 'gov_set'],
  ['2021-01-01', ['8', '12'], false, 'gov_set'],
  ['2022-03-31', ['8', '12'], false, 'gov_set'],
  ['2022-04-01', ['8', '12'], true, 'market'],
  ['2026-11-23', ['8', '12'], true, 'market'],
])(
  'S1: the security charge on %s is %j a box; an upper limit: %s',
  async ([day, expected, ceiling, pricing], { app }) => {
    const { data } = await json<Item>(app, `/api/v1/fees/port-facility-security?as_of=${day}`)
    const standards = await government(app, `port-facility-security?as_of=${day}`)
    expect(amounts(standards, 'foreign-20', 'foreign-40')).toEqual(expected)
    expect(standards.get('foreign-20')!.ceiling).toBe(ceiling)
    expect([data.pricing, data.parent]).toEqual([pricing, ceiling ? 'port-operation-lumpsum' : null])
  },
)

test('the merger of the security charge is told with its ceiling', async ({ app }) => {
  const { data } = await json<Item>(app, '/api/v1/fees/port-facility-security')
  expect(data.lineage).toMatchObject([
    { to: 'port-operation-lumpsum', kind: 'absorbed_as_subitem', ceiling: true, effective_from: '2022-04-01' },
  ])
})

test('K1: the port construction fee holds on 2020-12-31; the day after, the answer is when it did', async ({ app }) => {
  const standards = await government(app, 'port-construction-fee?as_of=2020-12-31')
  const lines = ['foreign-20', 'foreign-40', 'foreign-bulk', 'domestic-20', 'domestic-40', 'domestic-bulk']
  expect(amounts(standards, ...lines)).toEqual(['64', '96', '5.6', '32', '48', '4'])
  expect(standards.get('foreign-20')!.effective_to).toBe('2020-12-31')
  for (const question of ['?as_of=2021-01-01', '']) {
    const gone = await app.inject(`/api/v1/fees/port-construction-fee${question}`)
    expect(gone.statusCode).toBe(404)
    const problem = gone.json<{ type: string; periods: object[]; replaced_by: object[] }>()
    expect(problem.type).toBe('https://fees.example.cn/problems#not-in-force')
    expect(problem.periods).toMatchObject([{ effective_to: '2020-12-31' }])
    expect(problem.replaced_by).toEqual([])
  }
})

test.for(['lighterage', 'trimming'])(
  '%s was released to the market in 2018 and became part of the lump sum',
  async (code, { app }) => {
    expect((await app.inject(`/api/v1/fees/${code}?as_of=2018-06-19`)).statusCode).toBe(200)
    const problem = (await app.inject(`/api/v1/fees/${code}?as_of=2018-06-20`)).json<{ replaced_by: object[] }>()
    expect(problem).toMatchObject({ status: 404, periods: [{ effective_to: '2018-06-19' }] })
    expect(problem.replaced_by).toMatchObject([{ to: 'port-operation-lumpsum', effective_from: '2018-06-20' }])
  },
)

test('D1: detention is free for seven days, then 85, 170 and 340 a day for a 20-foot box', async ({ app }) => {
  const { data } = await json<{ data: Standard[] }>(
    app,
    '/api/v1/fees?item=detention&port=CNNGB&as_of=2022-01-01&limit=1000',
  )
  const steps = data.flatMap(({ rate }) =>
    rate.form === 'per_period' ? [[rate.free, ...rate.steps.map((step) => [step.from, step.amount])]] : [],
  )
  expect(steps).toContainEqual([7, [8, '85'], [15, '170'], [22, '340']])
  expect(steps).toContainEqual([7, [8, '170'], [15, '340'], [22, '680']])
})

test('what is absent on a covered day was not on the list; before the record begins there is no data', async ({
  app,
}) => {
  const covered = (question: string) =>
    json<{ meta: { coverage: { complete: boolean; from: string } } }>(app, `/api/v1/${question}`)
  const { from } = (await covered('fees?port=CNNGB')).meta.coverage
  const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
  for (const address of ['fees?port=CNNGB&', 'fees/pilotage?port=CNNGB&', 'ports/CNNGB?']) {
    expect((await covered(`${address}as_of=${from}`)).meta.coverage, address).toMatchObject({ complete: true, from })
    expect((await covered(`${address}as_of=${before}`)).meta.coverage, address).toMatchObject({ complete: false, from })
  }
})

test('what is added to pilotage says so, and the item says which facts it needs and which day decides', async ({
  app,
}) => {
  const standards = await government(app, 'pilotage?port=CNNGB')
  expect(['international', 'international-over-10nm'].map((line) => standards.get(line)?.adds_to)).toEqual([
    undefined,
    'international',
  ])
  expect(standards.get('international-over-10nm')?.terms.excess).toEqual({ fact: 'distance_nm', over: '10' })
  const item = async (code: string) =>
    (await json<{ data: { decided_by: string; facts: string[] } }>(app, `/api/v1/fees/${code}`)).data
  expect([(await item('berthage')).decided_by, (await item('cargo-port-dues')).decided_by]).toEqual([
    'arrival',
    'service',
  ])
  expect((await item('pilotage')).facts).toEqual(expect.arrayContaining(['gross_tonnage', 'non_basic_port']))
})

test.for([
  ['/ports/CNNGB', '22:00 至次日 06:00 <b class="tag">待核实</b>'],
  ['/en/ports/CNNGB', '22:00 to 06:00 next day'],
  ['/fees/berthage', '船舶到港之日'],
  ['/en/fees/berthage', 'the day the ship arrives'],
  ['/fees/pilotage', '在基本价之外另加'],
  ['/fees/cargo-port-dues', '其他箱型按内容积比例计收，本箱型为 33.2 立方米'],
] as const)('%s says “%s”', async ([url, words], { app }) => {
  expect((await app.inject(url)).body).toContain(words)
})

test('a port without ships has no night hours', async ({ app }) => {
  expect((await app.inject('/ports/CNHGH')).body).not.toContain('夜班时段')
})
