import { sql } from 'kysely'
import type { Statement } from '../../catalogue/statement.ts'
import type { Validity } from '../../catalogue/validity.ts'
import type { Reader } from './database.ts'
import { type StatementRow, toStatement } from './statements.ts'

type Asked = { n: number; kind: string; key: string; valid: Validity }

/** What a release says of the subjects of some lines on the days of each, in order of time, by the number of the line. */
export async function standingBeside(
  db: Reader,
  lines: readonly Asked[],
  release: number,
): Promise<Map<number, Statement[]>> {
  if (lines.length === 0) return new Map()
  const asked = JSON.stringify(lines.map(({ n, kind, key, valid }) => ({ n, kind, key, ...valid })))
  const { rows } = await sql<StatementRow & { n: number }>`
    select l.n, st.id, st.kind, subject.key, st.change, st.remainder, lower(st.valid) as valid_from,
      upper(st.valid) as valid_until, lower(st.known) as known_from, upper(st.known) as known_until, st.payload, st.why,
      st.line_release, st.line_n
    from jsonb_to_recordset(${asked}::jsonb) as l(n int, kind text, key text, "from" date, until date)
      join subject on subject.kind = l.kind and subject.key = l.key
      join statement st on st.subject_id = subject.id and st.known @> ${release}::bigint
        and st.valid && daterange(l."from", l.until)
    order by l.n, lower(st.valid)`.execute(db)
  const byLine = Map.groupBy(rows, ({ n }) => n)
  return new Map([...byLine].map(([n, of]) => [n, of.map(toStatement)]))
}
