import type { Compared } from './load.ts'
import type { Pace } from './measures/filing.ts'
import { type Result, short } from './table.ts'

type What = { what: string; at: number | string }

/** Two servers under load: requests a second, the ratio with its spread, to be at least `target`. */
export const loadResult = ({ what, at }: What, compared: Compared, target: number | null): Result => ({
  what,
  at: String(at),
  ours: `${Math.round(compared.ours)}/s`,
  yardstick: `${Math.round(compared.theirs)}/s`,
  ratio: `**${short(compared.ratio)}** (${short(compared.low)}–${short(compared.high)}; processor ${short(compared.cpu)})`,
  target: target === null ? '' : `≥ ${target}`,
  met: target === null ? null : compared.ratio >= target,
})

/** Two times, ours as a multiple of the other, to be at most `target`. */
export const timeResult = ({ what, at }: What, ours: number, yardstick: number, target: number | null): Result => ({
  what,
  at: String(at),
  ours: `${short(ours)} ms`,
  yardstick: `${short(yardstick)} ms`,
  ratio: `**${short(ours / yardstick)}×**`,
  target: target === null ? '' : `≤ ${target}×`,
  met: target === null ? null : ours / yardstick <= target,
})

/** Work by many clients at once: the rate as a ratio to be at least `target`, and what the middle one and the slowest in a hundred waited. */
export const paceResult = (what: string, ours: Pace, theirs: Pace, target: number): Result => ({
  what,
  at: '',
  ours: paced(ours),
  yardstick: paced(theirs),
  ratio: `**${short(ours.rate / theirs.rate)}**`,
  target: `≥ ${target}`,
  met: ours.rate / theirs.rate >= target,
})

const paced = ({ rate, p50, p99 }: Pace): string => `${Math.round(rate)}/s, p50 ${short(p50)} ms, p99 ${short(p99)} ms`

/** A figure by itself, with a limit in its own unit or none. */
export const plainResult = ({ what, at }: What, ours: number, unit: string, limit: number | null): Result => ({
  what,
  at: String(at),
  ours: `${short(ours)} ${unit}`,
  yardstick: '',
  ratio: limit === null ? '' : short(ours / limit),
  target: limit === null ? '' : `≤ ${limit} ${unit}`,
  met: limit === null ? null : ours <= limit,
})

/** Something that could not be measured. */
export const failedResult = ({ what, at }: What, why: string): Result => ({
  what,
  at: String(at),
  ours: why,
  yardstick: '',
  ratio: '',
  target: '',
  met: false,
})
