import { z } from 'zod'
import { Day } from '../../../catalogue/day.ts'
import { Words } from '../../../complaints/act-input.ts'
import { sendDraftFiles } from '../../db/attachments.ts'
import { keep } from '../../db/case-files.ts'
import { messagesRead, writeMessage, writeNote, writeReply } from '../../db/case-words.ts'
import { meetClock } from '../../db/clocks.ts'
import type { Tx } from '../../db/database.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { FILE_LIMITS } from '../files/limits.ts'
import { acting, done, entered, mustBe } from './doing.ts'
import { sealedFor } from './duty.ts'
import { type ActOutcome, atField } from './outcome.ts'

/** 内部记录: only the office ever sees it. */
export const addNote = (desk: Desk, by: Person, { no, words }: { no: string; words: string }): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    const sealed = sealedFor(doing, 'note', said(words))
    await writeNote(doing.tx, { caseId: doing.file.id, by: by.id, at: doing.at, words: sealed })
    return done(await entered(doing, 'note'))
  })

/**
 * What is sent to the complainant; `asks`: an answer is wanted; `tells`: it tells that a case was filed, within its own
 * clock; `files`: so many that were looked at beforehand go with it.
 */
export type NewMessage = {
  no: string
  words: string
  asks: boolean
  tells?: boolean
  files?: { draft: string; count: number } | undefined
}

/** 发消息给投诉人, with its files or not at all. What he wrote before counts as read. */
export const sendMessage = (
  desk: Desk,
  by: Person,
  { no, words, asks, tells, files }: NewMessage,
): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    const { tx, file, at } = doing
    const sealed = sealedFor(doing, 'message', said(words))
    const message = await writeMessage(tx, { caseId: file.id, by: by.id, at, words: sealed, asks })
    if (files !== undefined) await attach(tx, message, files)
    await messagesRead(tx, file.id, at)
    await keep(tx, file.id, { unread: false })
    if (tells === true) await meetClock(tx, file.id, 'tell_filing', doing.today)
    const payload = { from: 'desk', asks, ...(files === undefined ? {} : { files: files.count }) }
    return done(await entered(doing, 'message', payload))
  })

async function attach(tx: Tx, message: number, files: { draft: string; count: number }): Promise<void> {
  const sent = await sendDraftFiles(tx, { ...files, message, room: FILE_LIMITS.whole })
  if (sent !== 'kept') throw atField('files', 'bad-value', sent === 'gone' ? 'gone' : 'whole')
}

/** 被反映单位的说明, as it came on a day. */
export const recordReply = (
  desk: Desk,
  by: Person,
  { no, words, on }: { no: string; words: string; on: string },
): Promise<ActOutcome> =>
  acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.handle')
    const day = Day.safeParse(on)
    if (!day.success || day.data > doing.today || day.data < doing.file.received_on) throw atField('on')
    const sealed = sealedFor(doing, 'reply', said(words))
    await writeReply(doing.tx, { caseId: doing.file.id, by: by.id, at: doing.at, words: sealed, on: day.data })
    return done(await entered(doing, 'reply', { on: day.data }))
  })

const Said = z.pipe(Words, z.string().min(1))
function said(words: string): string {
  const read = Said.safeParse(words)
  if (read.success) return read.data
  throw atField('words', words.trim() === '' ? 'missing' : 'bad-value')
}
