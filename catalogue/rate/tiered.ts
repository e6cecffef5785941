import { z } from 'zod'
import { Amount, compareAmounts, isAmount } from '../amount.ts'
import { FactName } from '../facts.ts'

/** One step of a tiered rate: it holds for what is over `over`, up to and including the next step’s `over`. */
export const Tier = z.strictObject({ over: Amount, amount: Amount })

/**
 * 分档价 over a fact. `marginal`: each part of the quantity pays its own tier's amount per unit.
 * `slab`: the tier the fact falls in gives the amount for every unit.
 */
export const Tiered = z.strictObject({
  form: z.literal('tiered'),
  fact: FactName,
  mode: z.enum(['marginal', 'slab']),
  tiers: z
    .array(Tier)
    .min(1)
    .max(60)
    .refine((tiers) => tiers[0]?.over === '0', { error: 'first-tier-starts-at-zero' })
    .refine((tiers) => tiers.every((tier, n) => n === 0 || rises(tiers[n - 1]!.over, tier.over)), {
      error: 'tiers-rise',
    }),
})

/** What is no amount has its own fault, and is not compared. */
const rises = (a: string, b: string): boolean => !isAmount(a) || !isAmount(b) || compareAmounts(a, b) < 0
