import type { OwnedCase } from '../../complaints/owned.ts'
import type { ClockRule } from '../../complaints/rule.ts'
import { address } from '../context.ts'
import { dayText, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { type Cited, cited } from './article.ts'

/** 救济途径: what may be done against an outcome; with its last day where the law gives one, and on what that rests. */
export type Remedy = { says: Said; lastDay: string | null; cited: Cited | null; href: string | null }

/** What somebody who disagrees may do: nothing before he was told an outcome or a refusal. */
export function remediesOf(own: OwnedCase, rules: readonly ClockRule[], t: Translate): Remedy[] {
  if (!['notified', 'published', 'not_accepted'].includes(own.state)) return []
  const plain = (says: string): Remedy => ({ says: { text: says, lang: null }, lastDay: null, cited: null, href: null })
  const { words } = t
  return [
    ...reviews(own, rules, t),
    ...(own.track === 'samr_consumer' ? [plain(words.owner['remedy-39'])] : []),
    ...(own.track === 'port_industry' ? [plain(words.owner['remedy-court'])] : []),
    plain(words.owner['remedy-12315']),
  ]
}

/** The review here and the reconsideration elsewhere have the last day of the clock that runs for them. */
function reviews(own: OwnedCase, rules: readonly ClockRule[], t: Translate): Remedy[] {
  if (own.appealBy === null) return []
  const lastDay = t('owner.lastDay', { day: dayText(own.appealBy, t.locale) })
  const clock = own.clocks.findLast(({ code, dueOn }) => code === 'appeal' && dueOn === own.appealBy)
  const rule = rules.find(({ id }) => id === clock?.rule)
  const here = own.may.includes('appeal')
  return [
    ...(here
      ? [
          {
            says: { text: t.words.owner['remedy-review'], lang: null },
            ...{ lastDay, cited: null, href: address(t, `/complaints/case/${own.n}/review`) },
          },
        ]
      : []),
    {
      says: { text: t.words.owner['remedy-reconsideration'], lang: null },
      ...{ lastDay, cited: null, href: null },
    },
    ...(rule === undefined
      ? []
      : [
          {
            says: said(rule.says, t.locale),
            ...{ lastDay: null, href: null },
            cited: cited({ ...rule.basis, mark: rule.provenance.mark }, t),
          },
        ]),
  ]
}
