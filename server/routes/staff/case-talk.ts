import { z } from 'zod'
import { Words } from '../../../complaints/act-input.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffCaseMessagePage } from '../../../views/pages/staff-case-message.ts'
import type { App } from '../../app.ts'
import { addNote, recordReply, sendMessage } from '../../cases/acts/writing.ts'
import { answer } from '../../staff/case-answer.ts'
import { caseNo, formSent, showCase, toldTo } from '../../staff/case-page.ts'
import { type Desk, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { type Fields, textOf } from '../../staff/form.ts'

/** 内部记录, 致投诉人, 被投诉方说明: three pens, never one for another. */
export function caseTalk(scope: App, desk: Desk, locale: Locale): void {
  notes(scope, desk, locale)
  messages(scope, desk, locale)
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

/** What may be sent: anything that is said. */
const Message = z.pipe(Words, z.string().min(1, { error: 'missing' }))

/** A message is read once more on a page of its own, as the complainant will, before it goes. */
function messages(scope: App, desk: Desk, locale: Locale): void {
  scope.post('/staff/cases/:case/messages', { config: { action: 'case.write' } }, async (request, reply) => {
    const [no, body] = [caseNo(request), (request.body ?? {}) as Fields]
    const showing = { desk, locale, request, reply }
    const ticked = (name: string) => textOf(body, name) === 'yes'
    const message = { words: textOf(body, 'words'), asks: ticked('asks'), tells: ticked('tells') }
    const sent = formSent('message', body)
    const said = Message.safeParse(message.words)
    const fault = said.success ? [] : [{ field: 'words', code: said.error.issues[0]!.message }]
    if (!said.success) return showCase({ ...showing, reply: reply.code(422) }, no, { ...sent, faults: fault })
    if (textOf(body, 'do') === 'edit') return showCase(showing, no, sent)
    if (textOf(body, 'do') !== 'send') {
      const { told } = await toldTo(showing, no)
      const data = { told, ...message, words: said.data }
      return reply.page('staff-case-message', staffCaseMessagePage(staffContextOf(desk, request, locale), data))
    }
    const outcome = await sendMessage(desk, sessionOf(request).person, { no, ...message })
    return answer(showing, no, outcome, { act: 'case.message', done: 'case-sent', sent })
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
