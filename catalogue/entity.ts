import { z } from 'zod'
import { CreditCode, PortCode } from './codes.ts'
import { Link } from './fee-item.ts'
import { Text } from './text.ts'

/** 收费主体: who posts prices, by its credit code. `demo` marks an invented one (示例). */
export const ChargingEntity = z.strictObject({
  code: CreditCode,
  name: Text,
  link: Link,
  ports: z.array(PortCode).min(1).max(20),
  address: Text.nullable(),
  phone: z.string().max(40).nullable(),
  complaint_phone: z.string().max(40).nullable(),
  demo: z.boolean(),
  remark: Text.nullable(),
})
export type ChargingEntity = z.infer<typeof ChargingEntity>
