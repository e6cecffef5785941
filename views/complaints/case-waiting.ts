import type { Messages, Translate } from '../locale/locale.ts'
import type { StaffContext } from '../staff.ts'
import { momentText } from '../words/moment.ts'
import type { Beside } from './case-acts.ts'
import { type FieldAsked, type FormSent, factorAsked } from './case-field.ts'
import { type CaseForm, caseAddress, caseForm } from './case-form.ts'
import { fieldsOfStep } from './case-steps.ts'
import type { CaseTold, ProposalTold } from './case-told.ts'
import { proposedText } from './proposed.ts'

/** 待审批: what one asked for; `sign` and `decline` for who may, `withdraw` for who asked. */
export type WaitingStep = {
  id: string
  title: string
  asked: string
  words: string | null
  details: { label: string; value: string }[]
  note: string | null
  href: string | null
  sign: CaseForm | null
  decline: CaseForm | null
  declining: boolean
  withdraw: CaseForm | null
}

/** Every proposal that waits, with what this person may do about it. */
export const waitingOf = (
  told: CaseTold,
  sent: FormSent | null,
  beside: Beside,
  ctx: StaffContext,
  t: Translate,
): WaitingStep[] => told.proposals.map((one) => waitingStep(told, one, sent, beside, ctx, t))

function waitingStep(
  told: CaseTold,
  one: ProposalTold,
  sent: FormSent | null,
  beside: Beside,
  ctx: StaffContext,
  t: Translate,
): WaitingStep {
  const { id, step, by, at, words } = one
  const file = t.words.caseFile
  const own = ctx.person?.id === by.id
  const publishing = step === 'publish' || step === 'retract'
  const signs = !own && !publishing && ctx.may('case.sign')
  const form = (name: string, fields: readonly FieldAsked[] = [], grave = false) =>
    caseForm(
      told.no,
      {
        form: `${name}-${id}`,
        to: `/proposals/${id}/${name}`,
        button: t.words.caseActs[`do-${name}` as 'do-sign'],
        label: `${t.words.caseActs[`do-${name}` as 'do-sign']} ${proposedText(step, t)}`,
        fields,
        grave,
      },
      sent,
      ctx,
      t,
    )
  return {
    id: `proposal-${id}`,
    title: proposedText(step, t),
    asked: t('caseFile.askedBy', { name: by.name, at: momentText(at, t.locale) }),
    words,
    details: detailsOf(one, told, beside, t),
    note: own ? file.ownProposal : signs ? null : publishing ? file.waitsForPublisher : file.waitsFor,
    href: publishing ? caseAddress(ctx, told.no, '/publication') : null,
    sign: signs ? form('sign', factorAsked(ctx, t)) : null,
    decline: signs ? form('decline', [{ name: 'why', kind: 'words', rows: 2 }], true) : null,
    declining: sent?.form === `decline-${id}`,
    withdraw: own && ctx.may('case.write') ? form('withdraw') : null,
  }
}

/** What was filled in for a proposal, in words: the labels of its own form with what was chosen there. */
function detailsOf(
  { step, payload }: ProposalTold,
  told: CaseTold,
  { offices, today }: Beside,
  t: Translate,
): WaitingStep['details'] {
  if (step === 'reveal') return fieldOpened(payload, t)
  if (step === 'code') return []
  return fieldsOfStep(step, { told, offices, today, t }).flatMap(({ name, label, options }) => {
    const value = givenFor(name, payload)
    if (value === null || name === 'words') return []
    const text = options?.find((one) => one.value === value)?.text ?? value
    const words = t.words.caseActs as Record<string, string>
    return [{ label: label ?? words[`field-${step}-${name}`] ?? words[`field-${name}`] ?? name, value: text }]
  })
}

function fieldOpened({ field }: Record<string, unknown>, t: Translate): WaitingStep['details'] {
  const key = `field-${String(field)}` as keyof Messages['caseFile']
  return key in t.words.caseFile ? [{ label: t.words.caseFile.sealed, value: t.words.caseFile[key] }] : []
}

/** A value of a proposal by the name of its field; the finding of a charge is one of a list. */
function givenFor(name: string, payload: Record<string, unknown>): string | null {
  const finding = /^findings\.(\d+)$/.exec(name)
  if (finding === null) return payload[name] === undefined ? null : String(payload[name])
  const of = (payload.findings as { n: number; violation?: string }[] | undefined)?.find(
    ({ n }) => n === Number(finding[1]),
  )
  return of === undefined ? null : (of.violation ?? 'none')
}
