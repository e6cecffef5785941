import { CONTACT_FIELDS } from '../../../complaints/submission.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffCaseShownPage } from '../../../views/pages/staff-case-shown.ts'
import type { App } from '../../app.ts'
import { askForCode, replaceCode } from '../../cases/acts/lookup-codes.ts'
import { openField } from '../../cases/acts/parties.ts'
import { askToReveal } from '../../cases/acts/signing.ts'
import { Refusal } from '../../errors.ts'
import { answer } from '../../staff/case-answer.ts'
import { notVerified } from '../../staff/case-factor.ts'
import { caseNo, formSent } from '../../staff/case-page.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'
import { audited } from '../../staff/refused.ts'

/**
 * 密封信息: one field opened for a reason, and a new code; either is shown once and kept nowhere. The identity of a reporter
 * and a new code are asked for first, and another signs.
 */
export function caseParties(scope: App, desk: Desk, locale: Locale): void {
  opening(scope, desk, locale)
  asking(scope, desk, locale)
  askingForCode(scope, desk, locale)
  coding(scope, desk, locale)
}

function opening(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/parties/:field', { config: { action: 'case.open' } }, async (request, reply) => {
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const field = CONTACT_FIELDS.find((one) => one === (request.params as { field: string }).field)
    if (field === undefined) throw new Refusal('not-found')
    const reason = textOf(body, 'reason')
    const asked = { no, field, reason, address: request.ip }
    const opened = (await notVerified(desk, request)) ?? (await openField(desk, sessionOf(request).person, asked))
    const data = { no, what: 'party', field, value: opened.ok ? opened.value : '' } as const
    if (opened.ok)
      return reply.page('staff-case-shown', staffCaseShownPage(staffContextOf(desk, request, locale), data))
    const outcome = opened.code === 'not-asked' ? { ...opened, code: 'needs-consent' } : opened
    const sent = formSent(`open-${field}`, body)
    return answer({ desk, locale, request, reply }, no, outcome, { act: 'case.open', done: '', sent })
  })
}

function asking(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/reveal', { config: { action: 'case.open' } }, async (request, reply) => {
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const outcome = await askToReveal(desk, sessionOf(request).person, { no, words: textOf(body, 'words') })
    const sent = formSent('reveal', body)
    return answer({ desk, locale, request, reply }, no, outcome, { act: 'case.reveal', done: 'case-asked', sent })
  })
}

function askingForCode(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/code/ask', { config: { action: 'case.write' } }, async (request, reply) => {
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const outcome = await askForCode(desk, sessionOf(request).person, { no, words: textOf(body, 'words') })
    const sent = formSent('code-ask', body)
    return answer({ desk, locale, request, reply }, no, outcome, { act: 'case.code-ask', done: 'case-asked', sent })
  })
}

function coding(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/code', { config: { action: 'case.write' } }, async (request, reply) => {
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const made = (await notVerified(desk, request)) ?? (await replaceCode(desk, sessionOf(request).person, { no }))
    const sent = formSent('code', body)
    if (!made.ok) {
      const outcome = made.code === 'not-asked' ? { ...made, code: 'needs-approval' } : made
      return answer({ desk, locale, request, reply }, no, outcome, { act: 'case.code', done: '', sent })
    }
    await audited(desk, request, 'case.code', `case/${no}`)
    const data = { no, what: 'code', field: null, value: made.code } as const
    return reply.page('staff-case-shown', staffCaseShownPage(staffContextOf(desk, request, locale), data))
  })
}
