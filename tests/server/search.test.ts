import fc from 'fast-check'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { day } from '../../catalogue/day.ts'
import type { Line } from '../../catalogue/release.ts'
import { text } from '../../catalogue/text.ts'
import type { Db } from '../../server/db/database.ts'
import { publish } from '../../server/db/publish.ts'
import { search } from '../../server/db/search.ts'
import { testOn } from '../support/database.ts'
import { anItem } from '../support/lines.ts'

const test = testOn('template_seeded')

const headOf = async (db: Db): Promise<number> =>
  (await db.selectFrom('release').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow()).seq

const EXPECTED: [typed: string, kind: string, key: string][] = [
  ['引航', 'item', 'pilotage'],
  ['理货', 'item', 'tally'],
  ['引航费', 'item', 'pilotage'],
  ['引行费', 'item', 'pilotage'],
  ['引舫费', 'item', 'pilotage'],
  ['引 航 费', 'item', 'pilotage'],
  ['yhf', 'item', 'pilotage'],
  ['yinhangfei', 'item', 'pilotage'],
  ['piltage', 'item', 'pilotage'],
  ['Pilotage', 'item', 'pilotage'],
  ['拖轮', 'item', 'towage'],
  ['tlf', 'item', 'towage'],
  ['cargo-port-dues', 'item', 'cargo-port-dues'],
  ['貨物港務費', 'item', 'cargo-port-dues'],
  ['货物巷务费', 'item', 'cargo-port-dues'],
  ['保安费', 'item', 'port-facility-security'],
  ['ＩＳＰＳ', 'item', 'port-facility-security'],
  ['围油栏', 'item', 'oil-boom'],
  ['CNNGB', 'port', 'CNNGB'],
  ['交水规〔2019〕2号', 'document', 'jsg-2019-2'],
  ['交水规2019', 'document', 'jsg-2019-2'],
]

test('the published names are found however they are typed', async ({ db }) => {
  const release = await headOf(db)
  const answers = await Promise.all(EXPECTED.map(([typed]) => search(db, typed, { release }, 20)))
  const firsts = answers.map(({ matches }, at) => [EXPECTED[at]![0], matches[0]?.kind, matches[0]?.key])
  expect(firsts).toEqual(EXPECTED)
})

test('where nothing answers, the nearest are named', async ({ db }) => {
  const { matches, nearest } = await search(db, '理贷', { release: await headOf(db) }, 20)
  expect(matches).toEqual([])
  expect(nearest.map(({ key }) => key)).toContain('tally')
  expect(nearest.length).toBeLessThanOrEqual(5)
})

test('only the kinds asked for are found', async ({ db }) => {
  const release = await headOf(db)
  const found = await search(db, '港口', { release, kinds: ['document'] }, 20)
  expect(found.matches.length).toBeGreaterThan(0)
  expect(found.matches.every(({ kind }) => kind === 'document')).toBe(true)
})

test('no more is found than was asked for', async ({ db }) => {
  expect((await search(db, '费', { release: await headOf(db) }, 3)).matches).toHaveLength(3)
})

const now = new Date('2026-11-23T10:00:00+08:00')

const starGazing = (name: string, aliases: string[]): Line => {
  const line = anItem('star-gazing', day('2026-01-01'))
  return { ...line, payload: { ...line.payload!, name: text(name, null), aliases } }
}

test('as of an older release a later name is not found, and a name given up is still found', async ({ owner, db }) => {
  const before = await headOf(db)
  const draft = { title: text('测试'), note: null, backfilled: false }
  const one = await publish(owner, { ...draft, lines: [starGazing('观星费', ['望星费'])] }, now)
  const two = await publish(owner, { ...draft, lines: [starGazing('观星服务费', ['看星费'])] }, now)
  expect([one, two]).toEqual([
    { ok: true, release: before + 1 },
    { ok: true, release: before + 2 },
  ])
  const keysAt = async (typed: string, release: number) =>
    (await search(db, typed, { release }, 20)).matches.map(({ key }) => key)
  expect(await keysAt('望星', before)).toEqual([])
  expect(await keysAt('望星', before + 1)).toEqual(['star-gazing'])
  expect(await keysAt('看星', before + 1)).not.toContain('star-gazing')
  expect(await keysAt('看星', before + 2)).toEqual(['star-gazing'])
  expect(await keysAt('wxf', before + 2)).toContain('star-gazing')
})

test('anything may be typed, and none of it becomes SQL', async ({ db }) => {
  const release = await headOf(db)
  const piece = fc.constantFrom(
    ...[
      '引',
      '航',
      '费',
      'a',
      ' ',
      '\u0000',
      "'",
      '"',
      '\\',
      '&',
      '|',
      '!',
      '(',
      ')',
      ':*',
      '<->',
      '😀',
      '\ud800',
      '𐐷',
      '%',
      ';',
    ],
  )
  const typed = fc.oneof(
    fc.array(piece, { maxLength: 100 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 100 }),
    piece.map((char) => char.repeat(100)),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (words) => {
      const { matches, nearest } = await search(db, words, { release }, 20)
      for (const { term, marks } of [...matches, ...nearest])
        for (const [from, to] of marks) expect(0 <= from && from < to && to <= term.length).toBe(true)
    }),
    { numRuns: 80 },
  )
})

test('names are never changed, removed or added behind a release', async ({ db }) => {
  await expect(sql`update search_term set term = 'x'`.execute(db)).rejects.toThrow(/permission denied/)
  await expect(sql`delete from search_term`.execute(db)).rejects.toThrow(/permission denied/)
  await expect(
    sql`insert into search_term (kind, key, field, term, norm, grams, since)
        values ('item', 'pilotage', 'alias', '领港费', '领港费', '领港', 1)`.execute(db),
  ).rejects.toThrow(/while its release is published/)
})
