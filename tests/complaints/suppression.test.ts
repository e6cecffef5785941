import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sumsOf } from '../../complaints/money-suppression.ts'
import { isFew, type ShownCount, suppress, withTotals } from '../../complaints/suppression.ts'

const small = fc.integer({ min: 0, max: 9 })
const tables = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(small, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
  )

test('who has every published number and total cannot tell which number from 1 to 4 a hidden one is', () => {
  fc.assert(
    fc.property(
      tables.filter((counts) => withTotals(counts).at(-1)!.at(-1)! >= 5),
      (counts) => {
        expect(exposed(counts, suppress(counts))).toEqual([])
      },
    ),
    { numRuns: 300 },
  )
})

test('the reader of these tests is able to find out: hiding the small number alone gives it away', () => {
  const counts = [[3, 7]]
  const alone = withTotals(counts).map((row) => row.map((n): ShownCount => (isFew(n) ? 'few' : n)))
  expect(exposed(counts, alone)).not.toEqual([])
  const ones = [[1, 1, 1, 1]]
  const few = withTotals(ones).map((row) => row.map((): ShownCount => 'few'))
  expect(exposed(ones, few)).not.toEqual([])
})

test('nothing is hidden where nothing is small, and what is published is true', () => {
  expect(
    suppress([
      [5, 0],
      [12, 8],
    ]),
  ).toEqual([
    [5, 0, 5],
    [12, 8, 20],
    [17, 8, 25],
  ])
  fc.assert(
    fc.property(tables, (counts) => {
      const whole = withTotals(counts)
      for (const [r, row] of suppress(counts).entries())
        for (const [c, shown] of row.entries()) if (typeof shown === 'number') expect(shown).toBe(whole[r]![c])
    }),
  )
})

test('a sum is said of five payees at least, none with more than 70 %, and no difference tells another', () => {
  const pay = (group: string, payee: string, amount: string) => ({ group, payee, amount })
  const five = ['a', 'b', 'c', 'd', 'e'].map((payee) => pay('x', payee, '10.00'))
  expect(sumsOf(['x'], five)).toEqual({ by: ['50.00'], all: '50.00' })
  expect(sumsOf(['x'], five.slice(1))).toEqual({ by: ['withheld'], all: 'withheld' })
  const rest = five.slice(1).map((one) => ({ ...one, amount: '7.50' }))
  expect(sumsOf(['x'], [pay('x', 'f', '71.00'), ...rest]).all).toBe('withheld')
  expect(sumsOf(['x'], [pay('x', 'f', '70.00'), ...rest]).all).toBe('100.00')
  const big = ['g', 'h', 'i', 'j', 'k'].map((payee) => pay('z', payee, '50.00'))
  expect(sumsOf(['x', 'y', 'z'], [...five, pay('y', 'd', '5.00'), ...big])).toEqual({
    by: ['withheld', 'withheld', '250.00'],
    all: '305.00',
  })
  expect(sumsOf(['x', 'z'], [...five, ...big], new Set(['x'])).by).toEqual(['withheld', 'withheld'])
  expect(sumsOf(['x', 'z'], [...five, ...big], new Set(['all'])).all).toBe('withheld')
})

/** Every number from 1 to 4 that a reader can tell from all that is shown: no other table looks the same. */
function exposed(counts: readonly (readonly number[])[], shown: ShownCount[][]): string[] {
  const cells = counts.flatMap((row, r) => row.map((_, c) => [r, c] as const))
  const whole = withTotals(counts)
  const possible = whole.map((row) => row.map(() => new Set<number>()))
  const fits = (n: number, as: ShownCount) => (as === 'few' ? isFew(n) : as === 'withheld' ? n >= 0 : n === as)
  const tried = counts.map((row) => [...row])
  const go = (at: number): void => {
    if (at === cells.length) {
      const other = withTotals(tried)
      if (!other.every((row, r) => row.every((n, c) => fits(n, shown[r]![c]!)))) return
      for (const [r, row] of other.entries()) for (const [c, n] of row.entries()) possible[r]![c]!.add(n)
      return
    }
    const [r, c] = cells[at]!
    for (const by of [0, 1, -1]) {
      tried[r]![c] = counts[r]![c]! + by
      if (fits(tried[r]![c]!, shown[r]![c]!)) go(at + 1)
    }
    tried[r]![c] = counts[r]![c]!
  }
  go(0)
  return whole.flatMap((row, r) =>
    row.flatMap((n, c) => (isFew(n) && possible[r]![c]!.size < 2 ? [`${r},${c}: ${n}`] : [])),
  )
}
