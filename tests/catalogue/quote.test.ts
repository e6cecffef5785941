import { describe, expect, test } from 'vitest'
import type { Asked } from '../../catalogue/asked.ts'
import { day } from '../../catalogue/day.ts'
import type { FeeItem } from '../../catalogue/fee-item.ts'
import type { Estimated } from '../../catalogue/price/estimate-line.ts'
import { chargesCounted, endsOf, quoteOf } from '../../catalogue/quote.ts'

const ON = day('2026-11-23')
const [A, B] = ['91330206MA2DEM0171', '91330902MA2DEM180J']

type Answer = [low: string, high?: string] | Partial<Estimated>
const asked = (item: string, entity: string | null, lines = 1): Asked => ({
  item,
  entity,
  lines: Array.from({ length: lines }, () => ({
    part: { kind: 'call' },
    line: { item, ...(entity === null ? {} : { entity }), facts: {} },
  })),
})
const answer = (of: Asked, given: Answer, ceiling = false): Estimated => ({
  ...{ line: of.lines[0]!.line, on: ON, status: 'computed', reason: null, missing: [], ceiling, standards: [] },
  ...{ periods: [], candidates: [], outcome: null },
  ...(Array.isArray(given)
    ? { outcome: { kind: 'priced', low: given[0], high: given[1] ?? given[0], steps: [] } }
    : { status: 'cannot_tell', ...given }),
})

const PRICING: Record<string, FeeItem['pricing']> = { dues: 'gov_set', pilotage: 'gov_guided' }
function quote(...rows: [asked: Asked, answers: Answer[], ceiling?: boolean][]) {
  const estimated = rows.flatMap(([of, answers, ceiling]) => answers.map((one) => answer(of, one, ceiling)))
  return quoteOf(
    rows.map(([of]) => of),
    estimated,
    (code) => ({ pricing: PRICING[code] ?? 'market' }) as FeeItem,
  )
}

describe('a total', () => {
  test('counts what government sets at its price, whatever is posted beside', () => {
    expect(quote([asked('dues', null), [['34.00']]], [asked('dues', A), [['99.00']]]).total).toEqual({
      low: '34.00',
      high: '34.00',
    })
  })

  test('counts a guided price as posted, and at its ceiling only where nobody posts one', () => {
    const posted = quote([asked('pilotage', null), [['100.00']], true], [asked('pilotage', A), [['80.00']]])
    expect([posted.total.high, posted.ceilings]).toEqual(['80.00', 0])
    const alone = quote([asked('pilotage', null), [['100.00']], true])
    expect([alone.total.high, alone.ceilings]).toEqual(['100.00', 1])
  })

  test('runs from the cheapest to the dearest who posts an item, and names the cheapest', () => {
    const { services, total } = quote(
      [asked('tally', A), [['10.00', '14.00']]],
      [asked('tally', B), [['9.50']]],
      [asked('thc', A), [['0.10']]],
      [asked('thc', B), [['0.20']]],
    )
    expect(total).toEqual({ low: '9.60', high: '14.20' })
    expect(services[0]!.cheapest?.entity).toBe(B)
    expect(quote([asked('tally', A), [['10', '14']]], [asked('tally', B), [['12']]]).services[0]!.cheapest).toBeNull()
  })

  test('has at its low end the cheapest and at its high end the dearest, each once however many ask the same', () => {
    const { services } = quote(
      [asked('pilotage', null), [['100.00']], true],
      [asked('pilotage', A), [['60.00', '90.00']]],
      [asked('pilotage', B), [['70.00', '80.00']]],
      [asked('eir', A), [['5.00']]],
      [asked('eir', B), [['5.00']]],
      [asked('security', null), [['8.00']], true],
    )
    const ends = services.map((service) => Object.values(endsOf(service)).map((charge) => charge?.entity))
    expect(ends).toEqual([
      [A, A],
      [A, A],
      [undefined, undefined],
    ])
  })

  test('adds fen exactly, as no float does', () => {
    expect(quote([asked('thc', A, 3), [['0.10'], ['0.20'], ['0.30']]]).total.high).toBe('0.60')
  })

  test('says what is left out and what is counted in part', () => {
    const { open, partly, total } = quote(
      [asked('thc', A, 2), [['5.00'], { missing: ['size'] }]],
      [asked('eir', A), [{ reason: 'at_cost' }]],
    )
    expect([open.map(({ item }) => item), partly, total.low]).toEqual([['eir'], 1, '5.00'])
  })

  test('prefers a whole price to one that lacks a part, however cheap', () => {
    const { services } = quote(
      [asked('thc', A, 2), [['5.00'], { reason: 'no_line_fits' }]],
      [asked('thc', B, 2), [['6.00'], ['6.00']]],
    )
    expect(services[0]!.counted).toMatchObject({ low: '12.00', high: '12.00' })
    expect(chargesCounted(services[0]!).map(({ entity }) => entity)).toEqual([B])
  })

  test('takes a case that government lists no price for as free, not as missing', () => {
    const { partly, services } = quote([asked('dues', null, 2), [['34.00'], { reason: 'no_line_fits' }]])
    expect([partly, services[0]!.charges[0]!.without]).toEqual([0, 0])
  })

  test('leaves out a ceiling inside a market item: it limits a part of another charge', () => {
    const { services, total } = quote([asked('security', null), [['8.00']], true])
    expect([services[0]!.kind, total.high]).toEqual(['limit', '0.00'])
  })
})
