import { Decimal } from 'decimal.js'
import type { Amount } from './amount.ts'

/** From the least to the most it may come to, in yuan with two decimals; the same where it is one figure. */
export type Span = { low: Amount; high: Amount }

/** How far one span is from another: above, below, alike, or the two overlap; `by` is at least and at most so much. */
export type Apart = { side: 'above' | 'below'; by: Span } | { side: 'alike' | 'overlap'; by: null }

/** The exact sum of spans. */
export const sum = (spans: readonly Span[]): Span => ({
  low: spans.reduce((total, { low }) => total.plus(low), new Decimal(0)).toFixed(2),
  high: spans.reduce((total, { high }) => total.plus(high), new Decimal(0)).toFixed(2),
})

/** From the least low end to the greatest high end; of at least one span. */
export const around = (spans: readonly Span[]): Span => ({
  low: Decimal.min(...spans.map(({ low }) => low)).toFixed(2),
  high: Decimal.max(...spans.map(({ high }) => high)).toFixed(2),
})

/** Is the whole of one span below the whole of another? */
export const isBelow = (a: Span, b: Span): boolean => new Decimal(a.high).lt(b.low)

/** Which of two spans begins lower: −1, 0 or 1. */
export const byLowEnd = (a: Span, b: Span): number => new Decimal(a.low).comparedTo(b.low)

/** Which of two spans ends lower: −1, 0 or 1. */
export const byHighEnd = (a: Span, b: Span): number => new Decimal(a.high).comparedTo(b.high)

/** How `other` stands to `own`, end by end. */
export function apart(other: Span, own: Span): Apart {
  const ends = [new Decimal(other.low).minus(own.low), new Decimal(other.high).minus(own.high)] as const
  if (ends.every((end) => end.isZero())) return { side: 'alike', by: null }
  const [up, down] = [ends.some((end) => end.gt(0)), ends.some((end) => end.lt(0))]
  if (up && down) return { side: 'overlap', by: null }
  const sizes = ends.map((end) => end.abs())
  return {
    side: up ? 'above' : 'below',
    by: { low: Decimal.min(...sizes).toFixed(2), high: Decimal.max(...sizes).toFixed(2) },
  }
}

/** How many percent of a whole a part is, to two decimals; nothing of nothing is nothing. */
export const percentOf = (part: Amount, whole: Amount): string =>
  new Decimal(whole).isZero() ? '0.00' : new Decimal(part).div(whole).times(100).toFixed(2)
