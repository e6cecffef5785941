import type { Day } from './day.ts'
import { REFERENCE_KINDS, type Reference, type ReferenceKind, referenceOf } from './reference.ts'
import type { Line } from './release.ts'
import type { Statement } from './statement.ts'
import type { SubjectKind } from './subject.ts'
import { overlap, type Validity } from './validity.ts'

/**
 * 现状: what the portal says as of one release, every valid day of it: all items, ports, entities, documents, lineage
 * and coverage; and by key the standards, the government's and those of `entities`, each entity's whole list.
 */
export type Live = {
  release: number
  today: Day
  reference: Reference
  standards: ReadonlyMap<string, readonly Statement<'standard'>[]>
  entities: ReadonlySet<string> | 'all'
}

/** What is said of one subject, in order of time; nothing when it was never said. */
export function saidOf<K extends SubjectKind>(live: Live, kind: K, key: string): readonly Statement<K>[] {
  const all = (kind === 'standard' ? live.standards : live.reference.of[kind as ReferenceKind]) as ReadonlyMap<
    string,
    readonly Statement<K>[]
  >
  return all.get(key) ?? []
}

/** The same as if these lines were published next: what publish() would leave standing. The lines must not overlap. */
export function afterwards(live: Live, lines: readonly Line[]): Live {
  const release = live.release + 1
  const said = new Map<string, { kind: SubjectKind; key: string; lines: [n: number, line: Line][] }>()
  for (const [index, line] of lines.entries()) {
    const name = `${line.kind}:${line.key}`
    const of = said.get(name) ?? { kind: line.kind, key: line.key, lines: [] }
    of.lines.push([index + 1, line])
    said.set(name, of)
  }
  const standards = new Map(live.standards)
  const reference = new Map(REFERENCE_KINDS.map((kind) => [kind, new Map(live.reference.of[kind] as never)]))
  for (const { kind, key, lines } of said.values()) {
    const standing = standingAfter(saidOf(live, kind, key), lines, release)
    const of = (kind === 'standard' ? standards : reference.get(kind as ReferenceKind)!) as Map<string, unknown>
    of.set(key, standing)
  }
  const all = REFERENCE_KINDS.flatMap((kind) =>
    [...(reference.get(kind) as Map<string, Statement<ReferenceKind>[]>).values()].flat(),
  )
  return { ...live, release, standards, reference: referenceOf(release, all) }
}

/** Statements of one subject after lines have been said over them, in order of time. */
function standingAfter(before: readonly Statement[], lines: readonly [number, Line][], release: number): Statement[] {
  const hit = lines.map(([, { valid }]) => valid)
  const left = before.flatMap((one) => {
    if (!hit.some((valid) => overlap(valid, one.valid))) return [one]
    const known = { from: release, until: null }
    return without(one.valid, hit).map((valid) => ({ ...one, remainder: true, valid, known }))
  })
  const made = lines.map(([n, { kind, key, change, valid, payload, why }]) => ({
    ...{ id: `proposed-${n}`, kind, key, change, remainder: false, valid, payload, why },
    ...{ known: { from: release, until: null }, line: { release, n } },
  }))
  return [...left, ...made].toSorted((a, b) => (a.valid.from < b.valid.from ? -1 : 1))
}

/** What is left of some days when others are taken away. */
export function without(days: Validity, taken: readonly Validity[]): Validity[] {
  let left = [days]
  for (const { from, until } of taken)
    left = left.flatMap((one) => {
      if (!overlap(one, { from, until })) return [one]
      const before = one.from < from ? [{ from: one.from, until: from }] : []
      const after =
        until !== null && (one.until === null || until < one.until) ? [{ from: until, until: one.until }] : []
      return [...before, ...after]
    })
  return left
}
