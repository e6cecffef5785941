import { describe, expect, test } from 'vitest'
import { Facts } from '../../../catalogue/facts.ts'
import { FeeStandard, PLAIN } from '../../../catalogue/fee-standard.ts'
import type { Outcome } from '../../../catalogue/price/outcome.ts'
import type { Rule } from '../../../catalogue/price/step.ts'
import { price } from '../../../catalogue/price.ts'
import { text } from '../../../catalogue/text.ts'
import { read, same, shown } from './fraction.ts'
import { oracle, type Told } from './oracle.ts'
import { OTHERS, randomCase, standardOf } from './random.ts'
import { each, tallyOf } from './tally.ts'

const CASES = 10_000

const other = (item: string): Outcome => {
  const said = OTHERS[item as keyof typeof OTHERS]
  if (said === 'at_cost') return { kind: 'no_figure', why: said, steps: [] }
  if (said === 'weight_t') return { kind: 'cannot_tell', missing: [said], steps: [] }
  return { kind: 'priced', ...said, steps: [] }
}

const otherTold = (item: string): Told => {
  const said = other(item)
  if (said.kind === 'priced') return { kind: 'priced', low: read(said.low), high: read(said.high) }
  return said.kind === 'no_figure' ? said : { kind: said.kind, missing: [...said.missing] }
}

/** How two answers differ; null where they agree. A price may name some of the facts that are missing, but no others. */
function difference(one: Outcome, told: Told): string | null {
  if (one.kind === 'no_figure' && told.kind === 'no_figure') return one.why === told.why ? null : one.why
  if (one.kind === 'cannot_tell' && told.kind === 'cannot_tell') {
    const named = one.missing.length > 0 && one.missing.every((fact) => told.missing.includes(fact))
    return named ? null : `missing ${one.missing} instead of ${told.missing}`
  }
  if (one.kind !== 'priced' || told.kind !== 'priced')
    return one.kind === told.kind ? null : `${one.kind}, ${told.kind}`
  const equal = same(read(one.low), told.low) && same(read(one.high), told.high)
  return equal ? null : `${one.low}–${one.high} instead of ${shown(told.low)}–${shown(told.high)}`
}

describe(`${CASES} random tariffs and facts`, () => {
  const compared = Array.from({ length: CASES }, (_, n) => {
    const one = randomCase(n)
    return { n, ...one, outcome: price(one.standard, one, other), told: oracle(one.standard, one, otherTold) }
  })

  test('come to what the rules come to when they are read off slowly in fractions', () => {
    const wrong = compared.flatMap(({ n, outcome, told, standard, facts, quantity }) => {
      const says = difference(outcome, told)
      const { rate, unit, terms } = standard
      return says === null ? [] : [{ n, says, rate, unit, terms, facts, quantity, steps: outcome.steps }]
    })
    expect(wrong.slice(0, 3), `${wrong.length} differ`).toEqual([])
  })

  test('are such as the catalogue takes', () => {
    for (const { standard, facts } of compared.slice(0, 500)) {
      expect(FeeStandard.parse(standard)).toEqual(standard)
      expect(Facts.parse(facts)).toEqual(facts)
    }
  })

  test('use every form of a rate, and end in every kind of answer', () => {
    const modes = compared.map(({ standard: { rate } }) => (rate.form === 'tiered' ? rate.mode : rate.form))
    const forms = ['fixed', 'range', 'marginal', 'slab', 'per_period', 'percent_of', 'sum', 'at_cost', 'see_attachment']
    expect(tallyOf(modes)).toEqual(each(forms, 400))
    const kinds = compared.map(({ told }) => told.kind)
    expect(tallyOf(kinds)).toEqual(each(['priced', 'no_figure', 'cannot_tell'], 800))
    const spans = compared.filter(({ told }) => told.kind === 'priced' && !same(told.low, told.high))
    expect(spans.length).toBeGreaterThan(300)
  })

  test('use every unit, every way of rounding and every rule', () => {
    const units = tallyOf(compared.map(({ standard }) => standard.unit))
    expect(Math.min(...Object.values(units))).toBeGreaterThan(50)
    const priced = compared.filter(({ told }) => told.kind === 'priced')
    const rounding = priced.map(({ standard: { terms } }) => terms.rounding?.mode ?? 'none')
    expect(tallyOf(rounding)).toEqual(each(['half_up', 'up', 'down', 'none'], 300))
    const before = priced.filter(({ standard: { terms } }) => terms.limits_before_surcharges && terms.cap !== null)
    expect(before.length).toBeGreaterThan(150)
    const apiece = priced.filter(
      ({ standard: { terms } }) => terms.limits_per_unit && (terms.cap ?? terms.floor) !== null,
    )
    expect(apiece.length).toBeGreaterThan(150)
    const rules = priced.flatMap(({ outcome }) => [...new Set(outcome.steps.map(({ rule }) => rule))])
    expect(tallyOf(rules)).toEqual(each(RULES, 30))
  })

  test('name every fact that a tariff may lack', () => {
    const named = compared.flatMap(({ told }) => (told.kind === 'cannot_tell' ? told.missing : []))
    const facts = ['net_tonnage', 'distance_nm', 'loa_m', 'weight_t', 'volume_m3', 'hours', 'days', 'box_m3']
    expect(tallyOf(named)).toEqual(each([...facts, 'tugs', 'movements', 'trade', 'ship_type'], 10))
  })
})

test.for([
  ['half_up', '56.00'],
  ['up', '56.00'],
  ['down', '55.00'],
] as const)('a half that a quotient without end hides is a half: %s', ([mode, expected]) => {
  const night = { name: text('夜班', 'Night'), percent: '29.5', when: {} }
  const rounding = { decimals: 0, mode, minimum: null }
  const standard = standardOf({
    rate: { form: 'fixed', amount: '3' },
    conditions: { size: ['20'] },
    terms: { ...PLAIN, box_m3: '0.7', surcharges: [night], rounding },
  })
  const found = price(standard, { facts: { size: '45', box_m3: '10' }, quantity: null }, other)
  expect(found).toMatchObject({ kind: 'priced', low: expected })
})

test.for([
  ['down', '0.9', '0.09', '21.00'],
  ['up', '1.8', '0.18', '21.00'],
] as const)(
  'a whole that a quotient without end hides is not rounded %s to another',
  ([mode, listed, factor, whole]) => {
    const standard = standardOf({
      rate: { form: 'fixed', amount: '21' },
      conditions: { size: ['20'] },
      terms: {
        ...{ ...PLAIN, box_m3: listed, rounding: { decimals: 0, mode, minimum: null } },
        multipliers: [{ name: text('本港', 'This port'), factor, when: {} }],
      },
    })
    const found = price(standard, { facts: { size: '45', box_m3: '10' }, quantity: null }, other)
    expect(found).toMatchObject({ kind: 'priced', low: whole })
  },
)

/** Every rule of one price; that of an addition belongs to a line with several. */
const RULES: readonly Exclude<Rule, 'addition'>[] = [
  ...(['measured', 'instead', 'greater', 'counted', 'tug_movements', 'excess', 'part_counts', 'minimum'] as const),
  ...(['periods', 'free', 'unit_price', 'range', 'tier', 'slab', 'period_step', 'box_volume'] as const),
  ...(['percent_of', 'part', 'sum', 'multiplier', 'surcharge', 'not_said', 'with_surcharges'] as const),
  ...(['floor', 'cap', 'times', 'rounding', 'least'] as const),
]
