import { sql } from 'kysely'
import { brokenAt, type Chained } from '../../complaints/chain.ts'
import type { Reader } from './database.ts'

/** What became of looking at every chain: how many cases and events, and the cases whose chain does not hold, with the event at which it breaks. */
export type Chains = { cases: number; events: number; broken: { no: string; seq: number }[] }

type Row = Chained & { prev: Buffer; hash: Buffer }

/** So many cases are read at once. */
const AT_ONCE = 1000

/** Works the chain of every case out anew, from its first event to the end that the case itself remembers. */
export async function auditChains(db: Reader): Promise<Chains> {
  const found: Chains = { cases: 0, events: 0, broken: [] }
  for (let after = 0; ; ) {
    const files = await sql<{ id: number; no: string; version: number; tail: Buffer }>`
      select id, no, version, tail from case_file where id > ${after} order by id limit ${AT_ONCE}`.execute(db)
    if (files.rows.length === 0) return found
    after = files.rows.at(-1)!.id
    const chains = Map.groupBy(await eventsOf(db, files.rows), (event) => event.case)
    for (const { no, version, tail } of files.rows) {
      const chain = chains.get(no) ?? []
      const seq = brokenAt(chain) ?? (endsAt(chain, version, tail) ? null : chain.length)
      found.cases += 1
      found.events += chain.length
      if (seq !== null) found.broken.push({ no, seq })
    }
  }
}

/** Does the chain end where the case says that it does? One cut short would hold by itself. */
const endsAt = (chain: readonly Row[], version: number, tail: Buffer): boolean =>
  chain.length === version && chain.at(-1)?.hash.equals(tail) === true

async function eventsOf(db: Reader, files: readonly { id: number }[]): Promise<Row[]> {
  const { rows } = await sql<Omit<Row, 'at'> & { at: Date }>`
    select f.no as case, e.seq, e.kind, e.at, e.actor, e.staff_id as staff, e.to_state as to, e.payload, e.prev, e.hash
    from case_event e join case_file f on f.id = e.case_id
    where e.case_id = any (${files.map(({ id }) => id)}::bigint[]) order by e.case_id, e.seq`.execute(db)
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
