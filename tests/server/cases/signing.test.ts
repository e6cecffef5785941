import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { openField } from '../../../server/cases/acts/parties.ts'
import { askToReveal, askToSign, declineToSign, sign, withdrawProposal } from '../../../server/cases/acts/signing.ts'
import { takeStep } from '../../../server/cases/acts/steps.ts'
import { addNote } from '../../../server/cases/acts/writing.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import { asCaseStaff } from '../../../server/db/case-doors.ts'
import { addEvent } from '../../../server/db/case-events.ts'
import type { Db } from '../../../server/db/database.ts'
import type { Desk, Person } from '../../../server/staff/desk.ts'
import { asking, colleague, onDay, person, seen, step } from '../../support/acts.ts'
import { test } from '../../support/case-desk.ts'
import { filed } from '../../support/filed.ts'

/** A report at Beilun that was accepted, with who works there, and the port's complaint. */
async function begun(desk: Desk, db: Db) {
  const [no, complaint] = (await filed(desk)).cases.map((one) => one.no) as [string, string]
  const [handler, supervisor] = [await person(db, 'handler'), await person(db, 'supervisor')]
  await step(desk, handler, { no, step: 'accept' })
  return { no, complaint, handler, supervisor }
}
const proposalOf = (asked: object): number => (asked as { proposal: number }).proposal
const refusedBy = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { constraint?: string; message: string }) => error.constraint ?? error.message,
  )

describe('who asks never signs', () => {
  test('not even in both roles, says the code', async ({ desk, db }) => {
    const { no } = await begun(desk, db)
    const both = await colleague(db, 'case_handler', 11)
    await db.insertInto('staff_role').values({ staff_id: both.id, role: 'case_supervisor', entity: null }).execute()
    const inBoth = await person(db, both.login)
    const proposal = proposalOf(await asking(desk, inBoth, { no, step: 'file_case' }))
    expect(await sign(desk, inBoth, { no, proposal })).toMatchObject({ code: 'own-proposal' })
    expect(await seen(desk, inBoth, no)).toMatchObject({ state: 'accepted' })
  })

  test('says the database, whoever writes to it', async ({ desk, db, owner }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    const proposal = proposalOf(await asking(desk, handler, { no, step: 'file_case' }))
    const bySelf = sql`update case_proposal set outcome = 'signed', decided_by = asked_by, decided_at = now() where id = ${proposal}`
    expect(await refusedBy(bySelf.execute(owner))).toBe('two_people_sign')
    expect(await refusedBy(asCaseStaff(db, handler.id, (tx) => bySelf.execute(tx)))).toMatch(/row-level security/)
    const inOthersName = sql`update case_proposal set outcome = 'signed', decided_by = ${supervisor.id}, decided_at = now() where id = ${proposal}`
    expect(await refusedBy(asCaseStaff(db, handler.id, (tx) => inOthersName.execute(tx)))).toMatch(/row-level security/)
    const file = await seen(desk, handler, no)
    const unsigned = {
      kind: 'file_case',
      at: desk.now(),
      actor: 'supervisor',
      staff: handler.id,
      to: 'investigating',
      proposal,
    } as const
    expect(await refusedBy(asCaseStaff(db, handler.id, (tx) => addEvent(tx, file, unsigned)))).toBe('step_is_signed')
    const asOther = {
      ...unsigned,
      actor: 'supervisor',
      staff: supervisor.id,
      kind: 'note',
      to: null,
      proposal: null,
    } as const
    expect(await refusedBy(asCaseStaff(db, handler.id, (tx) => addEvent(tx, file, asOther)))).toMatch(
      /row-level security/,
    )
    const moved = sql`update case_file set state = 'published' where no = ${no}`
    expect(await refusedBy(moved.execute(owner))).toBe('moved_by_events')
    expect(await refusedBy(asCaseStaff(db, handler.id, (tx) => moved.execute(tx)))).toMatch(/permission denied/)
  })

  test('and who is no supervisor signs nothing, nor does one of another office', async ({ desk, db }) => {
    const { no, handler } = await begun(desk, db)
    const second = await colleague(db, 'case_handler', 11)
    const elsewhere = await colleague(db, 'case_supervisor', 12)
    const proposal = proposalOf(await asking(desk, handler, { no, step: 'file_case' }))
    expect(await sign(desk, second, { no, proposal })).toMatchObject({ code: 'unlawful-step' })
    expect(await sign(desk, elsewhere, { no, proposal })).toMatchObject({ code: 'not-found' })
    expect(await sign(desk, await person(db, 'auditor'), { no, proposal })).toMatchObject({ code: 'not-found' })
  })
})

test('who could read every office as an auditor would write only where he works, and nobody writes once a case was purged', async ({
  desk,
  db,
  owner,
}) => {
  const { no, handler } = await begun(desk, db)
  const other = await colleague(db, 'case_handler', 12)
  await sql`alter table staff_role drop constraint auditors_handle_no_cases`.execute(owner)
  await db.insertInto('staff_role').values({ staff_id: other.id, role: 'auditor', entity: null }).execute()
  const inBoth = await person(db, other.login)
  expect(await seen(desk, inBoth, no)).toMatchObject({ no })
  expect(await addNote(desk, inBoth, { no, words: '越界' })).toMatchObject({ code: 'not-found' })
  await sql`update case_file set purged_on = '2026-11-23' where no = ${no}`.execute(owner)
  expect(await addNote(desk, handler, { no, words: '再记' })).toMatchObject({ code: 'unlawful-step' })
})

describe('what was asked for', () => {
  test('is asked once, declined with a reason or withdrawn, and may be asked again', async ({ desk, db }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    const ask = () => asking(desk, handler, { no, step: 'file_case' })
    const first = proposalOf(await ask())
    expect(await ask()).toMatchObject({ code: 'already-asked' })
    expect(await declineToSign(desk, supervisor, { no, proposal: first, why: ' ' })).toMatchObject({ code: 'missing' })
    expect(await declineToSign(desk, supervisor, { no, proposal: first, why: '线索不足' })).toMatchObject({ ok: true })
    expect(await sign(desk, supervisor, { no, proposal: first })).toMatchObject({ code: 'not-asked' })
    const second = proposalOf(await ask())
    expect(await withdrawProposal(desk, supervisor, { no, proposal: second })).toMatchObject({ code: 'unlawful-step' })
    expect(await withdrawProposal(desk, handler, { no, proposal: second })).toMatchObject({ ok: true })
    expect(proposalOf(await ask())).toBeGreaterThan(second)
    const { proposals } = (await caseWhole(desk, handler, no))!
    expect(proposals.map(({ outcome, why }) => [outcome, why])).toEqual([
      [null, null],
      ['withdrawn', null],
      ['declined', '线索不足'],
    ])
  })

  test('is not taken without a signature, nor on a version that is gone', async ({ desk, db }) => {
    const { no, handler } = await begun(desk, db)
    const { version } = await seen(desk, handler, no)
    const asked = { no, step: 'file_case', version, input: {} } as const
    expect(await takeStep(desk, handler, asked)).toMatchObject({ code: 'not-asked' })
    expect(await askToSign(desk, handler, { ...asked, version: version - 1 })).toMatchObject({ code: 'gone-on' })
    expect(await askToSign(desk, handler, { ...asked, step: 'mediate', input: { both_consent: true } })).toMatchObject({
      code: 'unlawful-step',
    })
  })

  test('falls when the case goes on to where it cannot be signed, and stays where it can', async ({ desk, db }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    const notToFile = { no, step: 'decide_not_to_file', input: { reason: 'no_evidence' } } as const
    await asking(desk, handler, notToFile)
    await asking(desk, handler, { no, step: 'extend' })
    const proposal = proposalOf(await asking(desk, handler, { no, step: 'file_case' }))
    await sign(desk, supervisor, { no, proposal })
    const { proposals } = (await caseWhole(desk, supervisor, no))!
    expect(proposals.map(({ step, outcome }) => [step, outcome])).toEqual([
      ['file_case', 'signed'],
      ['extend', null],
      ['decide_not_to_file', 'withdrawn'],
    ])
  })

  test('is signed by one of two supervisors who sign at once', async ({ desk, db }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    const other = await colleague(db, 'case_supervisor', 11)
    const proposal = proposalOf(await asking(desk, handler, { no, step: 'file_case' }))
    const both = await Promise.all([supervisor, other].map((by) => sign(desk, by, { no, proposal })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'not-asked' })
    expect((await caseWhole(desk, handler, no))!.events.filter(({ kind }) => kind === 'file_case')).toHaveLength(1)
  })

  test('is decided by one of two handlers who decide at once; the other is told that the case has gone on', async ({
    desk,
    db,
  }) => {
    const { no, handler } = await begun(desk, db)
    const second = await colleague(db, 'case_handler', 11)
    const { version } = await seen(desk, handler, no)
    const asked = { no, step: 'decide_not_to_file', version, input: { reason: 'no_evidence' }, words: 'why' } as const
    const both = await Promise.all([handler, second].map((by: Person) => askToSign(desk, by, asked)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ code: 'gone-on' })
  })
})

describe('a sealed field', () => {
  const field = (no: string, more = {}) => ({
    no,
    field: 'phone',
    reason: '联系补正材料',
    address: '127.0.0.1',
    ...more,
  })

  test('of a complaint opens for a reason, and who opened it stays in the events and the audit', async ({
    desk,
    db,
    owner,
  }) => {
    const { complaint: no } = await begun(desk, db)
    const porthandler = await person(db, 'porthandler')
    expect(await openField(desk, porthandler, field(no, { reason: '看' }))).toMatchObject({ code: 'missing' })
    expect(await openField(desk, porthandler, field(no, { field: 'iban' }))).toMatchObject({ code: 'bad-value' })
    expect(await openField(desk, porthandler, field(no))).toMatchObject({ ok: true, value: '13800001234' })
    const { events } = (await caseWhole(desk, porthandler, no, '127.0.0.1'))!
    expect(events.at(-1)).toMatchObject({
      kind: 'party_opened',
      payload: { field: 'phone' },
      shown: false,
      name: '示例港口办案',
    })
    const audited =
      await sql`select login, object, outcome, detail from audit where act = 'case.open' and object = ${`case/${no}/phone`} order by id`.execute(
        owner,
      )
    expect(audited.rows).toEqual([
      { login: 'porthandler', object: `case/${no}/phone`, outcome: 'done', detail: { reason: '联系补正材料' } },
    ])
    const read =
      await sql`select login, outcome, address from audit where act = 'case.read' and object = ${`case/${no}`}`.execute(
        owner,
      )
    expect(read.rows).toEqual([{ login: 'porthandler', outcome: 'done', address: '127.0.0.1' }])
  })

  test('of who reported something opens only when a second person signed, for a day, and for who asked', async ({
    desk,
    db,
    owner,
  }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    expect(await openField(desk, handler, field(no))).toMatchObject({ code: 'not-asked' })
    expect(await askToReveal(desk, handler, { no, words: '' })).toMatchObject({ code: 'missing' })
    const proposal = proposalOf(await askToReveal(desk, handler, { no, words: '核实举报人身份' }))
    expect(await openField(desk, handler, field(no))).toMatchObject({ code: 'not-asked' })
    expect(await sign(desk, supervisor, { no, proposal })).toMatchObject({ ok: true })
    expect((await caseWhole(desk, handler, no))!.revealSigned).toBe(true)
    expect(await openField(desk, handler, field(no))).toMatchObject({ ok: true, value: '13800001234' })
    const second = await colleague(db, 'case_handler', 11)
    expect(await openField(desk, second, field(no))).toMatchObject({ code: 'not-asked' })
    expect(await openField(onDay(desk, '2026-11-25'), handler, field(no))).toMatchObject({ code: 'not-asked' })
    const { rows } =
      await sql`select outcome, count(*)::int as n from audit where act = 'case.open' and object = ${`case/${no}/phone`} group by 1 order by 1`.execute(
        owner,
      )
    expect(rows).toEqual([
      { outcome: 'done', n: 1 },
      { outcome: 'refused', n: 4 },
    ])
  })

  test('is nobody’s to open who is of another office or only reads', async ({ desk, db }) => {
    const { no, complaint, handler } = await begun(desk, db)
    expect(await openField(desk, handler, field(complaint))).toMatchObject({ code: 'not-found' })
    expect(await openField(desk, await person(db, 'auditor'), field(no))).toMatchObject({ code: 'not-found' })
  })
})
