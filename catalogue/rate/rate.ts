import { z } from 'zod'
import { AtCost } from './at-cost.ts'
import { Fixed } from './fixed.ts'
import { PerPeriod } from './per-period.ts'
import { PercentOf } from './percent-of.ts'
import { Range } from './range.ts'
import { SeeAttachment } from './see-attachment.ts'
import { Tiered } from './tiered.ts'

const Single = z.discriminatedUnion('form', [Fixed, Range, Tiered, PerPeriod, PercentOf, AtCost, SeeAttachment])
export type SingleRate = z.infer<typeof Single>

/** 分项合计: several rates that are charged together, each with its name. */
export const Sum = z.strictObject({
  form: z.literal('sum'),
  parts: z
    .array(z.strictObject({ name: z.string().min(1), rate: Single }))
    .min(2)
    .max(20),
})

/** 费率: a price as data, in one of the eight forms a published list uses. */
export const Rate = z
  .discriminatedUnion('form', [Fixed, Range, Tiered, PerPeriod, PercentOf, AtCost, SeeAttachment, Sum])
  .meta({
    id: 'Rate',
    description: 'A price as data: fixed, range, tiered, per_period, percent_of, sum, at_cost or see_attachment',
  })
export type Rate = z.infer<typeof Rate>
export type RateForm = Rate['form']
