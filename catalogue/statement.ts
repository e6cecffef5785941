import { z } from 'zod'
import type { Payloads, SubjectKind } from './subject.ts'
import type { Validity } from './validity.ts'

/** What a published line does: says something new, changes it from a day on, puts right what was always wrong, confirms it, ends it. */
export const Change = z.enum(['new', 'revise', 'correct', 'confirm', 'withdraw'])
export type Change = z.infer<typeof Change>

/** 发布 in which something was said, and the one in which it was said no longer; `null` while it still stands. */
export type Known = { from: number; until: number | null }

/**
 * One statement on two axes: on the days of `valid`, and as the releases of `known` told it, the subject was so.
 * `payload` is null where the line said that nothing applies. A `remainder` is what a later release left standing.
 */
export type Statement<K extends SubjectKind = SubjectKind> = {
  id: string
  kind: K
  key: string
  change: Change
  remainder: boolean
  valid: Validity
  known: Known
  payload: Payloads[K] | null
  why: Why
  line: { release: number; n: number }
}

/** Why a line was published, and by which documents. */
export const Why = z.strictObject({
  zh: z.string().min(1).max(2000),
  en: z.string().min(1).max(2000).nullable(),
  documents: z.array(z.string()).max(8),
})
export type Why = z.infer<typeof Why>

/** Where a line came from: the SHA-256 of a file that was sent in, the sheet (null in CSV), and the row from 1. */
export const Source = z.strictObject({
  file: z.string().regex(/^[0-9a-f]{64}$/),
  sheet: z.string().max(120).nullable(),
  row: z.int().min(1).max(2_000_000),
})
export type Source = z.infer<typeof Source>

/** Is this what the portal said at a release? */
export const knownAt = ({ known }: { known: Known }, release: number): boolean =>
  known.from <= release && (known.until === null || release < known.until)
