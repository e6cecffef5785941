import { expect } from 'vitest'
import type { z } from 'zod'
import type { DifferenceOut, ReleaseOut, StatementOut } from '../../../server/routes/api/shapes.ts'
import type { App } from '../../support/portal.ts'
import { json, test } from '../http/reader.ts'

type Release = z.infer<typeof ReleaseOut>
type Statement = z.infer<typeof StatementOut>
type Difference = z.infer<typeof DifferenceOut>
type Page<T> = { data: T[]; next: string | null; total: number }

async function everyRelease(app: App, limit: number): Promise<Release[]> {
  const all: Release[] = []
  for (;;) {
    const page = await json<{ data: Release[]; next_after: number | null }>(
      app,
      `/api/v1/releases?after=${all.at(-1)?.release ?? 0}&limit=${limit}`,
    )
    all.push(...page.data)
    if (page.next_after === null) return all
    expect(page.next_after).toBe(all.at(-1)!.release)
  }
}

async function everyLine(app: App, release: number, limit: number): Promise<Statement[]> {
  const said: Statement[] = []
  for (let after: number | null = 0; after !== null; ) {
    const page: { data: { content: { n: number; said: Statement }[] }; next_after: number | null } = await json(
      app,
      `/api/v1/releases/${release}?after=${after}&limit=${limit}`,
    )
    for (const { n, said: one } of page.data.content) {
      expect([one.line, one.known_from]).toEqual([{ release, n }, release])
      said.push(one)
    }
    after = page.next_after
  }
  return said
}

test('who polls with the last number they have gets every release once, in order and without a gap', async ({
  app,
}) => {
  const releases = await everyRelease(app, 7)
  expect(releases.map(({ release }) => release)).toEqual(Array.from({ length: 55 }, (_, n) => n + 1))
  const instants = releases.map(({ published_at }) => published_at)
  expect(instants).toEqual([...new Set(instants)].toSorted())
  expect(await json(app, '/api/v1/releases?after=55')).toMatchObject({ data: [], next_after: null })
})

test('releases read line by line rebuild the list of any day; what was confirmed is told by the release that first said it', async ({
  app,
}) => {
  const lines = (
    await Promise.all((await everyRelease(app, 100)).map(({ release }) => everyLine(app, release, 40)))
  ).flat()
  const counts = Map.groupBy(lines, ({ line }) => line.release)
  for (const { release, lines: counted } of await everyRelease(app, 100))
    expect(counts.get(release)!.length).toBe(counted)
  const on = '2024-10-01'
  const last = new Map<string, Statement & { first: number }>()
  const said = new Map<string, number>()
  for (const one of lines) {
    const words = JSON.stringify([one.key, one.payload])
    if (one.change !== 'confirm') said.set(words, one.line.release)
    if (one.kind === 'standard' && one.effective_from <= on && (one.effective_to === null || on <= one.effective_to))
      last.set(one.key, { ...one, first: said.get(words)! })
  }
  const rebuilt = [...last.values()].filter(({ payload }) => payload !== null)
  const { data } = await json<Page<{ key: string; posted: string; release: number }>>(
    app,
    `/api/v1/fees?as_of=${on}&limit=1000`,
  )
  expect(data.length).toBeGreaterThan(300)
  const short = (key: string, posted: unknown, release: number) => `${key} ${release} ${posted}`
  expect(new Set(data.map((one) => short(one.key, one.posted, one.release)))).toEqual(
    new Set(rebuilt.map((one) => short(one.key, one.payload!.posted, one.first))),
  )
})

test('a release is told as it is beside what had been said before', async ({ app }) => {
  const { data } = await json<{ data: { content: { said: Statement; before: Statement | null }[] } }>(
    app,
    '/api/v1/releases/20',
  )
  const pilotage = data.content.find(({ said }) => said.key === 'pilotage/CNNGB/-/-/international')!
  expect([pilotage.said.change, pilotage.said.effective_from, pilotage.before]).toEqual(['new', '2022-04-01', null])
  const security = data.content.find(({ said }) => said.key === 'port-facility-security/-/-/-/foreign-20')!
  expect([security.before?.payload?.ceiling, security.said.payload?.ceiling]).toEqual([false, true])
  expect([security.before?.known_until, security.said.known_from]).toEqual([20, 20])
})

test('as told at an older release, later releases are unheard of', async ({ app }) => {
  const { data } = await json<Page<Release>>(app, '/api/v1/releases?release=19&limit=1000')
  expect(data.at(-1)!.release).toBe(19)
  const history = async (release: number) =>
    (
      await json<{ data: { statements: Statement[] } }>(
        app,
        `/api/v1/fees/port-facility-security/history?release=${release}`,
      )
    ).data.statements
  expect((await history(19)).every(({ known_from, known_until }) => known_from <= 19 && (known_until ?? 0) <= 19)).toBe(
    true,
  )
  expect((await history(20)).length).toBeGreaterThan((await history(19)).length)
})

test('a history tells both axes: on any day, at any release, at most one statement stands', async ({ app }) => {
  const { data } = await json<{ data: { statements: Statement[] } }>(
    app,
    '/api/v1/fees/pilotage/history?line=pilotage/-/-/-/international',
  )
  expect(data.statements.length).toBeGreaterThan(3)
  const days = data.statements.flatMap(({ effective_from, effective_to }) => [
    effective_from,
    ...(effective_to ? [effective_to] : []),
  ])
  const standing = (day: string, release: number) =>
    data.statements.filter(
      (one) =>
        one.effective_from <= day &&
        day <= (one.effective_to ?? '9999') &&
        one.known_from <= release &&
        release < (one.known_until ?? Number.POSITIVE_INFINITY),
    )
  for (const day of days)
    for (let release = 1; release <= 55; release++) expect(standing(day, release).length).toBeLessThan(2)
  expect(standing('2019-03-31', 5)[0]!.payload!.posted).toContain('0.50')
  expect(standing('2019-04-01', 5)[0]!.payload!.posted).toContain('0.50')
  expect(standing('2019-04-01', 6)[0]!.payload!.posted).toContain('0.45')
})

test('a line of another item, or of none, has no history here', async ({ app }) => {
  for (const line of ['berthage/-/-/-/domestic-productive', 'pilotage/-/-/-/nothing', 'pilotage'])
    expect((await app.inject(`/api/v1/fees/pilotage/history?line=${line}`)).statusCode, line).toBe(404)
})

test('two days differ by what the notice of 2022 changed between them, and by nothing within a day', async ({
  app,
}) => {
  const { data } = await json<Page<Difference>>(app, '/api/v1/diff?from=2022-03-31&to=2022-04-01&port=CNNGB&limit=1000')
  const of = (key: string) => data.find((one) => one.key === key)!
  expect(of('pilotage/CNNGB/-/-/international')).toMatchObject({
    change: 'changed',
    before: { key: 'pilotage/-/-/-/international' },
  })
  expect(of('pilotage/-/-/-/international'), 'the national line no longer tells the price here').toBeUndefined()
  expect(of('port-facility-security')).toMatchObject({ kind: 'item', change: 'changed' })
  expect(of('port-facility-security/-/-/-/foreign-40').before!.payload).toMatchObject({ ceiling: false })
  expect(of('port-facility-security/-/-/-/foreign-40').after!.payload).toMatchObject({ ceiling: true })
  expect(data.filter(({ key }) => key.includes('/CNSHA/'))).toEqual([])
  expect(await json(app, '/api/v1/diff?from=2022-04-01&to=2022-04-01')).toMatchObject({ data: [], total: 0 })
  const told = await json<Page<Difference>>(app, '/api/v1/diff?from=2022-03-31&to=2022-04-01&port=CNNGB&release=19')
  expect(told.data.filter(({ after }) => after?.payload?.entity === null)).toEqual([])
})

test('every difference between two days is one, and the first list with them applied is the second', async ({
  app,
}) => {
  const [from, to] = ['2025-12-31', '2026-11-23']
  const list = async (day: string) => {
    const { data } = await json<Page<{ key: string; id: string; posted: string }>>(
      app,
      `/api/v1/fees?as_of=${day}&limit=1000`,
    )
    return new Map(data.map((one) => [one.key, one.posted]))
  }
  const { data, next } = await json<Page<Difference>>(app, `/api/v1/diff?from=${from}&to=${to}&limit=1000`)
  expect([next, data.length > 100]).toEqual([null, true])
  const list1 = await list(from)
  for (const { kind, key, before, after } of data) {
    expect(before?.payload, key).not.toEqual(after?.payload)
    if (kind !== 'standard') continue
    expect(list1.get(key)).toBe(before?.payload?.posted)
    if (after === null) list1.delete(key)
    else list1.set(key, after.payload!.posted as string)
  }
  expect(new Map([...list1].toSorted())).toEqual(new Map([...(await list(to))].toSorted()))
})

test('what is upcoming takes effect after the day, in order of days, and pages of it join without a seam', async ({
  app,
}) => {
  const whole = await json<Page<Difference>>(app, '/api/v1/upcoming?limit=1000')
  const days = whole.data.map(({ effective_from }) => effective_from)
  expect(days).toEqual(days.toSorted())
  expect(days.every((one) => one > '2026-11-23')).toBe(true)
  expect([days[0], new Set(days).size > 2]).toEqual(['2026-12-01', true])
  expect([whole.total, whole.next]).toEqual([whole.data.length, null])
  const joined: Difference[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: Page<Difference> = await json(app, `/api/v1/upcoming?limit=5&cursor=${cursor}`)
    joined.push(...page.data)
    cursor = page.next
  }
  expect(joined).toEqual(whole.data)
  const later = await json<Page<Difference>>(app, '/api/v1/upcoming?as_of=2026-12-01')
  expect(later.data.every(({ effective_from }) => effective_from > '2026-12-01')).toBe(true)
  const elsewhere = await json<Page<Difference>>(app, '/api/v1/upcoming?port=CNWNZ')
  expect(elsewhere.data.length).toBeGreaterThan(0)
  expect(elsewhere.data.every(({ key }) => !key.includes('/CNNGB/'))).toBe(true)
})

test('operating times are posted by day: what was promised in 2022 is not what is promised now', async ({ app }) => {
  type Times = {
    data: {
      operation: string
      port: string
      entity: string
      posted: string
      effective_from: string
      effective_to: string | null
    }[]
  }
  const now = await json<Times>(app, '/api/v1/operating-times?entity=91330206MA2DEM0171')
  expect(new Set(now.data.map(({ operation }) => operation))).toEqual(new Set(['shift', 'pickup', 'transfer']))
  const then = await json<Times>(app, '/api/v1/operating-times?entity=91330206MA2DEM0171&as_of=2022-06-01')
  expect(then.data.map(({ posted }) => posted)).not.toEqual(now.data.map(({ posted }) => posted))
  expect(
    (await json<Times>(app, '/api/v1/operating-times?port=CNNGB')).data.every(({ port }) => port === 'CNNGB'),
  ).toBe(true)
  expect((await json<Times>(app, '/api/v1/operating-times?as_of=2015-01-01')).data).toEqual([])
})
