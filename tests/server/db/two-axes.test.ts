import { expect } from 'vitest'
import { addDays, type Day, day } from '../../../catalogue/day.ts'
import { type Line, withdraw } from '../../../catalogue/release.ts'
import type { Db } from '../../../server/db/database.ts'
import { historyOf } from '../../../server/db/history.ts'
import { publish } from '../../../server/db/publish.ts'
import { query } from '../../support/cluster.ts'
import { test } from '../../support/database.ts'
import { aDraft, aLine, anItem, aRule, why } from '../../support/lines.ts'

const FIRST = day('2020-01-01')
const DAYS = 60
const RELEASES = 60
const LINES = ['base', 'night', 'bulk']

/** A small generator whose bits are all good (mulberry32): a poor one makes nearly every line a withdrawal. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** The naive answer: for each line, release and day, the amount that was said last. */
type Grid = Map<string, (string | null)[][]>

/** Draws one or two stretches of days of a line that do not meet, as `from` and `until`. */
function stretches(pick: (below: number) => number): [number, number | null][] {
  const from = pick(DAYS - 10)
  const until = from + 1 + pick(8)
  const open = pick(5) === 0
  return open
    ? [[from, null]]
    : pick(3) === 0
      ? [
          [from, until],
          [until + pick(2), until + 3],
        ]
      : [[from, until]]
}

const dayOf = (n: number): Day => addDays(FIRST, n)

function release(pick: (below: number) => number, known: Set<string>, grid: Grid): Line[] {
  return LINES.filter(() => pick(2) === 0).flatMap((line) => {
    const now = [...(grid.get(line)!.at(-1) ?? Array<string | null>(DAYS).fill(null))]
    const lines = stretches(pick).map(([from, until]): Line => {
      const ends = until === null ? null : dayOf(until)
      const amount = `${1 + pick(900)}`
      const gone = known.has(line) && pick(5) === 0
      for (let n = from; n < Math.min(until ?? DAYS, DAYS); n++) now[n] = gone ? null : amount
      known.add(line)
      return gone
        ? withdraw('standard', `weighing/-/-/-/${line}`, { from: dayOf(from), until: ends }, why)
        : aLine(amount, dayOf(from), ends, line, 'revise')
    })
    grid.get(line)!.push(now)
    return lines
  })
}

async function publishRandomly(owner: Db, seed: number): Promise<Grid> {
  const pick = random(seed)
  const grid: Grid = new Map(LINES.map((line) => [line, [Array<string | null>(DAYS).fill(null)]]))
  const known = new Set<string>()
  await publish(owner, aDraft([aRule, anItem()]), new Date(0))
  for (let seq = 2; seq <= RELEASES + 1; seq++) {
    const lines = release(pick, known, grid)
    if (lines.length === 0) lines.push({ ...anItem(), change: 'confirm' })
    for (const rows of grid.values()) if (rows.length < seq) rows.push(rows.at(-1)!)
    expect(await publish(owner, aDraft(lines), new Date(seq * 1000))).toEqual({ ok: true, release: seq })
  }
  return grid
}

const ASKED = `
  select line, release, day, said.payload #>> '{rate,amount}' as amount
  from unnest($1::text[]) line, generate_series(1, $2::int) release, generate_series(0, $3::int - 1) n, lateral (select date '${FIRST}' + n as day) d
  left join lateral (
    select payload from statement join subject on subject.id = subject_id
    where subject.key = 'weighing/-/-/-/' || line and valid @> day and known @> release::bigint) said on true
  order by line, release, day`

test.for([1, 2, 3])('on both axes every cell is what the naive grid says (seed %i)', async (seed, { owner, url }) => {
  const grid = await publishRandomly(owner, seed)
  const rows = await query(
    url,
    ASKED.replace('$1', `array['${LINES.toSorted().join("','")}']`)
      .replace('$2', String(RELEASES + 1))
      .replace('$3', String(DAYS)),
  )
  const naive = LINES.toSorted().flatMap((line) =>
    grid
      .get(line)!
      .slice(0, RELEASES + 1)
      .flat(),
  )
  expect(rows.map(({ amount }) => amount)).toEqual(naive)

  const filled = naive.filter((cell) => cell !== null)
  expect(naive.length).toBe(LINES.length * (RELEASES + 1) * DAYS)
  expect(filled.length, 'the grid is not trivial').toBeGreaterThan(naive.length / 4)
  expect(filled.length, 'nor full').toBeLessThan(naive.length)
  expect(new Set(filled).size, 'many prices').toBeGreaterThan(40)
})

test('a history told at an old release does not know what came later', async ({ owner, db }) => {
  await publish(owner, aDraft([aRule, anItem(), aLine('1.00', FIRST, null)]), new Date(1000))
  await publish(owner, aDraft([aLine('2.00', dayOf(10), null, 'base', 'revise')]), new Date(2000))
  const then = await historyOf(db, 'standard', 'weighing/-/-/-/base', 1)
  const now = await historyOf(db, 'standard', 'weighing/-/-/-/base', 2)
  expect(then.map(({ valid, known }) => [valid.from, valid.until, known.from, known.until])).toEqual([
    [FIRST, null, 1, null],
  ])
  expect(
    now.map(({ valid, known, remainder }) => [valid.from, valid.until, known.from, known.until, remainder]),
  ).toEqual([
    [FIRST, null, 1, 2, false],
    [FIRST, dayOf(10), 2, null, true],
    [dayOf(10), null, 2, null, false],
  ])
})
