import { dayText, inChinese, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'
import type { Beside } from './case-acts.ts'
import type { CaseTold } from './case-told.ts'

/** The head of a case: its number, what it is, where it stands, whose it is and how old. */
export type CaseHead = {
  no: string
  kind: string
  state: { word: string; code: string }
  outcome: string | null
  anonymous: boolean
  hold: boolean
  purged: string | null
  title: Said
  facts: (Said & { label: string })[]
}

export function headOf(told: CaseTold, { today }: Beside, t: Translate): CaseHead {
  const { caseFile: words, caseWords } = t.words
  const type = caseWords[`type-${told.type}`]
  const track = caseWords[`track-${told.track}`]
  return {
    no: told.no,
    kind: type === track ? type : `${type} · ${track}`,
    state: { word: caseWords[`state-${told.state}`], code: told.state },
    outcome: told.outcome === null ? null : caseWords[`outcome-${told.outcome}`],
    ...{ anonymous: told.anonymous, hold: told.hold },
    purged: told.purged === null ? null : t('caseFile.purged', { day: dayText(told.purged, t.locale) }),
    title: inChinese(told.asked.entityName, t.locale),
    facts: [
      { label: words.office, ...said(told.office, t.locale) },
      ...(told.target === null ? [] : [{ label: words.target, ...said(told.target, t.locale) }]),
      plain(words.assignee, told.assignee?.name ?? words.nobody),
      plain(
        words.receivedAt,
        `${momentText(told.received.at, t.locale)} · ${words[`channel-${told.received.channel}`]}`,
      ),
      plain(words.age, t('caseFile.ageDays', { n: daysBetween(told.received.on, today) })),
    ],
  }
}

const plain = (label: string, text: string) => ({ label, text, lang: null })

const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
