import { findingId } from '../../catalogue/lint/lint.ts'
import type { Finding, LintReport, Severity } from '../../catalogue/lint/rule.ts'
import type { Translate } from '../locale/locale.ts'
import { saidFinding, saidSkipped } from './lint.ts'
import type { SetSaying } from './set.ts'

/** One thing that lint found, in words, and the lines of the set that it names. */
export type FoundWords = {
  id: string
  severity: Severity
  word: string
  rule: string
  text: string
  mend: string
  source: string | null
  lines: { n: number; href: string }[]
}

/** Everything lint found of a set: by line, what names no line, and what could not be looked at. */
export type FoundInSet = {
  all: FoundWords[]
  byLine: ReadonlyMap<number, FoundWords[]>
  elsewhere: FoundWords[]
  counts: { severity: Severity; text: string }[]
  skipped: { rule: string; text: string }[]
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note']

/** `numberOf` tells the number of a line by its place among those that lint was given, from 1. */
export function foundInSet(
  report: LintReport,
  numberOf: (place: number) => number,
  addressOf: (n: number) => string,
  saying: SetSaying,
): FoundInSet {
  const all = report.findings
    .toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
    .map((finding) => foundWords(finding, numberOf, addressOf, saying))
  const byLine = new Map<number, FoundWords[]>()
  for (const found of all)
    for (const { n } of found.lines) {
      const before = byLine.get(n)
      if (before) before.push(found)
      else byLine.set(n, [found])
    }
  return {
    all,
    byLine,
    elsewhere: all.filter(({ lines }) => lines.length === 0),
    counts: countsOf(report, saying.t),
    skipped: report.skipped.map((one) => saidSkipped(one, saying.t)),
  }
}

const countsOf = ({ findings }: LintReport, t: Translate): FoundInSet['counts'] =>
  SEVERITIES.flatMap((severity) => {
    const n = findings.filter((one) => one.severity === severity).length
    return n === 0 ? [] : [{ severity, text: t(`review.count-${severity}`, { n }) }]
  })

function foundWords(
  finding: Finding,
  numberOf: (place: number) => number,
  addressOf: (n: number) => string,
  { t, ref, today }: SetSaying,
): FoundWords {
  const { text, mend, source } = saidFinding(finding, t, ref, today)
  return {
    ...{ id: findingId(finding), severity: finding.severity, rule: finding.rule, text, mend, source },
    word: t.words.review[finding.severity],
    lines: finding.lines.map((place) => ({ n: numberOf(place), href: addressOf(numberOf(place)) })),
  }
}
