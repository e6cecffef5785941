import type { Amount } from '../../amount.ts'
import type { Estimated } from '../../price/estimate-line.ts'
import type { Outcome } from '../../price/outcome.ts'
import type { Statement } from '../../statement.ts'

/**
 * 应收: what a line should come to. `exact` is the figure before a bill is rounded, where it is one; `assumed` says that
 * the line gave no quantity and one was taken.
 */
export type Figure = {
  low: Amount
  high: Amount
  exact: Amount | null
  ceiling: boolean
  assumed: boolean
  standard: Statement<'standard'>
  estimated: Estimated
}

/** The figure of an estimate that has one. */
export function figureOf(estimated: Estimated): Figure | null {
  const { outcome, standards, ceiling, status } = estimated
  const standard = standards[0]
  if (status !== 'computed' || outcome?.kind !== 'priced' || standard === undefined) return null
  const { low, high, steps } = outcome
  const exact = low === high && standards.length === 1 ? beforeRounding(steps) : null
  const assumed = steps.some((step) => step.rule === 'counted' && step.args.assumed)
  return { low, high, exact, ceiling, assumed, standard, estimated }
}

function beforeRounding(steps: Outcome['steps']): Amount | null {
  const last = steps.findLast(({ rule }) => rule === 'rounding' || rule === 'least')
  return last?.rule === 'rounding' ? last.args.given : null
}
