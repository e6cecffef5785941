import type { Check, PublicCase, Standing } from '../../complaints/publication.ts'
import { asCaseStaff } from '../db/case-doors.ts'
import { type CaseFile, caseFile } from '../db/case-files.ts'
import { repliesOf } from '../db/case-words.ts'
import type { Desk, Person } from '../staff/desk.ts'
import type { ActOutcome } from './acts/outcome.ts'
import { askToSign } from './acts/signing.ts'
import { type Edited, knownOf, type Looked, lookedThrough, publicCase } from './publication.ts'

/** 公示稿: the content as the public would read it, and what was found in it. */
export type Prepared = { file: CaseFile; content: PublicCase; looked: Looked; reply: string | null }

/** Prepares what is to be published; undefined where the case is not one's own to see, null where nothing was decided. */
export const prepared = (
  desk: Desk,
  by: Person,
  { no, edited, standing }: { no: string; edited: Edited; standing: readonly Standing[] },
): Promise<Prepared | null | undefined> =>
  asCaseStaff(desk.db, by.id, async (tx) => {
    const file = await caseFile(tx, no)
    if (file === undefined) return undefined
    const content = await publicCase(tx, file, edited)
    if (content === null) return null
    const last = (await repliesOf(tx, file.id)).at(-1)
    const reply = last?.words == null ? null : desk.keys.open(`reply/${no}`, last.words)
    return { file, content, reply, looked: lookedThrough(content, await knownOf({ desk, tx, file }), standing) }
  })

export type ToPublish = {
  no: string
  version: number
  edited: Edited
  checked: readonly Check[]
  standing: readonly Standing[]
}

/** 提请公示: prepares it and asks a publisher to sign. */
export async function askToPublish(desk: Desk, by: Person, asked: ToPublish): Promise<ActOutcome> {
  const { no, version, checked, standing } = asked
  const made = await prepared(desk, by, asked)
  if (made === undefined) return { ok: false, code: 'not-found' }
  if (made === null) return { ok: false, code: 'unlawful-step' }
  const input = { content: made.content, checked, standing }
  return askToSign(desk, by, { no, step: 'publish', version, input, words: '' })
}
