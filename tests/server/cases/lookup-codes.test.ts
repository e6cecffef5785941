import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { readCode } from '../../../complaints/receipt.ts'
import { askForCode, replaceCode } from '../../../server/cases/acts/lookup-codes.ts'
import { declineToSign, sign, withdrawProposal } from '../../../server/cases/acts/signing.ts'
import { caseWhole } from '../../../server/cases/case-whole.ts'
import { ownerView } from '../../../server/cases/owner-view.ts'
import { asCaseStaff, asHolder } from '../../../server/db/case-doors.ts'
import { addEvent } from '../../../server/db/case-events.ts'
import type { Db, Tx } from '../../../server/db/database.ts'
import { replaceTag } from '../../../server/db/lookup-codes.ts'
import type { Desk, Person } from '../../../server/staff/desk.ts'
import { onDay, person, seen, step } from '../../support/acts.ts'
import { test } from '../../support/case-desk.ts'
import { filed } from '../../support/filed.ts'

const WORDS = '致电登记的号码，核对了发票号与金额'

/** A filing whose report lies at Beilun and whose complaint lies at the port, and who works at Beilun. */
async function begun(desk: Desk, db: Db) {
  const { cases, receipt, tag } = await filed(desk)
  const [no, twin] = cases.map((one) => one.no) as [string, string]
  return { no, twin, receipt, tag, handler: await person(db, 'handler'), supervisor: await person(db, 'supervisor') }
}
const proposalOf = (asked: object): number => (asked as { proposal: number }).proposal
const asked = async (desk: Desk, by: Person, no: string) => proposalOf(await askForCode(desk, by, { no, words: WORDS }))
const found = async (db: Db, tag: Buffer) =>
  (await asHolder(db, tag, (tx) => sql<{ receipt: string }>`select receipt from submission`.execute(tx))).rows
const eventsOf = async (desk: Desk, by: Person, no: string) => (await caseWhole(desk, by, no))!.events
const refusedBy = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { constraint?: string; message: string }) => error.constraint ?? error.message,
  )

describe('a new code', () => {
  test('is asked for by one, signed by another and made once by who asked; the old one finds nothing, and both cases tell', async ({
    desk,
    db,
    owner,
  }) => {
    const { no, twin, receipt, tag, handler, supervisor } = await begun(desk, db)
    expect(await askForCode(desk, handler, { no, words: ' ' })).toMatchObject({ values: { why: 'missing' } })
    expect(await askForCode(desk, handler, { no, words: '认识' })).toMatchObject({ values: { why: 'too-short' } })
    expect(await replaceCode(desk, supervisor, { no })).toMatchObject({ code: 'not-asked' })
    const proposal = await asked(desk, handler, no)
    expect(await askForCode(desk, supervisor, { no, words: WORDS })).toMatchObject({ code: 'already-asked' })
    expect(await replaceCode(desk, handler, { no })).toMatchObject({ code: 'not-asked' })
    expect(await found(db, tag)).toEqual([{ receipt }])
    await step(desk, handler, { no, step: 'accept' })
    expect(await sign(desk, supervisor, { no, proposal })).toMatchObject({ ok: true })
    expect(await found(db, tag)).toEqual([{ receipt }])
    expect(await replaceCode(desk, supervisor, { no })).toMatchObject({ code: 'not-asked' })
    const { version } = await seen(desk, handler, no)
    const made = await replaceCode(desk, handler, { no })
    if (!made.ok) throw new Error(made.code)
    expect(made).toMatchObject({ no, receipt, version: version + 1 })
    expect(await found(db, tag)).toEqual([])
    expect(await found(db, desk.keys.tag(receipt, readCode(made.code)!))).toEqual([{ receipt }])
    const seenByOwner = (await ownerView(desk, desk.keys.tag(receipt, readCode(made.code)!)))!
    expect(seenByOwner.cases.map(({ events }) => events.at(-1)!.kind)).toEqual(['code_reset', 'code_reset'])
    expect(await replaceCode(desk, handler, { no })).toMatchObject({ code: 'not-asked' })
    const porthandler = await person(db, 'porthandler')
    for (const [by, one, payload] of [
      [handler, no, {}],
      [porthandler, twin, { other: no }],
    ] as const) {
      const { events, brokenAt } = (await caseWhole(desk, by, one))!
      expect(brokenAt).toBeNull()
      const { name, ...told } = events.at(-1)!
      expect(told).toMatchObject({ kind: 'code_reset', shown: true, actor: 'handler', payload })
      expect(name).toBe(handler.name)
    }
    const { rows } = await sql<{ plain: number; sealed: string }>`
      select (select count(*)::int from case_proposal where step = 'code' and (payload <> '{}' or position(${Buffer.from('号码')} in words) > 0)) as plain,
             (select code_sealed is null and code_by = ${proposal} from submission where receipt = ${receipt})::text as sealed`.execute(
      owner,
    )
    expect(rows).toEqual([{ plain: 0, sealed: 'true' }])
    const { proposals } = (await caseWhole(desk, supervisor, no))!
    expect(proposals.at(-1)).toMatchObject({ step: 'code', outcome: 'signed', words: WORDS })
  })

  test('is nobody’s who signed for himself, nor of another office, declined, withdrawn, or signed a day ago', async ({
    desk,
    db,
  }) => {
    const { no, twin, handler, supervisor } = await begun(desk, db)
    const own = await asked(desk, supervisor, no)
    expect(await sign(desk, supervisor, { no, proposal: own })).toMatchObject({ code: 'own-proposal' })
    expect(await sign(desk, handler, { no, proposal: own })).toMatchObject({ code: 'unlawful-step' })
    expect(await askForCode(desk, handler, { no: twin, words: WORDS })).toMatchObject({ code: 'not-found' })
    expect(await askForCode(desk, await person(db, 'auditor'), { no, words: WORDS })).toMatchObject({
      code: 'not-found',
    })
    expect(await withdrawProposal(desk, supervisor, { no, proposal: own })).toMatchObject({ ok: true })
    const declined = await asked(desk, handler, no)
    expect(await declineToSign(desk, supervisor, { no, proposal: declined, why: '请当面核实' })).toMatchObject({
      ok: true,
    })
    expect(await replaceCode(desk, handler, { no })).toMatchObject({ code: 'not-asked' })
    const proposal = await asked(desk, handler, no)
    await sign(desk, supervisor, { no, proposal })
    const nextDay = onDay(desk, '2026-11-24')
    expect((await caseWhole(desk, handler, no))!.codeSigned).toBe(true)
    expect((await caseWhole(desk, supervisor, no))!.codeSigned).toBe(false)
    expect((await caseWhole(nextDay, handler, no))!.codeSigned).toBe(false)
    expect(await replaceCode(nextDay, handler, { no })).toMatchObject({ code: 'not-asked' })
    expect(await replaceCode(desk, handler, { no })).toMatchObject({ ok: true })
  })

  test('asked for in both cases is made once for each signature, and the last one made opens', async ({ desk, db }) => {
    const { no, twin, receipt, handler, supervisor } = await begun(desk, db)
    const [porthandler, portsupervisor] = [await person(db, 'porthandler'), await person(db, 'portsupervisor')]
    await sign(desk, supervisor, { no, proposal: await asked(desk, handler, no) })
    await sign(desk, portsupervisor, { no: twin, proposal: await asked(desk, porthandler, twin) })
    const [one, other] = [await replaceCode(desk, handler, { no }), await replaceCode(desk, porthandler, { no: twin })]
    if (!one.ok || !other.ok) throw new Error('a code was not made')
    const finds = (code: string) => found(db, desk.keys.tag(receipt, readCode(code)!))
    expect([await finds(one.code), await finds(other.code)]).toEqual([[], [{ receipt }]])
    for (const [by, each] of [
      [handler, no],
      [porthandler, twin],
    ] as const)
      expect((await eventsOf(desk, by, each)).filter(({ kind }) => kind === 'code_reset')).toHaveLength(2)
  })

  test('asked for twice at once by who may make it is made once', async ({ desk, db }) => {
    const { no, handler, supervisor } = await begun(desk, db)
    await sign(desk, supervisor, { no, proposal: await asked(desk, handler, no) })
    const both = await Promise.all([replaceCode(desk, handler, { no }), replaceCode(desk, handler, { no })])
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  })
})

describe('the database', () => {
  const TAG = Buffer.alloc(32, 7)

  test('knows one way to another code, whoever writes to it', async ({ desk, db, owner }) => {
    const { no, receipt, handler, tag } = await begun(desk, db)
    const byHand = sql`update submission set tag = ${TAG} where receipt = ${receipt}`
    expect(await refusedBy(asCaseStaff(db, handler.id, (tx) => byHand.execute(tx)))).toMatch(/permission denied/)
    expect(await refusedBy(byHand.execute(owner))).toBe('code_is_told')
    const file = await seen(desk, handler, no)
    const event = { kind: 'code_reset', at: desk.now(), actor: 'handler', staff: handler.id, to: null } as const
    expect(await refusedBy(asCaseStaff(db, handler.id, (tx) => addEvent(tx, file, event)))).toBe('code_is_signed')
    expect(await found(db, tag)).toEqual([{ receipt }])
  })

  test('asks for two people, a signature of today not used yet, and an event in every case', async ({
    desk,
    db,
    owner,
  }) => {
    const { no, receipt, handler, supervisor, tag } = await begun(desk, db)
    const proposal = await asked(desk, handler, no)
    const making = { proposal, at: desk.now(), actor: 'handler', staff: handler.id } as const
    const make = (by: Person, more: Partial<typeof making> | { at: Date } = {}) =>
      refusedBy(asCaseStaff(db, by.id, (tx) => replaceTag(tx, { ...making, ...more }, TAG, 1)))
    const signBy = (by: number) =>
      sql`update case_proposal set outcome = 'signed', decided_by = ${by}, decided_at = ${desk.now()} where id = ${proposal}`
    expect(await make(handler)).toBe('code_is_signed')
    expect(await refusedBy(signBy(handler.id).execute(owner))).toBe('two_people_sign')
    expect(await refusedBy(asCaseStaff(db, handler.id, (tx) => signBy(supervisor.id).execute(tx)))).toMatch(
      /row-level security/,
    )
    await sign(desk, supervisor, { no, proposal })
    expect(await make(supervisor)).toBe('code_is_signed')
    expect(await make(handler, { at: onDay(desk, '2026-11-24').now() })).toBe('code_is_signed')
    const half = async (tx: Tx) => {
      const file = await seen(desk, handler, no)
      const event = {
        kind: 'code_reset',
        at: desk.now(),
        actor: 'handler',
        staff: handler.id,
        to: null,
        proposal,
      } as const
      await addEvent(tx, file, event)
      await sql`select replace_code(${proposal}, ${TAG}, 1, ${desk.now()}, 'handler', '[]')`.execute(tx)
    }
    expect(await refusedBy(asCaseStaff(db, handler.id, half))).toBe('code_is_told')
    expect(await found(db, tag)).toEqual([{ receipt }])
    expect(await make(handler)).toBe('done')
    expect(await make(handler)).toBe('code_is_signed')
    expect(await found(db, TAG)).toEqual([{ receipt }])
  })
})
