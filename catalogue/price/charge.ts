import type { FeeItemCode } from '../codes.ts'
import type { FeeStandard } from '../fee-standard.ts'
import { price } from '../price.ts'
import { said, yuan, ZERO } from './exact.ts'
import type { Outcome } from './outcome.ts'
import type { Step } from './step.ts'
import type { Asked } from './working.ts'

type Priced = Extract<Outcome, { kind: 'priced' }>
type Of = (standard: FeeStandard) => (item: FeeItemCode) => Outcome

/**
 * 收费额: a base with what is added to it (另加), each priced and rounded on its own, the added ones told after their own
 * `addition` step. Without a figure for one of them there is none for the whole.
 */
export function charge(base: FeeStandard, additions: readonly FeeStandard[], asked: Asked, of: Of): Outcome {
  const outcomes = [base, ...additions].map((standard) => price(standard, asked, of(standard)))
  if (additions.length === 0) return outcomes[0]!
  const steps = outcomes.flatMap((outcome, n) =>
    n === 0 ? outcome.steps : [addition(additions[n - 1]!), ...outcome.steps],
  )
  const none = outcomes.find(({ kind }) => kind === 'no_figure')
  if (none) return none
  const missing = outcomes.flatMap((outcome) => (outcome.kind === 'cannot_tell' ? outcome.missing : []))
  if (!outcomes.every(priced)) return { kind: 'cannot_tell', missing: [...new Set(missing)], steps }
  return together(base, outcomes, steps)
}

const priced = (outcome: Outcome): outcome is Priced => outcome.kind === 'priced'

const addition = ({ label, basis }: FeeStandard): Step => ({
  rule: 'addition',
  args: { label },
  value: null,
  high: null,
  basis,
})

function together({ basis }: FeeStandard, outcomes: readonly Priced[], steps: readonly Step[]): Outcome {
  const low = outcomes.reduce((sum, outcome) => sum.plus(outcome.low), ZERO)
  const high = outcomes.reduce((sum, outcome) => sum.plus(outcome.high), ZERO)
  const last: Step = { rule: 'sum', args: {}, value: said(low), high: high.eq(low) ? null : said(high), basis }
  return { kind: 'priced', low: yuan(low), high: yuan(high), steps: [...steps, last] }
}
