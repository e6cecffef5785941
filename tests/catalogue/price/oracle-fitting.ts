import { FACTS, type Facts } from '../../../catalogue/facts.ts'
import type { FeeStandard } from '../../../catalogue/fee-standard.ts'
import type { Statement } from '../../../catalogue/statement.ts'
import { type Agreement, agreement } from './agreement.ts'
import * as f from './fraction.ts'

type Line = Statement<'standard'>
type Seen = { line: Line; standard: FeeStandard } & Agreement

/** Which line is the price, by its number, and which are added to it. */
export type Fit =
  | { kind: 'fits'; base: string; additions: string[] }
  | { kind: 'missing'; missing: string[] }
  | { kind: 'several'; candidates: string[] }
  | { kind: 'none' }

/** 选线的另一种算法: every line is looked at on its own, and the answer read off the whole table of answers. */
export function oracleFitting(candidates: readonly Line[], given: Facts): Fit {
  const facts = measuredBy(given)
  const seen = see(candidates, facts)
  const alone = seen.filter(({ standard }) => standard.adds_to === undefined)
  const open = openTo(alone, facts)
  const sure = open.filter(({ answer }) => answer === 'yes')
  const unsure = open.filter(({ answer }) => answer === 'unsaid')
  const best = narrowestOf(sure)
  const asked = sure.length === 0 ? nearestToSaid(unsure) : unsure.filter((one) => standsBefore(one, best))
  if (asked.length > 0) return { kind: 'missing', missing: [...new Set(asked.flatMap(({ unsaid }) => unsaid))] }
  return sure.length === 0 ? { kind: 'none' } : answerOf(best, seen)
}

/** Lines that the facts do not rule out; where none of them fits the box or lists its size, those by volume too. */
function openTo(alone: readonly Seen[], facts: Facts): Seen[] {
  const open = alone.filter(({ answer }) => answer !== 'no')
  const { size } = facts
  if (size === undefined) return open
  const listed = open.some(({ standard, answer }) => answer === 'yes' || sizesOf(standard).includes(size))
  return listed ? open : [...open, ...byVolume(alone, facts)]
}

const sizesOf = ({ conditions: { size } }: FeeStandard): string[] => (Array.isArray(size) ? size : [])

/** Of lines that depend on facts not said, those whose conditions agree with most of what was said. */
const nearestToSaid = (unsure: readonly Seen[]): Seen[] =>
  unsure.filter((one) => !unsure.some((other) => agreed(other) > agreed(one)))

const agreed = ({ standard, unsaid }: Seen): number =>
  Object.keys(standard.conditions).filter((fact) => !unsaid.includes(fact)).length

/** A special case of the line that fits asks for its facts first; but no one is asked for an item’s own special service. */
const standsBefore = ({ standard, unsaid }: Seen, best: readonly Seen[]): boolean =>
  unsaid.every((fact) => fact in FACTS) && best.every((other) => isSpecialCase(standard, other.standard))

function isSpecialCase(special: FeeStandard, wide: FeeStandard): boolean {
  for (const [fact, wanted] of Object.entries(wide.conditions)) {
    const has = special.conditions[fact]
    if (has === undefined || Array.isArray(has) !== Array.isArray(wanted)) return false
    if (Array.isArray(has) && Array.isArray(wanted) && has.some((value) => !wanted.includes(value))) return false
    if (!Array.isArray(has) && JSON.stringify(has) !== JSON.stringify(wanted)) return false
  }
  return true
}

const see = (candidates: readonly Line[], facts: Facts): Seen[] =>
  candidates.flatMap((line) =>
    line.payload === null ? [] : [{ line, standard: line.payload, ...agreement(line.payload.conditions, facts) }],
  )

/** 择大: goods of which both are known are measured by the greater. */
function measuredBy(facts: Facts): Facts {
  const { weight_t, volume_m3 } = facts
  if (facts.measured_by !== undefined || weight_t === undefined || volume_m3 === undefined) return facts
  return { ...facts, measured_by: f.below(f.read(weight_t), f.read(volume_m3)) ? 'volume' : 'weight' }
}

const narrowestOf = (sure: readonly Seen[]): Seen[] =>
  sure.filter((one) => !sure.some((other) => narrower(other.standard, one.standard)))

function answerOf(best: readonly Seen[], seen: readonly Seen[]): Fit {
  const [only] = best
  if (best.length > 1) return { kind: 'several', candidates: best.map(({ line }) => line.id) }
  const additions = seen.filter(
    ({ standard: { adds_to, area }, answer }) =>
      answer === 'yes' && adds_to === only!.standard.line && (area === null || area === only!.standard.area),
  )
  return { kind: 'fits', base: only!.line.id, additions: additions.map(({ line }) => line.id) }
}

function narrower(a: FeeStandard, b: FeeStandard): boolean {
  const [more, fewer] = [a, b].map(({ conditions }) => Object.keys(conditions).length) as [number, number]
  if (more !== fewer) return more > fewer
  return place(a) > place(b)
}

const place = ({ port, area }: FeeStandard): number => (area !== null ? 2 : port !== null ? 1 : 0)

/** A box of a size that is not listed pays by the listed one whose inner volume is nearest. */
function byVolume(alone: readonly Seen[], facts: Facts): Seen[] {
  const boxes = alone.flatMap(({ line, standard }) => {
    const { size, ...others } = standard.conditions
    if (standard.terms.box_m3 === undefined || size === undefined) return []
    const seen = { line, standard, ...agreement(others, facts) }
    return seen.answer === 'no' ? [] : [seen]
  })
  if (facts.box_m3 === undefined)
    return boxes.map((box) => ({ ...box, answer: 'unsaid', unsaid: [...box.unsaid, 'box_m3'] }))
  const own = f.read(facts.box_m3)
  const away = ({ standard }: Seen) => distance(f.read(standard.terms.box_m3!), own)
  return boxes.filter((one) => !boxes.some((other) => f.below(away(other), away(one))))
}

const distance = (a: f.Fraction, b: f.Fraction): f.Fraction => (f.below(a, b) ? f.minus(b, a) : f.minus(a, b))
