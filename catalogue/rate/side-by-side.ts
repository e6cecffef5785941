import { Decimal } from 'decimal.js'
import { type Amount, compareAmounts } from '../amount.ts'
import type { SingleRate } from './rate.ts'

/** One figure of each of two rates, for the same thing. */
export type Pair = [a: Amount, b: Amount]
export type Incomparable = 'form' | 'tiers' | 'steps' | 'no_figure'

/** The figures of two rates that stand against each other, tier by tier and end by end; or why there are none. */
export function sideBySide(a: SingleRate | null, b: SingleRate | null): Pair[] | Incomparable {
  if (a === null || b === null) return 'form'
  if (figureless(a) || figureless(b)) return 'no_figure'
  if (a.form === 'tiered' && b.form === 'tiered') return tierPairs(a, b)
  if (a.form === 'per_period' && b.form === 'per_period') return stepPairs(a, b)
  if (a.form === 'percent_of' && b.form === 'percent_of') return a.item === b.item ? [[a.percent, b.percent]] : 'form'
  return endPairs(a, b)
}

type Form<F extends SingleRate['form']> = Extract<SingleRate, { form: F }>

const figureless = ({ form }: SingleRate): boolean => form === 'at_cost' || form === 'see_attachment'

function tierPairs(a: Form<'tiered'>, b: Form<'tiered'>): Pair[] | Incomparable {
  const alike =
    a.fact === b.fact && a.mode === b.mode && sameStarts(a.tiers, b.tiers, ({ over }) => new Decimal(over).toFixed())
  return alike ? amountPairs(a.tiers, b.tiers) : 'tiers'
}

function stepPairs(a: Form<'per_period'>, b: Form<'per_period'>): Pair[] | Incomparable {
  const alike = a.period === b.period && a.free === b.free && sameStarts(a.steps, b.steps, ({ from }) => String(from))
  return alike ? amountPairs(a.steps, b.steps) : 'steps'
}

const sameStarts = <S>(a: readonly S[], b: readonly S[], start: (step: S) => string): boolean =>
  a.length === b.length && a.every((step, n) => start(step) === start(b[n]!))

const amountPairs = (a: readonly { amount: Amount }[], b: readonly { amount: Amount }[]): Pair[] =>
  a.map(({ amount }, n) => [amount, b[n]!.amount])

type Ends = { low: Amount; high: Amount }

function endPairs(a: SingleRate, b: SingleRate): Pair[] | Incomparable {
  const [ends, limits] = [endsOf(a), endsOf(b)]
  if (ends === null || limits === null) return 'form'
  const top: Pair = [ends.high, limits.high]
  return a.form === 'fixed' && b.form === 'fixed' ? [top] : [top, [lowEnd(ends, limits), limits.low]]
}

const endsOf = (rate: SingleRate): Ends | null =>
  rate.form === 'fixed' ? { low: rate.amount, high: rate.amount } : rate.form === 'range' ? rate : null

/** A low end inside the other range is not above it: the high end decides that. */
const lowEnd = ({ low }: Ends, limits: Ends): Amount => (compareAmounts(low, limits.low) > 0 ? limits.low : low)
