import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FeeStandard, Terms } from '../../../catalogue/fee-standard.ts'
import type { Outcome } from '../../../catalogue/price/outcome.ts'
import { price } from '../../../catalogue/price.ts'
import type { Rate, SingleRate } from '../../../catalogue/rate/rate.ts'
import { text } from '../../../catalogue/text.ts'
import type { Unit } from '../../../catalogue/unit.ts'
import { standardOf } from './tariff.ts'

/** A decimal of so many places, from so many of its smallest parts. */
const decimal = (parts: number, places: number): string => {
  const digits = String(parts).padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

const amount = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 5 }))
  .map((a) => decimal(...a))
const tons = fc.integer({ min: 0, max: 200_000_000 }).map((parts) => decimal(parts, 3))
const rising = fc
  .uniqueArray(fc.integer({ min: 1, max: 150_000 }), { maxLength: 4 })
  .map((edges) => ['0', ...edges.toSorted((a, b) => a - b).map(String)])
const sorted = (amounts: string[]) => amounts.toSorted((a, b) => Number(a) - Number(b))

const tiers = (mode: 'marginal' | 'slab') =>
  rising.chain((edges) =>
    fc.array(amount, { minLength: edges.length, maxLength: edges.length }).map((amounts): SingleRate => {
      const paid = mode === 'slab' ? sorted(amounts) : amounts
      return { form: 'tiered', fact: 'net_tonnage', mode, tiers: edges.map((over, n) => ({ over, amount: paid[n]! })) }
    }),
  )

const perPeriod = fc
  .record({
    period: fc.constantFrom('day' as const, 'hour' as const),
    free: fc.nat(5),
    amounts: fc.array(amount, { minLength: 1, maxLength: 4 }),
  })
  .map(({ period, free, amounts }): SingleRate => {
    const steps = amounts.map((paid, n) => ({ from: free + 1 + n * 3, amount: paid }))
    return { form: 'per_period', period, free, steps }
  })

const single = fc.oneof(
  amount.map((paid): SingleRate => ({ form: 'fixed', amount: paid })),
  fc.tuple(amount, amount).map((ends): SingleRate => {
    const [low, high] = sorted(ends)
    return { form: 'range', low: low!, high: high! }
  }),
  tiers('marginal'),
  tiers('slab'),
  perPeriod,
  amount.map((percent): SingleRate => ({ form: 'percent_of', item: 'another', percent })),
)
const rate: fc.Arbitrary<Rate> = fc.oneof(
  { weight: 4, arbitrary: single },
  {
    weight: 1,
    arbitrary: fc
      .array(single, { minLength: 2, maxLength: 3 })
      .map((rates): Rate => ({ form: 'sum', parts: rates.map((one, n) => ({ name: `${n}`, rate: one })) })),
  },
)

const when = fc.constantFrom<Terms['surcharges'][number]['when']>({}, { night: ['true'] }, { holiday: ['true'] })
const terms: fc.Arbitrary<Terms> = fc.record({
  quantity: fc.constant('net_tonnage'),
  minimum_quantity: fc.option(fc.integer({ min: 1, max: 3000 }).map(String)),
  whole_units: fc.boolean(),
  half_hours: fc.boolean(),
  multipliers: fc.array(fc.record({ name: fc.constant(text('系数')), factor: amount, when: fc.constant({}) }), {
    maxLength: 2,
  }),
  surcharges: fc.array(fc.record({ name: fc.constant(text('附加')), percent: amount, when }), { maxLength: 2 }),
  floor: fc.option(amount),
  cap: fc.option(amount),
  limits_before_surcharges: fc.boolean(),
  rounding: fc.option(
    fc.record({
      decimals: fc.integer({ min: 0, max: 4 }),
      mode: fc.constantFrom('half_up' as const, 'up' as const, 'down' as const),
      minimum: fc.option(amount),
    }),
  ),
})

const standardBy = (rates: fc.Arbitrary<Rate>, ...units: Unit[]) =>
  fc
    .record({ rate: rates, unit: fc.constantFrom(...units), terms })
    .map((made) => standardOf(made.rate, made.unit, made))

const another = (): Outcome => ({ kind: 'priced', low: '12.34', high: '56.70', steps: [] })
const facts = (net_tonnage: string, hours = '30') => ({ net_tonnage, hours, night: 'true', holiday: 'false' })
const priced = (standard: FeeStandard, tonnage: string, quantity: string | null = null, hours?: string) => {
  const outcome = price(standard, { facts: facts(tonnage, hours), quantity }, another)
  if (outcome.kind !== 'priced') throw new Error(`a price was expected, not ${outcome.kind}`)
  return outcome
}

/** A figure in fen, exactly. */
const fen = (figure: string): bigint => BigInt(figure.replace('.', ''))
const notBelow = (more: Outcome & { kind: 'priced' }, less: Outcome & { kind: 'priced' }) => {
  expect(fen(more.low) >= fen(less.low), `${more.low} ≥ ${less.low}`).toBe(true)
  expect(fen(more.high) >= fen(less.high), `${more.high} ≥ ${less.high}`).toBe(true)
}

const SHIPS: Unit[] = ['net_ton', 'net_ton_day', 'net_ton_hour']

test('a figure is digits with two decimals, never negative, the low end never above the high one', () => {
  fc.assert(
    fc.property(standardBy(rate, ...SHIPS), tons, fc.option(amount), (standard, tonnage, quantity) => {
      const outcome = priced(standard, tonnage, quantity)
      for (const figure of [outcome.low, outcome.high]) expect(figure).toMatch(/^\d+\.\d\d$/)
      expect(fen(outcome.low) <= fen(outcome.high)).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('every figure of a trace is digits with at most eight decimals', () => {
  fc.assert(
    fc.property(standardBy(rate, ...SHIPS), tons, (standard, tonnage) => {
      const figures = priced(standard, tonnage).steps.flatMap(({ value, high }) => [value ?? '0', high ?? '0'])
      for (const figure of figures) expect(figure).toMatch(/^\d+(\.\d{1,8})?$/)
    }),
    { numRuns: 500 },
  )
})

test('a larger ship, a longer stay and more services never cost less', () => {
  const hours = fc.integer({ min: 0, max: 2000 }).map((parts) => decimal(parts, 1))
  const two = <T extends string>(each: fc.Arbitrary<T>) =>
    fc.tuple(each, each).map((both) => sorted(both) as [string, string])
  fc.assert(
    fc.property(standardBy(rate, ...SHIPS), two(tons), two(hours), two(amount), (standard, ships, stays, many) => {
      const least = priced(standard, ships[0], many[0], stays[0])
      notBelow(priced(standard, ships[1], many[0], stays[0]), least)
      notBelow(priced(standard, ships[0], many[1], stays[0]), least)
      notBelow(priced(standard, ships[0], many[0], stays[1]), least)
    }),
    { numRuns: 1000 },
  )
})

/** In fen, what 0.00000001 ton costs at the dearest amount there is here, and one for rounding. */
const NEXT_TO_NOTHING = 11n

test('at the edge of a marginal tier a price does not jump', () => {
  const plain = {
    minimum_quantity: null,
    whole_units: false,
    floor: null,
    rounding: null,
    multipliers: [],
    surcharges: [],
  }
  fc.assert(
    fc.property(standardBy(tiers('marginal'), 'net_ton'), fc.nat(), (standard, any) => {
      const smooth = { ...standard, terms: { ...standard.terms, ...plain } }
      const edges = smooth.rate.form === 'tiered' ? smooth.rate.tiers : []
      const edge = Number(edges[any % edges.length]!.over)
      const [at, above] = [priced(smooth, String(edge)), priced(smooth, `${edge}.00000001`)]
      expect(fen(above.low) - fen(at.low) <= NEXT_TO_NOTHING, `${at.low} → ${above.low}`).toBe(true)
      if (edge === 0) return
      const below = priced(smooth, `${edge - 1}.99999999`)
      expect(fen(at.low) - fen(below.low) <= NEXT_TO_NOTHING, `${below.low} → ${at.low}`).toBe(true)
    }),
    { numRuns: 1000 },
  )
})

test('a price does not depend on facts that nothing asks for', () => {
  fc.assert(
    fc.property(standardBy(rate, ...SHIPS), tons, amount, (standard, tonnage, loa_m) => {
      const asked = { facts: { ...facts(tonnage), loa_m, size: '20', trade: 'foreign' }, quantity: null }
      expect(price(standard, asked, another)).toEqual(priced(standard, tonnage))
    }),
    { numRuns: 200 },
  )
})
