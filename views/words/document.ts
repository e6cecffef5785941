import type { Document } from '../../catalogue/document.ts'
import type { PageContext } from '../context.ts'
import { dayText, inChinese, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/** A document behind the fees in words: what it is, from whom, of which days, in force or not, how well supported. */
export type DocumentWords = {
  title: Said
  number: Said
  issuer: Said
  summary: Said
  days: string[]
  state: { word: string; shape: 'in_force' | 'ended' | 'not_yet' | 'undated' }
  mark: { word: string; unverified: boolean; source: Said }
}

export function documentInWords(document: Document, { on, locale }: PageContext, t: Translate): DocumentWords {
  const { number, provenance } = document
  return {
    title: said(document.title, locale),
    number: number === null ? { text: t.words.policies.noNumber, lang: null } : inChinese(number, locale),
    issuer: said(document.issuer, locale),
    summary: said(document.summary, locale),
    days: daysOf(document, t),
    state: stateOf(document, on, t),
    mark: {
      word: t.words.mark[provenance.mark],
      unverified: provenance.mark === 'recall',
      source: inChinese(provenance.source, locale),
    },
  }
}

/** The latest first; those without any day last. */
export const latestFirst = (a: Document, b: Document): number =>
  dated(a) < dated(b) ? 1 : dated(a) > dated(b) ? -1 : a.code < b.code ? -1 : 1

const dated = ({ issued, effective, ended }: Document): string => issued ?? effective ?? ended ?? ''

const daysOf = ({ issued, effective, ended }: Document, t: Translate): string[] =>
  (
    [
      [t.words.policies.issued, issued],
      [t.words.policies.effective, effective],
      [t.words.policies.endedOn, ended],
    ] as const
  ).flatMap(([word, day]) => (day === null ? [] : [`${word} ${dayText(day, t.locale)}`]))

function stateOf({ issued, effective, ended }: Document, on: string, t: Translate): DocumentWords['state'] {
  const { inForce, notYet, undated, ended: over } = t.words.policies
  const since = effective ?? issued
  if (ended !== null && ended < on) return { word: over, shape: 'ended' }
  if (since === null) return { word: undated, shape: 'undated' }
  return since > on ? { word: notYet, shape: 'not_yet' } : { word: inForce, shape: 'in_force' }
}
