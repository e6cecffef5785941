import type { Ask, ImportProblem } from '../../../catalogue/import/reading.ts'
import type { Line } from '../../../catalogue/release.ts'
import type { Translate } from '../../../views/locale/locale.ts'
import { saidProblem } from '../../../views/words/import.ts'
import { saidFinding } from '../../../views/words/lint.ts'
import type { ListRead } from '../../imports.ts'

/** A reading as the API tells it. */
export const readingOut = ({ release, file, reading, lint }: ListRead, t: Translate) => ({
  ...{ release, file, counts: reading.counts },
  problems: reading.problems.map((problem) => problemOut(problem, t)),
  lines: reading.lines.map(lineOut),
  asks: reading.asks.map(askOut),
  findings: (lint?.findings ?? []).map((finding) => {
    const { rule, severity, lines } = finding
    return { rule, severity, lines, text: saidFinding(finding, t).text }
  }),
})

/** A problem with its place, in words. */
export function problemOut(problem: ImportProblem, t: Translate) {
  const { severity, code, sheet, row, column } = problem
  const { text, mend } = saidProblem(problem, t)
  return { severity, code, sheet, row, column, message: text, mend }
}

const lineOut = ({ kind, key, change, valid, source }: Line) => ({
  ...{ kind, key, change, effective_from: valid.from, effective_until: valid.until, source: source ?? null },
})

export const askOut = ({ id, kind, sheet, row, name, matched, line }: Ask) => ({
  ...{ id, kind, sheet, row, name, item: matched.item, line: lineOut(line) },
})
