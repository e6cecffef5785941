import { type Day, day } from '../../catalogue/day.ts'
import { afterwards, type Live } from '../../catalogue/live.ts'
import { REFERENCE_KINDS, referenceOf } from '../../catalogue/reference.ts'
import type { Line } from '../../catalogue/release.ts'
import { releases } from '../../seeds/releases.ts'

export const TODAY: Day = day('2026-11-23')

/** What the portal says when it has said nothing yet. */
export const nothing = (today: Day = TODAY): Live => ({
  ...{ release: 0, today, standards: new Map(), entities: 'all' },
  reference: referenceOf(0, []),
})

/** What it says after these lines, published one release after the other. */
export const liveAfter = (before: Live, ...releases: readonly (readonly Line[])[]): Live =>
  releases.reduce((live, lines) => afterwards(live, lines), before)

let seeds: Live | undefined

/** 现状 of the demonstration data, by the same function that previews what a set would leave standing. */
export function liveOfSeeds(): Live {
  seeds ??= liveAfter(nothing(), ...releases.map(({ lines }) => lines))
  const { reference } = seeds
  if (REFERENCE_KINDS.some((kind) => reference.of[kind].size === 0)) throw new Error('the seeds lack a kind')
  return seeds
}
