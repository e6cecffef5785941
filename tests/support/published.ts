import { CHECKS } from '../../complaints/publication.ts'
import type { Outcome } from '../../seeds/cases/case.ts'
import { sign } from '../../server/cases/acts/signing.ts'
import { askToPublish } from '../../server/cases/preparing.ts'
import { asCaseStaff } from '../../server/db/case-doors.ts'
import { caseFile } from '../../server/db/case-files.ts'
import { numberOf } from '../../server/db/publications.ts'
import type { Desk } from '../../server/staff/desk.ts'
import { person, seen, signed, step } from './acts.ts'
import { type FiledHere, filed } from './filed.ts'

export const TOLD: Outcome = {
  zh: '经查，该码头对二十英尺重箱多收港口设施保安费，责令退还。',
  en: 'The terminal charged too much for port facility security and was told to pay it back.',
}

/** A report that was decided and told, and its handler's and supervisor's work with it. */
export async function decided(
  desk: Desk,
  overrides: Parameters<typeof filed>[1] = {},
): Promise<FiledHere & { no: string }> {
  const made = await filed(desk, overrides)
  const { no } = made.cases[0]!
  const [handler, supervisor] = [await person(desk.db, 'handler'), await person(desk.db, 'supervisor')]
  await step(desk, handler, { no, step: 'accept' })
  await signed(desk, [handler, supervisor], { no, step: 'file_case' })
  const findings = [{ n: 1, found: true, violation: 'above_standard' }]
  const input = { outcome: 'violation_found', findings, laws: ['above_standard'], refund: '12.00' }
  await signed(desk, [handler, supervisor], { no, step: 'decide', input, words: TOLD.zh })
  const order = { amount: '12.00', due_on: '2026-12-20', basis: 'overcharge' }
  await signed(desk, [handler, supervisor], { no, step: 'order_refund', input: order, words: '限期退还。' })
  const day = '2026-11-23'
  const told = await step(desk, handler, { no, step: 'notify', input: { delivery: 'portal', on: day } })
  if (!told.ok) throw new Error(JSON.stringify(told))
  return { ...made, no }
}

/** The same, prepared by the handler and published; with its public number. */
export async function published(desk: Desk, overrides: Parameters<typeof filed>[1] = {}) {
  const made = await decided(desk, overrides)
  const { no } = made
  const [handler, publisher] = [await person(desk.db, 'handler'), await person(desk.db, 'casepublisher')]
  const { version } = await seen(desk, handler, no)
  const edited = { summary: TOLD, reply: null, names: new Map(), entityName: null }
  const asked = await askToPublish(desk, handler, { no, version, edited, checked: CHECKS, standing: [] })
  if (!asked.ok) throw new Error(JSON.stringify(asked))
  const done = await sign(desk, publisher, { no, proposal: asked.proposal! })
  if (!done.ok) throw new Error(JSON.stringify(done))
  await desk.head.refresh()
  return {
    ...made,
    gs: (await asCaseStaff(desk.db, handler.id, async (tx) => numberOf(tx, (await caseFile(tx, no))!.id)))!,
  }
}
