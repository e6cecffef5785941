import { z } from 'zod'
import { Amount } from './amount.ts'
import { Basis, Provenance } from './basis.ts'
import { AreaCode, CreditCode, PortCode } from './codes.ts'
import { Text } from './text.ts'

/** 移箱, 提箱, 场内转运: the operations whose times plan task 13 has operators publish. */
export const Operation = z.enum(['shift', 'pickup', 'transfer'])

/** 作业时限标准: within how long an operator does one operation, counted between two events it names. */
export const OperatingTime = z.strictObject({
  entity: CreditCode,
  port: PortCode,
  area: AreaCode.nullable(),
  operation: Operation,
  line: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  name: Text,
  content: Text,
  limit: z.strictObject({ hours: Amount, share: Amount.nullable() }),
  starts: Text,
  ends: Text,
  posted: z.string().min(1).max(1000),
  basis: z.array(Basis).max(6),
  provenance: Provenance,
})
export type OperatingTime = z.infer<typeof OperatingTime>
