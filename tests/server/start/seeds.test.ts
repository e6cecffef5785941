import { expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { loadSeeds } from '../../../seeds/load.ts'
import { releases } from '../../../seeds/releases.ts'
import { publish } from '../../../server/db/publish.ts'
import { test } from '../../support/database.ts'
import { aDraft, aLine, anItem, aRule } from '../../support/lines.ts'

type Db = Parameters<typeof publish>[0]
const titles = async (db: Db) =>
  (await db.selectFrom('release').select('title').orderBy('seq').execute()).map(({ title }) => title.zh)

test('demonstration data that a killed process half loaded is completed, once, by two that start at once', async ({
  owner,
  db,
  url,
}) => {
  for (const { publishedAt, ...draft } of releases.slice(0, 3)) await publish(owner, draft, new Date(publishedAt))
  const made = await Promise.all([loadSeeds(url), loadSeeds(url)])
  expect(made.toSorted((a, b) => a - b)).toEqual([0, releases.length - 3])
  expect(await titles(db)).toEqual(releases.map(({ title }) => title.zh))
})

test('demonstration data never enters a catalogue that holds anything else', async ({ owner, db, url }) => {
  await publish(
    owner,
    aDraft([aRule, anItem(), aLine('1', day('2026-01-01'), null)]),
    new Date('2026-01-01T10:00:00+08:00'),
  )
  expect(await loadSeeds(url)).toBe(0)
  expect(await titles(db)).toEqual(['测试发布'])
})

test('a release of one’s own after the demonstration data ends it', async ({ owner, db, url }) => {
  for (const { publishedAt, ...draft } of releases.slice(0, 2)) await publish(owner, draft, new Date(publishedAt))
  await publish(
    owner,
    aDraft([aRule, anItem(), aLine('1', day('2026-01-01'), null)]),
    new Date('2026-11-23T10:00:00+08:00'),
  )
  expect(await loadSeeds(url)).toBe(0)
  expect((await titles(db)).length).toBe(3)
})
