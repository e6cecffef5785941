import { nearest, type Reference, versionsOf } from '../reference.ts'
import type { Statement } from '../statement.ts'
import { overlap, type Validity } from '../validity.ts'

type Standard = Statement<'standard'>

/**
 * What government's standards of an item come to at one port: its own, and the national ones on the days on which it
 * has no line of the same name and the item is used at ports of its kind. A statement may appear once for each stretch.
 */
export function heldAtPort(item: string, port: string, told: readonly Standard[], reference: Reference): Standard[] {
  const own = told.filter(({ payload }) => payload!.port === port)
  const unused = daysUnused(item, port, reference)
  const national = told
    .filter(({ payload }) => payload!.port === null)
    .flatMap((standard) =>
      stretchesLeft(standard.valid, [...unused, ...daysOfLine(own, standard)]).map((valid) => ({ ...standard, valid })),
    )
  return [...own, ...national].toSorted((a, b) =>
    a.valid.from < b.valid.from ? -1 : a.valid.from > b.valid.from ? 1 : 0,
  )
}

/** What is left of some days without others, in order of time. */
export const stretchesLeft = (whole: Validity, without: readonly Validity[]): Validity[] =>
  without.reduce<Validity[]>((left, taken) => left.flatMap((stretch) => cut(stretch, taken)), [whole])

function cut(stretch: Validity, taken: Validity): Validity[] {
  if (!overlap(stretch, taken)) return [stretch]
  const before = stretch.from < taken.from ? [{ from: stretch.from, until: taken.from }] : []
  const goesOn = taken.until !== null && (stretch.until === null || taken.until < stretch.until)
  return goesOn ? [...before, { from: taken.until!, until: stretch.until }] : before
}

/** A line of a port area stands beside the national one, not in its place. */
const daysOfLine = (own: readonly Standard[], { payload }: Standard): Validity[] =>
  own.filter((one) => one.payload!.area === null && one.payload!.line === payload!.line).map(({ valid }) => valid)

/** Days on which the item is charged at ports of other kinds only. */
function daysUnused(item: string, port: string, reference: Reference): Validity[] {
  return versionsOf(reference, 'item', item).flatMap(({ payload, valid }) => {
    const kind = nearest(reference, 'port', port, valid.from)?.kind
    return payload === null || kind === undefined || payload.at.includes(kind) ? [] : [valid]
  })
}
