import { Change, Source, Why } from './statement.ts'
import { keyOf, type Payloads, SUBJECTS, type SubjectKind } from './subject.ts'
import type { Text } from './text.ts'
import { overlap, Validity } from './validity.ts'

/**
 * 发布: one atomic publication. `backfilled` marks a release of something announced before the portal existed,
 * `emergency` one that was published before a second pair of eyes had approved it.
 */
export type Release = {
  seq: number
  publishedAt: Date
  title: Text
  note: Text | null
  backfilled: boolean
  emergency: boolean
  lines: number
}

/** One line of a release to be: what it says of one subject, from which day until which, and where it was read. */
export type Line<K extends SubjectKind = SubjectKind> = {
  kind: K
  key: string
  change: Change
  valid: Validity
  payload: Payloads[K] | null
  why: Why
  source?: Source
}

/** A line that says something; its key is read off what it says. */
export const say = <K extends SubjectKind>(
  kind: K,
  payload: Payloads[K],
  valid: Validity,
  why: Why,
  change: Exclude<Change, 'withdraw'> = 'new',
): Line<K> => ({ kind, key: keyOf[kind](payload), change, valid, payload, why })

/** A line that ends something: on the days of `valid` nothing applies. */
export const withdraw = <K extends SubjectKind>(kind: K, key: string, valid: Validity, why: Why): Line<K> => ({
  kind,
  key,
  change: 'withdraw',
  valid,
  payload: null,
  why,
})

export type LineFault = { n: number; field: string; code: string }

/** Everything wrong with the lines of one release, each fault by line number (from 1) and field; empty when publishable. */
export function faultsOf(lines: readonly Line[]): LineFault[] {
  const faults = lines.flatMap((line, index) => faultsOfLine(line).map((fault) => ({ n: index + 1, ...fault })))
  return [...faults, ...doubled(lines)]
}

function faultsOfLine(line: Line): Omit<LineFault, 'n'>[] {
  const issues = [
    ...[Validity.safeParse(line.valid), Why.safeParse(line.why), Change.safeParse(line.change)],
    ...(line.source === undefined ? [] : [Source.safeParse(line.source)]),
    ...(line.payload === null ? [] : [SUBJECTS[line.kind].safeParse(line.payload)]),
  ].flatMap(({ error }) => error?.issues ?? [])
  const faults = issues.map(({ path, message }) => ({ field: path.join('.'), code: message }))
  if ((line.change === 'withdraw') !== (line.payload === null))
    faults.push({ field: 'payload', code: 'withdraw-says-nothing' })
  if (issues.length === 0 && line.payload !== null && keyOf[line.kind](line.payload as never) !== line.key)
    faults.push({ field: 'key', code: 'key-differs' })
  return faults
}

/** One release says at most one thing about one subject on one day, so the order of its lines cannot matter. */
function doubled(lines: readonly Line[]): LineFault[] {
  const seen = new Map<string, Line[]>()
  return lines.flatMap((line, index) => {
    const name = `${line.kind}:${line.key}`
    const before = seen.get(name) ?? []
    seen.set(name, [...before, line])
    return before.some(({ valid }) => overlap(valid, line.valid))
      ? [{ n: index + 1, field: 'valid', code: 'said-twice' }]
      : []
  })
}
