import type { ImportProblem } from '../../catalogue/import/reading.ts'
import type { Translate } from '../locale/locale.ts'
import { saidProblem } from './import.ts'

/** All problems of a file, and where its annotated copy is. */
export type ProblemsTold = {
  errors: string | null
  warnings: string | null
  rows: { severity: string; shape: string; where: string; text: string; mend: string }[]
  rest: string | null
  annotated: string | null
}

/** Problems shown on the page; the annotated copy has all. */
const MOST_TOLD = 200

export function problemsTold(problems: readonly ImportProblem[], action: string, t: Translate): ProblemsTold {
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.length - errors
  const shown = problems.slice(0, MOST_TOLD)
  const rest = { shown: shown.length, n: problems.length }
  return {
    errors: errors === 0 ? null : t('imports.problemsErrors', { n: errors }),
    warnings: warnings === 0 ? null : t('imports.problemsWarnings', { n: warnings }),
    rows: shown.map((problem) => ({
      severity: t.words.imports[`severity_${problem.severity}`],
      shape: problem.severity,
      ...saidProblem(problem, t),
    })),
    rest: problems.length > shown.length ? t('imports.problemsRest', rest) : null,
    annotated: problems.length === 0 ? null : `${action}/annotated.xlsx`,
  }
}
