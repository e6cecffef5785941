import type { Translate } from '../locale/locale.ts'
import type { FoundWords } from './set-findings.ts'

/** 警告: those of one rule, each to be ticked; of a rule with very many, the rest are ticked at once. */
export type WarningGroup = {
  rule: string
  title: string
  ticks: {
    id: string
    value: string
    checked: boolean
    text: string
    mend: string | null
    lines: FoundWords['lines']
  }[]
  rest: { id: string; value: string; checked: boolean; text: string } | null
  source: string | null
}

/** So many warnings of one rule are ticked one by one. */
const EACH = 20

/** The tick that accepts every warning of a rule that has no tick of its own. */
export const restOf = (rule: string): string => `rest:${rule}`

/** The warnings by rule; `accepted` are the ticks as they were sent. */
export function warningGroups(all: readonly FoundWords[], accepted: readonly string[], t: Translate): WarningGroup[] {
  const warnings = all.filter(({ severity }) => severity === 'warning')
  const ticked = new Set(accepted)
  return [...Map.groupBy(warnings, ({ rule }) => rule)].map(([rule, of]) => ({
    rule,
    title: t('review.warningsOf', { rule, n: of.length }),
    source: of[0]!.source,
    ticks: of.slice(0, EACH).map(({ id, text, mend, lines }, n) => ({
      ...{ id: `accept-${rule}-${n}`, value: id, checked: ticked.has(id), text, mend, lines },
    })),
    rest:
      of.length <= EACH
        ? null
        : {
            ...{ id: `accept-${rule}-rest`, value: restOf(rule), checked: ticked.has(restOf(rule)) },
            text: t('review.acceptRest', { n: of.length - EACH }),
          },
  }))
}

/** The warnings that ticks accept, by their ids. */
export function acceptedOf(warnings: readonly { id: string; rule: string }[], ticks: readonly string[]): string[] {
  const ticked = new Set(ticks)
  const byRule = Map.groupBy(warnings, ({ rule }) => rule)
  return [...byRule].flatMap(([rule, of]) =>
    of.flatMap(({ id }, n) => (ticked.has(id) || (n >= EACH && ticked.has(restOf(rule))) ? [id] : [])),
  )
}
