import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportCell, SheetTable } from '../../../catalogue/import/sheet-table.ts'
import { STANDARD_COLUMNS } from '../../../catalogue/import/standard-columns.ts'
import { faultsOf } from '../../../catalogue/release.ts'
import { translator } from '../../../views/locale/locale.ts'
import { saidProblem } from '../../../views/words/import.ts'
import { read, sheetOf } from './sheet.ts'

const plain: fc.Arbitrary<ImportCell> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom<ImportCell>(
      null,
      'weighing',
      'box',
      14,
      '箱',
      '20',
      '外贸',
      '2027-02-01',
      '5-14:8; 15-:16',
      '长期',
      '停止收费',
    ),
  },
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string(),
  fc.double(),
  fc.boolean(),
  fc.constantFrom<ImportCell>({ day: '2026-02-30T99:99' }, { day: '' }, { error: '#N/A' }, { day: '2027-02-01T00:00' }),
)
const cell = fc.oneof(
  { weight: 9, arbitrary: plain },
  plain.map((value): ImportCell => ({ formula: '1+1', value })),
)
const likely: Record<string, ImportCell[]> = {
  item: ['weighing', 'container-handling'],
  line: ['box', 'trial', 'other'],
  amount: [14, '15.5'],
  unit: ['箱', 'container'],
  size: ['20', null],
  posted: ['过磅费', null],
  effective_from: ['2027-02-01', null, { day: '2027-03-01T00:00' }],
  effective_to: ['2027-12-31', '长期', null],
  change: [null, null, null, null, '停止收费'],
}
const LIKELY = Object.keys(likely)
/** A row that is mostly as it should be. */
const sound = fc.tuple(
  ...LIKELY.map((name) =>
    fc.oneof({ weight: 30, arbitrary: fc.constantFrom<ImportCell>(...likely[name]!) }, { weight: 1, arbitrary: cell }),
  ),
)
const names = fc.oneof(
  fc.constant(LIKELY),
  fc.array(fc.constantFrom(...STANDARD_COLUMNS.map((column) => column.name)), { minLength: 3, maxLength: 20 }),
)
const sheet: fc.Arbitrary<SheetTable> = fc.record({
  sheet: fc.option(fc.string({ maxLength: 40 })),
  hidden: fc.boolean(),
  from1904: fc.boolean(),
  merges: fc.array(
    fc.record({
      range: fc.constant('A1:B2'),
      row: fc.nat(9),
      column: fc.nat(9),
      lastRow: fc.nat(2_000_000),
      lastColumn: fc.nat(99),
    }),
    { maxLength: 1, size: 'xsmall' },
  ),
  rows: fc
    .tuple(names, fc.array(fc.oneof(sound, fc.array(cell, { maxLength: 20 })), { maxLength: 4 }))
    .map(([names, rows]) =>
      [names as ImportCell[], ...rows].map((cells, n) => ({ at: n * 3 + 1, cells, hidden: n % 4 === 3 })),
    ),
})

/** A sheet that nothing but a cell may spoil. */
const tidy = fc.array(sound, { minLength: 1, maxLength: 2 }).map((rows): SheetTable => sheetOf(LIKELY, rows))

test('whatever stands in a workbook, reading it ends, says every problem in both languages, and gives only publishable lines', () => {
  let withLines = 0
  fc.assert(
    fc.property(
      fc.oneof(fc.array(sheet, { maxLength: 2 }), fc.tuple(tidy)),
      fc.constantFrom('full' as const, 'changes' as const),
      fc.constantFrom(null, '91330206MA2DEM0171'),
      (sheets, mode, entity) => {
        const reading = read(
          sheets.map((one) => ({ ...one, hidden: false })),
          { mode, entity },
        )
        for (const problem of reading.problems)
          for (const locale of ['zh-CN', 'en'] as const)
            expect(Object.values(saidProblem(problem, translator(locale))).every((text) => text !== '')).toBe(true)
        const said = [...reading.lines, ...reading.asks.map(({ line }) => line)]
        expect(faultsOf(said)).toEqual([])
        withLines += said.length > 0 ? 1 : 0
      },
    ),
    { numRuns: 250 },
  )
  expect(withLines).toBeGreaterThan(10)
})
