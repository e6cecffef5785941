import { writeMessage, writeNote } from '../../db/case-words.ts'
import { sealedFor, type Taking } from './duty.ts'

/** Sends the words of a step to the complainant; nothing where none were written. */
export async function tell(taking: Taking, asks = false): Promise<void> {
  if (taking.words === '') return
  const words = sealedFor(taking, 'message', taking.words)
  await writeMessage(taking.tx, { caseId: taking.file.id, by: taking.by.id, at: taking.at, words, asks })
}

/** Keeps the words of a step inside the office. */
export async function keepInside(taking: Taking): Promise<void> {
  if (taking.words === '') return
  const words = sealedFor(taking, 'note', taking.words)
  await writeNote(taking.tx, { caseId: taking.file.id, by: taking.by.id, at: taking.at, words })
}
