import type { Day } from '../../catalogue/day.ts'
import { nearest, type Reference } from '../../catalogue/reference.ts'
import { effectsOf } from '../../complaints/clock-effects.ts'
import { type Law, officeFor } from '../../complaints/law.ts'
import { ruleFor } from '../../complaints/rule.ts'
import type { Opened } from '../../complaints/tracks.ts'
import { inChinese, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/** A case that a filing would open: what it is, why, by when it is first answered, and by which office. */
export type OpenedCase = {
  type: string
  track: string
  why: string
  clock: { what: string; says: Said; basis: BasisSaid | null; unverified: boolean } | null
  office: Said | null
}

/** A document and the article of it. */
export type BasisSaid = { title: Said; article: Said | null }

/** What it is told with: the law as it stands, the names of documents, today, and the place where that is known. */
export type Opening = { law: Law; reference: Reference; today: Day; at: { port: string; area: string | null } | null }

export function openedCase({ type, track }: Opened, { law, reference, today, at }: Opening, t: Translate): OpenedCase {
  const { caseWords, filing } = t.words
  const office = at === null ? null : officeFor(law, { track, ...at, on: today }).name
  return {
    type: caseWords[`type-${type}`],
    track: caseWords[`track-${track}`],
    why: filing[`why-${track}`],
    clock: clockOf({ type, track }, law, reference, today, t),
    office: office && said(office, t.locale),
  }
}

function clockOf(
  { type, track }: Opened,
  { rules }: Law,
  ref: Reference,
  today: Day,
  t: Translate,
): OpenedCase['clock'] {
  const [code] = effectsOf('submitted', type).starts
  const rule = code === undefined ? undefined : ruleFor(rules, code, { type, track, receivedOn: today })
  if (rule === undefined) return null
  const { document, article } = rule.basis
  const title = nearest(ref, 'document', document, today)?.title
  return {
    what: t.words.caseWords[`clock-${rule.code}`],
    says: said(rule.says, t.locale),
    basis:
      title === undefined
        ? null
        : { title: said(title, t.locale), article: article === null ? null : inChinese(article, t.locale) },
    unverified: rule.provenance.mark === 'recall',
  }
}
