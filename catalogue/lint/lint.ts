import { afterwards, type Live } from '../live.ts'
import { faultsOf, type Line } from '../release.ts'
import type { Finding, Linted, LintReport, LintSettings, Rule, Severity, Skipped } from './rule.ts'
import { BASIS_RULES } from './rules/basis.ts'
import { LIST_RULES } from './rules/catalogue-list.ts'
import { DATE_RULES } from './rules/dates.ts'
import { KEEPING_RULES } from './rules/keeping.ts'
import { LINEAGE_RULES } from './rules/lineage.ts'
import { NOTICE_RULES } from './rules/notice.ts'
import { OFFICIAL_RULES } from './rules/official.ts'
import { PRICE_RULES } from './rules/prices.ts'
import { SET_RULES } from './rules/set.ts'
import { WORDING_RULES } from './rules/wording.ts'

const inOrder = (rules: readonly Rule[]): Rule[] => rules.toSorted((a, b) => (a.code < b.code ? -1 : 1))

/** 规则目录: every rule of the portal, by code. */
export const RULES: readonly Rule[] = [
  ...inOrder([...DATE_RULES, ...NOTICE_RULES]),
  ...BASIS_RULES,
  ...PRICE_RULES,
  ...LINEAGE_RULES,
  ...LIST_RULES,
  ...SET_RULES,
  ...inOrder([...OFFICIAL_RULES, ...WORDING_RULES, ...KEEPING_RULES]),
]

/** 检查变更集: what the rules say of lines as if they were published next. Lines that could not be are left aside, each with its fault. */
export function lint(before: Live, lines: readonly Line[], settings: LintSettings): LintReport {
  const faults = faultsOf(lines)
  const faulty = new Set(faults.map(({ n }) => n))
  const after = afterwards(
    before,
    lines.filter((_, index) => !faulty.has(index + 1)),
  )
  return reportOf({ on: 'set', before, after, lines, faults, settings })
}

/** 检查现行清单: what the rules say of all that stands today or is published to come. */
export const lintLive = (live: Live, settings: LintSettings): LintReport =>
  reportOf({ on: 'live', before: live, after: live, lines: [], faults: [], settings })

/** The name of a finding within its report, by which a reviewer accepts it: the rule, what it names, and the field. */
export function findingId({ rule, lines, subjects, field }: Finding): string {
  const named = lines.length > 0 ? lines.join(',') : subjects.map(({ kind, key }) => `${kind}/${key}`).join(',')
  return `${rule}:${named}:${field ?? ''}`
}

function reportOf(given: Linted): LintReport {
  const rules = RULES.filter(({ on }) => on.includes(given.on))
  const said = rules.flatMap((rule) => rule.find(given))
  const skipped = said.filter((one): one is Skipped => 'because' in one)
  const findings = worstOfEach(said.filter((one): one is Finding => !('because' in one)))
  return { release: given.before.release, ran: ranOf(rules, skipped), findings, skipped }
}

/** The rules that ran, in whole or in part: not those of which nothing but a reason to skip them is known. */
const ranOf = (rules: readonly Rule[], skipped: LintReport['skipped']): string[] =>
  rules
    .map(({ code }) => code)
    .filter((code) => !skipped.some(({ rule, because }) => rule === code && WHOLLY.has(because)))

const WHOLLY: ReadonlySet<string> = new Set(['on-bills', 'not-approved'])

const RANK: Record<Severity, number> = { error: 0, warning: 1, note: 2 }

/** One finding for each name, the worst of those that share it; the worst first, then by rule and line. */
function worstOfEach(findings: readonly Finding[]): Finding[] {
  const worst = new Map<string, Finding>()
  for (const finding of findings) {
    const id = findingId(finding)
    const known = worst.get(id)
    if (!known || RANK[finding.severity] < RANK[known.severity]) worst.set(id, finding)
  }
  return [...worst.values()].toSorted((a, b) => RANK[a.severity] - RANK[b.severity])
}
