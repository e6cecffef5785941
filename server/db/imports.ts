import { sql } from 'kysely'
import type { Day } from '../../catalogue/day.ts'
import type { ImportMode, ImportReading } from '../../catalogue/import/reading.ts'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import type { By } from './change-sets.ts'
import type { Db, Reader, Tx } from './database.ts'

export type ImportState = 'waiting' | 'reading' | 'read' | 'failed' | 'applied' | 'discarded'

/** What came with a file: whose list it is (null: the authority's), how it is meant, and from which day. */
export type ImportAsked = { entity: string | null; mode: ImportMode; effective: Day; attest: boolean }

/** 导入 as it stands, without its bytes and what was read of them. */
export type Import = ImportAsked & {
  id: number
  name: string
  size: number
  sha: string
  by: By
  at: Date
  state: ImportState
  progress: number
  stage: string | null
  release: number | null
  fault: ImportFault | null
  changeSet: number | null
  /** What must be mended in the file, and the questions that nobody has answered yet. */
  errors: number
  open: number
}

/** Why the reading broke off, which is no fault of the file: a key of the words of `imports`. */
export type ImportFault = { code: string; values: Record<string, string | number> }

type Row = Omit<Import, 'by'> & { byId: number; byName: string }

const CHOSEN = sql`
  select i.id, i.entity, i.mode, i.effective, i.attest, i.name, octet_length(i.bytes) as size, encode(i.sha, 'hex') as sha, i.at,
    i.state, i.progress, i.stage, i.release, i.fault, i.change_set as "changeSet", i.errors,
    i.asks - (select count(distinct a.ask) from import_answer a where a.import = i.id
      and a.ask in (select asked->>'id' from jsonb_array_elements(i.reading->'asks') as asked))::int as open, s.id as "byId", s.name as "byName"
  from import i join staff s on s.id = i.by`

const toImport = ({ byId, byName, ...row }: Row): Import => ({ ...row, by: { id: byId, name: byName } })

/** One import; null when there is none of that number. */
export async function findImport(db: Reader, id: number): Promise<Import | null> {
  const { rows } = await sql<Row>`${CHOSEN} where i.id = ${id}`.execute(db)
  return rows[0] ? toImport(rows[0]) : null
}

type Choice = {
  reach: 'all' | ReadonlySet<string>
  states?: readonly ImportState[]
  before?: number | undefined
  limit: number
}

/** Imports within reach and in these states, newest first, with numbers below `before`. */
export async function listImports(db: Reader, { reach, states, before, limit }: Choice): Promise<Import[]> {
  const { rows } = await sql<Row>`${CHOSEN}
    where ${reach === 'all' ? sql`true` : sql`i.entity = any(${[...reach]}::text[])`}
      and ${states === undefined ? sql`true` : sql`i.state = any(${[...states]}::text[])`}
      and ${before === undefined ? sql`true` : sql`i.id < ${before}`}
    order by i.id desc limit ${limit}`.execute(db)
  return rows.map(toImport)
}

/** The bytes of a file as they came. */
export async function bytesOfImport(db: Reader, id: number): Promise<Buffer> {
  const { rows } = await sql<{ bytes: Buffer }>`select bytes from import where id = ${id}`.execute(db)
  return rows[0]!.bytes
}

/** What was read of a file, and what lint found in its lines; null before it was read. */
export async function readingOfImport(
  db: Reader,
  id: number,
): Promise<{ reading: ImportReading; lint: LintReport | null } | null> {
  const { rows } = await sql<{ reading: ImportReading | null; lint: LintReport | null }>`
    select reading, lint from import where id = ${id}`.execute(db)
  const { reading, lint } = rows[0] ?? { reading: null, lint: null }
  return reading === null ? null : { reading, lint }
}

export type NewImport = ImportAsked & { name: string; bytes: Buffer }

/** Keeps a file that was sent, and asks for it to be read: both or neither. */
export const storeImport = (db: Db, sent: NewImport, by: number, at: Date): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: number }>`
      insert into import (entity, mode, effective, attest, name, bytes, by, at)
      values (${sent.entity}, ${sent.mode}, ${sent.effective}, ${sent.attest}, ${sent.name}, ${sent.bytes}, ${by}, ${at})
      returning id`.execute(tx)
    await enqueued(tx, rows[0]!.id)
    return rows[0]!.id
  })

/** Asks for a file to be read again: the list has moved on since. */
export const readAgain = (db: Db, id: number): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await sql`update import set state = 'waiting', progress = 0, stage = null, fault = null where id = ${id}`.execute(
      tx,
    )
    await enqueued(tx, id)
  })

const enqueued = (tx: Tx, id: number) =>
  sql`select enqueue('read-import', ${JSON.stringify({ id })}::json, now(), ${`read-import-${id}`})`.execute(tx)

/** After a start: asks again for what a process that is gone was to read; how many there are. */
export const resumeImports = (db: Db): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ id: number }>`select id from import where state in ('waiting','reading')`.execute(tx)
    for (const { id } of rows) await enqueued(tx, id)
    return rows.length
  })

/** Begins to read; false when there is nothing to read any more. */
export async function beginReading(db: Db, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import set state = 'reading', progress = 0 where id = ${id} and state in ('waiting','reading')`.execute(db)
  return numAffectedRows === 1n
}

/** Tells how far the reading is. */
export const tellProgress = (db: Db, id: number, progress: number, stage: string) =>
  sql`update import set progress = ${progress}, stage = ${stage} where id = ${id} and state = 'reading'`.execute(db)

/** Keeps what was read as of a release. What was discarded meanwhile stays so. */
export const keepReading = (db: Db, id: number, release: number, reading: ImportReading, lint: LintReport | null) =>
  sql`
  update import set state = 'read', progress = 1, stage = null, release = ${release}, reading = ${jsonOf(reading)}::jsonb,
    errors = ${reading.problems.filter(({ severity }) => severity === 'error').length}, asks = ${reading.asks.length}, lint = ${lint === null ? null : jsonOf(lint)}::jsonb
  where id = ${id} and state = 'reading'`.execute(db)

/** Keeps what lint found anew, after a question was answered. */
export const keepLint = (db: Db, id: number, lint: LintReport) =>
  sql`update import set lint = ${jsonOf(lint)}::jsonb where id = ${id} and state = 'read'`.execute(db)

/** Keeps why a file could not be read. */
export const failImport = (db: Db, id: number, fault: ImportFault) =>
  sql`
  update import set state = 'failed', stage = null, fault = ${jsonOf(fault)}::jsonb
  where id = ${id} and state = 'reading'`.execute(db)

/** Puts an import away; false when it was applied or discarded before. */
export async function discardImport(db: Db, id: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update import set state = 'discarded', stage = null
    where id = ${id} and state in ('waiting','reading','read','failed')`.execute(db)
  return numAffectedRows === 1n
}

/** JSON as Postgres takes it: a sheet may hold characters that its text cannot. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? part.replaceAll('\0', '\uFFFD').toWellFormed() : part,
  )
