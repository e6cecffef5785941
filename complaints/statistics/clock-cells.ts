import { isFew } from '../suppression.ts'
import { CUTS, type Cut } from './cuts.ts'
import type { ClocksCounted } from './rows.ts'
import { type Cell, keepSecret, type Otherwise } from './secret.ts'

/** The share of a value (`all`: of every one) and a time limit (`every`: of all limits) as a cell; undefined where none ended. */
export type ClockCells = { at: (cut: Cut, value: string, code: string) => Cell | undefined }

/**
 * Withholds shares until no number from 1 to 4 of those kept, or of those missed, can be told by who has every share and
 * even knows how many ended in each cell, which is nowhere said.
 */
export function clockCells(clocks: readonly ClocksCounted[]): ClockCells {
  const kinds = merged(clocks)
  const shares = sharesOf(kinds)
  const otherwise = clocksOtherwise(kinds, shares)
  for (const share of shares.values()) if (isSecret(share.counted)) keepSecret(otherwise(share))
  return { at: (cut, value, code) => shares.get(keyOf({ cut: value === 'all' ? 'all' : cut, value, code }))?.cell }
}

/** Where a share stands. */
type Spot = { cut: Cut | 'all'; value: string; code: string }
type Share = Spot & { counted: ClocksCounted[]; cell: Cell }
type Shares = ReadonlyMap<string, Share>

const keyOf = ({ cut, value, code }: Spot): string => `${cut} ${value} ${code}`

/** Every cell that a time limit is counted in. */
const spotsOf = (kind: ClocksCounted): Spot[] => [...CUTS, 'all' as const].flatMap((cut) => spotsBy(cut, kind))
const spotsBy = (cut: Cut | 'all', kind: ClocksCounted): Spot[] =>
  [kind.code, 'every'].map((code) => ({ cut, value: cut === 'all' ? 'all' : kind[cut], code }))

function sharesOf(kinds: readonly ClocksCounted[]): Shares {
  const within = new Map<string, Spot & { counted: ClocksCounted[] }>()
  for (const kind of kinds)
    for (const spot of spotsOf(kind)) {
      const there = within.get(keyOf(spot))
      if (there) there.counted.push(kind)
      else within.set(keyOf(spot), { ...spot, counted: [kind] })
    }
  return new Map([...within].map(([key, share]) => [key, { ...share, cell: cellOf(share, share.counted) }]))
}

/** Limits of one kind, by every cut, together. */
function merged(clocks: readonly ClocksCounted[]): ClocksCounted[] {
  const kinds = new Map<string, ClocksCounted>()
  for (const one of clocks) {
    const key = [one.code, ...CUTS.map((cut) => one[cut])].join(' ')
    const { in_time, late } = kinds.get(key) ?? { in_time: 0, late: 0 }
    kinds.set(key, { ...one, in_time: in_time + one.in_time, late: late + one.late })
  }
  return [...kinds.values()].filter(({ in_time, late }) => in_time + late > 0)
}

/** Of fewer nothing is said: ten of a hundred of them could be one. */
const LEAST_ENDED = 20

const sumOf = (counted: readonly ClocksCounted[]) => {
  const late = counted.reduce((all, one) => all + one.late, 0)
  const ended = counted.reduce((all, one) => all + one.in_time + one.late, 0)
  return { late, ended }
}

function isSecret(counted: readonly ClocksCounted[]): boolean {
  const { late, ended } = sumOf(counted)
  return isFew(late) || isFew(ended - late)
}

/** A share of all stands for ten of one value, and one of every limit for four of one kind: what most people read goes last. */
function cellOf({ cut, code }: Spot, counted: readonly ClocksCounted[]): Cell {
  const { late, ended } = sumOf(counted)
  const says = (n: number) => String(Math.floor(((ended - n) * 10) / ended) * 10)
  const price = (cut === 'all' ? 100 : 10) * (code === 'every' ? 4 : 1)
  return { n: late, least: 0, says, price, withheld: ended < LEAST_ENDED }
}

/** One was missed that was kept, or kept that was missed; or both, in two rows of a table that are alike by all other cuts. */
function clocksOtherwise(kinds: readonly ClocksCounted[], shares: Shares) {
  const changed = (spots: readonly Spot[], by: 1 | -1): Otherwise =>
    spots.map((spot) => [shares.get(keyOf(spot))!.cell, by])
  const turned = (kind: ClocksCounted, spots: readonly Spot[]): [Otherwise | null, Otherwise | null] => [
    kind.late > 0 ? changed(spots, -1) : null,
    kind.in_time > 0 ? changed(spots, 1) : null,
  ]
  const alike = alikeIn(kinds)
  return function* ({ cut, counted }: Share): Iterable<Otherwise> {
    for (const kind of counted) yield* turned(kind, spotsOf(kind)).filter((way) => way !== null)
    if (cut === 'all') return
    for (const kind of counted)
      for (const other of alike(cut, kind)) {
        const [fewer, more] = turned(kind, spotsBy(cut, kind))
        const [itsFewer, itsMore] = turned(other, spotsBy(cut, other))
        if (fewer !== null && itsMore !== null) yield [...fewer, ...itsMore]
        if (more !== null && itsFewer !== null) yield [...more, ...itsFewer]
      }
  }
}

/** Finds what is of another value of a cut and alike in all else. */
function alikeIn(kinds: readonly ClocksCounted[]) {
  const key = (cut: Cut, kind: ClocksCounted) =>
    [kind.code, ...CUTS.map((one) => (one === cut ? '' : kind[one]))].join(' ')
  const groups = Object.fromEntries(CUTS.map((cut) => [cut, Map.groupBy(kinds, (kind) => key(cut, kind))])) as Record<
    Cut,
    Map<string, ClocksCounted[]>
  >
  return (cut: Cut, kind: ClocksCounted): ClocksCounted[] =>
    (groups[cut].get(key(cut, kind)) ?? []).filter((other) => other[cut] !== kind[cut])
}
