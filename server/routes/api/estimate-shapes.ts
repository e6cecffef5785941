import { z } from 'zod'
import { Amount } from '../../../catalogue/amount.ts'
import { PortCode } from '../../../catalogue/codes.ts'
import { Day } from '../../../catalogue/day.ts'
import { EstimateLine } from '../../../catalogue/price/estimate-line.ts'
import { BasisOut, Meta, Period, StandardOut } from './shapes.ts'

/** Lines of one estimate at most. */
const MOST = 500

/** 估算请求: what is to be priced, at which port, on which day, as told at which release. */
export const EstimateIn = z
  .strictObject({
    as_of: Day.optional(),
    release: z
      .int({ error: 'not-a-release' })
      .min(1, { error: 'not-a-release' })
      .optional()
      .meta({ description: 'Release number; the newest one when left out' }),
    port: PortCode,
    lines: z
      .array(EstimateLine)
      .min(1, { error: 'no-lines' })
      .max(MOST, { error: 'too-many-lines' })
      .meta({ description: `1 to ${MOST}; \`on\` names another day for a line, \`entity\` asks for its posted price` }),
  })
  .meta({
    id: 'EstimateRequest',
    examples: [
      {
        as_of: '2023-05-01',
        port: 'CNNGB',
        lines: [
          {
            item: 'cargo-port-dues',
            quantity: '100',
            facts: { trade: 'foreign', direction: 'import', size: '20', load: 'laden', cargo_class: 'general' },
          },
          { item: 'pilotage', facts: { voyage: 'international', net_tonnage: '95000', distance_nm: '8' } },
        ],
      },
    ],
  })

/** A step of a price: the rule, a sentence, what came out (`high` only where a range is carried), and its articles. */
const StepOut = z
  .object({
    rule: z.string(),
    text: z.string().meta({ description: 'The step in words, in the language of `lang`' }),
    value: Amount.nullable(),
    high: Amount.optional(),
    basis: z.array(BasisOut.omit({ title: true })).meta({ description: 'What the step rests on' }),
  })
  .meta({ id: 'EstimateStep' })

/** The published price that a line of an estimate or a verdict on a bill rests on. */
export const PriceOut = StandardOut.pick({
  id: true,
  key: true,
  port: true,
  area: true,
  entity: true,
  line: true,
  label: true,
  own_name: true,
  text: true,
  unit: true,
  ceiling: true,
  conditions: true,
  basis: true,
  provenance: true,
  effective_from: true,
  effective_to: true,
  release: true,
}).meta({ id: 'PublishedPrice' })

const Yuan = z.string().regex(/^\d+\.\d\d$/)

/** 估算: one line with its answer. */
export const EstimateLineOut = z
  .object({
    item: z.string(),
    entity: z.string().nullable(),
    on: Day,
    status: z.enum(['computed', 'not_in_force', 'abolished', 'cannot_tell']),
    reason: z
      .enum(['missing', 'at_cost', 'see_attachment', 'no_line_fits', 'several_fit', 'not_posted', 'no_data'])
      .nullable()
      .meta({ description: 'Why there is no figure' }),
    missing: z.array(z.string()).meta({ description: 'Facts without which it cannot be told' }),
    amount: Yuan.nullable().meta({ description: 'The price in CNY; null for a range, which has `low` and `high`' }),
    low: Yuan.nullable(),
    high: Yuan.nullable(),
    ceiling: z.boolean().meta({ description: 'The published figure is an upper limit' }),
    standard: PriceOut.nullable(),
    added: z.array(PriceOut).meta({ description: 'Standards that are added to the price' }),
    candidates: z.array(PriceOut).meta({ description: 'Standards that fit equally, where several do' }),
    steps: z.array(StepOut),
    periods: z.array(Period).optional().meta({ description: 'When an item that is not in force was' }),
  })
  .meta({ id: 'EstimateLine' })

/** 估算结果: every line in the order asked, and what they come to together. */
export const EstimateOut = z.object({
  meta: Meta,
  lines: z.array(EstimateLineOut),
  total: Yuan.meta({ description: 'Sum of what could be computed, ranges at their high end' }),
  totals: z.object({
    low: Yuan,
    high: Yuan,
    currency: z.literal('CNY'),
    ceilings: z.boolean().meta({ description: 'An upper limit is among the figures' }),
    without: z.int().meta({ description: 'Lines that have no figure' }),
  }),
})
