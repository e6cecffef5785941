import { daysBetween } from '../../catalogue/day.ts'
import { whyThisDay } from '../../complaints/clocks.ts'
import type { OwnedCase, OwnedDue } from '../../complaints/owned.ts'
import { dayText } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'
import { type ClockDays, clockDays } from './clock-days.ts'
import type { CaseAround, OwnerCaseView } from './owner-case.ts'
import { ownerForm } from './owner-forms.ts'

/** What is due next, in words: whether it is late, provisional or suspended, and why this day. */
export type DueWords = {
  says: string
  overdue: string | null
  provisional: boolean
  paused: boolean
  why: ClockDays | null
}

/** The next date of a case in words. */
export function dueWords(
  own: OwnedCase,
  due: OwnedDue,
  { rules, calendar, today }: CaseAround,
  t: Translate,
): DueWords {
  const clock = own.clocks.findLast(
    ({ code, dueOn, metOn, closedOn }) => code === due.code && dueOn === due.on && metOn === null && closedOn === null,
  )
  const rule = rules.find(({ id }) => id === clock?.rule)
  const days = clock &&
    rule && { code: clock.code, rule, stretch: clock.stretch, dueOn: due.on, provisional: due.provisional }
  return {
    says: t('owner.nextBy', { day: dayText(due.on, t.locale), what: t.words.caseWords[`clock-${due.code}`] }),
    overdue: due.overdue ? t('owner.overdueBy', { n: daysBetween(due.on, today) }) : null,
    provisional: due.provisional,
    paused: clock?.paused ?? false,
    why: days ? clockDays(t, { ...days, days: whyThisDay(days.stretch, calendar) }) : null,
  }
}

/** What the office asked and was not answered: by a supplement where the case waits for one, else by a message. */
export function neededOf(own: OwnedCase, { keys, sent }: CaseAround, t: Translate): OwnerCaseView['needed'] {
  const last = own.messages.findLastIndex(({ sender }) => sender === 'complainant')
  const open = own.messages.slice(last + 1).filter(({ asks }) => asks)
  const waits = own.may.includes('supplement')
  if (!waits && (open.length === 0 || !own.may.includes('message'))) return null
  const { owner } = t.words
  const asked = waits ? own.events.findLast(({ kind }) => kind === 'ask_supplement') : undefined
  return {
    questions: open.map(({ words, at }) => ({ text: words ?? owner.purged, at: momentText(at, t.locale) })),
    deadline: asked?.deadline ? t('owner.deadlineOn', { day: dayText(asked.deadline, t.locale) }) : null,
    form: waits
      ? ownerForm(
          own,
          {
            act: 'supplement',
            place: 'supplement',
            send: owner.sendSupplement,
            words: { label: owner.supplementLabel, hint: owner.supplementHint },
            files: { label: owner.evidenceLabel, hint: owner.evidenceHint },
          },
          keys,
          sent,
          t,
        )
      : ownerForm(
          own,
          { act: 'message', place: 'messages', send: owner.sendAnswer, words: { label: owner.answerLabel } },
          keys,
          sent,
          t,
        ),
  }
}
