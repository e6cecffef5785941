import type { RuleCode, SkippedBecause } from './codes.ts'
import type { Finding, Linted, Rule, RuleSource, Severity, Skipped } from './rule.ts'
import type { Said } from './scene.ts'

/** What a rule found, before it is put as a finding: what it is about, and where that differs from the rule, how bad. */
export type Hit = {
  about: readonly Pick<Said, 'n' | 'statement'>[]
  lines?: readonly number[]
  severity?: Severity
  case?: string
  field?: string
  values?: Record<string, string>
}

type Look = (given: Linted) => readonly (Hit | Skipped)[]

/** A rule by its code, with what it rests on, where it is run and how it looks. */
export const rule = (
  code: RuleCode,
  severity: Severity,
  source: RuleSource | null,
  on: Rule['on'],
  look: Look,
): Rule => ({
  ...{ code, severity, source, on },
  find: (given) => look(given).map((hit) => ('because' in hit ? hit : findingOf(code, severity, hit))),
})

/** A rule, or a part of one, that could not run. */
export const skipped = (code: RuleCode, because: SkippedBecause, values: Record<string, string> = {}): Skipped => ({
  ...{ rule: code, because, values },
})

function findingOf(code: string, severity: Severity, hit: Hit): Finding {
  const lines = [...(hit.lines ?? []), ...hit.about.flatMap(({ n }) => n ?? [])]
  const published = hit.about.filter(({ n }) => n === null).map(({ statement: { kind, key } }) => ({ kind, key }))
  return {
    rule: code,
    severity: hit.severity ?? severity,
    lines: [...new Set(lines)].toSorted((a, b) => a - b),
    subjects: published,
    field: hit.field ?? null,
    values: hit.values ?? {},
    case: hit.case ?? null,
  }
}
