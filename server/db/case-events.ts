import { sql } from 'kysely'
import type { CaseState } from '../../complaints/case.ts'
import { chainHash } from '../../complaints/chain.ts'
import { type EventKind, SHOWN } from '../../complaints/events.ts'
import type { Actor } from '../../complaints/words.ts'
import type { Tx } from './database.ts'

/** What is entered: `to` is the state that a step leads to, null for what moves nothing. The payload holds no personal data. */
export type NewEvent = {
  kind: EventKind
  at: Date
  actor: Actor
  staff: number | null
  to: CaseState | null
  proposal?: number | null
  payload?: Record<string, unknown>
}

/** Where a case's chain ends, as it was read in this transaction. */
export type Tail = { id: number; no: string; version: number; tail: Buffer }

/** 记事: enters the next event and moves the case; gives the chain's new end. Fails with `case_has_gone_on` when somebody was quicker. */
export async function addEvent(tx: Tx, file: Tail, event: NewEvent): Promise<Tail> {
  const { kind, at, actor, staff, to, proposal = null, payload = {} } = event
  const seq = file.version + 1
  const hash = chainHash(file.tail, { case: file.no, seq, kind, at: at.toISOString(), actor, staff, to, payload })
  await sql`
    insert into case_event (case_id, seq, kind, at, actor, staff_id, shown, to_state, proposal_id, payload, prev, hash)
    values (${file.id}, ${seq}, ${kind}, ${at}, ${actor}, ${staff}, ${SHOWN.has(kind)}, ${to}, ${proposal},
            ${JSON.stringify(payload)}::jsonb, ${file.tail}, ${hash})`.execute(tx)
  return { ...file, version: seq, tail: hash }
}
