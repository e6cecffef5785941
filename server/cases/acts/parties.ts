import { CONTACT_FIELDS } from '../../../complaints/submission.ts'
import type { ContactFieldName } from '../../../complaints/words.ts'
import { audit } from '../../db/audit.ts'
import { sealedField, submissionOf } from '../../db/case-submission.ts'
import { revealSigned } from '../../db/proposals.ts'
import type { Desk, Person } from '../../staff/desk.ts'
import { acting, type Doing, entered, mustBe } from './doing.ts'
import { atField, type NotDone, Refused } from './outcome.ts'

/** For so long may who asked open the identity of a reporter, once another signed it. */
export const REVEAL_HOURS = 24

export type ToOpen = { no: string; field: string; reason: string; address: string }
export type Opened = { ok: true; value: string; no: string; version: number }

/**
 * 查看密封信息: opens one field of a contact, for a reason that is kept with who, when and from where before the value is given. Who reported something
 * is kept secret (价格法 art. 38, Order 121 art. 37): with a report a second person must have signed within the day.
 */
export async function openField(desk: Desk, by: Person, asked: ToOpen): Promise<Opened | NotDone> {
  const reason = asked.reason.trim()
  if (reason.length < 5) return atField('reason', 'missing').outcome
  const field = CONTACT_FIELDS.find((one) => one === asked.field)
  if (field === undefined) return atField('field').outcome
  const opened = await acting(desk, by, asked.no, (doing) => unsealed(doing, field))
  await audit(desk.db, {
    ...{ at: desk.now(), by: by.id, login: by.login, act: 'case.open', address: asked.address },
    object: `case/${asked.no}/${field}`,
    outcome: opened.ok ? 'done' : 'refused',
    detail: { reason, ...(opened.ok ? {} : { why: opened.code }) },
  })
  return opened
}

async function unsealed(doing: Doing, field: ContactFieldName): Promise<Opened> {
  const { desk, tx, file, by, at } = doing
  mustBe(by, 'case.open')
  if (file.type === 'report' && !(await revealSigned(tx, file.id, by.id, { now: at, hours: REVEAL_HOURS })))
    throw new Refused('not-asked', { field })
  const { receipt } = await submissionOf(tx, file.submission_id)
  const sealed = await sealedField(tx, file.submission_id, field)
  const value = sealed === null ? null : desk.keys.open(`contact/${receipt}/${field}`, sealed)
  if (value === null) throw new Refused('not-found', { field })
  const { no, version } = await entered(doing, 'party_opened', { field })
  return { ok: true, value, no, version }
}
