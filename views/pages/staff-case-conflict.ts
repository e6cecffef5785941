import type { Step } from '../../complaints/case.ts'
import { type Beside, stepForm } from '../complaints/case-acts.ts'
import type { FormSent } from '../complaints/case-field.ts'
import { type CaseForm, caseAddress } from '../complaints/case-form.ts'
import { type Happened, happenedIn } from '../complaints/case-timeline.ts'
import type { CaseTold } from '../complaints/case-told.ts'
import { type Messages, translator } from '../locale/locale.ts'
import { type StaffContext, type StaffFrame, staffFrame } from '../staff.ts'

/** 案件已有变化: what happened since the page was opened, and the form as it was filled in, to be sent once more. */
export type StaffCaseConflictPage = {
  frame: StaffFrame
  back: { href: string; text: string }
  no: string
  says: string
  happened: Happened[]
  title: string
  form: CaseForm | null
  written: string[]
  words: Messages['caseFile']
}

/** `sent` is the form of a step, with the version that was looked at. */
export function staffCaseConflictPage(
  ctx: StaffContext,
  { told, beside, sent }: { told: CaseTold; beside: Beside; sent: FormSent },
): StaffCaseConflictPage {
  const t = translator(ctx.locale)
  const words = t.words.caseFile
  const from = Number(sent.values.version ?? 0)
  const since = happenedIn(told, t).filter(({ n }) => Number(n) > from)
  const next = told.next.find(({ step }) => step === sent.form)
  return {
    frame: staffFrame(ctx, words.conflictTitle),
    back: { href: caseAddress(ctx, told.no), text: words.back },
    no: told.no,
    says: t('caseFile.conflictSays', { from: String(from), to: String(told.version) }),
    happened: since,
    title: t.words.caseWords[`step-${sent.form as Step}`],
    form: next === undefined ? null : stepForm(told, next, sent, beside, ctx, t),
    written: next === undefined ? writtenIn(sent) : [],
    words,
  }
}

/** What was written in a form that has no place any more. */
const writtenIn = ({ values: { version: _, ...values } }: FormSent): string[] =>
  Object.values(values).filter((text) => text !== '')
