import { z } from 'zod'
import { Amount, compareAmounts, isAmount } from '../amount.ts'

/** 区间价: from `low` to `high` for one unit, as in “500-850”; the condition that decides belongs in the remark. */
export const Range = z
  .strictObject({ form: z.literal('range'), low: Amount, high: Amount })
  .refine(({ low, high }) => !isAmount(low) || !isAmount(high) || compareAmounts(low, high) < 0, {
    path: ['high'],
    error: 'range-upside-down',
  })
