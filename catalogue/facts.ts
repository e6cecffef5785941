import { z } from 'zod'
import { Amount, compareAmounts, isAmount } from './amount.ts'

/** 计费事实: what conditions, estimates and checks know of a call or a shipment, and how each is said. */
export const FACTS = {
  trade: ['foreign', 'domestic'],
  direction: ['import', 'export'],
  voyage: ['international', 'domestic'],
  size: ['20', '40', '45'],
  load: ['laden', 'empty'],
  cargo_class: ['general', 'dangerous1', 'reefer'],
  ship_type: ['container', 'tanker', 'bulk', 'other'],
  use: ['productive', 'non_productive', 'anchorage'],
  night: ['true', 'false'],
  holiday: ['true', 'false'],
  transhipment: ['true', 'false'],
  net_tonnage: 'number',
  gross_tonnage: 'number',
  deadweight: 'number',
  distance_nm: 'number',
  loa_m: 'number',
  hours: 'number',
  days: 'number',
  weight_t: 'number',
  volume_m3: 'number',
  tugs: 'number',
  movements: 'number',
  box_m3: 'number',
} as const satisfies Record<string, readonly string[] | 'number'>

export type KnownFact = keyof typeof FACTS

/** Name of a fact. An item may add its own, in the same snake_case; what every object answers to (`constructor`) is none. */
export const FactName = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,39}$/, { error: 'not-a-fact' })
  .refine((name) => !(name in Object.prototype), { error: 'not-a-fact' })
export type FactName = z.infer<typeof FactName>

/** A stretch of a numeric fact. `over`/`below` leave the edge out, `from`/`to` take it in. */
export const NumberRange = z
  .strictObject({
    over: Amount.optional(),
    from: Amount.optional(),
    to: Amount.optional(),
    below: Amount.optional(),
  })
  .refine((range) => Object.keys(range).length > 0, { error: 'empty-range' })
export type NumberRange = z.infer<typeof NumberRange>

/** 适用条件: for which facts a standard is the price. Every named fact must agree; facts not named do not matter. */
export const Conditions = z
  .record(FactName, z.union([z.array(z.string().min(1)).min(1), NumberRange]))
  .superRefine((conditions, context) => {
    for (const [fact, wanted] of Object.entries(conditions)) {
      const known = FACTS[fact as KnownFact] as readonly string[] | 'number' | undefined
      const wrong =
        known === 'number'
          ? Array.isArray(wanted)
          : known !== undefined && !(Array.isArray(wanted) && wanted.every((value) => known.includes(value)))
      if (wrong) context.addIssue({ code: 'custom', path: [fact], message: 'not-a-value-of-this-fact' })
    }
  })
export type Conditions = z.infer<typeof Conditions>

/** 计费事实 of one line: what is known of it, by name. Numbers are decimal text. */
export const Facts = z
  .record(FactName, z.string().min(1).max(60))
  .refine((facts) => Object.keys(facts).length <= 30, { error: 'too-many-facts' })
  .superRefine((facts, context) => {
    for (const [fact, value] of Object.entries(facts))
      if (!sayable(fact, value))
        context.addIssue({ code: 'custom', path: [fact], message: 'not-a-value-of-this-fact', input: value })
  })
export type Facts = z.infer<typeof Facts>

const sayable = (fact: string, value: string): boolean => {
  const known = FACTS[fact as KnownFact] as readonly string[] | 'number' | undefined
  return known === undefined || (known === 'number' ? isAmount(value) : known.includes(value))
}

/** Do the facts meet the conditions? `missing` names every fact that would have to be known to say so. */
export function meets(conditions: Conditions, facts: Facts): { holds: boolean; missing: FactName[] } {
  const missing: FactName[] = []
  for (const [fact, wanted] of wantedBy(conditions)) {
    const value = facts[fact]
    if (value === undefined) missing.push(fact)
    else if (!agrees(value, wanted)) return FAILS
  }
  return { holds: missing.length === 0, missing }
}

const FAILS = Object.freeze({ holds: false, missing: Object.freeze([]) as unknown as FactName[] })

type Wanted = readonly [fact: FactName, wanted: Conditions[string]]
const read = new WeakMap<Conditions, readonly Wanted[]>()

/** Conditions one by one; those of a published price are read again and again, and never change. */
function wantedBy(conditions: Conditions): readonly Wanted[] {
  const known = read.get(conditions)
  if (known !== undefined) return known
  const all = Object.entries(conditions)
  read.set(conditions, all)
  return all
}

const agrees = (value: string, wanted: readonly string[] | NumberRange): boolean =>
  isList(wanted) ? wanted.includes(value) : inRange(value, wanted)

const isList = (wanted: readonly string[] | NumberRange): wanted is readonly string[] => Array.isArray(wanted)

function inRange(value: string, { over, from, to, below }: NumberRange): boolean {
  if (!isAmount(value)) return false
  return (
    (over === undefined || compareAmounts(value, over) > 0) &&
    (from === undefined || compareAmounts(value, from) >= 0) &&
    (to === undefined || compareAmounts(value, to) <= 0) &&
    (below === undefined || compareAmounts(value, below) < 0)
  )
}

/** Does everything that meets `narrow` also meet `wide`? A posted price is compared only with a standard this wide. */
export const within = (narrow: Conditions, wide: Conditions): boolean =>
  Object.entries(wide).every(([fact, wanted]) => {
    const has = narrow[fact]
    if (has === undefined) return false
    if (Array.isArray(wanted)) return Array.isArray(has) && has.every((value) => wanted.includes(value))
    return JSON.stringify(has) === JSON.stringify(wanted)
  })
