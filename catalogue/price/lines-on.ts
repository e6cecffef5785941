import type { CreditCode, FeeItemCode } from '../codes.ts'
import { coverageOn } from '../covered.ts'
import type { Day } from '../day.ts'
import type { FeeItem } from '../fee-item.ts'
import type { Statement } from '../statement.ts'
import type { Validity } from '../validity.ts'
import type { PriceBook } from './book.ts'
import type { Estimated } from './estimate-line.ts'
import { heldOn } from './held-on.ts'

/** The lines of an item in force on a day: an entity's own, or the government's where none is named. */
export const linesOn = (book: PriceBook, item: FeeItemCode, entity: CreditCode | null, on: Day) =>
  heldOn(book.standards(item, entity), on)

/** Is an item that is not in force on a day one that was before, and is not published to come back? */
export const isAbolished = (versions: readonly Statement<'item'>[], on: Day): boolean => {
  const said = versions.filter(({ payload }) => payload !== null)
  return said.length > 0 && said.every(({ valid }) => valid.from <= on)
}

/**
 * Why an item in force has no line on a day: a market price needs an entity; what was posted or set has ended or begins
 * later; the entity does not post it; none is set; or no list is held of that day at all.
 */
export function withoutLines(
  { code, pricing }: FeeItem,
  entity: CreditCode | null,
  book: PriceBook,
  on: Day,
): Partial<Estimated> {
  const periods = stretches(book.standards(code, entity).filter(({ payload }) => payload !== null))
  const { complete } = coverageOn(book.reference, entity && book.port, entity, on)
  if (complete && periods.length > 0) return { status: 'not_in_force', periods }
  if (entity === null && pricing === 'market') return { reason: 'missing', missing: ['entity'] }
  return { reason: !complete ? 'no_data' : entity === null ? 'no_line_fits' : 'not_posted' }
}

/** The days on which any of these holds, in order, neighbours joined. */
function stretches(statements: readonly Statement[]): Validity[] {
  const joined: Validity[] = []
  for (const { valid } of statements.toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1))) {
    const last = joined.at(-1)
    if (last === undefined || (last.until !== null && last.until < valid.from)) joined.push({ ...valid })
    else if (last.until !== null && (valid.until === null || valid.until > last.until)) last.until = valid.until
  }
  return joined
}
