import type { RuleCode } from '../../catalogue/lint/codes.ts'

const PARTS = ['name', 'why', 'mend'] as const

/** The words of every rule, by `V06-name`, `V06-why` and `V06-mend`. */
export const ruleWords = (rules: Record<RuleCode, readonly [name: string, why: string, mend: string]>) =>
  Object.fromEntries(
    Object.entries(rules).flatMap(([code, words]) => PARTS.map((part, n) => [`${code}-${part}`, words[n]!])),
  ) as Record<`${RuleCode}-${(typeof PARTS)[number]}`, string>
