import { expect, test } from 'vitest'
import { addDays, day } from '../../../catalogue/day.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import { TABLES } from '../../../catalogue/import/columns.ts'
import type { ImportCell } from '../../../catalogue/import/sheet-table.ts'
import { filledTemplate } from '../../../catalogue/import/template.ts'
import { faultsOf } from '../../../catalogue/release.ts'
import { liveOfSeeds, TODAY } from '../../support/live.ts'
import { codes, EFFECTIVE, NAMES, read, sheetOf, TERMINAL, weighing } from './sheet.ts'

const named = (cells: Record<string, ImportCell>) => sheetOf(Object.keys(cells), [Object.values(cells)])
const price = { amount: 14, unit: '箱', line: 'trial' }

test('an item is matched by its code, its name and the entity’s own name without a question', () => {
  const ways: Record<string, ImportCell>[] = [
    { item: 'weighing' },
    { item_name: '过磅费' },
    { own_name: '包干费-集装箱装卸' },
  ]
  for (const cells of ways) {
    const reading = read(named({ ...cells, ...price }))
    expect(codes(reading)).toEqual([])
    expect([reading.asks, reading.lines.length]).toEqual([[], 1])
    expect(reading.lines[0]!.source).toEqual({ file: '0'.repeat(64), sheet: '收费标准', row: 2 })
  }
})

test('an old name leads by lineage to what it became, and is asked', () => {
  const reading = read(named({ item_name: '预进港费', ...price }))
  expect(reading.lines).toEqual([])
  expect(reading.asks).toMatchObject([
    { id: 'likely-2', kind: 'likely', matched: { by: 'lineage', item: 'early-gate-in' } },
  ])
  const byCode = read(named({ item: 'pre-gate-in', ...price }))
  expect(byCode.asks).toMatchObject([
    {
      kind: 'likely',
      matched: { by: 'lineage', item: 'early-gate-in' },
      line: { key: `early-gate-in/CNNGB/-/${TERMINAL}/trial` },
    },
  ])
})

test('a misspelt name is only likely, and says how likely', () => {
  const [ask] = read(named({ item_name: '集装箱装谢费', ...price })).asks
  expect(ask).toMatchObject({ kind: 'likely', matched: { by: 'likeness', item: 'container-handling' } })
  expect(Number(ask!.matched.likeness)).toBeGreaterThan(0.5)
})

test('a name that nothing matches proposes a new item, the same for every row of that name, and both lines are publishable', () => {
  const sheet = sheetOf(
    ['own_name', 'size', 'amount', 'unit'],
    [
      ['无人机盘点服务', '20', 1, '箱'],
      ['无人机盘点服务', '40', 2, '箱'],
    ],
  )
  const { asks } = read(sheet)
  expect(asks.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['new-2 new', 'new-3 new'])
  expect(asks[0]!.also).toMatchObject([{ kind: 'item', key: 'wu-ren-ji-pan-dian-fu-wu' }])
  expect(asks[1]!.also![0]!.key).toBe(asks[0]!.also![0]!.key)
  expect(faultsOf([asks[0]!.line, asks[1]!.line, ...asks[0]!.also!])).toEqual([])
})

test('an abolished item and a code beside another item’s name are refused', () => {
  expect(codes(read(named({ item: 'port-construction-fee', ...price })))).toEqual(['item-ended'])
  expect(codes(read(named({ item: 'weighing', item_name: '引航（移泊）费', ...price })))).toEqual(['name-differs'])
})

test('a row without a line key is found by its conditions; a new one gets a key made of them', () => {
  const cells = { item: 'container-handling', trade: '外贸', load: '重箱', size: '20英尺', amount: 489, unit: '箱' }
  const found = read(named({ ...cells, own_name: '包干费-集装箱装卸' }))
  expect(codes(found)).toEqual([])
  expect(found.lines[0]).toMatchObject({
    change: 'revise',
    key: `container-handling/CNNGB/-/${TERMINAL}/foreign-laden-20`,
  })
  const made = read(named({ ...cells, size: '45英尺', direction: '进口' }))
  expect(made.lines[0]).toMatchObject({
    change: 'new',
    key: `container-handling/CNNGB/-/${TERMINAL}/foreign-import-laden-45`,
  })
})

test('what the file has no column for stays as published, surcharges and rounding too', () => {
  const live = liveOfSeeds()
  const key = `cargo-port-dues/CNNGB/-/${TERMINAL}/foreign-import-general-20`
  const before = live.standards.get(key)!.at(-1)!.payload!
  const reading = read(
    named({
      item: 'cargo-port-dues',
      line: 'foreign-import-general-20',
      amount: 33,
      unit: '箱',
      trade: '外贸',
      direction: '进口',
      load: '重箱',
      cargo_class: '普通货物',
      size: '20英尺',
    }),
  )
  const after = reading.lines[0]!.payload as FeeStandard
  expect(after).toEqual({
    ...before,
    rate: { form: 'fixed', amount: '33' },
    posted: after.posted,
    provenance: after.provenance,
  })
  expect(after.terms.rounding).not.toBeNull()
})

test('what the whole list leaves out is asked about, line by line, and ends only from the day', () => {
  const template = filledTemplate(liveOfSeeds(), TERMINAL, EFFECTIVE).tables[0]!.rows
  const kept = template.slice(0, -2)
  const columns = [...new Set(template.flatMap((row) => Object.keys(row)))]
  const sheet = sheetOf(
    columns,
    kept.map((row) => columns.map((name) => row[name] ?? null)),
  )
  const { asks, lines, counts } = read(sheet, { mode: 'full' })
  expect(lines).toEqual([])
  expect(counts.asked).toBe(2)
  expect(asks).toMatchObject([
    {
      kind: 'ending',
      id: expect.stringMatching(/^ending-[a-z-]+\/CNNGB\//),
      line: { change: 'withdraw', payload: null, valid: { from: EFFECTIVE, until: null } },
    },
    { kind: 'ending' },
  ])
  expect(read(sheet).asks).toEqual([])
})

test('a charge is stopped by saying so', () => {
  const reading = read(weighing({ amount: null, unit: null, posted: null, change: '停止收费' }))
  expect(codes(reading)).toEqual([])
  expect(reading.lines).toMatchObject([{ change: 'withdraw', valid: { from: EFFECTIVE, until: null } }])
  expect(reading.counts.ended).toBe(1)
})

test('a price for days gone by is a correction, and that is said', () => {
  const past = addDays(TODAY, -20)
  const reading = read(
    weighing({
      line: 'box',
      size: null,
      effective_from: past,
      effective_to: addDays(TODAY, -10),
      posted: '过磅费 14元/箱',
      amount: 14,
      reason: '录入差错',
      change: '更正',
    }),
  )
  expect(reading.lines.map(({ valid }) => valid)).toEqual([{ from: past, until: addDays(TODAY, -9) }])
  expect(codes(reading)).toContain('starts-in-past')
  expect(reading.lines[0]!.why.zh).toBe('录入差错')
})

test('a price for some days only: the one before comes back, and that is said', () => {
  const row = weighing({ line: 'box', amount: 9, posted: '过磅费 9元/箱', effective_to: '2027-03-31' })
  const reading = read(row)
  expect(codes(reading)).toEqual(['price-returns'])
  expect(reading.lines[0]!.valid).toEqual({ from: EFFECTIVE, until: '2027-04-01' })
})

test('a change that is announced already stands, unless the row says that it has no end', () => {
  const live = liveOfSeeds()
  const [key, versions] = [...live.standards].find(
    ([, of]) => of.at(-1)!.valid.from > TODAY && of.at(-2)?.payload && of.at(-1)!.payload?.entity,
  )!
  const before = versions.at(-2)!.payload!
  const upcoming = versions.at(-1)!.valid.from
  const on = addDays(upcoming, -1)
  const cells = {
    item: before.item,
    line: before.line,
    port: before.port,
    unit: before.unit,
    rate_form: '固定价',
    amount: 1,
    posted: '1元',
  }
  const said = (more: Record<string, ImportCell>) =>
    read(
      named({
        ...cells,
        ...Object.fromEntries(
          Object.entries(before.conditions).map(([fact, values]) => [fact, (values as string[]).join('|')]),
        ),
        ...more,
      }),
      { entity: before.entity, effective: on },
    )
  const kept = said({})
  expect(codes(kept)).toContain('upcoming-kept')
  expect(kept.lines).toMatchObject([{ key, valid: { from: on, until: upcoming } }])
  expect(said({ effective_to: '长期' }).lines).toMatchObject([{ key, valid: { from: on, until: null } }])
})

test('the government’s list is the catalogue editor’s: it needs a basis, and items have a table of their own', () => {
  expect(TABLES.catalogue).toEqual(['standards', 'items'])
  const government = sheetOf(
    ['item', 'line', 'amount', 'unit', 'basis_document', 'basis_article'],
    [['weighing', 'trial', 3, '吨', null, null]],
  )
  expect(codes(read(government, { entity: null }))).toEqual(['government-price-needs-a-basis'])
  const items = sheetOf(
    ['code', 'name', 'pricing', 'nature', 'link', 'payer', 'content', 'at'],
    [['drone-count', '无人机盘点费', '市场调节价', '经营服务性收费', 'yard', '货方', '用无人机盘点堆场', '海港、陆港']],
    { sheet: '收费项目' },
  )
  const reading = read(items, { entity: null })
  expect(codes(reading)).toEqual([])
  expect(reading.lines).toMatchObject([
    { kind: 'item', change: 'new', key: 'drone-count', payload: { at: ['sea', 'inland'] } },
  ])
  expect(faultsOf(reading.lines)).toEqual([])
})

test('every form of rate has its cells', () => {
  const rates: [Record<string, ImportCell>, object][] = [
    [
      { low: 5, high: 8 },
      { form: 'range', low: '5', high: '8' },
    ],
    [
      { tiers: '5-14:8；15-：16', free: 4, unit: '箱·天' },
      {
        form: 'per_period',
        period: 'day',
        free: 4,
        steps: [
          { from: 5, amount: '8' },
          { from: 15, amount: '16' },
        ],
      },
    ],
    [
      { tiers: '0-40000:0.45; 40000-:0.40', tier_fact: 'net_tonnage', tier_mode: '分段累计' },
      {
        form: 'tiered',
        fact: 'net_tonnage',
        mode: 'marginal',
        tiers: [
          { over: '0', amount: '0.45' },
          { over: '40000', amount: '0.40' },
        ],
      },
    ],
    [
      { tiers: '吊装=120; 移位=30~50' },
      {
        form: 'sum',
        parts: [
          { name: '吊装', rate: { form: 'fixed', amount: '120' } },
          { name: '移位', rate: { form: 'range', low: '30', high: '50' } },
        ],
      },
    ],
    [
      { percent: 85, percent_of: 'weighing' },
      { form: 'percent_of', percent: '85', item: 'weighing' },
    ],
    [{ rate_form: '实报实销' }, { form: 'at_cost' }],
    [{ attachment: '价目表二' }, { form: 'see_attachment', title: '价目表二', href: null }],
  ]
  for (const [cells, rate] of rates) {
    const reading = read(named({ item: 'weighing', line: 'trial', unit: '箱', ...cells }))
    expect(codes(reading)).toEqual([])
    expect((reading.lines[0]!.payload as FeeStandard).rate).toEqual(rate)
  }
})

test('a rate that does not hold together is refused at its cell', () => {
  const wrongs: [Record<string, ImportCell>, string[]][] = [
    [{}, ['rate-missing']],
    [{ amount: 5, low: 3 }, ['rate-unclear']],
    [{ rate_form: 'fixed', low: 5 }, ['figure-extra', 'rate-incomplete']],
    [{ low: 8, high: 5 }, ['range-upside-down']],
    [{ tiers: '5-14:8; 16-:16', unit: '箱·天' }, ['tiers-gap']],
    [{ tiers: '5-14:8; 15-:16', free: 2, unit: '箱·天' }, ['free-mismatch']],
    [{ tiers: '10-:1', tier_fact: 'net_tonnage', tier_mode: 'slab' }, ['tiers-start']],
    [{ tiers: '一档一价', tier_fact: 'net_tonnage', tier_mode: 'slab' }, ['tiers-unclear']],
    [{ rate_form: 'as_published' }, ['nothing-published']],
  ]
  for (const [cells, wanted] of wrongs)
    expect(codes(read(named({ item: 'weighing', line: 'trial', unit: '箱', ...cells }))).toSorted()).toEqual(wanted)
})

test('a line key taken by another line, and conditions that fit several lines, are refused', () => {
  expect(day('2026-11-23')).toBe(TODAY)
  const tally = { item: 'tally-stuffing', trade: '外贸', size: '20英尺', amount: 30, unit: '箱' }
  expect(codes(read(named(tally), { entity: '91330206MA2DEM148W' }))).toEqual(['line-ambiguous'])
  expect(NAMES).toContain('line')
})
