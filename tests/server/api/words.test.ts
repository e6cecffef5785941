import { expect } from 'vitest'
import { json, test } from '../http/reader.ts'

type Match = { kind: string; key: string; term: string; marks: [number, number][] }
type Fees = { data: { item: string }[]; matches: Match[]; nearest: Match[] }

const unique = <T>(list: T[]) => [...new Set(list)]

test.for([
  '引航',
  '理货',
  'yhf',
  '保安费',
  'THC',
  'pilotage',
  'port-facility-security',
  'ISPS',
  '拖轮',
  'duicunfei',
  '堆存',
  '滞箱费',
])('“%s” finds the same, in the same order, by /search, by the list and on the page', async (words, { app }) => {
  const q = encodeURIComponent(words)
  const found = await json<{ data: Match[]; nearest: Match[] }>(app, `/api/v1/search?q=${q}`)
  const fees = await json<Fees>(app, `/api/v1/fees?q=${q}&limit=1000`)
  expect(found.data.length).toBeGreaterThan(0)
  expect(fees.matches).toEqual(found.data)
  expect(fees.nearest).toEqual(found.nearest)
  const ranked = found.data.filter(({ kind }) => kind === 'item').map(({ key }) => key)
  const listed = unique(fees.data.map(({ item }) => item)).filter((item) => ranked.includes(item))
  expect(listed).toEqual(ranked.filter((item) => listed.includes(item)))
  const page = (await app.inject(`/fees?q=${q}`)).body
  const shown = unique([...page.matchAll(/<t[dh][^>]*>\s*<a href="\/fees\/([a-z0-9-]+)/g)].map(([, item]) => item!))
  expect(shown.length).toBeGreaterThan(0)
  expect(shown).toEqual(unique(fees.data.slice(0, 50).map(({ item }) => item)))
})

test('words found nowhere list nothing, and tell what is nearest', async ({ app }) => {
  const { data, matches, nearest } = await json<Fees>(app, `/api/v1/fees?q=${encodeURIComponent('引航电梯费')}`)
  expect([data, matches]).toEqual([[], []])
  expect(nearest.map(({ key }) => key)).toContain('pilotage')
})

test('marks stand where the words do', async ({ app }) => {
  const { data } = await json<{ data: Match[] }>(app, `/api/v1/search?q=${encodeURIComponent('引航')}`)
  for (const { term, marks } of data) expect(marks.map(([start, end]) => term.slice(start, end))).toEqual(['引航'])
})

test('a name is found only from the release that gave it', async ({ app }) => {
  const at = async (release: number) =>
    (await json<{ data: Match[] }>(app, `/api/v1/search?q=${encodeURIComponent('宁波示例引航站')}&release=${release}`))
      .data
  expect((await at(11)).filter(({ kind }) => kind === 'entity')).toEqual([])
  expect((await at(12)).map(({ key }) => key)).toContain('1233020000DEM00904')
})
