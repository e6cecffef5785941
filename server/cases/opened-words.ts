import { type Decision, decisionsOf } from '../db/case-decisions.ts'
import type { CaseFile } from '../db/case-files.ts'
import { type Rating, ratingsOf } from '../db/case-story.ts'
import { type Message, messagesOf, type Note, notesOf, type Reply, repliesOf } from '../db/case-words.ts'
import type { Tx } from '../db/database.ts'
import { type Proposal, proposalsOf } from '../db/proposals.ts'
import type { Desk } from '../staff/desk.ts'

/** The same with its words opened; null where nothing was written, or they were destroyed when their time was over. */
type Open<T extends { words: Buffer | null }> = Omit<T, 'words'> & { words: string | null }

/** 打开的文字: what people wrote of a case, opened for those who may see it. */
export type OpenedWords = {
  statement: string | null
  notes: Open<Note>[]
  messages: Open<Message>[]
  replies: Open<Reply>[]
  ratings: Open<Rating>[]
  decisions: Open<Decision>[]
  proposals: (Omit<Open<Proposal>, 'why'> & { why: string | null })[]
}

/** Reads and opens everything that was written of a case. */
export async function openedWords(
  { keys }: Desk,
  tx: Tx,
  { id, no }: CaseFile,
  { receipt, statement }: { receipt: string; statement: Buffer | null },
): Promise<OpenedWords> {
  const open = (owner: string, sealed: Buffer | null) => (sealed === null ? null : keys.open(owner, sealed))
  const opened = <T extends { words: Buffer | null }>(owner: string, rows: readonly T[]): Open<T>[] =>
    rows.map((row) => ({ ...row, words: open(`${owner}/${no}`, row.words) }))
  return {
    statement: open(`submission/${receipt}/statement`, statement),
    notes: opened('note', await notesOf(tx, id)),
    messages: opened('message', await messagesOf(tx, id)),
    replies: opened('reply', await repliesOf(tx, id)),
    ratings: opened('rating', await ratingsOf(tx, id)),
    decisions: opened('decision', await decisionsOf(tx, id)),
    proposals: opened('proposal', await proposalsOf(tx, id)).map((one) => ({
      ...one,
      why: open(`proposal/${no}`, one.why),
    })),
  }
}
