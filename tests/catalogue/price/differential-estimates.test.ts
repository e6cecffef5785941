import { expect, test } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { estimateLine } from '../../../catalogue/estimate.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import type { Estimated } from '../../../catalogue/price/estimate-line.ts'
import { plus, read, same, shown, ZERO } from './fraction.ts'
import { type Asked, oracle, type Told } from './oracle.ts'
import { oracleFitting } from './oracle-fitting.ts'
import { servicesOf } from './oracle-terms.ts'
import { standardOf } from './random.ts'
import { type Lines, randomLines, stated } from './random-lines.ts'
import { bookOf, itemOf, said } from './tariff.ts'

const CASES = 10_000

/** The items that percentages are taken of, each with one line. */
const OTHERS: Record<string, FeeStandard> = {
  single: standardOf({ item: 'single', rate: { form: 'fixed', amount: '123.45' }, unit: 'call' }),
  spread: standardOf({ item: 'spread', rate: { form: 'range', low: '10.5', high: '999.99' }, unit: 'ton' }),
  'at-cost': standardOf({ item: 'at-cost', rate: { form: 'at_cost' } }),
  unknown: standardOf({ item: 'unknown', rate: { form: 'fixed', amount: '2' }, unit: 'net_ton' }),
}
const ITEMS = ['anything', ...Object.keys(OTHERS)].map((code) => said('item', itemOf(code)))
const OTHER_LINES = Object.values(OTHERS).map((standard) => stated(standard, standard.item))

const never = (): Told => {
  throw new Error('a percentage of a percentage')
}

/** What the base and each addition come to, each rounded on its own, added up. */
function oracleEstimate({ candidates, facts, quantity }: Lines): Told | { kind: 'unfit'; why: string } {
  const fit = oracleFitting(candidates, facts)
  if (fit.kind === 'missing') return { kind: 'cannot_tell', missing: fit.missing }
  if (fit.kind !== 'fits') return { kind: 'unfit', why: fit.kind }
  const standards = [fit.base, ...fit.additions].map((id) => candidates.find((line) => line.id === id)!.payload!)
  const told = standards.map((standard) => one(standard, { facts, quantity }))
  const none = told.find(({ kind }) => kind === 'no_figure')
  if (none) return none
  const missing = told.flatMap((each) => (each.kind === 'cannot_tell' ? each.missing : []))
  if (missing.length > 0) return { kind: 'cannot_tell', missing }
  const sum = (side: 'low' | 'high') =>
    told.reduce((all, each) => (each.kind === 'priced' ? plus(all, each[side]) : all), ZERO)
  return { kind: 'priced', low: sum('low'), high: sum('high') }
}

/** A percentage of as many as the line asks for, unless the line is priced for one and then taken so many times. */
function one(standard: FeeStandard, asked: Asked): Told {
  const times = servicesOf(standard, asked)
  return oracle(standard, asked, (item) =>
    oracle(OTHERS[item]!, times === null ? asked : { ...asked, quantity: null }, never),
  )
}

function difference(found: Estimated, told: ReturnType<typeof oracleEstimate>): string | null {
  const { status, reason, missing, outcome } = found
  if (told.kind === 'unfit')
    return reason === (told.why === 'none' ? 'no_line_fits' : 'several_fit') ? null : `${reason}`
  if (told.kind === 'no_figure') return reason === told.why ? null : `${reason} instead of ${told.why}`
  if (told.kind === 'cannot_tell') {
    const named = reason === 'missing' && missing.length > 0 && missing.every((fact) => told.missing.includes(fact))
    return named ? null : `${reason} ${missing} instead of ${told.missing}`
  }
  if (status !== 'computed' || outcome?.kind !== 'priced') return `${reason} ${missing} instead of a price`
  const equal = same(read(outcome.low), told.low) && same(read(outcome.high), told.high)
  return equal ? null : `${outcome.low}–${outcome.high} instead of ${shown(told.low)}–${shown(told.high)}`
}

const compared = Array.from({ length: CASES }, (_, n) => {
  const lines = randomLines(n)
  const { facts, quantity } = lines
  const asked = { item: 'anything', facts, ...(quantity !== null && { quantity }) }
  const found = estimateLine(asked, day('2026-11-23'), bookOf(ITEMS, [...lines.candidates, ...OTHER_LINES]))
  return { n, lines, found, told: oracleEstimate(lines) }
})

test(`${CASES} lines come to the sum of their base and what is added, as worked out slowly`, () => {
  const wrong = compared.flatMap(({ n, lines, found, told }) => {
    const says = difference(found, told)
    return says === null ? [] : [{ n, says, facts: lines.facts, quantity: lines.quantity, standards: found.standards }]
  })
  expect(wrong.slice(0, 3), `${wrong.length} differ`).toEqual([])
})

test('many of these have a price, many an addition or more, many a percentage', () => {
  const priced = compared.filter(({ told }) => told.kind === 'priced')
  expect(priced.length).toBeGreaterThan(1500)
  expect(priced.filter(({ found }) => found.standards.length > 1).length).toBeGreaterThan(50)
  const shares = priced.filter(({ found }) => found.standards[0]!.payload!.rate.form === 'percent_of')
  expect(shares.length).toBeGreaterThan(50)
  for (const kind of ['cannot_tell', 'no_figure', 'unfit'])
    expect(compared.filter(({ told }) => told.kind === kind).length, kind).toBeGreaterThan(200)
})
