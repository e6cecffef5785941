import pg from 'pg'
import { brokenAt } from '../../complaints/chain.ts'
import type { Acknowledged } from './filings.ts'

/** What was found of the filings: every number but `submissions`, `cases` and `events` must be nought. */
export type Found = {
  submissions: number
  cases: number
  events: number
  lost: number
  doubled: number
  withoutEvent: number
  withoutClock: number
  withoutCase: number
  brokenChains: number
}

/** Looks at everything that was promised, with no code of the portal between but the chain's own hash. */
export async function auditFilings(url: string, promised: readonly Acknowledged[]): Promise<Found> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const rows = async <Row>(text: string) => (await client.query(text)).rows as Row[]
    const submissions = await rows<{ key: string; receipt: string }>('select key, receipt from submission')
    const [counted] = await rows<Record<string, string>>(`
      select (select count(*) from case_file) as cases,
        (select count(*) from case_file f where not exists (select from case_event e where e.case_id = f.id)) as "withoutEvent",
        (select count(*) from case_file f where not exists (select from clock c where c.case_id = f.id)) as "withoutClock",
        (select count(*) from submission s where not exists (select from case_file f where f.submission_id = s.id)) as "withoutCase"`)
    const kept = new Map(submissions.map(({ key, receipt }) => [key, receipt]))
    const events = await rows<EventRow>(`
      select f.no as case, seq, kind, at, actor, staff_id as staff, to_state as to, payload, prev, hash
      from case_event e join case_file f on f.id = e.case_id order by f.id, seq`)
    const numbers = Object.fromEntries(Object.entries(counted!).map(([name, value]) => [name, Number(value)]))
    return {
      submissions: submissions.length,
      events: events.length,
      lost: promised.filter(({ key, receipt }) => kept.get(key) !== receipt).length,
      doubled: submissions.length - new Set(submissions.map(({ receipt }) => receipt)).size,
      brokenChains: brokenChains(events),
      ...(numbers as Pick<Found, 'cases' | 'withoutEvent' | 'withoutClock' | 'withoutCase'>),
    }
  } finally {
    await client.end()
  }
}

type EventRow = {
  case: string
  seq: number
  kind: string
  at: Date
  actor: string
  staff: string | null
  to: string | null
  payload: unknown
  prev: Buffer
  hash: Buffer
}

function brokenChains(events: readonly EventRow[]): number {
  const byCase = Map.groupBy(events, (event) => event.case)
  const chains = [...byCase.values()].map((chain) =>
    chain.map(({ at, staff, ...event }) => ({
      ...event,
      at: at.toISOString(),
      staff: staff === null ? null : Number(staff),
    })),
  )
  return chains.filter((chain) => brokenAt(chain) !== null).length
}
