import { expect } from 'vitest'
import { text } from '../../../catalogue/text.ts'
import * as acts from '../../../server/db/change-set-acts.ts'
import { putLines, removeLine, retitle } from '../../../server/db/change-set-writes.ts'
import { findChangeSet, linesOfSet } from '../../../server/db/change-sets.ts'
import { query } from '../../support/cluster.ts'
import { AT, approved, draft, edit, FIRST, price, reviewed, submitted, test } from './sets.ts'

test('a set goes from a draft to a release, with its lines as they were proposed', async ({ db, people }) => {
  const id = await approved(db, people, FIRST)
  expect(await acts.publishSet(db, id, people.publisher, AT)).toEqual({ ok: true, value: 1 })
  expect(await findChangeSet(db, id)).toMatchObject({ state: 'published', release: 1, contributors: [people.writer] })
  const release = await db.selectFrom('release').selectAll().executeTakeFirst()
  expect(release).toMatchObject({ seq: 1, lines: 3, change_set: id, emergency: false, title: text('测试', 'A test') })
})

test('who wrote any line of a set may not review it, not even one that was taken out again', async ({ db, people }) => {
  const id = await draft(db, people.writer, FIRST)
  expect(await putLines(db, id, [price('2.00', '2028-01-01', 'extra')], people.second, AT)).toEqual({ ok: true, n: 4 })
  expect(await removeLine(db, id, 4, people.reviewer, AT)).toMatchObject({ ok: true })
  await submitted(db, id, people.writer)
  for (const who of [people.writer, people.second, people.reviewer])
    expect(await reviewed(db, id, who)).toMatchObject({ ok: false, held: 'reviewer_contributed_nothing' })
  expect(await reviewed(db, id, people.publisher)).toMatchObject({ ok: true })
})

test('a review of another content than what is frozen counts for nothing', async ({ db, people }) => {
  const id = await draft(db, people.writer, FIRST)
  expect(await reviewed(db, id, people.reviewer)).toMatchObject({ ok: false, held: 'set_is_in_review' })
  await submitted(db, id, people.writer)
  expect(await reviewed(db, id, people.reviewer, { sha: 'ab'.repeat(32) })).toMatchObject({
    ok: false,
    held: 'review_is_of_this_hash',
  })
})

test('what is frozen takes no edit: not a line, not a word, not by direct SQL', async ({ db, url, people }) => {
  const id = await draft(db, people.writer, FIRST)
  await submitted(db, id, people.writer)
  const { version } = (await findChangeSet(db, id))!
  expect(await edit(db, id, 3, price('9.00'), people.writer)).toEqual({ ok: false, code: 'frozen' })
  expect(await removeLine(db, id, 3, people.writer, AT)).toEqual({ ok: false, code: 'frozen' })
  expect(await retitle(db, id, version, { title: text('别的'), note: null }, people.writer, AT)).toMatchObject({
    ok: false,
    code: 'frozen',
  })
  for (const sql of [
    `update change_line set payload = '{}' where n = 3`,
    `delete from change_line`,
    `truncate change_line cascade`,
    `delete from change_set`,
    `update change_set set content_sha = 'x'`,
    `update change_set set state = 'published', release = 1`,
    `update change_set set state = 'approved'`,
    `insert into change_set (title, made_by, made_at, state, content_sha, approved_sha) values ('{}', 1, now(), 'approved', 'x', 'x')`,
    `delete from change_contributor`,
  ])
    await expect(query(url, sql), sql).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
})

test('an edit after approval is possible only by taking the set back, and voids what was approved', async ({
  db,
  people,
}) => {
  const id = await approved(db, people, FIRST)
  expect(await edit(db, id, 3, price('9.00'), people.writer)).toEqual({ ok: false, code: 'frozen' })
  await acts.move(db, id, 'draft', { by: people.writer, act: 'recall', detail: null, at: AT })
  expect(await edit(db, id, 3, price('9.00'), people.writer)).toMatchObject({ ok: true })
  await submitted(db, id, people.writer)
  expect(await acts.move(db, id, 'approved', { by: null, act: 'approve', detail: null, at: AT })).toMatchObject({
    ok: false,
    held: 'approved_by_review',
  })
  expect(await acts.publishSet(db, id, people.publisher, AT)).toMatchObject({ ok: false, held: 'set_is_approved' })
})

test('a set sent back and submitted again unchanged needs a new approval', async ({ db, people }) => {
  const id = await draft(db, people.writer, FIRST)
  await submitted(db, id, people.writer)
  await reviewed(db, id, people.reviewer, { decision: 'request_changes' })
  await submitted(db, id, people.writer)
  expect(await acts.move(db, id, 'approved', { by: null, act: 'approve', detail: null, at: AT })).toMatchObject({
    ok: false,
    held: 'approved_by_review',
  })
})

test('errors of lint block a set', async ({ db, people }) => {
  const id = await draft(db, people.writer, FIRST)
  expect(await submitted(db, id, people.writer, 1)).toMatchObject({ ok: false, held: 'errors_block' })
})

test('an empty set is not submitted', async ({ db, people }) => {
  const id = await draft(db, people.writer, [price('1.00')])
  await removeLine(db, id, 1, people.writer, AT)
  expect(await submitted(db, id, people.writer)).toMatchObject({ ok: false, held: 'set_has_lines' })
})

test('a set says at most one thing of one subject on one day', async ({ db, people }) => {
  const id = await draft(db, people.writer, FIRST)
  expect(await putLines(db, id, [price('2.00', '2028-01-01')], people.writer, AT)).toEqual({
    ok: false,
    code: 'said-twice',
  })
  expect(await linesOfSet(db, id)).toHaveLength(3)
})

test('a set that tampering changed after approval is not published', async ({ db, url, people }) => {
  const id = await approved(db, people, FIRST)
  await query(
    url,
    `alter table change_line disable trigger all; update change_line set payload = jsonb_set(payload, '{rate,amount}', '"0.01"') where n = 3; alter table change_line enable trigger all`,
  )
  expect(await acts.publishSet(db, id, people.publisher, AT)).toMatchObject({ ok: false, held: 'set_is_as_approved' })
})

test('a set is not published over what another published since it was approved', async ({ db, people }) => {
  const first = await approved(db, people, FIRST)
  await acts.publishSet(db, first, people.publisher, AT)
  const [one, two, aside] = [
    await approved(db, people, [price('2.00', '2027-06-01', 'base', 'revise')]),
    await approved(db, people, [price('3.00', '2027-03-01', 'base', 'revise')]),
    await approved(db, people, [price('4.00', '2027-03-01', 'other')]),
  ]
  expect(await acts.publishSet(db, one, people.publisher, AT)).toMatchObject({ ok: true, value: 2 })
  expect(await acts.publishSet(db, two, people.publisher, AT)).toEqual({ ok: false, held: 'set_is_fresh', detail: '1' })
  expect(await acts.publishSet(db, aside, people.publisher, AT)).toMatchObject({ ok: true, value: 3 })
})

test('a scheduled set is not published before its time, and has its job in the queue', async ({ db, url, people }) => {
  const id = await approved(db, people, FIRST)
  const due = new Date(AT.getTime() + 3_600_000)
  await acts.scheduleAt(db, id, due, people.publisher, AT)
  expect(await acts.publishSet(db, id, null, AT)).toMatchObject({ ok: false, held: 'set_is_due' })
  const [job] = await query(url, `select task_identifier, run_at from graphile_worker.jobs`)
  expect(job).toMatchObject({ task_identifier: 'publish-due', run_at: due })
  expect(await acts.publishSet(db, id, null, due)).toMatchObject({ ok: true, value: 1 })
})

test('a preview shows the set as if it were published, and cannot be kept', async ({ db, people }) => {
  const id = await draft(db, people.writer, FIRST)
  const { sql } = await import('kysely')
  await expect(
    db.transaction().execute(async (tx) => {
      await sql`select preview_set(${id}, ${AT})`.execute(tx)
      expect(await tx.selectFrom('statement').select('id').execute()).toHaveLength(3)
    }),
  ).rejects.toMatchObject({ code: '23001' })
  expect(await db.selectFrom('release').select('seq').execute()).toEqual([])
})

test('an emergency release is confirmed by a third person only, and once', async ({ db, people }) => {
  const id = await draft(db, people.writer, FIRST)
  const emergency = {
    reason: '系统故障导致现行价目缺失',
    lint: { release: 999_999, ran: [], findings: [], skipped: [] },
    version: (await findChangeSet(db, id))!.version,
    at: AT,
  }
  expect(await acts.publishInEmergencyAt(db, id, { ...emergency, by: people.writer })).toMatchObject({
    ok: false,
    held: 'reviewer_contributed_nothing',
  })
  expect(await acts.publishInEmergencyAt(db, id, { ...emergency, by: people.publisher })).toMatchObject({
    ok: true,
    value: 1,
  })
  for (const who of [people.writer, people.publisher])
    expect(await acts.confirmEmergency(db, 1, who, '核对无误', AT)).toMatchObject({
      ok: false,
      held: 'confirmed_by_a_third',
    })
  expect(await acts.confirmEmergency(db, 1, people.reviewer, '核对无误', AT)).toMatchObject({ ok: true })
  expect(await acts.confirmEmergency(db, 1, people.second, '核对无误', AT)).toMatchObject({ ok: false })
})
