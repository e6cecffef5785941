import type { Day } from './day.ts'
import type { Statement } from './statement.ts'
import type { Payloads } from './subject.ts'
import { inForce } from './validity.ts'

/** The small subjects that nearly every page needs: all but the prices themselves. */
export const REFERENCE_KINDS = ['item', 'entity', 'port', 'document', 'lineage', 'coverage', 'operating_time'] as const
export type ReferenceKind = (typeof REFERENCE_KINDS)[number]

/** What the portal says of those subjects as of one release, every valid day of it, by key and in order of time. */
export type Reference = {
  release: number
  of: { [K in ReferenceKind]: ReadonlyMap<string, readonly Statement<K>[]> }
}

/** Sorts statements of one release into a reference. */
export function referenceOf(release: number, statements: readonly Statement<ReferenceKind>[]): Reference {
  const of = Object.fromEntries(REFERENCE_KINDS.map((kind) => [kind, new Map<string, Statement[]>()]))
  for (const statement of statements.toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1))) {
    const ofKind = of[statement.kind]!
    const versions = ofKind.get(statement.key)
    if (versions) versions.push(statement)
    else ofKind.set(statement.key, [statement])
  }
  return { release, of: of as unknown as Reference['of'] }
}

/** What a subject is on a day; undefined when nothing is said of it, or that it is withdrawn. */
export const on = <K extends ReferenceKind>(ref: Reference, kind: K, key: string, day: Day): Payloads[K] | undefined =>
  inForce(versionsOf(ref, kind, key), day)?.payload ?? undefined

/** All of a kind that are in force on a day. */
export const allOn = <K extends ReferenceKind>(ref: Reference, kind: K, day: Day): Payloads[K][] =>
  [...(ref.of[kind] as ReadonlyMap<string, readonly Statement<K>[]>).values()].flatMap(
    (versions) => inForce(versions, day)?.payload ?? [],
  )

/** A subject as it was on a day or, failing that, as it was last said to be: for names of what is no longer in force. */
export const nearest = <K extends ReferenceKind>(
  ref: Reference,
  kind: K,
  key: string,
  day: Day,
): Payloads[K] | undefined =>
  on(ref, kind, key, day) ??
  versionsOf(ref, kind, key).findLast(({ payload }) => payload !== null)?.payload ??
  undefined

/** Every version of a subject in order of time, withdrawn stretches among them. */
export const versionsOf = <K extends ReferenceKind>(ref: Reference, kind: K, key: string): readonly Statement<K>[] =>
  (ref.of[kind] as ReadonlyMap<string, readonly Statement<K>[]>).get(key) ?? []

/** The stretches of days on which a subject is in force, neighbours joined: the answer when it is not in force today. */
export function periodsOf(versions: readonly Statement[]): { from: Day; until: Day | null }[] {
  const periods: { from: Day; until: Day | null }[] = []
  for (const { valid, payload } of versions) {
    if (payload === null) continue
    const last = periods.at(-1)
    if (last && last.until === valid.from) last.until = valid.until
    else periods.push({ ...valid })
  }
  return periods
}
