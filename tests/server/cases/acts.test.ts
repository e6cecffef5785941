import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { day } from '../../../catalogue/day.ts'
import { decideCluster } from '../../../server/cases/acts/cluster-decisions.ts'
import { joinCluster, leaveCluster } from '../../../server/cases/acts/clustering.ts'
import { assign, setHold } from '../../../server/cases/acts/keeping.ts'
import { linkCases, unlinkCases } from '../../../server/cases/acts/links.ts'
import { enterRefund } from '../../../server/cases/acts/refunds.ts'
import { addNote, recordReply, sendMessage } from '../../../server/cases/acts/writing.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import { type NewEntry, writeRefundEntry } from '../../../server/db/case-decisions.ts'
import { asCaseStaff, asHolder } from '../../../server/db/case-doors.ts'
import type { Link } from '../../../server/db/case-links.ts'
import type { Db } from '../../../server/db/database.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { asking, colleague, onDay, person, seen, signed, step } from '../../support/acts.ts'
import { test } from '../../support/case-desk.ts'
import { filed } from '../../support/filed.ts'

/** A report at Beilun and who works there. */
async function begun(desk: Desk, db: Db) {
  const { cases, receipt, tag } = await filed(desk)
  const [no, complaint] = cases.map((one) => one.no) as [string, string]
  const [handler, supervisor] = [await person(db, 'handler'), await person(db, 'supervisor')]
  return { no, complaint, receipt, tag, handler, supervisor, two: [handler, supervisor] as const }
}

describe('words', () => {
  test('of a note stay in the office, those of a message reach the complainant; both are sealed', async ({
    desk,
    db,
    owner,
  }) => {
    const { no, handler, tag } = await begun(desk, db)
    expect(await addNote(desk, handler, { no, words: '  ' })).toMatchObject({
      code: 'missing',
      values: { field: 'words' },
    })
    expect(await addNote(desk, handler, { no, words: '先核对清单' })).toMatchObject({ ok: true })
    expect(await sendMessage(desk, handler, { no, words: '请寄账单', asks: true })).toMatchObject({
      ok: true,
    })
    const whole = (await caseWhole(desk, handler, no))!
    expect(whole).toMatchObject({ notes: [{ words: '先核对清单' }], messages: [{ words: '请寄账单', asks: true }] })
    const read = await asHolder(db, tag, (tx) => sql<{ words: Buffer }>`select words from case_message`.execute(tx))
    expect(read.rows.map(({ words }) => desk.keys.open(`message/${no}`, words))).toEqual(['请寄账单'])
    await expect(asHolder(db, tag, (tx) => sql`select * from case_note`.execute(tx))).rejects.toThrow(
      /permission denied/,
    )
    const { rows } = await sql<{ plain: number }>`
      select count(*)::int as plain from case_event e where e.payload::text ~ '清单|账单'`.execute(owner)
    expect(rows).toEqual([{ plain: 0 }])
  })

  test('of the complainant are unread until the desk opens the case', async ({ desk, db, owner }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    await sql`update case_file set unread = true where no = ${no}`.execute(owner)
    await caseWhole(desk, await person(db, 'auditor'), no)
    expect(await seen(desk, handler, no)).toMatchObject({ unread: true })
    await caseWhole(desk, supervisor, no)
    expect(await seen(desk, handler, no)).toMatchObject({ unread: false })
  })

  test('of the respondent are recorded with their day, which is not to come', async ({ desk, db }) => {
    const { no, handler } = await begun(desk, db)
    const reply = { no, words: '系统录入错误，愿意退还', on: '2026-11-23' }
    expect(await recordReply(desk, handler, { ...reply, on: '2026-11-24' })).toMatchObject({
      code: 'bad-value',
      values: { field: 'on' },
    })
    expect(await recordReply(desk, handler, reply)).toMatchObject({ ok: true })
    expect((await caseWhole(desk, handler, no))!.replies).toMatchObject([{ words: reply.words, on_day: '2026-11-23' }])
  })
})

describe('a case', () => {
  test('is given to somebody of its office or one above, and to nobody else', async ({ desk, db }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    const above = await colleague(db, 'case_handler', 10)
    const elsewhere = await person(db, 'handler2')
    expect(await assign(desk, supervisor, { no, to: elsewhere.id })).toMatchObject({ code: 'bad-value' })
    expect(await assign(desk, supervisor, { no, to: above.id })).toMatchObject({ ok: true })
    expect(await assign(desk, supervisor, { no, to: above.id })).toMatchObject({ code: 'already-there' })
    expect((await caseWhole(desk, handler, no))!).toMatchObject({ assignee: above.name, file: { assignee: above.id } })
    expect(await assign(desk, elsewhere, { no, to: null })).toMatchObject({ code: 'not-found' })
  })

  test('is held from destruction by a supervisor', async ({ desk, db }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    expect(await setHold(desk, handler, { no, on: true })).toMatchObject({ code: 'unlawful-step' })
    expect(await setHold(desk, supervisor, { no, on: true })).toMatchObject({ ok: true })
    expect(await seen(desk, handler, no)).toMatchObject({ legal_hold: true })
  })
})

describe('links', () => {
  test('join two cases and end; both cases say so, and neither goes away', async ({ desk, db }) => {
    const [one, two] = [await begun(desk, db), await begun(desk, db)]
    const { handler } = one
    const link = { no: one.no, other: two.no, kind: 'duplicate' } as const
    expect(await linkCases(desk, handler, { ...link, other: one.no })).toMatchObject({ code: 'bad-value' })
    expect(await linkCases(desk, handler, { ...link, other: one.complaint })).toMatchObject({ code: 'not-found' })
    expect(await linkCases(desk, handler, link)).toMatchObject({ ok: true })
    expect(await linkCases(desk, handler, { ...link, no: two.no, other: one.no })).toMatchObject({
      code: 'already-there',
    })
    const [{ id, no }] = (await caseWhole(desk, handler, two.no))!.links as [Link]
    expect(no).toBe(one.no)
    expect(await unlinkCases(desk, handler, { no: two.no, link: id })).toMatchObject({ ok: true })
    expect(await unlinkCases(desk, handler, { no: two.no, link: id })).toMatchObject({ code: 'not-found' })
    for (const each of [one.no, two.no]) {
      const { links, events, brokenAt } = (await caseWhole(desk, handler, each))!
      expect({ links, brokenAt }).toEqual({ links: [], brokenAt: null })
      expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'linked', 'unlinked'])
    }
  })

  test('made both ways at once hold once and neither waits for ever', async ({ desk, db }) => {
    const [one, two] = [await begun(desk, db), await begun(desk, db)]
    const both = await Promise.all([
      linkCases(desk, one.handler, { no: one.no, other: two.no, kind: 'related' }),
      linkCases(desk, one.handler, { no: two.no, other: one.no, kind: 'related' }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

test('a cluster gathers the cases of one charge and quarter; one decision is asked for in each', async ({
  desk,
  db,
}) => {
  const [one, two, three] = [await begun(desk, db), await begun(desk, db), await begun(desk, db)]
  const { handler, supervisor, two: both } = one
  const joined = await joinCluster(desk, handler, { no: one.no })
  if (!joined.ok) throw new Error(joined.code)
  expect(await joinCluster(desk, handler, { no: one.no })).toMatchObject({ code: 'already-there' })
  for (const { no } of [two, three])
    expect(await joinCluster(desk, handler, { no })).toMatchObject({ cluster: joined.cluster })
  for (const { no } of [one, two]) {
    await step(desk, handler, { no, step: 'accept' })
    await signed(desk, both, { no, step: 'file_case' })
  }
  const decision = { outcome: 'violation_found', violation: 'above_standard', words: '一并认定' } as const
  const results = await decideCluster(desk, handler, { cluster: joined.cluster, ...decision })
  expect(results).toHaveLength(3)
  expect(
    results
      .filter(({ outcome }) => outcome.ok)
      .map(({ no }) => no)
      .toSorted(),
  ).toEqual([one.no, two.no].toSorted())
  expect(results.find(({ no }) => no === three.no)!.outcome).toMatchObject({ code: 'unlawful-step' })
  const { cluster, proposals } = (await caseWhole(desk, supervisor, two.no))!
  expect(cluster!.cases).toBe(3)
  expect(proposals[0]).toMatchObject({ step: 'decide', words: '一并认定', outcome: null })
  expect(await leaveCluster(desk, handler, { no: three.no })).toMatchObject({ ok: true })
  expect((await caseWhole(desk, supervisor, two.no))!.cluster!.cases).toBe(2)
})

test('a refund balances: nothing is paid beyond the order nor confirmed beyond what was paid, says the code and the database', async ({
  desk,
  db,
}) => {
  const { no, handler, two } = await begun(desk, db)
  await step(desk, handler, { no, step: 'accept' })
  await signed(desk, two, { no, step: 'file_case' })
  const findings = [{ n: 1, found: true, violation: 'above_standard' }]
  await signed(desk, two, { no, step: 'decide', input: { outcome: 'violation_found', findings } })
  const refund = { amount: '12.00', due_on: '2026-12-01', basis: 'overcharge' }
  expect(
    await asking(desk, handler, { no, step: 'order_refund', input: { ...refund, due_on: '2026-11-22' } }),
  ).toMatchObject({ code: 'too-late' })
  expect(await asking(desk, handler, { no, step: 'order_refund', input: { ...refund, amount: '0.00' } })).toMatchObject(
    { code: 'bad-value' },
  )
  await signed(desk, two, { no, step: 'order_refund', input: refund })
  const order = (await caseWhole(desk, handler, no))!.refunds[0]!.id
  const enter = (kind: 'paid' | 'confirmed' | 'unclaimed', amount: string) =>
    enterRefund(desk, handler, { no, order, kind, amount, on: '2026-11-23' })
  expect(await enter('paid', '12.01')).toMatchObject({ code: 'not-balanced' })
  expect(await enter('confirmed', '1')).toMatchObject({ code: 'not-balanced' })
  expect(await enter('paid', '10.00')).toMatchObject({ ok: true })
  expect(await enter('unclaimed', '2.01')).toMatchObject({ code: 'not-balanced' })
  expect(await enter('confirmed', '10.00')).toMatchObject({ ok: true })
  const over: NewEntry = { order, kind: 'paid', amount: '2.01', on: day('2026-11-23'), by: handler.id, at: desk.now() }
  await expect(db.transaction().execute((tx) => writeRefundEntry(tx, over))).rejects.toThrow(/permission denied/)
  await expect(asCaseStaff(db, handler.id, (tx) => writeRefundEntry(tx, over))).rejects.toMatchObject({
    constraint: 'refund_balances',
  })
  const [kept] = (await caseWhole(onDay(desk, '2026-12-02'), handler, no))!.refunds
  expect(kept!.ledger).toMatchObject({
    paid: '10.00',
    confirmed: '10.00',
    outstanding: '2.00',
    late: true,
    settled: false,
  })
})
