import { type Live, saidOf } from '../live.ts'
import { REFERENCE_KINDS, type ReferenceKind } from '../reference.ts'
import type { Line } from '../release.ts'
import type { Statement } from '../statement.ts'
import type { SubjectKind } from '../subject.ts'
import type { Linted } from './rule.ts'

/** Something said, and by which line of the set; `n` is null where it is published already. */
export type Said<K extends SubjectKind = SubjectKind> = { n: number | null; statement: Statement<K> }
export type Numbered = { n: number; line: Line }

/** What is worked out once for all rules: the same object, never changed, gives the same answer. */
export function once<G extends object, T>(work: (given: G) => T): (given: G) => T {
  const known = new WeakMap<G, { answer: T }>()
  return (given) => {
    const found = known.get(given) ?? { answer: work(given) }
    known.set(given, found)
    return found.answer
  }
}

/** The lines that could be published, each with its number in the set. */
export const soundLines = once(({ lines, faults }: Linted): readonly Numbered[] => {
  const faulty = new Set(faults.map(({ n }) => n))
  return lines.flatMap((line, index) => (faulty.has(index + 1) ? [] : [{ n: index + 1, line }]))
})

/** The numbers of the lines about each subject, by `kind:key`. */
export const touching = once((given: Linted): ReadonlyMap<string, readonly number[]> => {
  const numbers = new Map<string, number[]>()
  for (const { n, line } of soundLines(given)) {
    const name = `${line.kind}:${line.key}`
    const of = numbers.get(name)
    if (of) of.push(n)
    else numbers.set(name, [n])
  }
  return numbers
})

/** What rules judge of one kind: on a set what its lines say; on the live list what stands today and from today on. */
export const judged = <K extends SubjectKind>(given: Linted, kind: K): readonly Said<K>[] =>
  (allJudged(given).get(kind) ?? []) as readonly Said<K>[]

/** Every version of each subject of a kind, as if the set were published: the touched ones, or on the live list all. */
export const histories = <K extends SubjectKind>(given: Linted, kind: K): (readonly Statement<K>[])[] =>
  given.on === 'live'
    ? [...everySaid(given.after, kind).values()]
    : [...touching(given).keys()]
        .filter((name) => name.startsWith(`${kind}:`))
        .map((name) => saidOf(given.after, kind, name.slice(kind.length + 1)))

/** All that is said of one kind, by key. */
export const everySaid = <K extends SubjectKind>(live: Live, kind: K): ReadonlyMap<string, readonly Statement<K>[]> =>
  (kind === 'standard' ? live.standards : live.reference.of[kind as ReferenceKind]) as never

const allJudged = once((given: Linted): ReadonlyMap<SubjectKind, readonly Said[]> => {
  const said = given.on === 'set' ? proposed(given) : standing(given)
  return Map.groupBy(said, ({ statement }) => statement.kind)
})

const proposed = (given: Linted): Said[] =>
  soundLines(given).flatMap(({ n, line }) =>
    line.payload === null ? [] : [{ n, statement: asStatement(n, line, given.after.release) }],
  )

function asStatement(n: number, line: Line, release: number): Statement {
  const { kind, key, change, valid, payload, why } = line
  const known = { from: release, until: null }
  return { id: `proposed-${n}`, kind, key, change, remainder: false, valid, known, payload, why, line: { release, n } }
}

const standing = ({ after, settings }: Linted): Said[] =>
  [...REFERENCE_KINDS, 'standard' as const]
    .flatMap((kind) => [...everySaid<SubjectKind>(after, kind).values()].flat())
    .filter(({ payload, valid }) => payload !== null && (valid.until === null || settings.today < valid.until))
    .map((statement) => ({ n: null, statement }))
