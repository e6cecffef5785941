import { STEPS, type Step } from '../../../complaints/case.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { askToSign } from '../../cases/acts/signing.ts'
import { takeStep } from '../../cases/acts/steps.ts'
import { nextStepsFor } from '../../cases/next-steps.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { caseFile } from '../../db/case-files.ts'
import { Refusal } from '../../errors.ts'
import { answer } from '../../staff/case-answer.ts'
import { caseNo, formSent, showCase } from '../../staff/case-page.ts'
import { stepFaults, stepSent } from '../../staff/case-step-input.ts'
import { type Desk, type Person, sessionOf } from '../../staff/desk.ts'
import type { Fields } from '../../staff/form.ts'

/** 办理: takes a step of the case's life, or asks that another sign it. */
export function caseActs(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/steps/:step', { config: { action: 'case.handle' } }, async (request, reply) => {
    const no = caseNo(request)
    const step = stepIn(request.params)
    const { person } = sessionOf(request)
    const body = (request.body ?? {}) as Fields
    const showing = { desk, locale, request, reply }
    const sent = stepSent(step, body)
    const faults = stepFaults(step, sent)
    const form = formSent(step, body)
    if (faults.length > 0) return showCase({ ...showing, reply: reply.code(422) }, no, { ...form, faults })
    const twoPeople = await needsTwo(desk, person, no, step)
    const outcome = await (twoPeople ? askToSign : takeStep)(desk, person, { no, step, ...sent })
    return answer(showing, no, outcome, {
      act: `case.${step}`,
      done: twoPeople ? 'case-asked' : 'case-taken',
      sent: form,
    })
  })
}

function stepIn(params: unknown): Step {
  const { step } = params as { step: string }
  const known = STEPS.find((one) => one === step)
  if (known === undefined) throw new Refusal('not-found')
  return known
}

/** Does the step, from where the case stands now, need another's signature? */
async function needsTwo(desk: Desk, by: Person, no: string, step: Step): Promise<boolean> {
  const file = await asCaseStaff(desk.db, by.id, (tx) => caseFile(tx, no))
  if (file === undefined) throw new Refusal('not-found')
  return nextStepsFor(file).some((next) => next.step === step && next.signed !== null)
}
