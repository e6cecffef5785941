import type { LintReport } from '../../catalogue/lint/rule.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Translate } from '../locale/locale.ts'
import { type Beside, importLine } from './import-lines.ts'
import { type SaidFinding, saidFinding, saidSkipped } from './lint.ts'

/** What the rules found in the lines of a file. */
export type RulesFound = {
  summary: string
  rows: FoundRow[]
  rest: string | null
  skipped: { lead: string; rows: { rule: string; name: string; text: string }[] } | null
}

type FoundRow = Pick<SaidFinding, 'word' | 'rule' | 'name' | 'text' | 'mend' | 'source'> & {
  shape: string
  lines: string
}

/** Findings shown on the page; the draft has all. */
const MOST_FOUND = 100

export function foundByRules(
  { findings, skipped }: LintReport,
  lines: readonly Line[],
  beside: Beside,
  t: Translate,
): RulesFound {
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length
  const counts = { errors: count('error'), warnings: count('warning'), notes: count('note') }
  const shown = findings.toSorted((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]).slice(0, MOST_FOUND)
  const rest = { shown: shown.length, n: findings.length }
  return {
    summary: findings.length === 0 ? t.words.imports.lintNone : t('imports.lintSummary', counts),
    rows: shown.map((finding) => ({
      ...saidFinding(finding, t, beside.reference, beside.on),
      shape: finding.severity,
      lines: finding.lines
        .slice(0, 5)
        .map((n) => nameOf(lines, n, beside, t))
        .join(t.words.common.and),
    })),
    rest: findings.length > shown.length ? t('imports.lintRest', rest) : null,
    skipped:
      skipped.length === 0
        ? null
        : { lead: t('imports.lintSkipped', { n: skipped.length }), rows: skipped.map((one) => saidSkipped(one, t)) },
  }
}

const WEIGHT = { error: 0, warning: 1, note: 2 } as const

/** The nth line by its subject and its place in the file. */
function nameOf(lines: readonly Line[], n: number, beside: Beside, t: Translate): string {
  const line = lines[n - 1]
  if (line === undefined) return String(n)
  const { name, from } = importLine(line, n, beside, t)
  return t('imports.foundAt', { name: name.text, from })
}
