import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { Words } from '../../../complaints/act-input.ts'
import type { Locale } from '../../../views/locale/locale.ts'
import { staffCaseMessagePage } from '../../../views/pages/staff-case-message.ts'
import type { App } from '../../app.ts'
import { isTheirs } from '../../cases/acts/doing.ts'
import { sendMessage } from '../../cases/acts/writing.ts'
import { asCaseStaff } from '../../db/case-doors.ts'
import { caseFile } from '../../db/case-files.ts'
import { Refusal } from '../../errors.ts'
import { type Form, receivedForm } from '../../form-with-files.ts'
import { COSTLY } from '../../policy.ts'
import { answer } from '../../staff/case-answer.ts'
import { caseNo, formSent, type Showing, showCase, toldTo } from '../../staff/case-page.ts'
import { type Desk, type Person, sessionOf, staffContextOf } from '../../staff/desk.ts'
import { checkCsrf } from '../../staff/guard.ts'
import { type FilesKept, filesKept } from '../../staff/message-files.ts'
import { acceptUploads } from '../../uploads.ts'

/** 致提交人: a message, with files or without, is read once more on a page of its own, as the complainant will, before it goes. */
export function caseMessages(scope: App, desk: Desk, locale: Locale): void {
  const config = { action: 'case.write', ...COSTLY, upload: true } as const
  void scope.register(async (posting: App) => {
    await acceptUploads(posting)
    posting.post('/staff/cases/:case/messages', { config }, async (request, reply) => {
      const [no, form] = [caseNo(request), await receivedForm(request)]
      checkCsrf(request, form.fields)
      const { person } = sessionOf(request)
      await mustBeTheirs(desk, person, no)
      return written({ desk, locale, request, reply }, no, form, await filesKept(desk, person, no, form))
    })
  })
}

/** Nothing is kept for a case of another office. */
async function mustBeTheirs(desk: Desk, by: Person, no: string): Promise<void> {
  const theirs = await asCaseStaff(desk.db, by.id, async (tx) => {
    const file = await caseFile(tx, no)
    return file !== undefined && (await isTheirs(tx, by, file))
  })
  if (!theirs) throw new Refusal('not-found')
}

/** What may be sent: anything that is said. */
const Message = z.pipe(Words, z.string().min(1, { error: 'missing' }))

async function written(showing: Showing, no: string, { fields }: Form, kept: FilesKept): Promise<FastifyReply> {
  const { desk, request, reply, locale } = showing
  const { draft, key, files, faults: ofFiles } = kept
  const message = { words: fields.words ?? '', asks: fields.asks === 'yes', tells: fields.tells === 'yes' }
  const sent = { ...formSent('message', { ...fields, draft }), attached: files }
  const said = Message.safeParse(message.words)
  const unsaid = said.success ? [] : [{ field: 'words', code: said.error.issues[0]!.message }]
  const faults = [...unsaid, ...ofFiles]
  if (faults.length > 0) return showCase({ ...showing, reply: reply.code(422) }, no, { ...sent, faults })
  if (fields.do === 'edit') return showCase(showing, no, sent)
  if (fields.do !== 'send') {
    const { told } = await toldTo(showing, no)
    const data = { told, ...message, words: said.data!, draft, files }
    return reply.page('staff-case-message', staffCaseMessagePage(staffContextOf(desk, request, locale), data))
  }
  const count = seenIn(fields, files.length)
  const going = count === 0 && files.length === 0 ? undefined : { draft: key, count }
  const outcome = await sendMessage(desk, sessionOf(request).person, { no, ...message, files: going })
  return answer(showing, no, outcome, { act: 'case.message', done: 'case-sent', sent })
}

/** How many files go with a message: the number that was read over must be what goes; where it was not read over, those there are. */
const seenIn = ({ 'files-seen': seen }: Form['fields'], there: number): number =>
  seen === undefined ? there : /^\d$/.test(seen) ? Number(seen) : NEVER_SO_MANY
const NEVER_SO_MANY = 99
