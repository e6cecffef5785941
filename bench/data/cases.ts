import pg from 'pg'
import { loadOffices } from '../../seeds/offices.ts'
import { loadStaff } from '../../seeds/staff.ts'

/** Ten thousand at a time. */
const AT_ONCE = 10_000

/**
 * Fills a database with so many cases of a district's office, four in five of them open with clocks due in the weeks around
 * the day of the benchmark, each with its submission, charge, event and clock. Triggers are asleep meanwhile.
 */
export async function fillCases(url: string, count: number): Promise<void> {
  await loadStaff(url, (_login, secret) => Buffer.from(secret))
  await loadOffices(url)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    for (let from = 1; from <= count; from += AT_ONCE) {
      const until = Math.min(count, from + AT_ONCE - 1)
      for (const text of ROWS) await client.query(text, [from, until])
    }
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

const STATES = `(array['received','accepted','investigating','decided','notified'])[1 + g % 5]`
const RECEIPT = `'TS20261001-' || lpad(upper(to_hex(g)), 6, '0') || '0'`
const DAY = `(date '2026-10-01' + (g % 50))`

const ROWS = [
  `insert into submission (id, key, fingerprint, receipt, tag, pepper, capacity, goals, category, anonymous, consent_publish, consent_mediation, daily_life,
     language, port, entity_name, charged, release, acknowledgement, channel, worked, received_at, received_on)
   overriding system value
   select g, gen_random_uuid(), sha256(g::text::bytea), ${RECEIPT}, sha256(('t' || g)::bytea), 1, 'enterprise', '{investigate}', 'off_list', false, true, false, false,
     'zh', 'CNNGB', '示例码头 ' || g % 97, 28, 1, sha256(('a' || g)::bytea), 'web', true, ${DAY} + time '09:00', ${DAY}
   from generate_series($1::int, $2::int) g`,
  `insert into charge (submission_id, n, name, charged_on, amount, verdict) select g, 1, '港口设施保安费', date '2026-03-02', 28, 'not_on_list' from generate_series($1::int, $2::int) g`,
  `insert into case_file (id, no, submission_id, type, track, org_id, port, entity_name, category, verdict, charged, anonymous, state, version, received_at, received_on, due_on, due_code, due_provisional, closed_on)
   overriding system value
   select g, ${RECEIPT} || '-1', g, 'report', 'samr_price', case when g % 4 = 0 then 12 else 11 end, 'CNNGB', '示例码头 ' || g % 97, 'off_list', 'not_on_list', 28, false, ${STATES}, 1,
     ${DAY} + time '09:00', ${DAY}, case when g % 5 < 4 then ${DAY} + 40 end, case when g % 5 < 4 then 'verify' end, false, case when g % 5 = 4 then ${DAY} + 20 end
   from generate_series($1::int, $2::int) g`,
  `insert into case_event (case_id, seq, kind, at, actor, shown, payload, prev, hash)
   select g, 1, 'submitted', ${DAY} + time '09:00', 'complainant', true, '{}', decode(repeat('00', 32), 'hex'), sha256(('e' || g)::bytea) from generate_series($1::int, $2::int) g`,
  `insert into clock (case_id, code, rule_id, started_on, due_on, provisional, met_on)
   select g, 'verify', (select min(id) from clock_rule where code = 'verify'), ${DAY}, ${DAY} + 40, false, case when g % 5 = 4 then ${DAY} + 20 end from generate_series($1::int, $2::int) g`,
]
