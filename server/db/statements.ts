import { type ExpressionBuilder, sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { Change, Statement, Why } from '../../catalogue/statement.ts'
import type { Payloads, SubjectKind } from '../../catalogue/subject.ts'
import type { Database } from './database.ts'

/** A statement as SQL gives it, its ranges taken apart. */
export type StatementRow = {
  id: number
  kind: SubjectKind
  key: string
  change: Change
  remainder: boolean
  valid_from: string
  valid_until: string | null
  known_from: number
  known_until: number | null
  payload: Payloads[SubjectKind] | null
  why: Why
  line_release: number
  line_n: number
}

type Statements = ExpressionBuilder<Database, 'statement' | 'subject'>

/** The columns of a StatementRow; the query joins `subject` for the key. */
export const statementColumns = [
  'statement.id',
  'statement.kind',
  'subject.key',
  'statement.change',
  'statement.remainder',
  sql<string>`lower(statement.valid)`.as('valid_from'),
  sql<string | null>`upper(statement.valid)`.as('valid_until'),
  sql<number>`lower(statement.known)`.as('known_from'),
  sql<number | null>`upper(statement.known)`.as('known_until'),
  'statement.payload',
  'statement.why',
  'statement.line_release',
  'statement.line_n',
] as const

/** `knownAt` of catalogue/statement.ts, said in SQL. */
export const knownAtRelease = (release: number) => (eb: Statements) =>
  sql<boolean>`${eb.ref('statement.known')} @> ${release}::bigint`

/** A row as the domain knows it. */
export const toStatement = <K extends SubjectKind>(row: StatementRow): Statement<K> => ({
  id: String(row.id),
  kind: row.kind as K,
  key: row.key,
  change: row.change,
  remainder: row.remainder,
  valid: { from: row.valid_from as Day, until: row.valid_until as Day | null },
  known: { from: row.known_from, until: row.known_until },
  payload: row.payload as Payloads[K] | null,
  why: row.why,
  line: { release: row.line_release, n: row.line_n },
})
