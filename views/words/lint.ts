import type { Day } from '../../catalogue/day.ts'
import { RULE_CODES, type RuleCode, sentenceOf } from '../../catalogue/lint/codes.ts'
import { RULES } from '../../catalogue/lint/lint.ts'
import type { Finding, RuleSource, Severity, Skipped } from '../../catalogue/lint/rule.ts'
import { PORTAL_RULES } from '../../catalogue/lint/sources.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { said } from '../locale/format.ts'
import type { MessageKey, Translate } from '../locale/locale.ts'
import { valuesInWords } from './lint-values.ts'

/** 检查结果 in words: the sentence of the case, how to mend it, and the clause the rule rests on, where it has one. */
export type SaidFinding = {
  severity: Severity
  word: string
  rule: string
  name: string
  text: string
  mend: string
  source: string | null
}

/** A finding as people read it. Codes are named by the reference on the day, where they are given, else left as codes. */
export function saidFinding(finding: Finding, t: Translate, ref?: Reference, today?: Day): SaidFinding {
  const { rule, severity } = finding
  const key = sentenceOf(rule, finding.case)
  const text = isSaid(key, t) ? t(`lint.${key}` as MessageKey, valuesInWords(finding, t, ref, today)) : null
  const source = RULES.find(({ code }) => code === rule)?.source ?? null
  return {
    ...{ severity, word: t.words.lint[severity], rule },
    ...{ name: ruleName(rule, t), mend: isRule(rule) ? t.words.lintRules[`${rule}-mend`] : '' },
    text: text ?? t('lint.otherwise', { rule }),
    source: source === null ? null : sourceInWords(source, t, ref, today),
  }
}

/** Why a rule could not run, in words. */
export function saidSkipped({ rule, because }: Skipped, t: Translate): SaidSkipped {
  const words: Record<string, string> = t.words.lint
  const text = words[`skipped-${because}`] ?? because
  return { rule, name: ruleName(rule, t), because: text, text }
}
export type SaidSkipped = { rule: string; name: string; because: string; text: string }

/** 依据: the document by its number or title, and the clause of it. */
export function sourceInWords({ document, clause }: RuleSource, t: Translate, ref?: Reference, today?: Day): string {
  if (document === PORTAL_RULES) return t.words.lint.portal
  const found = ref && today ? nearest(ref, 'document', document, today) : undefined
  return t('lint.source', { document: found ? said(found.title, t.locale).text : document, clause })
}

export const ruleName = (rule: string, t: Translate): string =>
  isRule(rule) ? t.words.lintRules[`${rule}-name`] : rule

const isRule = (rule: string): rule is RuleCode => (RULE_CODES as readonly string[]).includes(rule)
const isSaid = (key: string, t: Translate): boolean => key in t.words.lint
