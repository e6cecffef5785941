import { day } from '../../../catalogue/day.ts'
import { type ImportAsked, readImport } from '../../../catalogue/import/import.ts'
import type { ImportReading } from '../../../catalogue/import/reading.ts'
import type { ImportCell, SheetTable } from '../../../catalogue/import/sheet-table.ts'
import { liveOfSeeds } from '../../support/live.ts'

export const TERMINAL = '91330206MA2DEM0171'
export const EFFECTIVE = day('2027-01-15')

/** A sheet whose first row names columns and whose others are rows of cells. */
export const sheetOf = (
  names: readonly string[],
  rows: readonly (readonly ImportCell[])[],
  more: Partial<SheetTable> = {},
): SheetTable => ({
  ...{ sheet: '收费标准', hidden: false, merges: [], from1904: false },
  rows: [[...names] as ImportCell[], ...rows.map((row) => [...row])].map((cells, n) => ({
    at: n + 1,
    cells,
    hidden: false,
  })),
  ...more,
})

/** What a sheet comes to on the terminal's list, as changes from a day well ahead. */
export const read = (sheets: SheetTable | SheetTable[], asked: Partial<ImportAsked> = {}): ImportReading =>
  readImport([sheets].flat(), {
    ...{
      mode: 'changes',
      effective: EFFECTIVE,
      entity: TERMINAL,
      live: liveOfSeeds(),
      attest: false,
      file: '0'.repeat(64),
    },
    ...asked,
  })

/** A weighing price with other cells put in their columns. */
export const NAMES = [
  'item',
  'line',
  'size',
  'amount',
  'unit',
  'effective_from',
  'effective_to',
  'posted',
  'reason',
  'change',
]
export const weighing = (over: Partial<Record<string, ImportCell>> = {}): SheetTable => {
  const cells: Record<string, ImportCell> = {
    item: 'weighing',
    line: 'box',
    amount: 14,
    unit: '箱',
    posted: '过磅费 14元/箱',
    ...over,
  }
  return sheetOf(NAMES, [NAMES.map((name) => cells[name] ?? null)])
}

export const codes = ({ problems }: ImportReading): string[] => problems.map(({ code }) => code)
