import { Decimal } from 'decimal.js'
import { type FactName, type Facts, meets } from '../facts.ts'
import type { FeeStandard } from '../fee-standard.ts'
import type { Statement } from '../statement.ts'
import { exact } from './exact.ts'
import { numberOf } from './known.ts'

/** A line that may be the price: `missing` are the facts that would have to be said to be sure, none where it surely fits. */
export type OpenLine = { line: Statement<'standard'>; missing: readonly FactName[] }

/**
 * The lines that the facts do not rule out. A box whose size no line lists, and which no other line surely fits, goes
 * by the listed box nearest to its own inner volume (比照最接近的箱型), which must then be known.
 */
export function openLines(lines: readonly Statement<'standard'>[], facts: Facts): readonly OpenLine[] {
  const open: OpenLine[] = []
  for (const line of lines) {
    const { holds, missing } = meets(line.payload!.conditions, facts)
    if (holds || missing.length > 0) open.push({ line, missing })
  }
  if (facts.size === undefined || open.some(({ line, missing }) => missing.length === 0 || lists(line, facts.size!)))
    return open
  const boxes = lines.flatMap((line) => ofOtherBox(line, facts))
  return boxes.length === 0 ? open : [...open, ...nearestBoxes(boxes, facts)]
}

function openOn(line: Statement<'standard'>, conditions: FeeStandard['conditions'], facts: Facts): OpenLine[] {
  const { holds, missing } = meets(conditions, facts)
  return holds || missing.length > 0 ? [{ line, missing }] : []
}

const lists = ({ payload }: Statement<'standard'>, size: string): boolean => {
  const sizes = payload!.conditions.size
  return Array.isArray(sizes) && sizes.includes(size)
}

function ofOtherBox(line: Statement<'standard'>, facts: Facts): OpenLine[] {
  const { size, ...conditions } = line.payload!.conditions
  return line.payload!.terms.box_m3 && size ? openOn(line, conditions, facts) : []
}

function nearestBoxes(boxes: readonly OpenLine[], facts: Facts): OpenLine[] {
  const own = numberOf(facts, 'box_m3')
  if (!own) return boxes.map(({ line, missing }) => ({ line, missing: [...missing, 'box_m3'] }))
  const apart = ({ line }: OpenLine) => exact(line.payload!.terms.box_m3!).minus(own).abs()
  const least = Decimal.min(...boxes.map(apart))
  return boxes.filter((box) => apart(box).eq(least))
}
