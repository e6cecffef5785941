import { sql } from 'kysely'
import type { Db } from '../../server/db/database.ts'

/** A case for the queue, as far as it matters; what is not said is ordinary. */
export type CaseRow = Partial<{
  org: number
  target: number | null
  state: string
  type: string
  track: string
  entity: string
  entityName: string
  item: string | null
  verdict: string
  charged: string
  received: string
  due: string | null
  closed: string | null
  assignee: number | null
  unread: boolean
  anonymous: boolean
  grams: string[]
}>

/** Puts cases into a database as they stand, without their life: triggers are off. Gives their numbers. */
export async function putCases(owner: Db, rows: readonly CaseRow[], from = 1): Promise<string[]> {
  const numbers: string[] = []
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const [index, row] of rows.entries()) {
      const receipt = `TS20261101-${String(from + index).padStart(7, '0')}`
      await sql`
        with s as (
          insert into submission (key, fingerprint, receipt, tag, pepper, capacity, goals, category, anonymous, consent_publish, consent_mediation,
            daily_life, language, port, entity_name, charged, release, acknowledgement, channel, worked, received_at, received_on)
          values (gen_random_uuid(), sha256('f'), ${receipt}, sha256(${receipt}::bytea), 1, 'enterprise', '{refund}', 'off_list', false, true, true,
            false, 'zh', 'CNNGB', ${row.entityName ?? '示例码头'}, 20, 12, sha256('a'), 'web', true, '2026-11-01T10:00:00+08', '2026-11-01') returning id)
        insert into case_file (no, submission_id, type, track, org_id, target_org, port, area, entity, entity_name, category, item, verdict, charged,
          anonymous, state, received_at, received_on, due_on, due_code, due_provisional, closed_on, assignee, unread, grams)
        select ${`${receipt}-1`}, id, ${row.type ?? 'report'}, ${row.track ?? 'samr_price'}, ${row.org ?? 11}, ${row.target ?? null}, 'CNNGB', 'beilun',
          ${row.entity ?? null}, ${row.entityName ?? '示例码头'}, 'off_list', ${row.item ?? null}, ${row.verdict ?? 'not_on_list'},
          ${row.charged ?? '20.00'}::numeric, ${row.anonymous ?? false}, ${row.state ?? 'received'}, '2026-11-01T10:00:00+08',
          ${row.received ?? '2026-11-02'}::date, ${row.due === undefined ? '2026-11-27' : row.due}::date, 'accept', false, ${row.closed ?? null}::date,
          ${row.assignee ?? null}, ${row.unread ?? false}, array_to_tsvector(${row.grams ?? []}::text[])
        from s`.execute(tx)
      numbers.push(`${receipt}-1`)
    }
  })
  return numbers
}
