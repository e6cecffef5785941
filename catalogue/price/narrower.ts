import type { FeeStandard } from '../fee-standard.ts'
import type { Statement } from '../statement.ts'

type Line = Statement<'standard'>

/** The lines than which none is narrower. */
export function narrowest(lines: readonly Line[]): readonly Line[] {
  const [first, ...others] = lines
  if (first === undefined) return lines
  const least = others.reduce((best, line) => (byNarrowness(line, best) < 0 ? line : best), first)
  return lines.filter((line) => byNarrowness(line, least) === 0)
}

/** Below zero where `a` is the narrower line: more conditions, then a port area, then a port of its own. */
const byNarrowness = (a: Line, b: Line): number => {
  const [one, other] = [a.payload!, b.payload!]
  return conditions(other) - conditions(one) || own(other.area) - own(one.area) || own(other.port) - own(one.port)
}

const conditions = (standard: FeeStandard): number => Object.keys(standard.conditions).length

const own = (place: string | null): number => (place === null ? 0 : 1)
