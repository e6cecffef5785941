import { describe, expect } from 'vitest'
import { sendMessage } from '../../../server/cases/acts/writing.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import type { Db } from '../../../server/db/database.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { asking, onDay, person, seen, signed, step } from '../../support/acts.ts'
import { test } from '../../support/case-desk.ts'
import { filed } from '../../support/filed.ts'

/** The forwarder's report at Beilun and its complaint at the port, with who works on them. */
async function begun(desk: Desk, db: Db) {
  const [report, complaint] = (await filed(desk)).cases.map(({ no }) => no) as [string, string]
  const [handler, supervisor] = [await person(db, 'handler'), await person(db, 'supervisor')]
  const port = [await person(db, 'porthandler'), await person(db, 'portsupervisor')] as const
  return { report, complaint, handler, supervisor, market: [handler, supervisor] as const, port }
}

const VIOLATION = {
  outcome: 'violation_found',
  findings: [{ n: 1, found: true, violation: 'above_standard' }],
  laws: ['above_standard'],
}

describe('a report', () => {
  test('is accepted, filed, decided by two, told, and its refund ordered and confirmed', async ({ desk, db }) => {
    const { report: no, handler, market } = await begun(desk, db)
    expect(await step(desk, handler, { no, step: 'accept' })).toMatchObject({ ok: true, no })
    expect(await signed(desk, market, { no, step: 'file_case' })).toMatchObject({ ok: true })
    const told = await sendMessage(desk, handler, { no, words: '已立案', asks: false, tells: true })
    expect(told).toMatchObject({ ok: true })
    expect(await signed(desk, market, { no, step: 'decide', input: VIOLATION })).toMatchObject({ ok: true })
    expect(await seen(desk, handler, no)).toMatchObject({
      state: 'decided',
      outcome: 'violation_found',
      decided_on: '2026-11-23',
    })
    const refund = { amount: '12.00', due_on: '2026-12-01', basis: 'overcharge' }
    expect(await signed(desk, market, { no, step: 'order_refund', input: refund })).toMatchObject({ ok: true })
    const notified = await step(desk, handler, { no, step: 'notify', input: { delivery: 'portal', on: '2026-11-23' } })
    expect(notified).toMatchObject({ ok: true })

    const whole = (await caseWhole(desk, handler, no))!
    expect(whole.file).toMatchObject({ state: 'notified', closed_on: '2026-11-23' })
    expect(whole.decisions).toMatchObject([
      { outcome: 'violation_found', words: 'why so', drafted_name: '示例办案', signed_name: '示例办案督导' },
    ])
    expect(whole.refunds).toMatchObject([{ amount: '12.00', ledger: { outstanding: '12.00', late: false } }])
    expect(whole.events.map(({ kind }) => kind)).toEqual([
      ...['submitted', 'accept', 'asked_to_sign', 'file_case', 'message', 'asked_to_sign', 'decide'],
      ...['asked_to_sign', 'order_refund', 'notify'],
    ])
    expect(whole.brokenAt).toBeNull()
    const met = whole.clocks.filter(({ metOn }) => metOn !== null).map(({ code }) => code)
    expect(met.toSorted()).toEqual(['penalty', 'tell', 'tell_filing', 'verify'])
    expect(await caseWhole(onDay(desk, '2026-12-02'), handler, no)).toMatchObject({
      refunds: [{ ledger: { late: true } }],
    })
  })

  test('is not filed for a reason, by two', async ({ desk, db }) => {
    const { report: no, handler, market } = await begun(desk, db)
    await step(desk, handler, { no, step: 'accept' })
    const input = { reason: 'no_violation' }
    expect(await signed(desk, market, { no, step: 'decide_not_to_file', input })).toMatchObject({ ok: true })
    expect(await seen(desk, handler, no)).toMatchObject({ state: 'decided', outcome: 'not_filed' })
  })

  test('lapses only when the day is over until which a supplement was asked for', async ({ desk, db }) => {
    const { report: no, handler, market } = await begun(desk, db)
    const ask = { no, step: 'ask_supplement', input: { deadline: '2026-11-27' }, words: '请补充账单' } as const
    expect(await step(desk, handler, { ...ask, input: { deadline: '2026-11-23' } })).toMatchObject({
      code: 'bad-value',
    })
    expect(await step(desk, handler, ask)).toMatchObject({ ok: true })
    expect(await caseWhole(desk, handler, no)).toMatchObject({
      messages: [{ words: '请补充账单', asks: true, sender: 'desk' }],
    })
    expect(await asking(desk, handler, { no, step: 'lapse' })).toMatchObject({ code: 'unlawful-step' })
    expect(await signed(onDay(desk, '2026-11-28'), market, { no, step: 'lapse' })).toMatchObject({ ok: true })
    expect(await seen(desk, handler, no)).toMatchObject({ state: 'not_accepted', closed_on: '2026-11-28' })
  })

  test('is refused only on a ground that the law knew when it was received, and the complainant reads why', async ({
    desk,
    db,
  }) => {
    const { report: no, handler, market } = await begun(desk, db)
    const unknown = { no, step: 'refuse', input: { ground: 'not_daily_life' } } as const
    expect(await asking(desk, handler, unknown)).toMatchObject({ code: 'bad-value', values: { field: 'ground' } })
    const refusal = { no, step: 'refuse', input: { ground: 'same_facts' }, words: '同一事实已经处理' } as const
    expect(await signed(desk, market, refusal)).toMatchObject({ ok: true })
    const whole = (await caseWhole(desk, handler, no))!
    expect(whole).toMatchObject({ file: { state: 'not_accepted' }, messages: [{ words: '同一事实已经处理' }] })
    const late = { no, step: 'appeal', input: { kind: 'reconsideration', on: '2027-06-01' } } as const
    expect(await step(onDay(desk, '2027-06-01'), handler, late)).toMatchObject({ code: 'too-late' })
    const inTime = { no, step: 'appeal', input: { kind: 'reconsideration', on: '2026-11-23' } } as const
    expect(await step(desk, handler, inTime)).toMatchObject({ ok: true })
    expect(await signed(desk, market, { no, step: 'reopen', input: { reason: 'review' } })).toMatchObject({ ok: true })
    expect(await seen(desk, handler, no)).toMatchObject({ state: 'accepted', closed_on: null })
  })
})

describe('a complaint', () => {
  test('is mediated with the consent of both and ends without agreement on a ground of its order', async ({
    desk,
    db,
  }) => {
    const { complaint: no, port } = await begun(desk, db)
    await step(desk, port[0], { no, step: 'accept' })
    expect(await step(desk, port[0], { no, step: 'mediate' })).toMatchObject({
      code: 'missing',
      values: { field: 'both_consent' },
    })
    expect(await step(desk, port[0], { no, step: 'mediate', input: { both_consent: 'on' } })).toMatchObject({
      ok: true,
    })
    const without = (ground: string) => ({ no, step: 'decide', input: { outcome: 'not_agreed', ground } }) as const
    expect(await asking(desk, port[0], without('forty_five_days'))).toMatchObject({ code: 'bad-value' })
    expect(await asking(desk, port[0], { no, step: 'decide', input: VIOLATION })).toMatchObject({ code: 'bad-value' })
    expect(await signed(desk, port, without('absent'))).toMatchObject({ ok: true })
    expect(await seen(desk, port[0], no)).toMatchObject({ state: 'decided', outcome: 'not_agreed' })
  })

  test('and its twin stand on one another’s page only for who may see both', async ({ desk, db }) => {
    const { report, complaint, handler, port } = await begun(desk, db)
    expect((await caseWhole(desk, handler, report))!.twin).toBeNull()
    expect(await caseWhole(desk, handler, complaint)).toBeUndefined()
    expect(await caseWhole(desk, port[0], report)).toBeUndefined()
    expect((await caseWhole(desk, await person(db, 'auditor'), report))!.twin).toBe(complaint)
  })
})

test('a question is answered in a message and is thereby told', async ({ desk, db }) => {
  const handler = await person(db, 'handler')
  const { cases } = await filed(desk, { goals: ['answer'], charges: [], statement: '请问港口设施保安费由谁支付？' })
  const no = cases[0]!.no
  expect(await step(desk, handler, { no, step: 'answer' })).toMatchObject({
    code: 'missing',
    values: { field: 'words' },
  })
  expect(await step(desk, handler, { no, step: 'answer', words: '由货方支付。' })).toMatchObject({ ok: true })
  const whole = (await caseWhole(desk, handler, no))!
  expect(whole).toMatchObject({
    file: { state: 'notified', outcome: 'answered' },
    messages: [{ words: '由货方支付。' }],
  })
})

describe('time', () => {
  test('stops while a case is suspended and goes on when it is resumed, the clock as many days later', async ({
    desk,
    db,
  }) => {
    const { report: no, handler, market } = await begun(desk, db)
    await step(desk, handler, { no, step: 'accept' })
    await signed(desk, market, { no, step: 'file_case' })
    const due = async () => (await caseWhole(desk, handler, no))!.clocks.find(({ code }) => code === 'penalty')!
    const before = await due()
    expect(await signed(desk, market, { no, step: 'suspend', input: { reason: 'hearing' } })).toMatchObject({
      ok: true,
    })
    expect(await due()).toMatchObject({ paused: true })
    expect(await step(onDay(desk, '2026-12-02'), handler, { no, step: 'resume' })).toMatchObject({ ok: true })
    expect(await seen(desk, handler, no)).toMatchObject({ state: 'investigating' })
    const after = await due()
    expect(after.stretch.pauses).toEqual([{ from: '2026-11-23', to: '2026-12-02' }])
    expect(after.dueOn > before.dueOn).toBe(true)
  })

  test('is extended when it was asked for before expiry, even if signed after, and only as often as the rule says', async ({
    desk,
    db,
  }) => {
    const { report: no, handler, supervisor, market } = await begun(desk, db)
    await step(desk, handler, { no, step: 'accept' })
    const clock = async () => (await caseWhole(desk, handler, no))!.clocks.find(({ code }) => code === 'verify')!
    const { dueOn } = await clock()
    const asked = await asking(onDay(desk, dueOn), handler, { no, step: 'extend' })
    const { sign } = await import('../../../server/cases/acts/signing.ts')
    const later = onDay(desk, '2026-12-20')
    expect(await sign(later, supervisor, { no, proposal: (asked as { proposal: number }).proposal })).toMatchObject({
      ok: true,
    })
    expect((await clock()).dueOn > dueOn).toBe(true)
    expect(await signed(later, market, { no, step: 'extend' })).toMatchObject({ code: 'unlawful-step' })
  })

  test('is not extended once it is over', async ({ desk, db }) => {
    const { report: no, handler } = await begun(desk, db)
    await step(desk, handler, { no, step: 'accept' })
    expect(await asking(onDay(desk, '2027-01-20'), handler, { no, step: 'extend' })).toMatchObject({ code: 'too-late' })
  })
})
