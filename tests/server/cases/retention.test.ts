import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { brokenAt, type Chained } from '../../../complaints/chain.ts'
import { takeFile } from '../../../server/cases/files/take.ts'
import { purgeDue, retentionPlan } from '../../../server/cases/retention.ts'
import { retention } from '../../../server/commands/retention.ts'
import { filesOf } from '../../../server/db/attachments.ts'
import { asClerk, asHolder } from '../../../server/db/case-doors.ts'
import { addEvent } from '../../../server/db/case-events.ts'
import type { Db } from '../../../server/db/database.ts'
import { SEALED } from '../../../server/db/sealed.ts'
import type { Desk } from '../../../server/staff/desk.ts'
import { filed } from '../../support/filed.ts'
import { textOf } from '../../support/form.ts'
import { type App, NOW, test } from '../../support/portal.ts'
import { asStaff, post, type SignedIn } from '../../support/staff.ts'

const get = (app: App, who: SignedIn, url: string) => app.inject({ url, headers: { cookie: who.cookie } })

/** The desk on another day. */
const on = (desk: Desk, day: string): Desk => ({ ...desk, now: () => new Date(`${day}T12:00:00+08:00`) })
/** Withdrawn on the day of the tests, 2026-11-23, it is kept for 36 months. */
const [LAST_DAY, NEXT_DAY] = ['2029-11-23', '2029-11-24']

/** Withdraws these cases of a submission. */
const withdraw = (desk: Desk, nos: readonly string[]) =>
  asClerk(desk.db, async (tx) => {
    const files = await tx
      .selectFrom('case_file')
      .select(['id', 'no', 'version', 'tail'])
      .where('no', 'in', nos)
      .execute()
    for (const file of files)
      await addEvent(tx, file, { kind: 'withdraw', at: NOW, actor: 'complainant', staff: null, to: 'withdrawn' })
    return files
  })

/** A withdrawn filing with a file, a note and a message on it. */
async function withdrawn(desk: Desk, owner: Db) {
  const made = await filed(desk)
  const cases = await withdraw(
    desk,
    made.cases.map(({ no }) => no),
  )
  const { rows } = await sql<{ id: number }>`select id from submission where receipt = ${made.receipt}`.execute(owner)
  const submission = rows[0]!.id
  const [{ id, no }] = cases as [(typeof cases)[number]]
  await sql`insert into case_note (case_id, by, at, words) select ${id}, id, now(), ${desk.keys.seal(`note/${no}`, '内部')} from staff limit 1`.execute(
    owner,
  )
  await sql`insert into case_message (case_id, sender, at, words) values (${id}, 'complainant', now(), ${desk.keys.seal(`message/${no}`, '补充')})`.execute(
    owner,
  )
  const bytes = Buffer.from('账单\n')
  const file = await takeFile(desk, { name: 'a.txt', bytes, to: { submission, sender: 'complainant' } })
  if (!file.ok) throw new Error(file.code)
  return { ...made, submission, file: file.id }
}

const chainOf = async (owner: Db, no: string) =>
  (
    await sql<Omit<Chained, 'at'> & { at: Date; prev: Buffer; hash: Buffer }>`
      select f.no as "case", e.seq, e.kind, e.at, e.actor, e.staff_id as staff, e.to_state as "to", e.payload, e.prev, e.hash
      from case_event e join case_file f on f.id = e.case_id where f.no = ${no} order by e.seq`.execute(owner)
  ).rows.map((event) => ({ ...event, at: event.at.toISOString() }))

test('when its time is over personal data is destroyed for good: the chain stays sound, what statistics count stays', async ({
  app,
  owner,
  db,
}) => {
  const { desk } = app
  const { submission, file, cases, tag } = await withdrawn(desk, owner)
  const counted = () =>
    sql`select no, type, received_on, entity, item, verdict, charged, closed_on from case_file order by id`.execute(
      owner,
    )
  const before = (await counted()).rows
  expect(await purgeDue(on(desk, LAST_DAY))).toEqual({ cases: 0, files: 0 })
  expect(await retentionPlan(on(desk, NEXT_DAY))).toMatchObject({ due: 2, held: [], purged: 0 })
  expect(await purgeDue(on(desk, NEXT_DAY))).toEqual({ cases: 2, files: 1 })
  for (const { table, column } of SEALED) {
    const { rows } = await sql<{ n: number }>`select count(${sql.ref(column)}) as n from ${sql.table(table)}`.execute(
      owner,
    )
    expect(rows[0]!.n, `${table}.${column}`).toBe(0)
  }
  expect(existsSync(join(desk.files, file))).toBe(false)
  expect((await asHolder(desk.db, tag, (tx) => filesOf(tx, desk.keys, submission)))[0]).toMatchObject({ gone: true })
  for (const { no } of cases) {
    const chain = await chainOf(owner, no)
    expect(chain.map(({ kind }) => kind).slice(-3)).toEqual(['withdraw', 'archive', 'purged'])
    expect(brokenAt(chain)).toBeNull()
  }
  expect((await counted()).rows).toEqual(before)
  const answer = await get(app, await asStaff(db, 'handler'), `/staff/cases/${cases[0]!.no}/files/${file}`)
  expect([answer.statusCode, textOf(answer.body).includes('文件已销毁')]).toEqual([410, true])
  expect(await purgeDue(on(desk, NEXT_DAY))).toEqual({ cases: 0, files: 0 })
})

test('what is held, decided, or beside a case still open, stays', async ({ app, owner }) => {
  const { desk } = app
  const [held, decided, open] = [await withdrawn(desk, owner), await withdrawn(desk, owner), await filed(desk)]
  await withdraw(desk, [open.cases[0]!.no])
  await sql`update case_file set legal_hold = true where no = ${held.cases[1]!.no}`.execute(owner)
  await sql`update case_file set outcome = 'violation_found' where no = ${decided.cases[0]!.no}`.execute(owner)
  const plan = await retentionPlan(on(desk, NEXT_DAY))
  expect([plan.due, plan.held]).toEqual([0, [held.cases[1]!.no]])
  expect(await purgeDue(on(desk, NEXT_DAY))).toEqual({ cases: 0, files: 0 })
  const { rows } = await sql<{ n: number }>`select count(statement) as n from submission`.execute(owner)
  expect(rows[0]!.n).toBe(3)
  expect(await purgeDue(on(desk, '2036-11-24'))).toEqual({ cases: 2, files: 1 })
  const after = await sql<{ receipt: string }>`select receipt from submission where statement is null`.execute(owner)
  expect(after.rows).toEqual([{ receipt: decided.receipt }])
})

test('every sealed column is in the list of what is destroyed and sealed anew', async ({ owner }) => {
  const { rows } = await sql<{ name: string }>`
    select c.relname || '.' || a.attname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relrowsecurity and a.attnum > 0 and not a.attnotnull and a.atttypid = 'bytea'::regtype order by 1`.execute(
    owner,
  )
  const NOT_SEALED = ['contact_field.blind', 'submission.comparison_sha']
  const known = [...SEALED.map(({ table, column }) => `${table}.${column}`), ...NOT_SEALED]
  expect(rows.map(({ name }) => name)).toEqual(known.toSorted())
})

test('the command line says what is due and changes nothing until it is told to', async ({ app, owner, url }) => {
  const { desk } = app
  await withdrawn(desk, owner)
  const config = { dataDir: join(desk.files, '..') }
  const at = on(desk, NEXT_DAY).now()
  expect((await retention(url, config, false, at)).join('\n')).toMatch(
    /not_accepted +36 months +kept 2 +due 2 .*\n[\s\S]*nothing was changed/,
  )
  expect((await retentionPlan(on(desk, NEXT_DAY))).due).toBe(2)
  expect((await retention(url, config, true, at)).at(-1)).toBe('destroyed: the personal data of 2 cases, 1 files')
  expect((await retentionPlan(on(desk, NEXT_DAY))).due).toBe(0)
})

test('on the desk an auditor reads the counts; an administrator destroys what he confirmed, and nothing else', async ({
  app,
  owner,
  db,
}) => {
  const { desk } = app
  const { cases } = await withdrawn(desk, owner)
  await sql`update case_file set legal_hold = true where no = ${(await withdrawn(desk, owner)).cases[0]!.no}`.execute(
    owner,
  )
  await sql`update retention_class set months = 1`.execute(owner)
  desk.now = () => new Date('2026-12-24T12:00:00+08:00')
  const [admin, auditor] = [await asStaff(db, 'admin', desk.now()), await asStaff(db, 'auditor', desk.now())]
  const page = await get(app, auditor, '/en/staff/retention')
  expect(textOf(page.body)).toContain('The personal data of 2 cases is due')
  expect(page.body).not.toContain('<button>Destroy')
  expect(page.body).not.toContain(cases[0]!.no)
  const sent = { due: '2', confirm: 'true' }
  expect((await post(app, auditor, '/staff/retention', sent)).statusCode).toBe(403)
  expect((await get(app, await asStaff(db, 'handler', desk.now()), '/staff/retention')).statusCode).toBe(403)
  const stale = await post(app, admin, '/en/staff/retention', { ...sent, due: '1' })
  expect([stale.statusCode, textOf(stale.body)]).toEqual([422, expect.stringContaining('has changed since')])
  expect((await post(app, admin, '/staff/retention', { due: '2' })).statusCode).toBe(422)
  expect((await retentionPlan(desk)).purged).toBe(0)
  expect((await post(app, admin, '/staff/retention', sent)).headers.location).toBe(
    '/staff/retention?done=retention-run',
  )
  expect(await retentionPlan(desk)).toMatchObject({ due: 0, purged: 2 })
  const { rows } = await sql`select detail from audit where act = 'retention.run'`.execute(owner)
  expect(rows).toEqual([{ detail: { cases: 2, files: 1 } }])
})
