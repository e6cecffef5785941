import { z } from 'zod'
import { Amount } from '../amount.ts'

/** One step of a rate by time: from the `from`-th period on (the first is 1), so much for each period and unit. */
export const Step = z.strictObject({ from: z.int().min(1).max(3650), amount: Amount })

/** 按期计费 with free time and steps: periods 1 to `free` cost nothing, each later one its step's amount. */
export const PerPeriod = z
  .strictObject({
    form: z.literal('per_period'),
    period: z.enum(['day', 'hour']),
    free: z.int().min(0).max(3650),
    steps: z
      .array(Step)
      .min(1)
      .max(30)
      .refine((steps) => steps.every((step, n) => n === 0 || steps[n - 1]!.from < step.from), { error: 'steps-rise' }),
  })
  .refine(({ free, steps }) => steps[0]!.from === free + 1, { path: ['steps'], error: 'first-step-follows-free-time' })
