import { z } from 'zod'
import { Amount } from '../amount.ts'
import { FeeItemCode } from '../codes.ts'

/** 按比例: a percentage of another item's amount, that item taken at the same day and release. */
export const PercentOf = z.strictObject({ form: z.literal('percent_of'), item: FeeItemCode, percent: Amount })
