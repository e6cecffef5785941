import { type Comparison, compare } from '../comparison.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { dearerBySample } from './sampled.ts'

/**
 * 对照: a posted price beside the government's, figure by figure; where that cannot be, by cases that are worked out: one
 * that comes to more makes it above. Rounding is left out of it.
 */
export function weighed(posted: FeeStandard, government: FeeStandard): Comparison {
  const plain = compare(posted, government)
  if (plain.why === null || plain.why === 'unit' || plain.why === 'no_figure') return plain
  const order = dearerBySample(unrounded(posted), unrounded(government))
  if (order === null || order === 0) return plain
  return { ...plain, verdict: order > 0 ? 'above' : 'below', why: null }
}

const unrounded = (standard: FeeStandard): FeeStandard => ({
  ...standard,
  terms: { ...standard.terms, rounding: null },
})
