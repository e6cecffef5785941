import { z } from 'zod'
import { Amount } from '../amount.ts'
import { CreditCode, FeeItemCode, PortCode } from '../codes.ts'
import { Day } from '../day.ts'
import { Facts } from '../facts.ts'
import { LineName } from '../price/estimate-line.ts'

/** An amount on a bill in yuan, negative on a credit line. */
export const Charged = z
  .string()
  .regex(/^-?(0|[1-9]\d{0,11})(\.\d{1,8})?$/, { error: 'not-an-amount' })
  .meta({ description: 'Exact decimal; negative on a credit line', examples: ['20.00'] })
export type Charged = z.infer<typeof Charged>

const Said = (longest: number) => z.string().trim().min(1).max(longest)

/** 计费单的一行 as it is printed. `item` is set once a person has said which item it is, `line` which of its prices; `served_on` is the day of service. */
export const InvoiceLine = z.strictObject({
  name: Said(200),
  amount: Charged,
  quantity: Amount.optional(),
  unit: Said(40).optional(),
  unit_price: Amount.optional(),
  served_on: Day.optional(),
  item: FeeItemCode.optional(),
  line: LineName.optional(),
  facts: Facts.default({}),
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

/** A bill of more lines is sent as a file. */
export const MOST_LINES = 2000

/** 账单: who charged what at which port on which day. `number` and `seller` are what a bill must name besides. */
export const Invoice = z.strictObject({
  port: PortCode,
  entity: CreditCode.optional(),
  charged_on: Day,
  number: Said(60).optional(),
  seller: Said(120).optional(),
  lines: z.array(InvoiceLine).min(1, { error: 'no-lines' }).max(MOST_LINES, { error: 'too-many-bill-lines' }),
})
export type Invoice = z.infer<typeof Invoice>
