import { sql } from 'kysely'
import { expect } from 'vitest'
import { text } from '../../../catalogue/text.ts'
import * as acts from '../../../server/db/change-set-acts.ts'
import { createChangeSet, putLines } from '../../../server/db/change-set-writes.ts'
import { findChangeSet } from '../../../server/db/change-sets.ts'
import type { Db } from '../../../server/db/database.ts'
import { AT, approved, draft, edit, FIRST, price, reviewed, submitted, test } from './sets.ts'

/** Statements in one transaction as the role of the portal, as whoever has taken over its process could send them. */
const asPortal = (db: Db, ...statements: readonly string[]) =>
  db.transaction().execute(async (tx) => {
    for (const statement of statements) await sql.raw(statement).execute(tx)
  })
const releases = async (db: Db) => (await db.selectFrom('release').select('seq').execute()).length
const refused = { code: expect.stringMatching(/^(23|42501|428C9)/) }

test('the role of the portal publishes nothing itself and writes no fact, no log and no past', async ({
  db,
  people,
}) => {
  const id = await approved(db, people, FIRST)
  for (const statement of [
    `select publish('[]', '{}', 'null', false, now())`,
    `insert into release (seq, published_at, title, lines) values (1, now(), '{}', 1)`,
    `update statement set payload = null`,
    `insert into log_leaf (idx, release, n, data) values (0, 1, 1, '{}')`,
    `insert into log_tree values (1, 1, decode(repeat('00', 32), 'hex'))`,
    `delete from audit`,
    `update audit set outcome = 'done'`,
    `update change_review set decision = 'approve'`,
    `delete from change_contributor`,
    `update change_contributor set staff_id = 1`,
    `delete from change_event`,
    `update change_set set made_by = ${people.second}`,
    `update change_set set approved_sha = 'x', content_sha = 'x' where id = ${id}`,
    `alter table change_line disable trigger all`,
    `set session_replication_role = replica`,
    `update staff set login = 'another-name'`,
    `update staff_session set staff_id = ${people.reviewer}`,
  ])
    await expect(asPortal(db, statement), statement).rejects.toMatchObject(refused)
  expect(await releases(db)).toBe(0)
})

test('a preview is no way to publish: not before its time, not over another release, not unmarked', async ({
  db,
  people,
}) => {
  const id = await approved(db, people, FIRST)
  await acts.scheduleAt(db, id, new Date('2027-01-01T00:00:00+08:00'), people.publisher, AT)
  const preview = `select preview_set(${id}, '2026-11-23T10:00:00+08:00')`
  for (const rest of [
    [],
    [`update change_set set state = 'published', release = 1 where id = ${id}`],
    [`update change_set set release = 1 where id = ${id}`],
  ])
    await expect(asPortal(db, preview, ...rest), rest.join()).rejects.toMatchObject(refused)
  expect(await releases(db)).toBe(0)
})

test('what was frozen stays as it was frozen through every later step', async ({ db, people }) => {
  const id = await approved(db, people, FIRST)
  for (const also of [
    'approved_base = 999999',
    `emergency = 'an emergency that was none'`,
    `lint = '{}'`,
    'lint_errors = null',
    `approved_sha = 'x', content_sha = 'x'`,
  ])
    await expect(
      asPortal(db, `update change_set set state = 'scheduled', publish_at = now(), ${also} where id = ${id}`),
      also,
    ).rejects.toMatchObject(refused)
})

test('an emergency stays marked, and its own word of approval is worth nothing in a set that is none', async ({
  db,
  people,
}) => {
  const id = await draft(db, people.writer, FIRST)
  await submitted(db, id, people.writer)
  const said = (set: number, decision: string) => `
    insert into change_review (set_id, reviewer, decision, content_sha, at)
    select id, ${people.publisher}, '${decision}', content_sha, now() from change_set where id = ${set}`
  await expect(
    asPortal(db, said(id, 'emergency'), `update change_set set state = 'approved' where id = ${id}`),
  ).rejects.toMatchObject(refused)

  const urgent = await draft(db, people.writer, [price('1.00', '2027-01-01', 'urgent')])
  await asPortal(db, `update change_set set emergency = 'a reason that is long enough' where id = ${urgent}`)
  await submitted(db, urgent, people.writer)
  await expect(
    asPortal(db, said(urgent, 'approve'), `update change_set set state = 'approved' where id = ${urgent}`),
  ).rejects.toMatchObject(refused)
  await asPortal(db, said(urgent, 'emergency'), `update change_set set state = 'approved' where id = ${urgent}`)
  await expect(
    asPortal(
      db,
      `update change_set set state = 'scheduled', publish_at = now(), emergency = null where id = ${urgent}`,
    ),
  ).rejects.toMatchObject(refused)
})

test('who opened a set has contributed to it, whatever else the portal wrote down', async ({ db, people }) => {
  await asPortal(
    db,
    `insert into change_set (title, made_by, made_at) values ('{"zh":"试","en":null}', ${people.reviewer}, now())`,
  )
  const { rows } = await sql<{ id: number }>`select max(id) as id from change_set`.execute(db)
  const id = rows[0]!.id
  await putLines(db, id, FIRST, people.writer, AT)
  await submitted(db, id, people.writer)
  expect(await reviewed(db, id, people.reviewer)).toMatchObject({ ok: false, held: 'reviewer_contributed_nothing' })
  expect(await reviewed(db, id, people.second)).toMatchObject({ ok: true })
})

test('an approval ends when the set is taken back, even when what comes again is the same to the letter', async ({
  db,
  people,
}) => {
  const id = await approved(db, people, FIRST)
  await acts.move(db, id, 'draft', { by: people.writer, act: 'recall', detail: null, at: AT })
  await edit(db, id, 3, price('9.00'), people.reviewer)
  await edit(db, id, 3, price('1.00'), people.reviewer)
  await submitted(db, id, people.writer)
  expect(await acts.move(db, id, 'approved', { by: null, act: 'approve', detail: null, at: AT })).toMatchObject({
    ok: false,
    held: 'approved_by_review',
  })
  expect((await findChangeSet(db, id))!.state).toBe('in_review')
})

test('what another release said since a set was submitted is not overwritten by an approval of what was read before', async ({
  db,
  people,
}) => {
  await acts.publishSet(db, await approved(db, people, FIRST), people.publisher, AT)
  const late = await draft(db, people.writer, [price('3.00', '2027-03-01', 'base', 'revise')])
  await submitted(db, late, people.writer)
  const sha = (await findChangeSet(db, late))!.contentSha!
  const between = await approved(db, people, [price('2.00', '2027-02-01', 'base', 'revise')])
  expect(await acts.publishSet(db, between, people.publisher, AT)).toMatchObject({ ok: true, value: 2 })
  expect(await reviewed(db, late, people.reviewer, { sha })).toMatchObject({ ok: false, held: 'set_is_fresh' })
  expect(await reviewed(db, late, people.reviewer, { sha, decision: 'request_changes' })).toMatchObject({ ok: true })
  await submitted(db, late, people.writer)
  expect(await reviewed(db, late, people.reviewer)).toMatchObject({ ok: true })
  expect(await acts.publishSet(db, late, people.publisher, AT)).toMatchObject({ ok: true, value: 3 })
})

test('a set names its makers once and for all, and no number of a set is chosen', async ({ db, people }) => {
  const id = await createChangeSet(db, { entity: null, title: text('试'), note: null }, people.writer, AT)
  for (const statement of [
    `insert into change_set (id, title, made_by, made_at) overriding system value values (999, '{}', ${people.writer}, now())`,
    `update change_set set id = 999 where id = ${id}`,
    `update change_set set entity = 'x' where id = ${id}`,
  ])
    await expect(asPortal(db, statement), statement).rejects.toMatchObject(refused)
})
