import { describe, expect, test } from 'vitest'
import { CreditCode } from '../../catalogue/codes.ts'
import { compare, governmentFor } from '../../catalogue/comparison.ts'
import { day } from '../../catalogue/day.ts'
import { faultsOf, type Line } from '../../catalogue/release.ts'
import type { Statement } from '../../catalogue/statement.ts'
import type { SubjectKind } from '../../catalogue/subject.ts'
import { covers, type Validity } from '../../catalogue/validity.ts'
import { CODES, DEMO_ENTITIES } from '../../seeds/demo/entities.ts'
import { demoReleases } from '../../seeds/demo/releases.ts'
import { nationalReleases } from '../../seeds/national/releases.ts'
import { PORTS } from '../../seeds/ports.ts'
import { subtract } from './replay.ts'

const TODAY = day('2026-11-23')
const LINES = demoReleases.flatMap(({ lines }) => lines)

/** What stands after every release: a later line takes its days from the earlier ones. */
function replayed(lines: Line[]): Map<string, { valid: Validity; line: Line }[]> {
  const stands = new Map<string, { valid: Validity; line: Line }[]>()
  for (const line of lines) {
    const name = `${line.kind}:${line.key}`
    const left = (stands.get(name) ?? []).flatMap((old) =>
      subtract(old.valid, [line.valid]).map((valid) => ({ valid, line: old.line })),
    )
    stands.set(name, [...left, { valid: line.valid, line }])
  }
  return stands
}

const STANDS = replayed(LINES)
const NATIONAL = replayed(nationalReleases.flatMap(({ lines }) => [...lines]))

const inForce = <K extends SubjectKind>(kind: K, stands = STANDS): Line<K>[] =>
  [...stands.values()].flatMap((versions) =>
    versions
      .filter(({ valid, line }) => line.kind === kind && line.payload !== null && covers(valid, TODAY))
      .map(({ line }) => line as Line<K>),
  )

const generations = (key: string): number =>
  new Set(LINES.filter((line) => line.key === key && line.payload !== null).map(({ valid }) => valid.from)).size

describe('the demonstration releases', () => {
  test.each(demoReleases.map((release) => [release.title.zh, release]))('%s is publishable', (_, { lines }) => {
    expect(lines.length).toBeGreaterThan(0)
    expect(faultsOf(lines)).toEqual([])
  })

  test('come in order of time, at instants of their own, in working hours', () => {
    const instants = demoReleases.map(({ publishedAt }) => publishedAt)
    expect(new Set(instants).size).toBe(instants.length)
    expect(instants).toEqual(instants.toSorted())
    for (const at of instants) expect(at).toMatch(/^202[1-6]-\d\d-\d\dT(09|1[0-6]):\d\d:00\+08:00$/)
    expect(instants.at(-1)! < '2026-11-20').toBe(true)
  })

  test('are small enough to load at start', () => {
    expect(demoReleases.length).toBeLessThanOrEqual(40)
    expect(LINES.length).toBeLessThan(1600)
  })

  test('show every kind of change', () => {
    expect(new Set(LINES.map(({ change }) => change))).toEqual(
      new Set(['new', 'revise', 'correct', 'confirm', 'withdraw']),
    )
  })
})

test('what is revised, corrected, confirmed or ended was said before', () => {
  const said = new Set<string>()
  const unsaid = LINES.filter(({ kind, key, change }) => {
    const known = said.has(`${kind}:${key}`)
    said.add(`${kind}:${key}`)
    return known === (change === 'new')
  })
  expect(unsaid.map(({ key, change }) => `${change} ${key}`)).toEqual([])
})

describe('the posted prices', () => {
  const posted = inForce('standard')

  test('are at least 250 in force today, each with three generations or more', () => {
    const lasting = posted.filter(({ key }) => generations(key) >= 3)
    expect(lasting.length).toBeGreaterThanOrEqual(250)
    expect(posted.filter(({ key }) => generations(key) < 3).map(({ key }) => key)).toEqual([])
  })

  test('use every form of a rate', () => {
    expect(new Set(posted.map(({ payload }) => payload!.rate.form))).toEqual(
      new Set(['fixed', 'range', 'tiered', 'per_period', 'percent_of', 'sum', 'at_cost', 'see_attachment']),
    )
    const modes = posted.map(({ payload }) => payload!.rate).map((rate) => rate.form === 'tiered' && rate.mode)
    expect(modes).toEqual(expect.arrayContaining(['marginal', 'slab']))
  })

  test('include the terminal of the worked example, whose security charge is 8 yuan a 20-foot box', () => {
    const key = 'port-facility-security/CNNGB/-/91330206MA2DEM0171/foreign-laden-20'
    expect(posted.find((line) => line.key === key)?.payload?.rate).toEqual({ form: 'fixed', amount: '8' })
  })

  test('name items, entities, ports and areas that exist', () => {
    const items = new Map(
      [...inForce('item', NATIONAL), ...inForce('item')].map(({ payload }) => [payload!.code, payload!]),
    )
    const entities = new Map(DEMO_ENTITIES.map((one) => [one.code, one]))
    const ports = new Map(PORTS.map((one) => [one.code, one]))
    for (const { key, payload } of posted) {
      const port = ports.get(payload!.port!)!
      expect(items.get(payload!.item)?.at, key).toContain(port.kind)
      expect(entities.get(payload!.entity!)?.ports, key).toContain(port.code)
      if (payload!.area)
        expect(
          port.areas.map(({ code }) => code),
          key,
        ).toContain(payload!.area)
    }
  })

  test('go over the government’s figure at two entities only, on purpose, and under it at others', () => {
    const government = inForce('standard', NATIONAL) as unknown as Statement<'standard'>[]
    const verdicts = posted.flatMap(({ payload }) => {
      const standard = governmentFor(payload!, government)
      return standard ? [{ who: payload!.entity, item: payload!.item, ...compare(payload!, standard.payload!) }] : []
    })
    const above = verdicts.filter(({ verdict }) => verdict === 'above').map(({ who, item }) => `${item} ${who}`)
    expect(new Set(above)).toEqual(new Set([`port-facility-security ${CODES.shipAgent}`, `towage ${CODES.tug}`]))
    expect(verdicts.filter(({ verdict }) => verdict === 'below').length).toBeGreaterThanOrEqual(10)
    expect(verdicts.filter(({ verdict }) => verdict === 'equal').length).toBeGreaterThanOrEqual(10)
    expect(verdicts.filter(({ verdict }) => verdict === 'not_comparable')).toEqual([])
  })

  test('say what decides within a range', () => {
    const bare = posted.filter(({ payload }) => payload!.rate.form === 'range' && payload!.remark === null)
    expect(bare.map(({ key }) => key)).toEqual([])
  })

  test('have some fifteen changes still to come', () => {
    const ahead = LINES.filter(({ valid }) => valid.from > TODAY)
    expect(ahead.length).toBeGreaterThanOrEqual(15)
    expect(new Set(ahead.map(({ valid }) => valid.from as string))).toEqual(
      new Set(['2026-12-01', '2027-01-01', '2027-02-01']),
    )
  })
})

test('at least twelve demonstration entities have valid credit codes and say what they are', () => {
  expect(DEMO_ENTITIES.length).toBeGreaterThanOrEqual(14)
  for (const entity of DEMO_ENTITIES) {
    expect(CreditCode.safeParse(entity.code).success, entity.code).toBe(true)
    expect(entity.code.slice(8, 17)).toContain('DEM')
    expect(entity.name.zh).toMatch(/示例/)
    expect(entity.demo).toBe(true)
  }
})

test('operating times stand at every container port, twenty or more, each posted at least twice', () => {
  const times = inForce('operating_time')
  expect(times.length).toBeGreaterThanOrEqual(20)
  for (const { key } of times) expect(generations(key), key).toBeGreaterThanOrEqual(2)
  expect(new Set(times.map(({ payload }) => payload!.port))).toEqual(
    new Set(['CNNGB', 'CNWNZ', 'CNJIX', 'X-TAIZHOU', 'CNYIW']),
  )
})

test('every entity that posts prices is covered, the Jintang terminal only from 2025 on', () => {
  const covered = new Map(inForce('coverage').map((line) => [line.key, line]))
  for (const { payload } of inForce('standard')) {
    expect(covered.has(`${payload!.port}/${payload!.entity}`)).toBe(true)
    expect(covered.has(`${payload!.port}/-`)).toBe(true)
  }
  expect(covered.get('CNNGB/91330902MA2DEM180J')?.valid.from).toBe('2025-01-01')
  for (const { payload } of covered.values()) expect(payload!.verified_through.slice(0, 7)).toBe('2026-10')
})
