import type { Amount } from '../amount.ts'
import type { Basis } from '../basis.ts'
import type { FactName } from '../facts.ts'
import type { Text } from '../text.ts'
import type { Unit } from '../unit.ts'

/** What each rule of a trace was given; amounts and quantities are exact decimals. */
export type StepArgs = {
  /** Counted by this fact: 净吨 95 000. */
  measured: { fact: FactName; given: Amount }
  /** A ship without the first fact is counted by another: 无净吨按总吨 (art. 6). */
  instead: { fact: FactName; lacking: FactName; given: Amount }
  /** Weight or volume, whichever is greater (择大). */
  greater: { weight: Amount; volume: Amount; by: 'weight' | 'volume' }
  /** So many as the line says; `assumed` when it did not say and one was taken. */
  counted: { unit: Unit; assumed: boolean }
  /** Tugs times movements. */
  tug_movements: { tugs: Amount; movements: Amount }
  /** Only what the fact exceeds: 10 海里以上部分. */
  excess: { fact: FactName; given: Amount; over: Amount }
  /** 不足 1 计费吨按 1 计. */
  part_counts: { given: Amount }
  /** 起码计费吨. */
  minimum: { given: Amount }
  /** Hours or days as said, and how many periods are billed. */
  periods: { period: 'day' | 'hour'; fact: 'days' | 'hours'; given: Amount; half: boolean }
  /** Periods that cost nothing. */
  free: { period: 'day' | 'hour'; free: Amount }
  /** amount × quantity. */
  unit_price: { unit: Unit; amount: Amount; quantity: Amount }
  /** low–high × quantity. */
  range: { unit: Unit; low: Amount; high: Amount; quantity: Amount }
  /** The part of the quantity in one tier, at that tier's amount. */
  tier: { fact: FactName; over: Amount; to: Amount | null; part: Amount; amount: Amount }
  /** The tier the fact falls in, for every unit. */
  slab: { fact: FactName; given: Amount; over: Amount; to: Amount | null; amount: Amount; quantity: Amount; unit: Unit }
  /** Periods `from` to `to`, `count` of them billed, each at amount × quantity. */
  period_step: {
    period: 'day' | 'hour'
    from: Amount
    to: Amount | null
    count: Amount
    amount: Amount
    quantity: Amount
    unit: Unit
  }
  /** A box of another size pays the listed box's price × own volume ÷ listed volume. */
  box_volume: { own: Amount; listed: Amount }
  /** A percentage of another item's amount on the same day and at the same release. */
  percent_of: { item: string; percent: Amount; of: Amount }
  /** What one named part of a sum comes to. */
  part: { name: string }
  /** The sum of the tiers, steps or parts above. */
  sum: Record<never, never>
  multiplier: { name: Text; factor: Amount }
  /** `of` is what the percentage is taken of; the step's value is what is added. */
  surcharge: { name: Text; percent: Amount; of: Amount }
  /** A surcharge that was left out because its fact was not said. */
  not_said: { name: Text; fact: FactName }
  with_surcharges: Record<never, never>
  floor: { limit: Amount }
  cap: { limit: Amount }
  /** So many such services. */
  times: { quantity: Amount }
  /** A standard added to this price: its own trace follows. */
  addition: { label: Text | null }
  rounding: { decimals: number; mode: 'half_up' | 'up' | 'down'; given: Amount }
  /** 计费单起码额. */
  least: { given: Amount }
}

export type Rule = keyof StepArgs

/** One step of a price: the rule, what it was given, what came out (`high` only where a range is carried), and what it rests on. */
export type Step = {
  [R in Rule]: { rule: R; args: StepArgs[R]; value: Amount | null; high: Amount | null; basis: readonly Basis[] }
}[Rule]
