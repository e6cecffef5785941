import type { Decimal } from 'decimal.js'
import type { Amount } from '../amount.ts'
import type { Basis } from '../basis.ts'
import type { FactName, Facts } from '../facts.ts'
import type { CountingRule, FeeStandard } from '../fee-standard.ts'
import { type Money, said } from './exact.ts'
import type { NoFigure, Outcome } from './outcome.ts'
import type { Rule, Step, StepArgs } from './step.ts'

/** What is asked of a standard: what is known of the call or shipment, and how many. */
export type Asked = { facts: Facts; quantity: Amount | null }

/** 算式: a price being worked out. Once something is missing nothing more is told, but all that is missing is gathered. */
export type Working = {
  standard: FeeStandard
  asked: Asked
  /** What another item comes to, for a percentage of it. */
  of: (item: string) => Outcome
  steps: Step[]
  missing: FactName[]
  stopped: boolean
  why: NoFigure | null
}

/** A rule with what it was given. */
export type Told = { [R in Rule]: { rule: R; args: StepArgs[R] } }[Rule]

/** Adds a step to the trace, with what came out of it. */
export function tell(work: Working, { rule, args }: Told, value: Money | Decimal | null): void {
  if (work.stopped) return
  const money = value !== null && 'low' in value ? value : { low: value, high: value }
  work.steps.push({
    rule,
    args,
    value: money.low && said(money.low),
    high: money.high && money.high !== money.low ? said(money.high) : null,
    basis: basisOf(work.standard, rule),
  } as Step)
}

/** Notes facts without which there is no price. */
export function lack(work: Working, facts: readonly FactName[]): void {
  work.stopped = true
  for (const fact of facts) if (!work.missing.includes(fact)) work.missing.push(fact)
}

/** A step rests on the article named for its rule, else on what the price rests on. */
function basisOf({ terms, basis }: FeeStandard, rule: Rule): readonly Basis[] {
  const kind = KINDS[rule]
  const article = kind && terms.articles?.[kind]
  return article ? alone(article) : basis
}

const lists = new WeakMap<Basis, readonly Basis[]>()

/** An article as the one thing a step rests on: the same list each time, so that whoever writes it out may know it again. */
function alone(article: Basis): readonly Basis[] {
  const known = lists.get(article)
  if (known !== undefined) return known
  const list = [article]
  lists.set(article, list)
  return list
}

const KINDS: Partial<Record<Rule, CountingRule>> = {
  measured: 'quantity',
  instead: 'quantity',
  greater: 'quantity',
  counted: 'quantity',
  tug_movements: 'quantity',
  part_counts: 'quantity',
  minimum: 'minimum',
  periods: 'periods',
  free: 'periods',
  excess: 'excess',
  box_volume: 'box_volume',
  multiplier: 'multiplier',
  surcharge: 'surcharge',
  not_said: 'surcharge',
  with_surcharges: 'surcharge',
  floor: 'limits',
  cap: 'limits',
  rounding: 'rounding',
  least: 'rounding',
}
