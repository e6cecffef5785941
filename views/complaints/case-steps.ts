import {
  APPEAL_KINDS,
  DELIVERIES,
  NOT_FILED_REASONS,
  REOPEN_REASONS,
  SEND_BACK_REASONS,
  TRANSFER_REASONS,
} from '../../complaints/act-input.ts'
import type { Step } from '../../complaints/case.ts'
import { REFUND_BASES, REFUND_LAW } from '../../complaints/refund.ts'
import { type Ground, refusalGrounds } from '../../complaints/refusal-grounds.ts'
import { PAUSE_REASONS } from '../../complaints/rule.ts'
import { terminationGrounds } from '../../complaints/termination-grounds.ts'
import { VIOLATIONS } from '../../complaints/violations.ts'
import { OUTCOMES, type Outcome } from '../../complaints/words.ts'
import { said } from '../locale/format.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import type { CaseOption, FieldAsked } from './case-field.ts'
import type { CaseTold } from './case-told.ts'

/** An office that a case may go to. */
export type OfficeChoice = { id: number; name: { zh: string; en: string | null } }

type About = { told: CaseTold; offices: readonly OfficeChoice[]; today: string; t: Translate }

const WORDS: FieldAsked = { name: 'words', kind: 'words' }
const REMARK: FieldAsked = { name: 'words', kind: 'words', optional: true, rows: 2 }

/** What each step of the desk asks for; those not named are asked nothing. */
const ASKED: Partial<Record<Step, (about: About) => FieldAsked[]>> = {
  ask_supplement: () => [{ name: 'deadline', kind: 'day' }, WORDS],
  supplement: () => [REMARK],
  lapse: () => [REMARK],
  refuse: ({ told, t }) => [
    { name: 'ground', kind: 'radios', options: groundsIn(refusalGrounds(aboutOf(told)), t) },
    WORDS,
  ],
  transfer: ({ offices, t }) => [
    {
      name: 'to',
      kind: 'select',
      label: t.words.caseFile.target,
      options: [nothingYet(t), ...offices.map((one) => officeIn(one, t))],
    },
    { name: 'reason', kind: 'radios', options: coded('reason', TRANSFER_REASONS, t) },
    WORDS,
  ],
  send_back: ({ t }) => [{ name: 'reason', kind: 'radios', options: coded('reason', SEND_BACK_REASONS, t) }, WORDS],
  file_case: () => [REMARK],
  decide_not_to_file: ({ t }) => [
    { name: 'reason', kind: 'radios', options: coded('reason', NOT_FILED_REASONS, t) },
    WORDS,
  ],
  mediate: () => [{ name: 'both_consent', kind: 'tick' }],
  decide: decision,
  answer: () => [WORDS],
  suspend: ({ t }) => [{ name: 'reason', kind: 'radios', options: coded('pause', PAUSE_REASONS, t) }, WORDS],
  extend: () => [WORDS],
  notify: ({ today, t }) => [
    { name: 'delivery', kind: 'radios', options: coded('delivery', DELIVERIES, t) },
    { name: 'on', kind: 'day', value: today },
  ],
  order_refund: ({ told, t }) => [
    { name: 'amount', kind: 'figures', value: told.decisions[0]?.refund ?? '' },
    { name: 'due_on', kind: 'day' },
    {
      name: 'basis',
      kind: 'radios',
      options: REFUND_BASES.map((value) => ({ value, text: said(REFUND_LAW[value].says, t.locale).text })),
    },
    WORDS,
  ],
  appeal: ({ today, t }) => [
    { name: 'kind', kind: 'radios', options: coded('appeal', APPEAL_KINDS, t) },
    { name: 'on', kind: 'day', value: today },
    REMARK,
  ],
  reopen: ({ t }) => [{ name: 'reason', kind: 'radios', options: coded('reason', REOPEN_REASONS, t) }, WORDS],
}

/** The fields of a step's form in a case as it stands. */
export const fieldsOfStep = (step: Step, about: About): FieldAsked[] => ASKED[step]?.(about) ?? []

/** 决定: the outcome, a finding for every charge, what is to be refunded, and the words. */
function decision({ told, t }: About): FieldAsked[] {
  const words = t.words.caseActs
  const found = [
    { value: '', text: words['finding-unsaid'] },
    { value: 'none', text: words['finding-none'] },
    ...VIOLATIONS.map(({ code, says }) => ({ value: code, text: said(says, t.locale).text })),
  ]
  return [
    {
      name: 'outcome',
      kind: 'radios',
      options: outcomesFor(told).map((value) => ({ value, text: t.words.caseWords[`outcome-${value}`] })),
    },
    ...told.charges.map(
      ({ n, name }): FieldAsked => ({
        name: `findings.${n}`,
        kind: 'select',
        options: found,
        label: t('caseActs.field-finding', { n: String(n), name }),
        optional: true,
      }),
    ),
    ...(told.type === 'complaint'
      ? [
          {
            name: 'ground',
            kind: 'select',
            optional: true,
            options: [nothingYet(t), ...groundsIn(terminationGrounds(told.received.on), t)],
          } as const,
        ]
      : []),
    { name: 'refund', kind: 'figures', optional: true },
    { name: 'words', kind: 'words', rows: 8 },
  ]
}

/** What a case of this type may come to. */
export const outcomesFor = ({ type }: Pick<CaseTold, 'type'>): readonly Outcome[] =>
  OUTCOMES.filter((outcome) =>
    type === 'complaint'
      ? ['refund_agreed', 'agreed', 'not_agreed', 'referred'].includes(outcome)
      : ['violation_found', 'no_violation', 'referred'].includes(outcome),
  )

const aboutOf = ({ type, track, received }: CaseTold) => ({ type, track, receivedOn: received.on })

const nothingYet = (t: Translate): CaseOption => ({ value: '', text: t.words.caseActs.choose })

const officeIn = ({ id, name }: OfficeChoice, t: Translate): CaseOption => {
  const { text, lang } = said(name, t.locale)
  return { value: String(id), text, lang }
}

function groundsIn(grounds: readonly Ground[], t: Translate): CaseOption[] {
  return grounds.map(({ code, says, basis, mark }) => {
    const { text, lang } = said(says, t.locale)
    const open = mark === 'recall' ? ` ${t.words.common.unverified}` : ''
    return { value: code, text, lang, note: `${basis.article ?? ''}${open}` }
  })
}

const coded = (prefix: string, codes: readonly string[], t: Translate): CaseOption[] =>
  codes.map((value) => ({ value, text: t.words.caseActs[`${prefix}-${value}` as keyof Messages['caseActs']] }))
