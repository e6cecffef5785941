import { FACTS, type FactName, type Facts, meets, within } from '../facts.ts'
import type { Statement } from '../statement.ts'
import { withMeasure } from './known.ts'
import { narrowest } from './narrower.ts'
import { type OpenLine, openLines } from './open-lines.ts'

type Line = Statement<'standard'>

/** Which of an item's lines is the price: one with what is added to it, several alike, none, or it depends on facts not said. */
export type Fitting =
  | { kind: 'fits'; base: Line; additions: readonly Line[] }
  | { kind: 'missing'; missing: readonly FactName[] }
  | { kind: 'several'; candidates: readonly Line[] }
  | { kind: 'none' }

/**
 * 适用的标准: of the lines in force on the day, those whose conditions surely hold, the narrowest first. While a special
 * case of that line may hold too its facts are asked for; but one for a service of its own (`pilot_service`) must itself
 * be asked for. Where none surely holds, the facts missed are those of the lines nearest to what was said.
 */
export function fitting(candidates: readonly Line[], said: Facts): Fitting {
  const facts = withMeasure(said)
  const { bases, added } = sorted(candidates)
  const open = openLines(bases, facts)
  const sure = open.filter(({ missing }) => missing.length === 0).map(({ line }) => line)
  const best = narrowest(sure)
  const unsure = best.length === 0 ? nearestTo(open, facts) : open.filter((line) => isSpecialCase(line, best))
  if (unsure.length > 0) return { kind: 'missing', missing: [...new Set(unsure.flatMap(({ missing }) => missing))] }
  const [base, another] = best
  if (base === undefined) return { kind: 'none' }
  return another ? { kind: 'several', candidates: best } : fits(base, added, facts)
}

/** The base with what is added to it: lines of the same setter and place whose conditions surely hold. */
const fits = (base: Line, added: readonly Line[], facts: Facts): Fitting => ({
  kind: 'fits',
  base,
  additions: added.filter(({ payload }) => {
    const { adds_to, entity, area, conditions } = payload!
    const { payload: to } = base
    const beside = adds_to === to!.line && entity === to!.entity && (area === null || area === to!.area)
    return beside && meets(conditions, facts).holds
  }),
})

type Sorted = { bases: readonly Line[]; added: readonly Line[] }
const known = new WeakMap<readonly Line[], Sorted>()

/** Lines that may be the price, and those that are added to one; the same list is asked again and again. */
function sorted(lines: readonly Line[]): Sorted {
  const before = known.get(lines)
  if (before !== undefined) return before
  const { bases = [], added = [] } = Object.groupBy(lines, ({ payload }) =>
    payload!.adds_to === undefined ? 'bases' : 'added',
  )
  known.set(lines, { bases, added })
  return { bases, added }
}

/** Does it hold, where facts that any item may ask for are such, in a part of the cases of the lines that surely hold? */
const isSpecialCase = ({ line, missing }: OpenLine, best: readonly Line[]): boolean =>
  missing.length > 0 &&
  missing.every((fact) => fact in FACTS) &&
  best.every(({ payload }) => within(line.payload!.conditions, payload!.conditions))

/** Of lines that ask for more, those of whose conditions most were said. */
function nearestTo(open: readonly OpenLine[], facts: Facts): readonly OpenLine[] {
  const said = open.map(({ line }) => Object.keys(line.payload!.conditions).filter((fact) => fact in facts).length)
  const most = Math.max(...said)
  return open.filter((_, n) => said[n] === most)
}
