import type { Day } from '../../catalogue/day.ts'
import type { Reference } from '../../catalogue/reference.ts'
import type { Step } from '../../complaints/case.ts'
import type { Messages, Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { type Cited, cited } from './article.ts'
import type { FormSent } from './case-field.ts'
import { type CaseForm, caseAddress, caseForm } from './case-form.ts'
import { fieldsOfStep, type OfficeChoice } from './case-steps.ts'
import type { CaseTold, Named, NextTold } from './case-told.ts'

/** What is known beside the case itself: the offices it may go to, who works in its office, the documents of the law, the day. */
export type Beside = {
  offices: readonly OfficeChoice[]
  colleagues: readonly Named[]
  reference: Reference
  today: Day
}

/** 下一步: a step that may be taken now. `pending` where it was asked for already; `href` where it has a page of its own. */
export type NextStep = {
  step: Step
  title: string
  twoPeople: boolean
  law: Cited | null
  pending: boolean
  href: string | null
  open: boolean
  form: CaseForm | null
}

/** Every step that may be taken now, by a person who may. */
export function nextOf(
  told: CaseTold,
  sent: FormSent | null,
  beside: Beside,
  ctx: StaffContext,
  t: Translate,
): NextStep[] {
  return told.next.filter(({ step }) => isTheirs(told, step)).map((next) => nextStep(told, next, sent, beside, ctx, t))
}

/** What is done on the way is the other office's; everything else is its own office's. */
const isTheirs = ({ theirs }: CaseTold, step: Step): boolean =>
  step === 'take' || step === 'send_back' ? theirs.target : theirs.office
const ELSEWHERE: Partial<Record<Step, string>> = { publish: '/publication', retract: '/publication' }

function nextStep(
  told: CaseTold,
  { step, signed, article }: NextTold,
  sent: FormSent | null,
  beside: Beside,
  ctx: StaffContext,
  t: Translate,
): NextStep {
  const pending = told.proposals.some((one) => one.step === step)
  const elsewhere = ELSEWHERE[step]
  const may = ctx.may('case.handle')
  const own = sent?.form === step
  return {
    ...{ step, pending, title: t.words.caseWords[`step-${step}`], twoPeople: signed !== null },
    law: article && cited(article, t),
    href: elsewhere === undefined ? null : caseAddress(ctx, told.no, elsewhere),
    open: own,
    form:
      pending || elsewhere !== undefined || !may
        ? null
        : stepForm(told, { step, signed, article }, sent, beside, ctx, t),
  }
}

/** The form of one step: it takes it, or asks that another sign it. */
export function stepForm(
  told: CaseTold,
  { step, signed }: NextTold,
  sent: FormSent | null,
  { offices, today }: Beside,
  ctx: StaffContext,
  t: Translate,
): CaseForm {
  const words = t.words.caseActs
  const doing =
    `do-${step}` in words ? words[`do-${step}` as keyof Messages['caseActs']] : t.words.caseWords[`step-${step}`]
  const asked = {
    ...{ form: step, to: `/steps/${step}`, version: told.version },
    button: signed === null ? doing : words.ask,
    says: `says-${step}` in words ? words[`says-${step}` as keyof Messages['caseActs']] : null,
    fields: fieldsOfStep(step, { told, offices, today, t }),
    label: t.words.caseWords[`step-${step}`],
  }
  return caseForm(told.no, asked, sent, ctx, t)
}
