import type { Rate } from '../../catalogue/rate/rate.ts'
import { UNITS, type Unit } from '../../catalogue/unit.ts'
import { atCost, fixed, perPeriod, range } from '../seed.ts'

/**
 * A cell of a price list, a rate or its text: `470.3`, `500~850`, `at-cost`, `free2 4 15:8` (two free periods, then 4,
 * from the 15th on 8); `20/40/45` boxes are parted by `/`. `=` confirms the price before it, `.` says nothing, `x` ends it.
 */
export type Figure = string | Rate | Capped

/** A rate whose cap changes with it, as pilotage’s does. */
export type Capped = { rate: Rate; cap: string }

/** What the cell says for each box size; one rate without a size where it does not tell boxes apart. */
export function ratesOf(figure: Figure, unit: Unit): { size: string | null; rate: Rate; cap?: string }[] {
  if (typeof figure !== 'string') return [{ size: null, ...('cap' in figure ? figure : { rate: figure }) }]
  const cells = figure.split('/')
  return cells.map((cell, n) => ({
    size: cells.length === 1 ? null : (['20', '40', '45'][n] ?? null),
    rate: rateOf(cell.trim(), unit),
  }))
}

function rateOf(cell: string, unit: Unit): Rate {
  if (cell === 'at-cost') return atCost
  const [low, high] = cell.split('~')
  if (low && high) return range(low, high)
  const free = /^free(\d+) /.exec(cell)?.[1]
  return free ? stepped(cell, Number(free), unit) : fixed(cell)
}

function stepped(cell: string, free: number, unit: Unit): Rate {
  const steps = cell.split(' ').slice(1)
  const first = [free + 1, steps[0] ?? ''] as [number, string]
  const later = steps.slice(1).map((step) => [Number(step.split(':')[0]), step.split(':')[1] ?? ''] as [number, string])
  return perPeriod(periodOf(unit), free, first, ...later)
}

const periodOf = (unit: Unit): 'day' | 'hour' => {
  const meaning = UNITS[unit]
  return 'period' in meaning ? meaning.period : 'day'
}
