import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../catalogue/day.ts'
import { caseTables } from '../../complaints/statistics/case-tables.ts'
import { clockTables } from '../../complaints/statistics/clock-tables.ts'
import type { CUTS } from '../../complaints/statistics/cuts.ts'
import { refundTables } from '../../complaints/statistics/refund-tables.ts'
import type { ClocksCounted, Counted, Refunded } from '../../complaints/statistics/rows.ts'
import { type StatTable, shownCell } from '../../complaints/statistics/table.ts'
import type { Telling } from '../../complaints/statistics/telling.ts'
import { statisticsOf } from '../../complaints/statistics.ts'
import { suppress } from '../../complaints/suppression.ts'
import { alike, countsOf, exposed, type Features, featuresOf, sidesOf, told, unhidden } from '../support/attacker.ts'

const PORTS = ['CNNGB', 'CNWNZ', 'CNJIX']
const one = fc.record({
  received_on: fc.constantFrom(day('2026-08-03'), day('2026-09-03'), day('2026-11-03')),
  port: fc.constantFrom(...PORTS),
  link: fc.constantFrom('terminal', 'yard', 'unknown'),
  category: fc.constantFrom('off_list', 'split', 'other'),
  track: fc.constantFrom('samr_price', 'port_industry'),
  ended: fc.constantFrom('violation_found', 'not_filed', 'withdrawn', 'open'),
  on: fc.constant({}),
}) as fc.Arbitrary<Counted>
const cases = fc.array(one, { minLength: 5, maxLength: 16 })
const ANY: Telling = { share: () => true, sum: () => true }
const tablesOf = (all: readonly Counted[]) => caseTables(all, PORTS)!.tables

test('of every hidden number of every cut, other cases than those that are would have had exactly the same published', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const tables = tablesOf(all)
      const published = told(tables)
      const own = countsOf(all.map(featuresOf))
      const open = new Set([...published].flatMap(([cell, { hidden }]) => (hidden === undefined ? [] : [cell])))
      for (const others of neighbours(all.map(featuresOf), tables)) {
        if (open.size === 0) break
        const counts = countsOf(others)
        const changed = [...open].filter((cell) => (counts.get(cell) ?? 0) !== (own.get(cell) ?? 0))
        if (changed.length > 0 && alike(counts, published)) for (const cell of changed) open.delete(cell)
      }
      expect([...open]).toEqual([])
    }),
    { numRuns: 80 },
  )
})

test('who adds and subtracts across all tables pins down no hidden number', () => {
  fc.assert(
    fc.property(fc.array(one, { minLength: 5, maxLength: 60 }), (all) => {
      expect(exposed(tablesOf(all), all.length)).toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('the attacker of these tests is able to: numbers under five hidden alone, and tables made safe one by one, are read', () => {
  const sets = fc.sample(cases, { numRuns: 40, seed: 7 })
  const alone = sets.filter((all) => exposed(unhidden(tablesOf(all), all), all.length).length > 0)
  expect(alone.length).toBeGreaterThan(20)
  const apart = sets.filter((all) => exposed(tablesOf(all).map(suppressedApart(all)), all.length).length > 0)
  expect(apart.length).toBeGreaterThan(5)
})

test('what is published is true, adds up, and is listed unless it is nought', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const counts = countsOf(all.map(featuresOf))
      const published = told(tablesOf(all))
      for (const [cell, { value }] of published) if (value !== undefined) expect(value).toBe(counts.get(cell) ?? 0)
      for (const cell of counts.keys()) expect(published.has(cell), cell).toBe(true)
    }),
  )
})

/** A table made safe by itself, whatever others print of the same totals. */
const suppressedApart =
  (all: readonly Counted[]) =>
  (table: StatTable): StatTable => {
    const [rows, columns] = [table.rows.slice(0, -1), table.columns.slice(0, -1)]
    const [of, by] = sidesOf(table.name)
    const counts = rows.map((row) =>
      columns.map((column) => all.map(featuresOf).filter((each) => each[of] === row && each[by] === column).length),
    )
    return { ...table, cells: suppress(counts).map((line) => line.map(shownCell)) }
  }

/** Every set of cases in which one has another value of a feature, or two have exchanged theirs. */
function* neighbours(all: readonly Features[], tables: readonly StatTable[]): Iterable<Features[]> {
  const values = (feature: keyof Features) =>
    new Set(
      tables.flatMap(({ name, rows, columns }) => {
        const [row, column] = sidesOf(name)
        return row === feature ? rows.slice(0, -1) : column === feature ? columns.slice(0, -1) : []
      }),
    )
  for (const feature of Object.keys(all[0]!) as (keyof Features)[])
    for (const [n, own] of all.entries()) {
      for (const to of values(feature)) if (to !== own[feature]) yield all.with(n, { ...own, [feature]: to })
      for (const [m, other] of all.entries())
        if (m > n && other[feature] !== own[feature])
          yield all.with(n, { ...own, [feature]: other[feature] }).with(m, { ...other, [feature]: own[feature] })
    }
}

const clock = (code: ClocksCounted['code'], port: string, [in_time, late]: [number, number], more = {}) =>
  ({ ...{ code, port, link: 'yard', category: 'other', month: '2026-11', in_time, late }, ...more }) as ClocksCounted
const clocks = fc.array(
  fc
    .record({
      code: fc.constantFrom('verify', 'accept'),
      port: fc.constantFrom('CNNGB', 'CNWNZ'),
      link: fc.constantFrom('yard', 'terminal'),
      month: fc.constantFrom('2026-10', '2026-11'),
      counted: fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5 })),
    })
    .map(({ code, port, counted, ...more }) => clock(code as 'verify', port, counted, more)),
  { minLength: 1, maxLength: 8 },
)
const valuesIn = (all: readonly ClocksCounted[]) => (cut: (typeof CUTS)[number]) => [
  ...new Set(all.map((each) => each[cut])),
]

test('of no share does it follow how many from 1 to 4 were kept or missed, though one knew how many ended everywhere', () => {
  fc.assert(
    fc.property(clocks, (all) => {
      expect(followingFrom(all, clockTables(all, valuesIn(all), ANY))).toEqual([])
    }),
    { numRuns: 80 },
  )
})

test('shares that tell each other are found: 17 and 19 of 20 kept, and 36 of 40', () => {
  const all = [clock('verify', 'CNNGB', [17, 3]), clock('verify', 'CNWNZ', [19, 1])]
  const tables = clockTables(all, valuesIn(all), ANY)
  expect(followingFrom(all, tables)).toEqual([])
  const bare = tables.map((table) => ({ ...table, cells: sharesOf(all, table) }))
  expect(bare[0]!.cells.map((line) => line[0])).toEqual([{ value: '80' }, { value: '90' }, { value: '90' }])
  expect(followingFrom(all, bare)).not.toEqual([])
})

test('of fewer than twenty time limits no share is said, and 100 only where every one was kept', () => {
  const shares = (counted: [number, number]) => {
    const all = [clock('verify', 'CNNGB', counted)]
    return clockTables(all, valuesIn(all), ANY)[0]!.cells[0]!.at(-1)
  }
  expect([shares([12, 7]), shares([20, 0]), shares([299, 1])]).toEqual([
    { hidden: 'withheld' },
    { value: '100' },
    { value: '90' },
  ])
})

/** The share in each cell of a table, nothing withheld. */
const sharesOf = (all: readonly ClocksCounted[], { name, rows, columns }: StatTable): StatTable['cells'] =>
  rows.map((row) =>
    columns.map((code) => {
      const { late, ended } = lateIn(all, name, row, code)
      return { value: String(Math.floor(((ended - late) * 10) / ended) * 10) }
    }),
  )

function lateIn(all: readonly ClocksCounted[], name: string, row: string, code: string) {
  const cut = name.slice('clocks-'.length) as 'port'
  const its = all.filter((each) => (row === 'all' || each[cut] === row) && (code === 'every' || each.code === code))
  const late = its.reduce((sum, each) => sum + each.late, 0)
  return { late, ended: late + its.reduce((sum, each) => sum + each.in_time, 0) }
}

/** The cells with 1 to 4 kept or missed for which no other outcome of one limit, or of two, shows the same shares. */
function followingFrom(all: readonly ClocksCounted[], tables: readonly StatTable[]): string[] {
  const codes = [...new Set<string>(all.map(({ code }) => code)), 'every']
  const cells = tables.flatMap(({ name, rows, columns, cells: said }) =>
    rows.flatMap((row, r) => codes.map((code) => ({ name, row, code, said: said[r]![columns.indexOf(code)] ?? {} }))),
  )
  const looked = cells.map((cell) => ({ ...cell, ...lateIn(all, cell.name, cell.row, cell.code) }))
  const few = (n: number) => n > 0 && n < 5
  const open = new Set(looked.filter(({ late, ended }) => few(late) || few(ended - late)))
  const turn = (n: number, by: number) => (each: ClocksCounted, m: number) =>
    n === m ? { ...each, late: each.late + by, in_time: each.in_time - by } : each
  const can = (n: number, by: number) => (by > 0 ? all[n]!.in_time > 0 : all[n]!.late > 0)
  const turns = all.flatMap((_, n) => [1, -1].filter((by) => can(n, by)).map((by) => [n, by] as const))
  const ways = [
    ...turns.map(([n, by]) => all.map(turn(n, by))),
    ...turns.flatMap(([n, by]) =>
      turns.flatMap(([m, back]) => (m > n ? [all.map(turn(n, by)).map(turn(m, back))] : [])),
    ),
  ]
  for (const other of ways) {
    const late = new Map(looked.map((cell) => [cell, lateIn(other, cell.name, cell.row, cell.code)]))
    const same = looked.every((cell) => {
      const its = late.get(cell)!
      return (
        !('value' in cell.said) ||
        cell.said.value === String(Math.floor(((its.ended - its.late) * 10) / its.ended) * 10)
      )
    })
    if (same) for (const cell of open) if (late.get(cell)!.late !== cell.late) open.delete(cell)
  }
  return [...open].map(({ name, row, code }) => `${name} ${row} ${code}`)
}

test('a sum withheld in one cut is never alone in it, nor said where a number of cases is withheld', () => {
  const payments = fc.array(
    fc.record({ one, payee: fc.constantFrom('a', 'b', 'c', 'd', 'e'), amount: fc.integer({ min: 1, max: 99 }) }),
    { maxLength: 14 },
  )
  fc.assert(
    fc.property(cases, payments, (others, paid) => {
      const all = [...others, ...paid.map((each) => each.one)]
      const refunds = paid.map(({ one: of, payee, amount }): Refunded => {
        const sum = `${amount}.00`
        return { ...of, payee, ordered: sum, paid: sum, confirmed: '0' }
      })
      const { rowsOf, telling, tables: counted } = caseTables(all, PORTS)!
      const tables = refundTables(refunds, rowsOf, telling)
      expect(new Set(tables.map(({ cells }) => JSON.stringify(cells.at(-1)))).size).toBe(1)
      for (const { cells, rows, name } of tables) {
        const hidden = rows.filter((_, n) => 'hidden' in cells[n]![0]!)
        expect(hidden.length).not.toBe(1)
        const cut = name.slice('refunds-'.length)
        for (const [n, row] of rows.slice(0, -1).entries()) {
          const line = counted.find((table) => table.name === `outcomes-${cut}`)!
          const isHidden = line.cells[line.rows.indexOf(row)]!.some((each) => 'hidden' in each && each.hidden !== 'few')
          if (isHidden && 'value' in cells[n]![0]!) expect(cells[n]![0]).toEqual({ value: '0.00' })
        }
      }
    }),
  )
})

test('names on no list are kept back where they would tell a number of cases', () => {
  const at = (port: string, n: number) =>
    Array.from({ length: n }, () => ({ ...fc.sample(one, { numRuns: 1, seed: 3 })[0]!, port }))
  const all = [...at('CNNGB', 5), ...at('CNWNZ', 1)]
  const names = all.slice(0, 5).map(({ port, received_on }, filing) => ({ name: '甲', filing, port, received_on }))
  const moved = [...all.slice(1)].map(({ port, received_on }, filing) => ({ name: '乙', filing, port, received_on }))
  const rows = { ports: PORTS, cases: all, clocks: [], refunds: [] }
  const calendar = { days: new Map(), years: new Set() } as never
  expect(statisticsOf({ ...rows, names }, calendar).offList).toHaveLength(1)
  const both = statisticsOf({ ...rows, names: [...names, ...moved] }, calendar)
  expect(both.offList).toEqual([])
  expect(both.tables).not.toEqual([])
})

test('neither a sum nor a share tells how many cases are in a row whose number is withheld', () => {
  const of = (n: number, port: string, ended: Counted['ended']): Counted[] =>
    Array.from({ length: n }, () => ({ ...fc.sample(one, { numRuns: 1, seed: 3 })[0]!, port, ended }))
  const refunded = (all: readonly Counted[]) =>
    all.map((each, n): Refunded => ({ ...each, payee: `${n}`, ordered: '100', paid: '100', confirmed: '100' }))
  const cellOf = (tables: readonly StatTable[], name: string, row: string) => {
    const table = tables.find((each) => each.name === name)!
    return table.cells[table.rows.indexOf(row)]!.at(-1)
  }
  const given = (few: Counted[], some: Counted[], many: Counted[], paid: readonly Counted[], clocks: ClocksCounted[]) =>
    statisticsOf({ ports: PORTS, cases: [...few, ...some, ...many], clocks, refunds: refunded(paid), names: [] }, {
      days: new Map(),
      years: new Set(),
    } as never).tables
  const [few, some, many] = [of(1, 'CNNGB', 'agreed'), of(5, 'CNWNZ', 'agreed'), of(40, 'CNJIX', 'agreed')]
  const sums = given(few, some, many, [...some, ...many], [])
  expect(cellOf(sums, 'outcomes-port', 'CNWNZ')).toEqual({ hidden: 'withheld' })
  expect(cellOf(sums, 'refunds-port', 'CNWNZ')).toEqual({ hidden: 'withheld' })
  const kept = (n: number, [first]: readonly Counted[]): ClocksCounted =>
    ({ ...first!, month: '2026-08', code: 'accept', in_time: n, late: 0 }) as ClocksCounted
  const twenty = of(20, 'CNWNZ', 'agreed')
  const shares = given(few, twenty, many, [], [kept(1, few), kept(20, twenty), kept(40, many)])
  expect(cellOf(shares, 'outcomes-port', 'CNWNZ')).toEqual({ hidden: 'withheld' })
  expect(cellOf(shares, 'clocks-port', 'CNWNZ')).toEqual({ hidden: 'withheld' })
  expect(cellOf(shares, 'clocks-port', 'CNJIX')).toEqual({ value: '100' })
  const mixed = [...of(3, 'CNWNZ', 'refund_agreed'), ...of(1, 'CNWNZ', 'agreed'), ...of(10, 'CNWNZ', 'answered')]
  const ends = given([], mixed, many, [...mixed.slice(0, 3), ...many], [])
  expect(cellOf(ends, 'refunds-port', 'CNWNZ')).toEqual({ hidden: 'withheld' })
})
