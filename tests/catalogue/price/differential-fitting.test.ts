import { describe, expect, test } from 'vitest'
import { type Fitting, fitting } from '../../../catalogue/price/fitting.ts'
import { type Fit, oracleFitting } from './oracle-fitting.ts'
import { randomLines } from './random-lines.ts'
import { each, tallyOf } from './tally.ts'

const CASES = 10_000

/** An answer in numbers of lines, so that two may be compared. */
function inNumbers(fit: Fitting): Fit {
  if (fit.kind === 'fits') return { kind: 'fits', base: fit.base.id, additions: fit.additions.map(({ id }) => id) }
  if (fit.kind === 'several') return { kind: 'several', candidates: fit.candidates.map(({ id }) => id) }
  return fit.kind === 'missing' ? { kind: 'missing', missing: [...fit.missing] } : fit
}

const sorted = (fit: Fit): Fit => (fit.kind === 'missing' ? { kind: 'missing', missing: fit.missing.toSorted() } : fit)

describe(`${CASES} random lists`, () => {
  const compared = Array.from({ length: CASES }, (_, n) => {
    const { candidates, facts } = randomLines(n)
    const [found, told] = [fitting(candidates, facts), oracleFitting(candidates, facts)]
    return { n, candidates, facts, found: sorted(inNumbers(found)), told: sorted(told) }
  })

  test('give the line that a look at every line on its own gives, and what is added to it', () => {
    const wrong = compared.filter(({ found, told }) => JSON.stringify(found) !== JSON.stringify(told))
    const shortest = wrong.toSorted((a, b) => a.candidates.length - b.candidates.length).slice(0, 3)
    const listed = shortest.map(({ candidates, ...rest }) => ({
      ...rest,
      lines: candidates.map(({ payload }) => [payload!.line, payload!.adds_to, payload!.port, payload!.conditions]),
    }))
    expect(listed, `${wrong.length} differ`).toEqual([])
  })

  test('end in every kind of answer, also with additions and by box volume', () => {
    expect(tallyOf(compared.map(({ told }) => told.kind))).toEqual(each(['fits', 'missing', 'several', 'none'], 200))
    const fits = compared.flatMap(({ told, candidates, facts }) =>
      told.kind === 'fits' ? [{ told, facts, base: candidates.find(({ id }) => id === told.base)!.payload! }] : [],
    )
    expect(fits.filter(({ told }) => told.additions.length > 0).length).toBeGreaterThan(200)
    const other = fits.filter(({ base, facts }) => {
      const sizes = base.conditions.size
      return Array.isArray(sizes) && facts.size !== undefined && !sizes.includes(facts.size)
    })
    expect(other.length).toBeGreaterThan(50)
    expect(
      compared.filter(({ told }) => told.kind === 'missing' && told.missing.includes('box_m3')).length,
    ).toBeGreaterThan(20)
  })
})
