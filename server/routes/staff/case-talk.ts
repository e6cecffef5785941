import type { Locale } from '../../../views/locale/locale.ts'
import type { App } from '../../app.ts'
import { addNote, recordReply } from '../../cases/acts/writing.ts'
import { answer } from '../../staff/case-answer.ts'
import { caseNo, formSent } from '../../staff/case-page.ts'
import { type Desk, sessionOf } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'
import { caseMessages } from './case-messages.ts'

/** 内部记录, 致投诉人, 被反映单位的说明: three pens, never one for another. */
export function caseTalk(scope: App, desk: Desk, locale: Locale): void {
  notes(scope, desk, locale)
  caseMessages(scope, desk, locale)
  replies(scope, desk, locale)
}

function notes(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/notes', { config: { action: 'case.write' } }, async (request, reply) => {
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const outcome = await addNote(desk, sessionOf(request).person, { no, words: textOf(body, 'words') })
    const sent = formSent('note', body)
    return answer({ desk, locale, request, reply }, no, outcome, { act: 'case.note', done: 'case-noted', sent })
  })
}

function replies(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/reply', { config: { action: 'case.handle' } }, async (request, reply) => {
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const said = { no, words: textOf(body, 'words'), on: textOf(body, 'on') }
    const outcome = await recordReply(desk, sessionOf(request).person, said)
    const sent = formSent('reply', body)
    return answer({ desk, locale, request, reply }, no, outcome, { act: 'case.reply', done: 'case-replied', sent })
  })
}
