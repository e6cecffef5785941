import { z } from 'zod'
import { Amount } from './amount.ts'
import { Basis, Provenance } from './basis.ts'
import { AreaCode, CreditCode, FeeItemCode, PortCode } from './codes.ts'
import { Conditions, FactName } from './facts.ts'
import { Rate } from './rate/rate.ts'
import { Text } from './text.ts'
import { Unit } from './unit.ts'

/** 进整: to how many decimals of a yuan a billed line is rounded, which way, and the least a line can be. */
export const Rounding = z.strictObject({
  decimals: z.int().min(0).max(4),
  mode: z.enum(['half_up', 'up', 'down']),
  minimum: Amount.nullable(),
})

/** A factor on the rate, as a port's reduction is; or a surcharge in percent while its conditions hold. */
export const Multiplier = z.strictObject({ name: Text, factor: Amount, when: Conditions })
export const Surcharge = z.strictObject({ name: Text, percent: Amount, when: Conditions })

/** How the rate becomes a bill: the least quantity, a part of a unit counts as one, factors, surcharges, floor and cap. */
export const Terms = z.strictObject({
  quantity: FactName.nullable(),
  minimum_quantity: Amount.nullable(),
  whole_units: z.boolean(),
  multipliers: z.array(Multiplier).max(10),
  surcharges: z.array(Surcharge).max(10),
  floor: Amount.nullable(),
  cap: Amount.nullable(),
  rounding: Rounding.nullable(),
})
export type Terms = z.infer<typeof Terms>

/** Terms that add nothing. */
export const PLAIN: Terms = {
  quantity: null,
  minimum_quantity: null,
  whole_units: false,
  multipliers: [],
  surcharges: [],
  floor: null,
  cap: null,
  rounding: null,
}

/**
 * 收费标准: the price of one item for one scope. Without `entity` it is set by government, for every port or for one;
 * with it, it is what that entity posts at that port. `posted` is the text as it hangs on the wall.
 */
export const FeeStandard = z
  .strictObject({
    item: FeeItemCode,
    port: PortCode.nullable(),
    area: AreaCode.nullable(),
    entity: CreditCode.nullable(),
    line: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(80),
    label: Text.nullable(),
    own_name: z.string().min(1).max(120).nullable(),
    rate: Rate,
    unit: Unit,
    currency: z.literal('CNY'),
    ceiling: z.boolean(),
    conditions: Conditions,
    terms: Terms,
    posted: z.string().min(1).max(2000),
    basis: z.array(Basis).max(12),
    provenance: Provenance,
    remark: Text.nullable(),
  })
  .refine(({ entity, port }) => entity === null || port !== null, {
    path: ['port'],
    error: 'posted-price-needs-a-port',
  })
  .refine(({ area, port }) => area === null || port !== null, { path: ['port'], error: 'area-needs-a-port' })
  .refine(({ entity, basis }) => entity !== null || basis.length > 0, {
    path: ['basis'],
    error: 'government-price-needs-a-basis',
  })
export type FeeStandard = z.infer<typeof FeeStandard>
