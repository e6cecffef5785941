import { expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import type { Conditions } from '../../catalogue/facts.ts'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import type { FeeStandard } from '../../catalogue/fee-standard.ts'
import { GLOSSARY } from '../../catalogue/glossary.ts'
import { faultsOf } from '../../catalogue/release.ts'
import { DOCUMENTS } from '../../seeds/documents.ts'
import { nationalReleases } from '../../seeds/national/releases.ts'
import { PORTS } from '../../seeds/ports.ts'
import { releases } from '../../seeds/releases.ts'
import type { SeedRelease } from '../../seeds/seed.ts'
import { replay, toldOn } from './replay.ts'

const before = (instant: string) => replay(nationalReleases.filter((one) => one.publishedAt < instant))
const head = replay(nationalReleases)
const lines = nationalReleases.flatMap(({ lines }) => lines)

const amount = (told: ReturnType<typeof replay>, key: string, on: string) => {
  const rate = toldOn(told, 'standard', key, day(on))?.rate
  return rate?.form === 'fixed' ? rate.amount : null
}

/** The tiers of pilotage at a port: its own standard where it has one, otherwise the national one. */
function pilotageAt(told: ReturnType<typeof replay>, port: string, on: string) {
  const standard =
    toldOn(told, 'standard', `pilotage/${port}/-/-/international`, day(on)) ??
    toldOn(told, 'standard', 'pilotage/-/-/-/international', day(on))
  const rate = standard?.rate
  return rate?.form === 'tiered' ? [...rate.tiers.map((tier) => tier.amount), standard!.terms.cap] : null
}

const BASE = ['0.45', '0.40', '0.375', '49000']
const LESS_10 = ['0.405', '0.36', '0.3375', '44100']

test.each(nationalReleases.map((release): [string, SeedRelease] => [release.title.zh, release]))(
  'the release “%s” has no fault',
  (_, release) => expect(faultsOf(release.lines)).toEqual([]),
)

test('instants of publication rise strictly, national and all together', () => {
  for (const list of [nationalReleases, releases]) {
    const instants = list.map(({ publishedAt }) => Date.parse(publishedAt))
    expect(instants).toEqual([...new Set(instants)].toSorted((a, b) => a - b))
  }
})

test('every instant is written in China time', () => {
  for (const { publishedAt } of releases) expect(publishedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
})

test('every national item of the product is there', () => {
  const items =
    `cargo-port-dues port-facility-security pilotage towage berthage oil-boom port-operation-lumpsum yard-storage
    ship-supply ship-waste tally port-construction-fee lighterage trimming`.split(/\s+/)
  const said = new Set(lines.filter(({ kind }) => kind === 'item').map(({ key }) => key))
  for (const code of items) expect(said, code).toContain(code)
})

test('Ningbo-Zhoushan pilotage changes on 2022-04-01, once the notice is known', () => {
  const told = before('2022-03-11')
  expect(pilotageAt(told, 'CNNGB', '2022-04-01')).toEqual(BASE)
  expect(pilotageAt(told, 'CNNGB', '2023-06-01')).toEqual(BASE)
  expect(pilotageAt(head, 'CNNGB', '2022-03-31')).toEqual(BASE)
  expect(pilotageAt(head, 'CNNGB', '2022-04-01')).toEqual(LESS_10)
  expect(pilotageAt(head, 'CNWNZ', '2022-04-01')).toEqual(BASE)
})

test('Shanghai goes down in two steps that were told at once', () => {
  expect(pilotageAt(before('2022-02-28'), 'CNSHA', '2024-01-01')).toEqual(BASE)
  const told = before('2022-03-12')
  expect(pilotageAt(told, 'CNSHA', '2022-03-31')).toEqual(BASE)
  expect(pilotageAt(told, 'CNSHA', '2023-12-31')).toEqual(['0.4275', '0.38', '0.35625', '46550'])
  expect(pilotageAt(told, 'CNSHA', '2024-01-01')).toEqual(LESS_10)
})

test('pilotage tiers of 2017 and 2019', () => {
  expect(pilotageAt(head, 'CNNGB', '2019-03-31')).toEqual(['0.50', '0.45', '0.425', '55000'])
  expect(pilotageAt(head, 'CNNGB', '2019-04-01')).toEqual(BASE)
  expect(pilotageAt(head, 'CNNGB', '2017-09-14')).toBeNull()
})

test('cargo port dues: 40 until 2019, 34 from then, 27.20 while cut in 2020', () => {
  const key = 'cargo-port-dues/-/-/-/foreign-import-20-general'
  const days = ['2019-03-31', '2019-04-01', '2020-02-29', '2020-05-01', '2020-12-31', '2021-01-01', '2023-05-01']
  expect(days.map((on) => amount(head, key, on))).toEqual(['40', '34', '34', '27.20', '27.20', '34', '34'])
})

test('the security charge by generation; 6.40 in July 2020 only once the extension is told', () => {
  const key = 'port-facility-security/-/-/-/foreign-20'
  const days = ['2010-01-01', '2017-09-15', '2019-04-01', '2020-03-01', '2021-01-01', '2022-03-31', '2022-04-01']
  expect(days.map((on) => amount(head, key, on))).toEqual(['20', '10', '8', '6.40', '8', '8', '8'])
  expect(amount(before('2020-06-30'), key, '2020-07-15')).toBe('8')
  expect(amount(before('2020-07-01'), key, '2020-07-15')).toBe('6.40')
})

test('from 2022-04-01 the security charge is a market sub-item with a ceiling', () => {
  const item = (on: string) => toldOn(head, 'item', 'port-facility-security', day(on))
  const ceiling = (on: string) => toldOn(head, 'standard', 'port-facility-security/-/-/-/foreign-20', day(on))?.ceiling
  expect(item('2022-03-31')).toMatchObject({ pricing: 'gov_set', parent: null })
  expect(item('2022-04-01')).toMatchObject({ pricing: 'market', parent: 'port-operation-lumpsum' })
  expect([ceiling('2022-03-31'), ceiling('2022-04-01')]).toEqual([false, true])
  const lineage = toldOn(head, 'lineage', 'port-facility-security/port-operation-lumpsum', day('2022-04-01'))
  expect(lineage).toMatchObject({ kind: 'absorbed_as_subitem', ceiling: true })
})

test('no port construction fee from 2021-01-01, though it was told only in March', () => {
  const key = 'port-construction-fee/-/-/-/foreign-20'
  expect(amount(head, key, '2020-12-31')).toBe('64')
  expect(amount(head, key, '2021-01-01')).toBeNull()
  expect(amount(before('2021-01-02'), key, '2021-01-01')).toBe('64')
  expect(toldOn(head, 'item', 'port-construction-fee', day('2021-01-01'))).toBeNull()
})

test('lighterage and trimming end on 2018-06-20', () => {
  for (const code of ['lighterage', 'trimming']) {
    expect(toldOn(head, 'item', code, day('2018-06-19')), code).not.toBeNull()
    expect(toldOn(head, 'item', code, day('2018-06-20')), code).toBeNull()
  }
})

test('the special port fee: four steps told at once, all withdrawn from 2025-11-11', () => {
  const key = 'special-port-fee/-/-/-/us-linked'
  const days = ['2025-10-13', '2025-10-14', '2026-04-17', '2027-04-17', '2028-04-17']
  expect(days.map((on) => amount(before('2025-11-10'), key, on))).toEqual([null, '400', '640', '880', '1120'])
  expect(['2025-11-10', '2025-11-11', '2027-04-17'].map((on) => amount(head, key, on))).toEqual(['400', null, null])
  expect(toldOn(head, 'item', 'special-port-fee', day('2026-11-20'))?.provenance.mark).toBe('recall')
})

/** The lines of the national list that facts pick out on a day: the narrowest, then those added to it. */
function picked(item: string, facts: Record<string, string>, on: string): string[] {
  const standards = [...head.keys()]
    .filter((name) => name.startsWith(`standard:${item}/-/`))
    .flatMap((name) => toldOn(head, 'standard', name.slice('standard:'.length), day(on)) ?? [])
  const fit = standards.filter(({ conditions }) => meets(facts, conditions))
  const alone = fit.filter(({ adds_to }) => adds_to === undefined)
  const most = Math.max(...alone.map(({ conditions }) => Object.keys(conditions).length))
  const base = alone.filter(({ conditions }) => Object.keys(conditions).length === most).map(({ line }) => line)
  return [...base, ...fit.flatMap(({ line, adds_to }) => (adds_to !== undefined && base.includes(adds_to) ? line : []))]
}

const meets = (facts: Record<string, string>, conditions: Conditions): boolean =>
  Object.entries(conditions).every(([fact, wanted]) => {
    const value = facts[fact]
    if (value === undefined) return false
    if (Array.isArray(wanted)) return wanted.includes(value)
    const { over = '-1', from = '0', to = '1e12', below = '1e12' } = wanted
    return (
      Number(value) > Number(over) &&
      Number(value) >= Number(from) &&
      Number(value) <= Number(to) &&
      Number(value) < Number(below)
    )
  })

const FOREIGN_BOX = { trade: 'foreign', direction: 'import', size: '20', load: 'laden' }

test.each([
  ['cargo-port-dues', { ...FOREIGN_BOX, cargo_class: 'general' }, ['foreign-import-20-general']],
  ['cargo-port-dues', { ...FOREIGN_BOX, cargo_class: 'reefer' }, ['foreign-import-20-special']],
  ['cargo-port-dues', { ...FOREIGN_BOX, load: 'empty', cargo_class: 'general' }, []],
  ['port-facility-security', FOREIGN_BOX, ['foreign-20']],
  ['pilotage', { voyage: 'international', net_tonnage: '95000', distance_nm: '8' }, ['international']],
  ['pilotage', { voyage: 'international', distance_nm: '10' }, ['international']],
  ['pilotage', { voyage: 'international', distance_nm: '10.1' }, ['international', 'international-over-10nm']],
  [
    'pilotage',
    { voyage: 'international', distance_nm: '15', non_basic_port: 'true' },
    ['international', 'international-over-10nm', 'international-non-basic-port'],
  ],
  ['pilotage', { voyage: 'international', non_basic_port: 'false' }, ['international']],
  ['pilotage', { voyage: 'international', pilot_service: 'lock', distance_nm: '12' }, ['international-lock']],
  [
    'pilotage',
    { voyage: 'international', net_tonnage: '95000', pilot_service: 'shifting' },
    ['international-shifting'],
  ],
  ['pilotage', { voyage: 'domestic', distance_nm: '6' }, ['domestic', 'domestic-distance']],
  ['towage', { voyage: 'international', ship_type: 'other', loa_m: '80' }, ['international-bulk']],
  [
    'berthage',
    { voyage: 'international', use: 'productive', net_tonnage: '25000', hours: '30' },
    ['international-productive'],
  ],
  ['oil-boom', { voyage: 'international', net_tonnage: '999' }, ['international-under-1000']],
  ['oil-boom', { voyage: 'international', net_tonnage: '1000' }, ['international-1000-to-3000']],
  ['oil-boom', { voyage: 'international', net_tonnage: '3001' }, ['international-over-3000']],
  ['ship-tonnage-tax', { tax_rate: 'ordinary', licence_days: '30', net_tonnage: '5000' }, ['ordinary-30-day']],
])('the facts of a call or shipment pick one line of %s and what is added to it', (item, facts, lines) => {
  expect(picked(item, facts, '2023-05-01')).toEqual(lines)
})

test('a standard asks only for facts that its item names', () => {
  for (const [name, told] of head)
    for (const { payload } of name.startsWith('standard:') ? told : []) {
      if (!payload || !('conditions' in payload)) continue
      const item = nationalReleases
        .flatMap(({ lines }) => lines)
        .find(({ key, kind }) => kind === 'item' && key === payload.item)
      const facts = item?.payload && 'facts' in item.payload ? item.payload.facts : []
      expect(facts, name).toEqual(expect.arrayContaining(Object.keys(payload.conditions)))
    }
})

const standards = lines.flatMap(({ kind, payload }) =>
  kind === 'standard' && payload !== null ? [payload as FeeStandard] : [],
)
const itemsSaid = lines.flatMap(({ kind, payload }) =>
  kind === 'item' && payload !== null ? [payload as FeeItem] : [],
)

test('every fact by which a bill is counted is named by its item', () => {
  for (const { item, line, rate, terms } of standards) {
    const counting = [
      ...(terms.quantity === null ? [] : [terms.quantity, ...(terms.quantity_else ?? [])]),
      ...(terms.excess === undefined ? [] : [terms.excess.fact]),
      ...(terms.box_m3 === undefined ? [] : ['box_m3']),
      ...(rate.form === 'tiered' ? [rate.fact] : []),
      ...terms.surcharges.flatMap(({ when }) => Object.keys(when)),
    ]
    const last = itemsSaid.findLast(({ code }) => code === item)!
    expect(last.facts, `${item}/${line}`).toEqual(expect.arrayContaining(counting))
  }
})

test('what is added is added to a line of the same item', () => {
  const added = standards.filter(({ adds_to }) => adds_to !== undefined)
  expect(new Set(added.map(({ line }) => line))).toEqual(
    new Set(['international-over-10nm', 'international-non-basic-port', 'domestic-distance']),
  )
  for (const { item, adds_to } of added)
    expect(standards.some((base) => base.item === item && base.line === adds_to && base.adds_to === undefined)).toBe(
      true,
    )
})

test('a rule names an article only where the price rests on the measures of 2019', () => {
  for (const { basis, terms, line } of standards) {
    const of2019 = basis.some(({ document }) => document === 'jsg-2019-2')
    if (!of2019) expect(terms.articles, line).toBeUndefined()
    if (of2019 && terms.quantity_else)
      expect(terms.articles?.quantity, line).toEqual({ document: 'jsg-2019-2', article: '第六条第（二）项' })
    if (of2019 && terms.rounding) expect(terms.articles?.rounding?.article, line).toContain('待核实')
    for (const { document } of Object.values(terms.articles ?? {})) expect(document).toBe('jsg-2019-2')
  }
})

test('the flat amount for the largest ships is before surcharges', () => {
  const capped = standards.filter(({ terms }) => terms.cap !== null)
  expect(capped.length).toBeGreaterThan(0)
  for (const { item, terms } of capped) expect([item, terms.limits_before_surcharges]).toEqual(['pilotage', true])
})

test('boxes of other sizes pay by volume under the measures of 2019, and the volumes are to be verified', () => {
  const told = (line: string, on: string) => toldOn(head, 'standard', `cargo-port-dues/-/-/-/${line}`, day(on))
  const boxes = ['foreign-import-20-general', 'foreign-import-40-general'].map((line) => told(line, '2023-05-01')!)
  expect(boxes.map(({ terms }) => terms.box_m3)).toEqual(['33.2', '67.7'])
  for (const { remark } of boxes) expect(remark?.zh).toContain('箱内容积为常用值')
  expect(told('foreign-import-20-general', '2018-05-01')?.terms.box_m3).toBeUndefined()
})

test('hours of berthage are counted by the half, days are not', () => {
  const hourly = standards.filter(({ terms }) => terms.half_hours)
  expect(new Set(hourly.map(({ item, unit }) => `${item} ${unit}`))).toEqual(new Set(['berthage net_ton_hour']))
})

test('every sea port has night hours, marked as to be verified, and no other port has any', () => {
  for (const { code, kind, night } of PORTS) {
    expect(night === undefined, code).toBe(kind !== 'sea')
    if (night) expect(night.provenance.mark, code).toBe('recall')
  }
})

test('every kind of change occurs', () => {
  expect(new Set(lines.map(({ change }) => change))).toEqual(
    new Set(['new', 'revise', 'correct', 'confirm', 'withdraw']),
  )
})

test('“new” is said once of a subject, and nothing else is said before it', () => {
  const met = new Set<string>()
  for (const release of nationalReleases) {
    const names = release.lines.map(({ kind, key, change }) => ({ name: `${kind}:${key}`, change }))
    for (const { name, change } of names) expect(change === 'new' ? !met.has(name) : true, name).toBe(true)
    for (const { name } of names) met.add(name)
    for (const { name, change } of names)
      if (change !== 'new')
        expect(
          nationalReleases.some(({ lines }) =>
            lines.some((line) => `${line.kind}:${line.key}` === name && line.change === 'new'),
          ),
          name,
        ).toBe(true)
  }
})

test('every document cited is published, and every item of a standard', () => {
  const codes = new Set(DOCUMENTS.map(({ code }) => code))
  const published = new Set(lines.filter(({ kind }) => kind === 'document').map(({ key }) => key))
  expect(published).toEqual(codes)
  const items = new Set(lines.filter(({ kind }) => kind === 'item').map(({ key }) => key))
  for (const { kind, payload, why } of lines) {
    for (const document of why.documents) expect(codes).toContain(document)
    if (payload && 'basis' in payload) for (const { document } of payload.basis) expect(codes).toContain(document)
    if (kind === 'standard' && payload && 'item' in payload) expect(items).toContain(payload.item)
  }
})

test('a standard is never in force on a day on which its item is not', () => {
  const days =
    `2001-01-01 2011-10-01 2016-02-29 2016-03-01 2017-09-14 2017-09-15 2018-06-19 2018-06-20 2019-04-01 2021-01-01
    2022-04-01 2025-10-14 2025-11-11 2026-11-16`.split(/\s+/)
  for (const on of days.map(day))
    for (const [name, told] of head) {
      if (!name.startsWith('standard:')) continue
      const standard = toldOn(head, 'standard', told[0]!.key, on)
      if (standard) expect(toldOn(head, 'item', standard.item, on), `${standard.item} ${on}`).not.toBeNull()
    }
})

test('what is told in Chinese is told in English too', () => {
  for (const { payload, why, key } of lines) {
    expect(why.en, key).not.toBeNull()
    expect(JSON.stringify(payload), key).not.toContain('"en":null')
  }
})

test('the glossary has each term once, forty of them explained in both languages', () => {
  expect(new Set(GLOSSARY.map(({ zh }) => zh)).size).toBe(GLOSSARY.length)
  expect(GLOSSARY.filter(({ note }) => note?.en).length).toBeGreaterThanOrEqual(40)
})
