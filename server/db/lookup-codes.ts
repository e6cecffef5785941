import { sql } from 'kysely'
import { chainHash } from '../../complaints/chain.ts'
import type { Actor } from '../../complaints/words.ts'
import type { Tail } from './case-events.ts'
import type { Reader, Tx } from './database.ts'

/** The request by which this person may make a new code now: signed by another within these hours, and not used yet. */
export async function codeSigned(
  tx: Reader,
  caseId: number,
  by: number,
  { now, hours }: { now: Date; hours: number },
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    select id from case_proposal where case_id = ${caseId} and step = 'code' and asked_by = ${by} and outcome = 'signed'
    and used_seq is null and decided_at > ${now}::timestamptz - make_interval(hours => ${hours}) order by id desc limit 1`.execute(
    tx,
  )
  return rows[0]?.id ?? null
}

/** By which request, when and as whom somebody makes a code. */
export type Making = { proposal: number; at: Date; actor: Actor; staff: number }

/**
 * Lets another code find a submission, and enters in each of its cases, also those of other offices, that it was replaced.
 * Gives the end of the chain of the case in which it was asked for. Fails with `code_is_signed` where nobody else signed it.
 */
export async function replaceTag(tx: Tx, making: Making, tag: Buffer, pepper: number): Promise<Tail> {
  const { proposal, at, actor } = making
  const { rows: cases } = await sql<Tail>`select * from cases_of_code(${proposal})`.execute(tx)
  const events = cases.map((file) => toldIn(file, making, cases[0]!))
  await sql`select replace_code(${proposal}, ${tag}, ${pepper}, ${at}, ${actor}, ${JSON.stringify(events)}::jsonb)`.execute(
    tx,
  )
  const [{ id, no, version }] = cases as [Tail]
  return { id, no, version: version + 1, tail: Buffer.from(events[0]!.hash, 'hex') }
}

/** The event in one case; one of another office says in which case it was asked for. */
function toldIn({ id, no, version, tail }: Tail, { at, actor, staff }: Making, asked: Tail) {
  const seq = version + 1
  const payload = id === asked.id ? {} : { other: asked.no }
  const chained = { case: no, seq, kind: 'code_reset', at: at.toISOString(), actor, staff, to: null, payload }
  const hash = chainHash(tail, chained)
  return { case: id, seq, payload, prev: tail.toString('hex'), hash: hash.toString('hex') }
}
