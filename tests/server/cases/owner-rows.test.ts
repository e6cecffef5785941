import fc from 'fast-check'
import { type RawBuilder, sql } from 'kysely'
import { describe, expect } from 'vitest'
import { LIFE } from '../../../complaints/case.ts'
import { OTHER_EVENTS, SHOWN } from '../../../complaints/events.ts'
import { ownerView } from '../../../server/cases/owner-view.ts'
import { asClerk, asHolder } from '../../../server/db/case-doors.ts'
import { addEvent, type NewEvent } from '../../../server/db/case-events.ts'
import type { Db } from '../../../server/db/database.ts'
import { bytesOf, lookedUp } from '../../../server/db/owned-filing.ts'
import { FORWARDER, filed } from '../../support/filed.ts'
import { test } from '../../support/owner.ts'
import { NOW } from '../../support/portal.ts'

const tries = async (db: Db, tag: Buffer, statement: RawBuilder<unknown>): Promise<string> => {
  try {
    const { rows, numAffectedRows } = await asHolder(db, tag, (tx) => statement.execute(tx))
    return `${rows.length} ${numAffectedRows ?? 0}`
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    return constraint ?? code ?? String(error)
  }
}
const DENIED = '42501'
/** Refused by the policy of the role, or before it by what holds for everybody. */
const REFUSED = [DENIED, 'step_is_theirs', 'step_is_in_the_life']

describe('the role of a receipt’s holder', () => {
  test('reads of every table only what is of that receipt', async ({ app, owner }) => {
    const [one, other] = [await filed(app.desk), await filed(app.desk)]
    const { rows } = await sql<{ id: number; tag: Buffer }>`select id, tag from submission`.execute(owner)
    const idOf = (tag: Buffer) => rows.find((row) => row.tag.equals(tag))!.id
    const seen = (tag: Buffer) =>
      asHolder(app.desk.db, tag, async (tx) => ({
        submissions: (await sql<{ id: number }>`select id from submission`.execute(tx)).rows.map(({ id }) => id),
        cases: (await sql<{ no: string }>`select no from case_file order by id`.execute(tx)).rows.map(({ no }) => no),
        charges: (await sql<{ id: number }>`select distinct submission_id as id from charge`.execute(tx)).rows,
        ...Object.fromEntries(
          await Promise.all(
            ['case_event', 'clock'].map(async (table) => [
              table,
              (
                await sql<{
                  no: string
                }>`select distinct f.no from ${sql.table(table)} x left join case_file f on f.id = x.case_id order by 1`.execute(
                  tx,
                )
              ).rows.map(({ no }) => no),
            ]),
          ),
        ),
      }))
    for (const { tag, cases } of [one, other]) {
      const nos = cases.map(({ no }) => no)
      const own = { submissions: [idOf(tag)], cases: nos, charges: [{ id: idOf(tag) }], case_event: nos, clock: nos }
      expect(await seen(tag)).toEqual(own)
    }
    expect(await seen(Buffer.alloc(32))).toEqual({ submissions: [], cases: [], charges: [], case_event: [], clock: [] })
  })

  test('has no way to contacts, notes, proposals, links, presence, staff or another’s columns', async ({ app }) => {
    const { tag } = await filed(app.desk)
    const tables = ['contact_field', 'case_note', 'case_proposal', 'case_link', 'case_presence', 'cluster', 'staff']
    for (const table of [...tables, 'audit', 'document_number', 'respondent_reply', 'staff_session'])
      expect(await tries(app.desk.db, tag, sql`select * from ${sql.table(table)}`), table).toBe(DENIED)
    const columns = [
      ...['key', 'fingerprint', 'code_sealed', 'pepper', 'worked'].map((name) => ['submission', name]),
      ...['assignee', 'legal_hold', 'cluster_id', 'outcome', 'grams', 'hops'].map((name) => ['case_file', name]),
      ...[
        ['case_event', 'staff_id'],
        ['case_message', 'by'],
        ['decision', 'drafted_by'],
        ['case_document', 'made_by'],
      ],
    ] as [string, string][]
    for (const [table, column] of columns)
      expect(await tries(app.desk.db, tag, sql`select ${sql.ref(column)} from ${sql.table(table)}`), column).toBe(
        DENIED,
      )
  })

  test('enters nothing as the desk does, on no case but its own, and moves it by its own three steps alone', async ({
    app,
    owner,
  }) => {
    const [one, other] = [await filed(app.desk), await filed(app.desk)]
    const files = await sql<{ id: number; no: string; tail: Buffer }>`select id, no, tail from case_file`.execute(owner)
    const [mine, theirs] = [one, other].map(({ cases }) => files.rows.find(({ no }) => no === cases[0]!.no)!)
    const event = (of: typeof mine, kind: string, actor: string, to: string | null, shown = true) =>
      sql`insert into case_event (case_id, seq, kind, at, actor, shown, to_state, prev, hash)
          values (${of!.id}, 2, ${kind}, now(), ${actor}, ${shown}, ${to}, ${of!.tail}, ${Buffer.alloc(32, 1)})`
    const { db } = app.desk
    const own = new Set(LIFE.filter(({ who }) => who.includes('complainant')).map(({ step }) => step))
    expect([...own].toSorted()).toEqual(['appeal', 'supplement', 'withdraw'])
    for (const { step, to } of LIFE)
      if (!own.has(step))
        expect(REFUSED, step).toContain(await tries(db, one.tag, event(mine, step, 'complainant', to)))
    for (const actor of ['system', 'handler'])
      expect([...REFUSED, 'staff_has_a_name']).toContain(
        await tries(db, one.tag, event(mine, 'accept', actor, 'accepted')),
      )
    expect(await tries(db, one.tag, event(mine, 'message', 'system', null))).toBe(DENIED)
    expect(await tries(db, one.tag, event(mine, 'message', 'complainant', null, false))).toBe(DENIED)
    expect(await tries(db, one.tag, event(theirs, 'withdraw', 'complainant', 'withdrawn'))).toBe(DENIED)
    expect(await tries(db, one.tag, event(mine, 'appeal', 'complainant', 'appealed'))).toBe('step_is_in_the_life')
    expect(await tries(db, one.tag, sql`update case_file set state = 'withdrawn'`)).toBe(DENIED)
    expect(await tries(db, one.tag, sql`update case_file set unread = false`)).toBe(DENIED)
    expect(await tries(db, one.tag, sql`update case_file set unread = true where id = ${theirs!.id}`)).toBe('0 0')
    expect(await tries(db, one.tag, event(mine, 'withdraw', 'complainant', 'withdrawn'))).toBe('0 1')
  })

  test('writes no message as the desk or to another, rates nothing before it was told, and deletes nothing', async ({
    app,
    owner,
  }) => {
    const [one, other] = [await filed(app.desk), await filed(app.desk)]
    const { rows } = await sql<{ id: number; no: string }>`select id, no from case_file`.execute(owner)
    const [mine, theirs] = [one, other].map(({ cases }) => rows.find(({ no }) => no === cases[0]!.no)!.id)
    const { db } = app.desk
    const message = (id: number, sender: string, by: number | null, asks = false) =>
      sql`insert into case_message (case_id, sender, by, at, words, asks) values (${id}, ${sender}, ${by}, now(), null, ${asks})`
    expect(await tries(db, one.tag, message(mine!, 'desk', 1))).toBe(DENIED)
    expect(await tries(db, one.tag, message(mine!, 'complainant', null, true))).toBe(DENIED)
    expect(await tries(db, one.tag, message(theirs!, 'complainant', null))).toBe(DENIED)
    expect(await tries(db, one.tag, message(mine!, 'complainant', null))).toBe('0 1')
    const rating = sql`insert into satisfaction (case_id, round, score, solved, at) values (${mine}, 1, 5, true, now())`
    expect(await tries(db, one.tag, rating)).toBe(DENIED)
    for (const table of ['clock', 'decision', 'attachment', 'refund_order', 'publication', 'case_document'])
      expect(await tries(db, one.tag, sql`delete from ${sql.table(table)}`), table).toBe(DENIED)
  })
})

/** A new code is entered only with the signature of another; codes.test.ts. */
const UNSIGNED = OTHER_EVENTS.filter((kind) => kind !== 'code_reset')

test('its owner never sees an event that is not his to see, whatever is entered', async ({ app }) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...UNSIGNED), { minLength: 3, maxLength: 12 }), async (kinds) => {
      const one = await filed(app.desk, { ...FORWARDER, goals: ['investigate'] })
      await asClerk(app.desk.db, async (tx) => {
        let tail = await tx
          .selectFrom('case_file')
          .select(['id', 'no', 'version', 'tail'])
          .where('no', '=', one.cases[0]!.no)
          .executeTakeFirstOrThrow()
        for (const kind of kinds) {
          const event: NewEvent = { kind, at: NOW, actor: 'system', staff: null, to: null }
          tail = await addEvent(tx, tail, event)
        }
      })
      const shown = (await ownerView(app.desk, one.tag))!.cases[0]!.events.map(({ kind }) => kind)
      expect(shown).toEqual(['submitted', ...kinds.filter((kind) => SHOWN.has(kind))])
    }),
    { numRuns: 8 },
  )
})

test('the role of a holder is taken for one lookup and given back, and says when the one before was', async ({
  app,
}) => {
  const { db } = app.desk
  const [one, other] = [await filed(app.desk), await filed(app.desk)]
  const nothing = Buffer.alloc(32)
  expect(await lookedUp(db, [nothing], NOW)).toBeNull()
  expect(await lookedUp(db, [], NOW)).toBeNull()
  const first = (await lookedUp(db, [nothing, one.tag], NOW))!
  expect(bytesOf(first.tag)).toEqual(one.tag)
  expect([first.before, first.filing.receipt]).toEqual([null, one.receipt])
  expect(first.filing.cases.map(({ no }) => no)).toEqual(one.cases.map(({ no }) => no))
  expect(new Date((await lookedUp(db, [one.tag], null))!.before ?? 0)).toEqual(new Date(0))
  expect(new Date((await lookedUp(db, [one.tag], new Date()))!.before!)).toEqual(NOW)
  expect((await lookedUp(db, [other.tag], null))!.filing.receipt).toBe(other.receipt)
  const { rows } = await sql<{ me: string; tag: string | null }>`
    select current_user as me, current_setting('app.tag', true) as tag`.execute(db)
  expect(rows).toEqual([{ me: 'portal_app', tag: '' }])
  await expect(sql`select owned_filing()`.execute(db)).rejects.toMatchObject({ code: DENIED })
  await expect(sql`select owned_cases(1)`.execute(db)).rejects.toMatchObject({ code: DENIED })
})
