import type { Locale } from '../../../views/locale/locale.ts'
import type { Action } from '../../access.ts'
import type { App } from '../../app.ts'
import type { ActOutcome } from '../../cases/acts/outcome.ts'
import { declineToSign, sign, withdrawProposal } from '../../cases/acts/signing.ts'
import { Refusal } from '../../errors.ts'
import { answer } from '../../staff/case-answer.ts'
import { notVerified } from '../../staff/case-factor.ts'
import { caseNo, formSent } from '../../staff/case-page.ts'
import { type Desk, type Person, sessionOf } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'

type Asked = { no: string; proposal: number; why: string }
type Deciding = {
  name: string
  action: Action
  act: string
  done: string
  /** Does it ask for the second factor? */
  strong: boolean
  go: (desk: Desk, by: Person, asked: Asked) => Promise<ActOutcome>
}

const DECIDING: readonly Deciding[] = [
  { name: 'sign', action: 'case.sign', act: 'case.sign', done: 'case-signed', strong: true, go: sign },
  {
    ...{ name: 'decline', action: 'case.sign', act: 'case.decline', done: 'case-declined' },
    ...{ strong: false, go: declineToSign },
  },
  {
    ...{ name: 'withdraw', action: 'case.write', act: 'case.unask', done: 'case-unasked' },
    ...{ strong: false, go: withdrawProposal },
  },
]

/** 审批: what one asked for, another signs (his second factor just given) or declines, or takes back what he asked for himself. */
export function caseSigning(scope: App, desk: Desk, locale: Locale): void {
  for (const { name, action, act, done, strong, go } of DECIDING)
    scope.post(`/staff/cases/:case/proposals/:proposal/${name}`, { config: { action } }, async (request, reply) => {
      const no = caseNo(request)
      const proposal = numberIn(request.params, 'proposal')
      const body = (request.body ?? {}) as Fields
      const asked = { no, proposal, why: textOf(body, 'why') }
      const unproven = strong ? await notVerified(desk, request) : null
      const outcome = unproven ?? (await go(desk, sessionOf(request).person, asked))
      const sent = formSent(`${name}-${proposal}`, body)
      return answer({ desk, locale, request, reply }, no, outcome, { act, done, sent })
    })
}

/** A number in an address; what is no number is not there. */
export function numberIn(params: unknown, name: string): number {
  const text = (params as Record<string, string>)[name] ?? ''
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new Refusal('not-found')
  return Number(text)
}
