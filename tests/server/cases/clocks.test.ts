import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { chinaDay, type Day, day } from '../../../catalogue/day.ts'
import type { CaseState, Step } from '../../../complaints/case.ts'
import { brokenAt, type Chained } from '../../../complaints/chain.ts'
import { importNotice } from '../../../server/cases/calendar.ts'
import { recompute } from '../../../server/cases/clocks.ts'
import { recordOverdue } from '../../../server/cases/overdue.ts'
import { asCaseStaff, asClerk, asHolder } from '../../../server/db/case-doors.ts'
import { addEvent } from '../../../server/db/case-events.ts'
import { applyEffects, clocksOf, meetClock, reReckon } from '../../../server/db/clocks.ts'
import type { Db, Tx } from '../../../server/db/database.ts'
import { findLogin } from '../../../server/db/staff.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { type FiledHere, filed } from '../../support/filed.ts'
import { NOW, test } from '../../support/portal.ts'

const NOTICE = `year,2027
notice,国办发明电〔2026〕9号
statutory,2027-01-01,,元旦
off,2027-01-02,2027-01-03,元旦
makeup,2026-12-27
statutory,2027-10-01,2027-10-03,国庆节
off,2027-10-04,2027-10-07,国庆节`

const at = (desk: Desk, moment: string): Desk => ({ ...desk, now: () => new Date(moment) })

const read = (tx: Tx, no: string) =>
  tx
    .selectFrom('case_file')
    .select(['id', 'no', 'version', 'tail', 'type', 'track', 'received_on'])
    .where('no', '=', no)
    .executeTakeFirstOrThrow()

/** Takes a step as an office does, in one transaction: the event, and what it does to the clocks. */
async function take(desk: Desk, login: string, no: string, step: Step, to: CaseState, on: string): Promise<void> {
  const { id } = (await findLogin(desk.db, login))!
  const law = await desk.law.current()
  await asCaseStaff(desk.db, id, async (tx) => {
    const file = await read(tx, no)
    await addEvent(tx, file, { kind: step, at: new Date(`${on}T10:00+08:00`), actor: 'handler', staff: id, to })
    await applyEffects(tx, law, file, step, day(on))
  })
}

/** code, round, due; what became of it. */
const shown = async (db: Db, no: string): Promise<unknown[]> =>
  asClerk(db, async (tx) =>
    (await clocksOf(tx, (await read(tx, no)).id)).map(({ code, round, dueOn, metOn, missedOn, closedOn }) => [
      ...[code, round, dueOn],
      metOn ? `met ${metOn}` : closedOn ? `closed ${closedOn}` : 'runs',
      ...(missedOn ? [`missed ${missedOn}`] : []),
    ]),
  )

const events = async (owner: Db, no: string, kind: string): Promise<unknown[]> =>
  (
    await sql<{ payload: unknown }>`
      select payload from case_event e join case_file f on f.id = e.case_id where f.no = ${no} and kind = ${kind} order by seq`.execute(
      owner,
    )
  ).rows.map(({ payload }) => payload)

async function chainOf(owner: Db, no: string): Promise<number | null> {
  const { rows } = await sql<Chained & { prev: Buffer; hash: Buffer; at: unknown }>`
    select f.no as case, seq, kind, e.at, actor, staff_id as staff, to_state as to, payload, prev, hash
    from case_event e join case_file f on f.id = e.case_id where f.no = ${no} order by seq`.execute(owner)
  return brokenAt(rows.map((row) => ({ ...row, at: (row.at as unknown as Date).toISOString() })))
}

/** The report, and the complaint to the port, that the forwarder's filing opens. */
const both = ({ cases }: FiledHere): [report: string, complaint: string] => [cases[0]!.no, cases[1]!.no]

describe('the clocks of a case', () => {
  test('begin with the filing, and go on with its steps', async ({ app }) => {
    const desk = at(app.desk, '2026-11-02T09:00+08:00')
    const [report, complaint] = both(await filed(desk))
    expect(await shown(desk.db, report)).toEqual([['verify', 1, '2026-11-23', 'runs']])
    expect(await shown(desk.db, complaint)).toEqual([['accept', 1, '2026-11-11', 'runs']])
    await take(desk, 'porthandler', complaint, 'accept', 'accepted', '2026-11-04')
    await take(desk, 'handler', report, 'accept', 'accepted', '2026-11-04')
    expect(await shown(desk.db, report)).toEqual([['verify', 1, '2026-11-23', 'runs']])
    expect(await shown(desk.db, complaint)).toEqual([
      ['accept', 1, '2026-11-11', 'met 2026-11-04'],
      ['mediate', 1, '2027-01-03', 'runs'],
    ])
  })

  test('go on while a case is sent to another office, and begin anew when that takes it', async ({ app, owner }) => {
    const desk = at(app.desk, '2026-11-02T09:00+08:00')
    const [report] = both(await filed(desk))
    await take(desk, 'handler', report, 'transfer', 'in_transfer', '2026-11-05')
    await sql`update case_file set target_org = 12 where no = ${report}`.execute(owner)
    expect(await shown(desk.db, report)).toEqual([['verify', 1, '2026-11-23', 'runs']])
    await take(desk, 'handler2', report, 'take', 'received', '2026-11-09')
    expect(await shown(desk.db, report)).toEqual([
      ['verify', 1, '2026-11-23', 'closed 2026-11-09'],
      ['verify', 2, '2026-11-30', 'runs'],
    ])
    expect(await chainOf(owner, report)).toBeNull()
  })

  test('end when their complainant withdraws, and not before by his own hand', async ({ app, owner }) => {
    const desk = at(app.desk, '2026-11-02T09:00+08:00')
    const here = await filed(desk)
    const [report] = both(here)
    const law = await desk.law.current()
    const withdrawn = (entering: boolean) =>
      asHolder(desk.db, here.tag, async (tx) => {
        const file = await read(tx, report)
        if (entering)
          await addEvent(tx, file, {
            ...{ kind: 'withdraw', at: desk.now(), actor: 'complainant', staff: null, to: 'withdrawn' },
          })
        await applyEffects(tx, law, file, 'withdraw', chinaDay(desk.now()))
      })
    await expect(withdrawn(false)).rejects.toThrow(/stay/)
    expect(await shown(desk.db, report)).toEqual([['verify', 1, '2026-11-23', 'runs']])
    await withdrawn(true)
    expect(await shown(desk.db, report)).toEqual([['verify', 1, '2026-11-23', 'closed 2026-11-02']])
    const { rows } = await sql`select due_on from case_file where no = ${report}`.execute(owner)
    expect(rows).toEqual([{ due_on: null }])
  })

  test('may be met by what is no step, once', async ({ app }) => {
    const desk = at(app.desk, '2026-11-02T09:00+08:00')
    const [report] = both(await filed(desk))
    const meet = () =>
      asClerk(desk.db, async (tx) => meetClock(tx, (await read(tx, report)).id, 'verify', day('2026-11-03')))
    expect([await meet(), await meet()]).toEqual([true, false])
  })

  test('are reckoned anew after a pause that their rule knows, and after an extension', async ({ app, owner }) => {
    const desk = at(app.desk, '2026-11-02T09:00+08:00')
    const [report] = both(await filed(desk))
    const law = await desk.law.current()
    const again = () => asClerk(desk.db, async (tx) => reReckon(tx, law, (await read(tx, report)).id))
    await paused(owner, report, 'hearing', '2026-11-05', '2026-11-06')
    expect(await again()).toEqual([])
    await paused(owner, report, 'appraisal', '2026-11-05', '2026-11-06')
    expect(await again()).toEqual([{ code: 'verify', before: '2026-11-23', after: '2026-11-25' }])
    await sql`
      insert into clock_extension (clock_id, amount, unit, asked_on, granted_on, due_before, proposal_id)
      select c.id, 15, 'workday', '2026-11-20', '2026-11-20', '2026-11-25', p.id
      from clock c join case_proposal p on p.case_id = c.case_id and p.step = 'extend'
      where c.case_id = (select id from case_file where no = ${report}) order by p.id limit 1`.execute(owner)
    expect(await again()).toEqual([{ code: 'verify', before: '2026-11-25', after: '2026-12-16' }])
    expect(await again()).toEqual([])
  })
})

describe('a clock that ran out', () => {
  test('is recorded once, by however many look at it at once, and stays so when it is met late', async ({
    app,
    owner,
  }) => {
    const desk = at(app.desk, '2026-10-30T09:00+08:00')
    const [report, complaint] = both(await filed(desk))
    const late = at(desk, '2026-11-21T00:05+08:00')
    expect(await recordOverdue(at(desk, '2026-11-10T23:59+08:00'))).toBe(0)
    expect((await Promise.all([1, 2, 3].map(() => recordOverdue(late)))).reduce((sum, n) => sum + n)).toBe(2)
    expect(await events(owner, complaint, 'overdue')).toEqual([{ clock: 'accept' }])
    expect(await events(owner, report, 'overdue')).toEqual([{ clock: 'verify' }])
    await take(desk, 'porthandler', complaint, 'accept', 'accepted', '2026-11-23')
    expect(await recordOverdue(at(desk, '2026-11-24T00:05+08:00'))).toBe(0)
    expect((await shown(desk.db, complaint))[0]).toEqual([
      ...['accept', 1, '2026-11-10', 'met 2026-11-23', 'missed 2026-11-10'],
    ])
    expect(await chainOf(owner, complaint)).toBeNull()
  })

  test('is recorded though it was met before anyone looked', async ({ app, owner }) => {
    const desk = at(app.desk, '2026-10-30T09:00+08:00')
    const [, complaint] = both(await filed(desk))
    await take(desk, 'porthandler', complaint, 'accept', 'accepted', '2026-11-11')
    expect(await recordOverdue(at(desk, '2026-11-11T10:00+08:00'))).toBe(1)
    expect(await events(owner, complaint, 'overdue')).toEqual([{ clock: 'accept' }])
  })

  test('is none on its last day, while it is paused, or where it is the complainant’s own', async ({ app, owner }) => {
    const desk = at(app.desk, '2026-10-30T09:00+08:00')
    const [report, complaint] = both(await filed(desk))
    await paused(owner, report, 'appraisal', '2026-11-05', null)
    expect(await recordOverdue(at(desk, '2026-11-10T23:59+08:00'))).toBe(0)
    await sql`update clock set code = code, met_on = '2026-11-09' where case_id = (select id from case_file where no = ${complaint})`.execute(
      owner,
    )
    await asClerk(desk.db, async (tx) =>
      tx
        .insertInto('clock')
        .values({
          ...{ case_id: (await read(tx, complaint)).id, code: 'appeal', rule_id: 17, provisional: false },
          ...{ started_on: '2026-11-09', due_on: '2026-11-12', met_on: null, missed_on: null, closed_on: null },
        })
        .execute(),
    )
    expect(await recordOverdue(at(desk, '2027-03-01T10:00+08:00'))).toBe(0)
  })
})

describe('the notice of a year', () => {
  test('moves what was provisional, and the case says from which day to which', async ({ app, owner }) => {
    const desk = at(app.desk, '2026-12-18T09:00+08:00')
    const [report, complaint] = both(await filed(desk))
    expect(await shown(desk.db, report)).toEqual([['verify', 1, '2027-01-08', 'runs']])
    expect(await importNotice(desk, NOTICE, null)).toEqual({ ok: true, year: 2027, moved: 2 })
    expect(await events(owner, report, 'recomputed')).toEqual([
      { clock: 'verify', before: '2027-01-08', after: '2027-01-08' },
    ])
    expect(await events(owner, complaint, 'recomputed')).toEqual([
      { clock: 'accept', before: '2026-12-29', after: '2026-12-28' },
    ])
    const { rows } = await sql`select due_provisional from case_file where no = ${report}`.execute(owner)
    expect(rows).toEqual([{ due_provisional: false }])
    expect(await recompute(desk)).toBe(0)
    expect(await chainOf(owner, report)).toBeNull()
  })

  test('is entered once, in its turn, and whole or not at all', async ({ app, owner }) => {
    const { desk } = app
    const sent = await Promise.all([importNotice(desk, NOTICE, null), importNotice(desk, NOTICE, null)])
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1)
    for (const year of [2025, 2026, 2027, 2029])
      expect(await importNotice(desk, NOTICE.replaceAll('2027', String(year)).replace('2026-12-27', ''), null)).toEqual(
        expect.objectContaining({ ok: false }),
      )
    const { rows } = await sql`select count(*)::int as days from workday where day >= '2027-01-01'`.execute(owner)
    expect(rows).toEqual([{ days: 365 }])
    expect((await desk.law.current()).calendar.kinds.get('2026-12-27' as Day)).toBe('makeup')
  })

  test('that is not there yet leaves a clock that the hourly look makes certain', async ({ app, owner }) => {
    const desk = at(app.desk, '2026-12-18T09:00+08:00')
    const [report] = both(await filed(desk))
    await asClerk(desk.db, (tx) => sql`insert into workday_year (year, notice) values (2027, 'x')`.execute(tx))
    await sql`insert into workday select d::date, case when extract(isodow from d) > 5 then 'weekend' else 'ordinary' end, null
      from generate_series('2027-01-01'::date, '2027-12-31', '1 day') d`.execute(owner)
    expect(await recompute(desk)).toBe(1)
    expect(await events(owner, report, 'recomputed')).toHaveLength(1)
  })
})

/** A pause as a supervisor signed it; the proposal for an extension besides. */
async function paused(owner: Db, no: string, reason: string, from: string, to: string | null): Promise<void> {
  const [asks, signs] = [await findLogin(owner, 'handler'), await findLogin(owner, 'supervisor')]
  await sql`
    insert into case_proposal (case_id, step, asked_by, asked_at, decided_by, decided_at, outcome)
    select f.id, s, ${asks!.id}, ${NOW}, ${signs!.id}, ${NOW}, 'signed' from case_file f, unnest(array['suspend', 'extend']) s
    where no = ${no}`.execute(owner)
  await sql`
    insert into clock_pause (case_id, reason, from_on, to_on, proposal_id)
    select f.id, ${reason}, ${from}::date, ${to}::date, max(p.id) from case_file f join case_proposal p on p.case_id = f.id
    where no = ${no} and p.step = 'suspend' group by f.id`.execute(owner)
}
