import { z } from 'zod'
import { addDays, Day } from './day.ts'

/** Days on which something applies: from `from`, up to but not including `until`. `null` is open-ended. */
export const Validity = z
  .object({ from: Day, until: Day.nullable() })
  .refine(({ from, until }) => until === null || from < until, { path: ['until'], error: 'ends-before-it-starts' })
export type Validity = z.infer<typeof Validity>

/** Does it apply on this day? */
export const covers = ({ from, until }: Validity, on: Day): boolean => from <= on && (until === null || on < until)

/** The version that applies on a day. None before the first, in a gap, or after the last. */
export const inForce = <V extends { valid: Validity }>(versions: readonly V[], on: Day): V | undefined =>
  versions.find(({ valid }) => covers(valid, on))

/** Do two stretches of days share a day? */
export const overlap = (a: Validity, b: Validity): boolean =>
  (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until)

/** 有效期至: the last day on which it applies, as people and the API read it. */
export const lastDay = ({ until }: Validity): Day | null => (until === null ? null : addDays(until, -1))
