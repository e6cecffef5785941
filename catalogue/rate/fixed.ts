import { z } from 'zod'
import { Amount } from '../amount.ts'

/** 固定价: so much for one unit. */
export const Fixed = z.strictObject({ form: z.literal('fixed'), amount: Amount })
