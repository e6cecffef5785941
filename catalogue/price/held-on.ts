import type { Day } from '../day.ts'
import type { Statement } from '../statement.ts'
import { covers } from '../validity.ts'

type Lines = readonly Statement<'standard'>[]

/** The days from which on other lines are in force, in order, and those that are from each until the next. */
type Stretches = { since: readonly Day[]; lines: readonly Lines[] }

/** Versions never change, and are asked for by day again and again: they are sorted into stretches once. */
const sorted = new WeakMap<Lines, Stretches>()

/** The lines in force on a day, of all versions of an item's prices: one and the same list while nothing changes. */
export function heldOn(versions: Lines, on: Day): Lines {
  const { since, lines } = stretchesOf(versions)
  let [before, after] = [-1, since.length]
  while (after - before > 1) {
    const middle = (before + after) >> 1
    if (since[middle]! <= on) before = middle
    else after = middle
  }
  return lines[before] ?? NONE
}

const NONE: Lines = []

function stretchesOf(versions: Lines): Stretches {
  const known = sorted.get(versions)
  if (known !== undefined) return known
  const days = versions.flatMap(({ valid }) => (valid.until === null ? [valid.from] : [valid.from, valid.until]))
  const since = [...new Set(days)].toSorted()
  const lines = since.map((day) => versions.filter(({ valid, payload }) => payload !== null && covers(valid, day)))
  sorted.set(versions, { since, lines })
  return { since, lines }
}
