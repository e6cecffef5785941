import { type Beside, type NextStep, nextOf } from '../complaints/case-acts.ts'
import { type CaseClock, clocksIn } from '../complaints/case-clocks.ts'
import { type CaseFacts, factsOf } from '../complaints/case-facts.ts'
import { type FormSent, problemsIn } from '../complaints/case-field.ts'
import { caseAddress, refusalText } from '../complaints/case-form.ts'
import { type CaseHead, headOf } from '../complaints/case-head.ts'
import { type Parties, partiesOf } from '../complaints/case-parties.ts'
import { type MoreForm, type Pens, pensOf } from '../complaints/case-pens.ts'
import { type RefundRows, refundsOf } from '../complaints/case-refunds.ts'
import {
  type DecisionRow,
  type DocumentRow,
  decisionsOf,
  documentsOf,
  newDocumentsOf,
  type Others,
  othersOf,
} from '../complaints/case-side.ts'
import { type Happened, happenedIn } from '../complaints/case-timeline.ts'
import type { CaseTold } from '../complaints/case-told.ts'
import { type WaitingStep, waitingOf } from '../complaints/case-waiting.ts'
import { address } from '../context.ts'
import { dayText, said } from '../locale/format.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'
import { momentText } from '../words/moment.ts'

/** What the page is made of: the case, what is beside it, and a form that came back. */
export type CaseData = { told: CaseTold; beside: Beside; sent: FormSent | null }

/** `/staff/cases/:case`: one case, on which its handlers work. */
export type StaffCasePage = {
  frame: StaffFrame
  back: string
  head: CaseHead
  presence: { href: string; says: string }
  problems: { text: string; href: string | null }[]
  next: NextStep[]
  nextSays: string | null
  waiting: WaitingStep[]
  facts: CaseFacts
  happened: Happened[]
  chain: { says: string; broken: boolean }
  clocks: { live: CaseClock[]; ended: CaseClock[] }
  parties: Parties
  documents: DocumentRow[]
  newDocuments: { says: string; forms: { href: string; text: string }[] }
  decisions: DecisionRow[]
  refunds: RefundRows[]
  replies: { on: string; words: string[] }[]
  ratings: { says: string; at: string; words: string[] }[]
  others: Others
  pens: Pens
  more: MoreForm[]
  words: Messages['caseFile']
  acts: Messages['caseActs']
  common: Messages['common']
}

export function staffCasePage(ctx: StaffContext, { told, beside, sent }: CaseData): StaffCasePage {
  const t = translator(ctx.locale)
  const words = t.words.caseFile
  const clocks = clocksIn(told, t)
  const next = nextOf(told, sent, beside, ctx, t)
  return {
    frame: staffFrame(ctx, `${words.title} ${told.no}`),
    back: address(ctx, '/staff/cases'),
    head: headOf(told, beside, t),
    presence: { href: caseAddress(ctx, told.no, '/presence'), says: lookingText(told.looking, t) },
    problems: problemsOf(sent, t),
    next,
    nextSays: nextSays(told, next, ctx, t),
    waiting: waitingOf(told, sent, beside, ctx, t),
    facts: factsOf(told, beside, ctx, t),
    happened: happenedIn(told, t),
    chain: chainOf(told, t),
    clocks: { live: clocks.filter(({ over }) => !over), ended: clocks.filter(({ over }) => over) },
    parties: partiesOf(told, sent, ctx, t),
    documents: documentsOf(told, ctx, t),
    newDocuments: { says: t.words.caseForms.makeOne, forms: newDocumentsOf(told, ctx, t) },
    decisions: decisionsOf(told, t),
    refunds: refundsOf(told, sent, beside.today, ctx, t),
    replies: told.replies.map(({ on, words: said }) => ({
      on: t('caseFile.replyOn', { day: dayText(on, t.locale) }),
      words: (said ?? words.wordsGone).split(/\n+/),
    })),
    ratings: told.ratings.map(({ score, solved, words: said, at }) => ({
      says: t('caseFile.rated', { score, solved: solved ? words.solved : words.notSolved }),
      at: momentText(at, t.locale),
      words: said === null ? [] : said.split(/\n+/),
    })),
    others: othersOf(told, sent, ctx, t),
    ...pensOf(told, sent, beside, ctx, t),
    words,
    acts: t.words.caseActs,
    common: t.words.common,
  }
}

type Say = ReturnType<typeof translator>

/** Why a form came back: why it was refused, then each fault with the field it is at. */
const problemsOf = (sent: FormSent | null, t: Say): StaffCasePage['problems'] =>
  sent === null
    ? []
    : [...(sent.refused === null ? [] : [{ text: refusalText(sent.refused, t), href: null }]), ...problemsIn(sent, t)]

/** 此刻也在看: who else has the case open. */
export const lookingText = (names: readonly string[], t: Say): string =>
  names.length === 0 ? t.words.caseFile.lookingNobody : t('caseFile.looking', { names: names.join(t.words.common.and) })

function nextSays(told: CaseTold, next: readonly NextStep[], ctx: StaffContext, t: Say): string | null {
  const words = t.words.caseFile
  if (!ctx.may('case.view')) return words.readOnly
  if (next.length === 0 && told.next.length > 0) return t('caseFile.notYours', { office: whereIs(told, t) })
  if (next.length === 0) return words.nextNone
  if (!ctx.may('case.handle')) return t('caseFile.nextOther', { who: words.byHandler })
  return told.state === 'awaiting_supplement' ? words.supplementWaits : null
}

/** The office that has to go on with it: the one it is on its way to, or its own. */
const whereIs = ({ target, office, state }: CaseTold, t: Say): string =>
  said(state === 'in_transfer' && target !== null ? target : office, t.locale).text

const chainOf = ({ broken, events }: CaseTold, t: Say): StaffCasePage['chain'] => ({
  says: broken === null ? t('caseFile.chainSound', { n: events.length }) : t('caseFile.chainBroken', { n: broken }),
  broken: broken !== null,
})
