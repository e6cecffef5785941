import { randomBytes } from 'node:crypto'
import { Words } from '../../../complaints/act-input.ts'
import { newCode, showCode } from '../../../complaints/receipt.ts'
import { submissionOf } from '../../db/case-submission.ts'
import { codeSigned, replaceTag } from '../../db/lookup-codes.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, actorOf, mustBe } from './doing.ts'
import { type ActOutcome, atField, type NotDone, Refused } from './outcome.ts'
import { asked } from './signing.ts'

/** For so long may who asked make a new code, once another signed it. */
export const CODE_HOURS = 24

/** 提请更换查询码: says how the complainant's identity was checked, which another signs. Nothing is replaced yet. */
export const askForCode = (
  desk: Desk,
  by: Person,
  { no, words }: { no: string; words: string },
): Promise<ActOutcome> => {
  const said = Words.safeParse(words)
  if (!said.success) return Promise.resolve(atField('words').outcome)
  if (said.data === '') return Promise.resolve(atField('words', 'missing').outcome)
  if (said.data.length < 5) return Promise.resolve(atField('words', 'bad-value', 'too-short').outcome)
  return acting(desk, by, no, async (doing) => {
    mustBe(by, 'case.write')
    return asked(doing, 'code', {}, said.data)
  })
}

/** A new code, told this once. */
export type MadeCode = { ok: true; no: string; version: number; receipt: string; code: string }

/**
 * 更换查询码: who asked makes the code within the day after another signed, once, and tells it to the complainant; it is kept
 * nowhere. The code before finds nothing from that moment on, and every case of the submission tells that it was replaced.
 */
export const replaceCode = (desk: Desk, by: Person, { no }: { no: string }): Promise<MadeCode | NotDone> =>
  acting(desk, by, no, async ({ tx, file, at }) => {
    mustBe(by, 'case.write')
    const proposal = await codeSigned(tx, file.id, by.id, { now: at, hours: CODE_HOURS })
    if (proposal === null) throw new Refused('not-asked')
    const { receipt } = await submissionOf(tx, file.submission_id)
    const code = newCode(randomBytes)
    const [pepper] = desk.keys.peppers as [number]
    const making = { proposal, at, actor: actorOf(by), staff: by.id }
    const { version } = await replaceTag(tx, making, desk.keys.tag(receipt, code, pepper), pepper)
    return { ok: true, no, version, receipt, code: showCode(code) }
  })
