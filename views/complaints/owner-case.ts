import type { Day } from '../../catalogue/day.ts'
import type { OwnedCase } from '../../complaints/owned.ts'
import type { ClockRule } from '../../complaints/rule.ts'
import type { WorkCalendar } from '../../complaints/working-days.ts'
import { address } from '../context.ts'
import { type Said, said } from '../locale/format.ts'
import type { Translate } from '../locale/locale.ts'
import { momentText } from '../words/moment.ts'
import { type FileLines, type FileOfMessage, filesWith } from './files.ts'
import { formsOf } from './owner-case-forms.ts'
import { type DueWords, dueWords, neededOf } from './owner-due.ts'
import type { FormKeys, OwnerForm, OwnerSent } from './owner-forms.ts'
import { outcomeOf, refundsOf } from './owner-outcome.ts'
import { type LifeLine, lifeOf, stateWord } from './owner-steps.ts'
import { type Remedy, remediesOf } from './remedies.ts'

/** What the page of a case is told besides the case: the law, the day, and what a form brought back. */
export type CaseAround = {
  rules: readonly ClockRule[]
  calendar: WorkCalendar
  today: Day
  keys: FormKeys
  sent: OwnerSent | null
  /** The files of the filing; those that came with a message stand with it. */
  files: readonly FileOfMessage[]
}

/** One case as the page of its owner prints it. */
export type OwnerCaseView = {
  id: string
  title: string
  no: string
  state: { word: string; shape: 'open' | 'asks' | 'closed' }
  office: Said
  target: Said | null
  due: DueWords | null
  /** Nothing is asked of its owner while the office works on it. */
  idle: boolean
  needed: { questions: { text: string; at: string }[]; deadline: string | null; form: OwnerForm } | null
  life: LifeLine[]
  messages: {
    id: string
    from: string
    own: boolean
    at: string
    datetime: string
    words: string
    mark: string | null
    files: FileLines | null
  }[]
  decisions: { outcome: string; day: string; words: string; refund: string | null }[]
  refunds: { facts: { term: string; text: string }[]; form: OwnerForm | null }[]
  documents: { href: string; form: string; number: string; made: string; delivered: string | null }[]
  published: { href: string | null; says: string }[]
  remedies: Remedy[]
  ratings: { says: string; words: string | null }[]
  forms: Record<'message' | 'evidence' | 'rate' | 'notSolved', OwnerForm | null>
  withdraw: string | null
  review: string | null
}

export function ownerCaseView(own: OwnedCase, around: CaseAround, t: Translate): OwnerCaseView {
  const { words } = t
  return {
    id: `case-${own.n}`,
    title: words.caseWords[`track-${own.track}`],
    no: own.no,
    state: { word: stateWord(own.state, t), shape: shapeOf(own) },
    office: said(own.office, t.locale),
    target: own.target && said(own.target, t.locale),
    due: own.due && dueWords(own, own.due, around, t),
    idle: own.closedOn === null,
    needed: neededOf(own, around, t),
    life: lifeOf(own, t),
    messages: messagesOf(own, around, t),
    ...outcomeOf(own, t),
    refunds: refundsOf(own, around, t),
    remedies: remediesOf(own, around.rules, t),
    forms: formsOf(own, around, t),
    withdraw: own.may.includes('withdraw') ? address(t, `/complaints/case/${own.n}/withdrawal`) : null,
    review: own.may.includes('appeal') ? address(t, `/complaints/case/${own.n}/review`) : null,
  }
}

const shapeOf = ({ state, closedOn }: OwnedCase): OwnerCaseView['state']['shape'] =>
  state === 'awaiting_supplement' ? 'asks' : closedOn === null ? 'open' : 'closed'

const messagesOf = (
  own: OwnedCase,
  { files }: CaseAround,
  { locale, words: { owner } }: Translate,
): OwnerCaseView['messages'] =>
  own.messages.map(({ id, sender, at, words, readAt }) => ({
    id: `said-${id}`,
    from: sender === 'desk' ? owner.fromDesk : owner.fromYou,
    own: sender === 'complainant',
    at: momentText(at, locale),
    datetime: at.toISOString(),
    words: words ?? owner.purged,
    mark: sender === 'desk' && readAt === null ? owner.new : null,
    files: filesWith(id, files, locale, { href: (file) => address({ locale }, `/complaints/case/files/${file}`) }),
  }))
