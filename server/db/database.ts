import { type ColumnType, type Generated, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import type { Change, Source, Why } from '../../catalogue/statement.ts'
import type { Payloads, SubjectKind } from '../../catalogue/subject.ts'
import type { Text } from '../../catalogue/text.ts'
import type { CaseTables } from './case-tables.ts'
import type { SettingName } from './settings.ts'
import type { StaffTables } from './staff-tables.ts'

type Never<T> = ColumnType<T, never, never>

/** The tables as the portal reads them; migrations/ says what holds in them. */
export type Database = StaffTables &
  CaseTables & {
    release: {
      seq: Never<number>
      published_at: Never<Date>
      title: Never<Text>
      note: Never<Text | null>
      backfilled: Never<boolean>
      emergency: Never<boolean>
      change_set: Never<number | null>
      lines: Never<number>
    }
    subject: {
      id: Never<number>
      kind: Never<SubjectKind>
      key: Never<string>
      first_known: Never<number>
      item_code: Never<string | null>
      port_code: Never<string | null>
      area_code: Never<string | null>
      entity_code: Never<string | null>
      list_key: Never<string | null>
    }
    statement: {
      id: Never<number>
      subject_id: Never<number>
      kind: Never<SubjectKind>
      change: Never<Change>
      remainder: Never<boolean>
      valid: Never<string>
      known: Never<string>
      payload: Never<Payloads[SubjectKind] | null>
      why: Never<Why>
      source: Never<Source | null>
      line_release: Never<number>
      line_n: Never<number>
    }
    setting: {
      id: Generated<number>
      name: SettingName
      value: ColumnType<number | boolean, string, never>
      by: number
      at: Date
      why: string
    }
    quality_run: {
      id: Generated<number>
      at: Date
      release: number
      report: ColumnType<LintReport, string, never>
    }
    search_term: {
      id: Generated<number>
      kind: string
      key: string
      field: string
      term: string
      norm: string
      grams: ColumnType<string, string, never>
      since: number
    }
    log_leaf: { idx: Never<number>; release: Never<number>; n: Never<number>; data: Never<string>; hash: Never<Buffer> }
    log_node: { level: Never<number>; idx: Never<number>; hash: Never<Buffer> }
    log_tree: { release: Never<number>; size: Never<number>; root: Never<Buffer> }
    log_key: {
      name: string
      key_id: string
      kind: 'log' | 'witness'
      vkey: string
      added: Generated<number>
      added_at: Date
    }
    log_signature: { release: number; name: string; key_id: string; origin: string; signature: Buffer; at: Date }
  }

/** What pages are given: they can read, and the compiler knows it. */
export type Reader = Pick<Kysely<Database>, 'selectFrom'> & Pick<Kysely<Database>, 'getExecutor'>
/** What a change is given: it is part of someone's transaction, and the compiler knows it. */
export type Tx = Transaction<Database>
export type Db = Kysely<Database>

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.NUMERIC, (text) => text)
types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** Short queries on tables that are in memory: no compiling, no second worker, and an index is as near as the table. */
const PLANNING = '-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1'

/** How to reach a database; `role` is the one the portal works as, none when it migrates. */
export const connection = (url: string, role: 'portal_app' | null): pg.ClientConfig => ({
  connectionString: url,
  types,
  application_name: 'port-fee-portal',
  connectionTimeoutMillis: 5_000,
  ...(role === null
    ? {}
    : {
        options: `-c role=${role} ${PLANNING}`,
        statement_timeout: 15_000,
        idle_in_transaction_session_timeout: 15_000,
      }),
})

/** Opens the pool that the portal works with. `onError` hears of idle connections that the server dropped. */
export function openDatabase(
  url: string,
  onError: (error: Error) => void,
  role: 'portal_app' | null = 'portal_app',
): Db {
  const pool = new pg.Pool({ ...connection(url, role), max: 20 })
  pool.on('error', onError)
  pool.on('connect', (client) => void client.on('error', onError))
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
}
