import type { CaseState } from '../../complaints/case.ts'
import { isClosed } from '../../complaints/case.ts'
import type { EventKind } from '../../complaints/events.ts'
import type { OwnedCase, OwnedEvent } from '../../complaints/owned.ts'
import type { CaseType } from '../../complaints/words.ts'
import { dayText, type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'

/** 进度: one line of it. `when` is done, now or to come, said in words besides its shape. */
export type LifeLine = {
  when: 'done' | 'now' | 'later' | 'end'
  current: boolean
  says: string
  what: string
  day: string | null
  datetime: string | null
  who: Said
  note: string | null
}

/** The life of a case as a list: what was done and by whom, where it stands, and what is still to come. */
export function lifeOf(own: OwnedCase, t: Translate): LifeLine[] {
  const office = said(own.office, t.locale)
  return [
    ...own.events.filter(({ kind }) => !BESIDE.has(kind)).map((event) => doneLine(event, t)),
    {
      ...{ when: isClosed(own.state) ? 'end' : 'now', current: true },
      says: isClosed(own.state) ? t.words.owner.now : t.words.owner.current,
      what: stateWord(own.state, t),
      ...{ day: null, datetime: null, note: null },
      who: own.state === 'awaiting_supplement' ? { text: t.words.owner.byYou, lang: null } : office,
    },
    ...stillToCome(own.type, own.state).map(
      (step): LifeLine => ({
        ...{ when: 'later', current: false },
        says: t.words.owner.toCome,
        what: t.words.caseWords[`step-${step}`],
        ...{ day: null, datetime: null, note: null },
        who: office,
      }),
    ),
  ]
}

/** What stands elsewhere on the page and not in the life. */
const BESIDE: ReadonlySet<EventKind> = new Set<EventKind>(['message', 'rated'])

const doneLine = ({ kind, on, actor, to, deadline }: OwnedEvent, t: Translate): LifeLine => ({
  ...{ when: 'done', current: false },
  says: t.words.owner.done,
  what: to !== null && REACHED.has(kind) ? stateWord(to, t) : eventWord(kind, t),
  day: dayText(on, t.locale),
  datetime: on,
  who: { text: actorWord(actor, t), lang: null },
  note: deadline === null ? null : t('owner.deadlineOn', { day: dayText(deadline, t.locale) }),
})

/** Steps that are told by where they led: 已受理 and not 受理. */
const REACHED: ReadonlySet<EventKind> = new Set<EventKind>([
  ...(['accept', 'refuse', 'file_case', 'decide', 'notify', 'publish', 'withdraw'] as const),
])

/** Where a case stands, said to its owner. */
export const stateWord = (state: CaseState, { words: { caseWords, owner } }: Translate): string =>
  state === 'awaiting_supplement' ? owner.waitsForYou : caseWords[`state-${state}`]

/** What an event is called: a step by its name, everything else by its own. */
export const eventWord = (kind: EventKind, { words: { caseWords } }: Translate): string => {
  const words: Readonly<Record<string, string>> = caseWords
  return words[`step-${kind}`] ?? words[`event-${kind}`] ?? kind
}

const actorWord = (actor: OwnedEvent['actor'], { words: { owner } }: Translate): string =>
  actor === 'complainant' ? owner.byYou : actor === 'system' ? owner.byPortal : owner.fromDesk

type Ahead = 'accept' | 'file_case' | 'mediate' | 'decide' | 'notify' | 'answer'
const WAY: Record<CaseType, readonly Ahead[]> = {
  report: ['accept', 'file_case', 'decide', 'notify'],
  complaint: ['accept', 'mediate', 'decide', 'notify'],
  consultation: ['answer'],
}

/** How much of the way each state has behind it; what is closed has nothing to come. */
const BEHIND: Partial<Record<CaseState, number>> = {
  received: 0,
  awaiting_supplement: 0,
  in_transfer: 0,
  accepted: 1,
  investigating: 2,
  mediating: 2,
  suspended: 2,
  decided: 3,
  appealed: 3,
}

function stillToCome(type: CaseType, state: CaseState): readonly Ahead[] {
  const behind = BEHIND[state]
  if (behind === undefined) return []
  return type === 'consultation' ? WAY.consultation : WAY[type].slice(behind)
}
