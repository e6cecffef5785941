import { expect } from 'vitest'

/** How often each word occurs. */
export function tallyOf<Word extends string>(words: Iterable<Word>): Partial<Record<Word, number>> {
  const tally: Partial<Record<Word, number>> = {}
  for (const word of words) tally[word] = (tally[word] ?? 0) + 1
  return tally
}

const atLeast = (least: number) => expect.toSatisfy((n: number) => n >= least, `at least ${least}`)
/** Does each of these words occur so often? */
export const each = (words: readonly string[], least: number) =>
  expect.objectContaining(Object.fromEntries(words.map((word) => [word, atLeast(least)])))
