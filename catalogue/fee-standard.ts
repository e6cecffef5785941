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

/** A rule of counting or adding that may rest on an article of its own. */
export const CountingRule = z.enum([
  'quantity',
  'minimum',
  'periods',
  'excess',
  'box_volume',
  'multiplier',
  'surcharge',
  'limits',
  'rounding',
])
export type CountingRule = z.infer<typeof CountingRule>

/**
 * How the rate becomes a bill, in the order in which it is worked out. A fact that counts the units (`quantity`), the
 * facts that stand in where a ship has none (`quantity_else`); a part of a unit counts as one (`whole_units`); the
 * least quantity; hours counted by the half (`half_hours`); only what a fact exceeds is counted (`excess`); the inner
 * volume of the listed box, by which boxes of other sizes pay in proportion (`box_m3`); factors, surcharges, floor and
 * cap, which hold for the price before surcharges where `limits_before_surcharges` and for each unit counted where
 * `limits_per_unit`; rounding. `articles` names what a
 * rule rests on where that is not the basis of the price. What is absent does not apply.
 */
export const Terms = z.strictObject({
  quantity: FactName.nullable(),
  quantity_else: z.array(FactName).max(3).optional(),
  minimum_quantity: Amount.nullable(),
  whole_units: z.boolean(),
  half_hours: z.boolean().optional(),
  excess: z.strictObject({ fact: FactName, over: Amount }).optional(),
  box_m3: Amount.optional(),
  multipliers: z.array(Multiplier).max(10),
  surcharges: z.array(Surcharge).max(10),
  floor: Amount.nullable(),
  cap: Amount.nullable(),
  limits_before_surcharges: z.boolean().optional(),
  limits_per_unit: z.boolean().optional(),
  rounding: Rounding.nullable(),
  articles: z.partialRecord(CountingRule, Basis).optional(),
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
    /** 另加: the line of the same item and place to whose price this one is added when its conditions hold. */
    adds_to: z.string().max(80).optional(),
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
