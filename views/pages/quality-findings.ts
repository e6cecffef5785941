import type { Finding, Severity } from '../../catalogue/lint/rule.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { PageContext } from '../context.ts'
import { inChinese, type Said } from '../locale/format.ts'
import { type Translate, translator } from '../locale/locale.ts'
import { type KeyWords, keyInWords, placesOf } from '../words/key-in-words.ts'
import { saidFinding } from '../words/lint.ts'

/** Which findings a reader asks for. */
export type QualityAsked = { rule?: string; entity?: string; port?: string }

/** One finding: how bad, what it is about, what it says, and the two prices where it holds one against another. */
export type FindingRow = {
  severity: Severity
  word: string
  text: string
  about: KeyWords[]
  more: string | null
  quotes: { label: string; said: Said }[]
}

/** The findings about an entity or a port, or of a rule. */
export const chosenFindings = (findings: readonly Finding[], { rule, entity, port }: QualityAsked): Finding[] =>
  findings.filter(
    (finding) =>
      (rule === undefined || finding.rule === rule) &&
      (entity === undefined || finding.subjects.some((subject) => placesOf(subject).entity === entity)) &&
      (port === undefined || finding.subjects.some((subject) => placesOf(subject).port === port)),
  )

const MOST_NAMED = 4

export function findingRow(finding: Finding, ctx: PageContext, ref: Reference): FindingRow {
  const t = translator(ctx.locale)
  const { severity, word, text } = saidFinding(finding, t, ref, ctx.on)
  const { subjects } = finding
  return {
    ...{ severity, word, text, quotes: quotesOf(finding, t) },
    about: subjects.slice(0, MOST_NAMED).map((subject) => keyInWords(subject, ctx, ref, t)),
    more: subjects.length > MOST_NAMED ? t('quality.andMore', { n: subjects.length }) : null,
  }
}

/** The texts as they hang on the wall, in Chinese as they are. */
const quotesOf = ({ values }: Finding, t: Translate): FindingRow['quotes'] =>
  (['posted', 'government'] as const).flatMap((name) => {
    const text = values[name]
    return text ? [{ label: t(`quality.${name}`, { text: '' }), said: inChinese(text, t.locale) }] : []
  })
