import type { Candidate, Matched } from '../verdict.ts'

/** What a name was found to be: known word for word, or only like some names. */
export type Weighed = { known: boolean; candidates: readonly Candidate[] }

/** `sure`: a likeness that counts as the item; `ahead`: by how much it must lead; `possible`: what is offered to a person. */
export type Threshold = { sure: number; ahead: number; possible: number }

/**
 * Chosen on the tuning half of `tests/catalogue/check/labelled.ts`, from the curve that `npm run bench` prints: the least
 * likeness at which nothing on that half is surely wrong. What is under `possible` is off the list nine times in ten.
 */
export const THRESHOLD: Threshold = { sure: 0.85, ahead: 0.1, possible: 0.55 }

const SHOWN = 8

/** One item surely, several possibly, or none. Only what a person could not doubt is sure. */
export function judge({ known, candidates }: Weighed, { sure, ahead, possible }: Threshold): Matched {
  const shown = candidates.slice(0, SHOWN)
  const [first, second] = shown
  if (first === undefined) return { kind: 'none', nearest: [] }
  if (known) return second ? { kind: 'ambiguous', candidates: shown } : { kind: 'item', match: first, nearest: [] }
  if (first.score < possible) return { kind: 'none', nearest: shown.slice(0, 5) }
  if (first.score >= sure && first.score - (second?.score ?? 0) >= ahead)
    return { kind: 'item', match: first, nearest: shown.slice(1) }
  return { kind: 'ambiguous', candidates: shown.filter(({ score }) => score >= possible) }
}
