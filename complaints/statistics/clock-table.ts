import type { ClocksCounted } from './rows.ts'
import type { StatCell, StatTable } from './table.ts'

/**
 * 按期情况: of the clocks that ended, the share that was kept, in tens of a hundred, rounded down; 100 only where every one
 * was. No number of clocks is said: every report has one of a kind, so their counts would give away what the table of
 * months withholds. Of fewer than twenty nothing is said, for ten of a hundred of them could be one.
 */
export function clockTable(clocks: readonly ClocksCounted[]): StatTable {
  return {
    name: 'clocks',
    rows: clocks.map(({ code }) => code),
    columns: ['share'],
    cells: clocks.map((counted) => [shareOf(counted)]),
  }
}

const LEAST_ENDED = 20

function shareOf({ in_time, late }: ClocksCounted): StatCell {
  const ended = in_time + late
  if (ended === 0) return { hidden: 'none' }
  if (ended < LEAST_ENDED) return { hidden: 'withheld' }
  return { value: String(Math.floor((in_time * 10) / ended) * 10) }
}
