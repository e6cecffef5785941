import { Decimal } from 'decimal.js'
import { isAmount } from '../amount.ts'
import type { Day } from '../day.ts'
import { estimateLine } from '../estimate.ts'
import { type Conditions, FACTS, type FactName, Facts, type KnownFact, type NumberRange } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { PriceBook } from '../price/book.ts'
import type { Estimated } from '../price/estimate-line.ts'
import { isPerPeriod } from '../price/measure.ts'
import type { SingleRate } from '../rate/rate.ts'
import type { Statement } from '../statement.ts'
import { UNITS } from '../unit.ts'
import { covers, type Validity } from '../validity.ts'
import { type Draft, isBlank, rowsAt, textAt, withAt } from './draft.ts'
import { payloadOf } from './line-form.ts'
import { amount } from './shape.ts'

/** 算例: the case that a proposed price is tried on. */
export type Case = { quantity: string; facts: Record<string, string> }

/** The price that a half-filled form already says, for trying it: what is not of the price may still be missing. */
export function standardSoFar(draft: Draft | undefined): FeeStandard | null {
  const filled = FILLERS.reduce<Draft>(
    (so, [path, filler]) => (isBlank(textAt(so, path)) ? withAt(so, path.split('.'), filler) : so),
    draft ?? {},
  )
  const basis = rowsAt(filled, 'basis').filter((row) => textAt(row, 'document') !== '')
  const rests = basis.length > 0 || textAt(filled, 'entity') !== ''
  return payloadOf('standard', withAt(filled, ['basis'], rests ? basis : [{ document: 'x' }])).payload
}

const FILLERS = [
  ['line', 'example'],
  ['posted', '-'],
  ['provenance.mark', 'recall'],
  ['provenance.source', '-'],
] as const

/** What the case comes to on a day, as if the price were published: by the same function as every public estimate. */
export function exampleOf(standard: FeeStandard, valid: Validity, on: Day, tried: Case, book: PriceBook): Estimated {
  const facts = Facts.safeParse(Object.fromEntries(Object.entries(tried.facts).filter(([, value]) => value !== '')))
  const quantity = amount.read(tried.quantity) as string
  const others = book.standards(standard.item, standard.entity)
  const adds = standard.adds_to !== undefined && others.some((one) => isBase(one, standard, on))
  const proposed = { ...standard, adds_to: adds ? standard.adds_to : undefined }
  const line = adds ? standard.adds_to! : standard.line
  return estimateLine(
    {
      item: standard.item,
      facts: facts.data ?? {},
      line,
      ...(standard.entity === null ? {} : { entity: standard.entity }),
      ...(isAmount(quantity) ? { quantity } : {}),
    },
    on,
    {
      ...book,
      standards: (item, entity) =>
        item === standard.item && entity === standard.entity
          ? [
              statementOf(proposed, valid),
              ...others.filter((one) => isBeside(one, proposed) || (adds && isBase(one, standard, on))),
            ]
          : book.standards(item, entity),
    },
  )
}

const samePlace = (one: FeeStandard, other: FeeStandard): boolean => one.area === other.area

const isBase = ({ payload, valid }: Statement<'standard'>, { adds_to, ...rest }: FeeStandard, on: Day): boolean =>
  payload !== null && payload.line === adds_to && samePlace(payload, rest as FeeStandard) && covers(valid, on)

/** What is already added to the price that is tried. */
const isBeside = ({ payload }: Statement<'standard'>, proposed: FeeStandard): boolean =>
  payload !== null && payload.adds_to === proposed.line && samePlace(payload, proposed)

const statementOf = (payload: FeeStandard, valid: Validity): Statement<'standard'> => ({
  ...{ id: 'proposed', kind: 'standard', key: 'proposed', change: 'new', remainder: false, valid, payload },
  ...{ known: { from: 1, until: null }, why: { zh: '-', en: null, documents: [] }, line: { release: 1, n: 1 } },
})

/** The facts that a price asks for, each with a value to begin with: one for which the price applies. */
export function factsTried(standard: FeeStandard, missing: readonly FactName[] = []): Record<string, string> {
  const { conditions, terms, rate, unit } = standard
  const asked = new Set([
    ...Object.keys(conditions),
    ...(terms.quantity === null ? [] : [terms.quantity]),
    ...(terms.quantity === null ? (BY_UNIT[unit] ?? []) : []),
    ...(UNITS[unit].fact === null ? [] : [UNITS[unit].fact]),
    ...('period' in UNITS[unit] ? [UNITS[unit].period === 'day' ? 'days' : 'hours'] : []),
    ...(isPerPeriod(rate) ? ['days'] : []),
    ...singles(standard).flatMap((one) => (one.form === 'tiered' ? [one.fact] : [])),
    ...(terms.excess ? [terms.excess.fact] : []),
    ...[...terms.multipliers, ...terms.surcharges].flatMap(({ when }) => Object.keys(when)),
    ...missing.filter((fact) => fact !== 'entity'),
  ])
  return Object.fromEntries([...asked].map((fact) => [fact, valueFor(fact, conditions)]))
}

const BY_UNIT: Record<string, string[]> = {
  tug_movement: ['tugs', 'movements'],
  revenue_ton: ['weight_t', 'volume_m3'],
}

const singles = ({ rate }: FeeStandard): SingleRate[] =>
  rate.form === 'sum' ? rate.parts.map((part) => part.rate) : [rate]

function valueFor(fact: string, conditions: Conditions): string {
  const wanted = conditions[fact]
  if (Array.isArray(wanted)) return wanted[0]!
  if (wanted !== undefined) return within(wanted, USUAL[fact] ?? '1')
  const known = FACTS[fact as KnownFact] as readonly string[] | 'number' | undefined
  if (known === 'number') return USUAL[fact] ?? '1'
  return known === undefined ? '' : known.includes('false') ? 'false' : known[0]!
}

/** A usual number where the condition allows it, else one that it does allow. */
function within({ over, from, to, below }: NumberRange, usual: string): string {
  const least = from ?? (over === undefined ? '0' : new Decimal(over).plus(1).toFixed())
  const most = to ?? (below === undefined ? null : new Decimal(below).div(2).toFixed())
  if (most !== null && new Decimal(usual).gt(most)) return most
  return new Decimal(usual).lt(least) ? least : usual
}

const USUAL: Record<string, string> = {
  ...{ net_tonnage: '30000', gross_tonnage: '45000', deadweight: '50000', distance_nm: '12', loa_m: '200' },
  ...{ hours: '24', days: '10', weight_t: '100', volume_m3: '50', tugs: '2', movements: '1', box_m3: '33' },
}
