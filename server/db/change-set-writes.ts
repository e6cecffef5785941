import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Line } from '../../catalogue/release.ts'
import type { Text } from '../../catalogue/text.ts'
import { lineOfSet, type ProposedLine } from './change-sets.ts'
import type { Db, Tx } from './database.ts'

/** Written; or what stood against it: frozen by review, said twice of the same days, or changed by another meanwhile. */
export type Written = { ok: true; n: number } | { ok: false; code: 'frozen' | 'said-twice' | 'stale' | 'not-found' }

export type Wording = { title: Text; note: Text | null }

/** A new draft of one entity's list, or (null) of the authority's; its number. */
export const createChangeSet = (
  db: Db,
  whose: Wording & { entity: string | null },
  by: number,
  at: Date,
): Promise<number> => db.transaction().execute((tx) => draftSet(tx, whose, by, at))

/** The same within someone's transaction. */
export async function draftSet(
  tx: Tx,
  { entity, title, note }: Wording & { entity: string | null },
  by: number,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into change_set (entity, title, note, made_by, made_at)
    values (${entity}, ${JSON.stringify(title)}::jsonb, ${note === null ? null : JSON.stringify(note)}::jsonb, ${by}, ${at})
    returning id`.execute(tx)
  const id = rows[0]!.id
  await contributed(tx, id, by)
  await happened(tx, id, by, 'create', null, at)
  return id
}

/** New words for the release to be; the version must be the one that was read. */
export const retitle = (db: Db, id: number, version: number, { title, note }: Wording, by: number, at: Date) =>
  writing(db, async (tx) => {
    const { numAffectedRows } = await sql`
      update change_set set title = ${JSON.stringify(title)}::jsonb, version = version + 1,
        note = ${note === null ? null : JSON.stringify(note)}::jsonb
      where id = ${id} and version = ${version}`.execute(tx)
    if (numAffectedRows !== 1n) throw new Unwritten('stale')
    await contributed(tx, id, by)
    await happened(tx, id, by, 'retitle', null, at)
    return 0
  })

/** Writes a line over one that was read, if that still stands as it was read; what goes with it is appended. */
export const replaceLine = (
  db: Db,
  id: number,
  { n, line: read }: Pick<ProposedLine, 'n' | 'line'>,
  [line, ...more]: readonly [Line, ...Line[]],
  by: number,
  at: Date,
): Promise<Written> =>
  writing(db, async (tx) => {
    await locked(tx, id)
    const standing = await lineOfSet(tx, id, n)
    if (standing === null) throw new Unwritten('not-found')
    if (!isDeepStrictEqual(standing.line, read)) throw new Unwritten('stale')
    const { kind, key, change, valid, payload, why, source } = line
    await sql`
      update change_line set kind = ${kind}, key = ${key}, change = ${change}, valid = daterange(${valid.from}, ${valid.until}),
        payload = ${payload === null ? null : JSON.stringify(payload)}::jsonb, why = ${JSON.stringify(why)}::jsonb,
        source = ${source === undefined ? null : JSON.stringify(source)}::jsonb, removed = false, by = ${by}
      where set_id = ${id} and n = ${n}`.execute(tx)
    await happened(tx, id, by, 'line', { n }, at)
    if (more.length > 0) await appendLines(tx, id, more, by, at)
    return n
  })

/** Appends lines, all or none; the number of the last. */
export const putLines = (db: Db, id: number, lines: readonly Line[], by: number, at: Date): Promise<Written> =>
  writing(db, (tx) => appendLines(tx, id, lines, by, at))

/** The same within someone's transaction. */
export async function appendLines(tx: Tx, id: number, lines: readonly Line[], by: number, at: Date): Promise<number> {
  const last = await append(tx, id, lines, by)
  await happened(tx, id, by, 'lines', { count: lines.length }, at)
  return last
}

/** Takes a line out of a set; it stays readable, and can be put back. */
export const removeLine = (db: Db, id: number, n: number, by: number, at: Date) => marking(db, id, n, true, by, at)
/** Puts a line back that was taken out. */
export const restoreLine = (db: Db, id: number, n: number, by: number, at: Date) => marking(db, id, n, false, by, at)

const marking = (db: Db, id: number, n: number, removed: boolean, by: number, at: Date): Promise<Written> =>
  writing(db, async (tx) => {
    const { numAffectedRows } = await sql`
      update change_line set removed = ${removed}, by = ${by} where set_id = ${id} and n = ${n}`.execute(tx)
    if (numAffectedRows !== 1n) throw new Unwritten('not-found')
    await happened(tx, id, by, removed ? 'remove' : 'restore', { n }, at)
    return n
  })

/** Says something of a set (n null) or of one of its lines. */
export async function comment(db: Db, id: number, n: number | null, words: string, by: number, at: Date) {
  await sql`insert into change_comment (set_id, n, by, words, at) values (${id}, ${n}, ${by}, ${words}, ${at})`.execute(
    db,
  )
}

/** Notes what was done to a set; nobody where the portal did it. */
export async function happened(tx: Tx, id: number, by: number | null, act: string, detail: object | null, at: Date) {
  await sql`
    insert into change_event (set_id, by, act, detail, at)
    values (${id}, ${by}, ${act}, ${detail === null ? null : JSON.stringify(detail)}::jsonb, ${at})`.execute(tx)
}

const contributed = (tx: Tx, id: number, by: number) =>
  sql`insert into change_contributor (set_id, staff_id) values (${id}, ${by}) on conflict do nothing`.execute(tx)

async function locked(tx: Tx, id: number): Promise<void> {
  const { rows } = await sql`select from change_set where id = ${id} for update`.execute(tx)
  if (rows.length === 0) throw new Unwritten('not-found')
}

async function append(tx: Tx, id: number, lines: readonly Line[], by: number): Promise<number> {
  await locked(tx, id)
  const rows = lines.map(({ valid, source, ...line }) => ({ ...line, ...valid, source: source ?? null }))
  const { rows: made } = await sql<{ last: number }>`
    with last as (select coalesce(max(n), 0) as n from change_line where set_id = ${id}), made as (
      insert into change_line (set_id, n, kind, key, change, valid, payload, why, source, by)
      select ${id}, last.n + l.i, l.kind, l.key, l.change, daterange(l."from", l.until), nullif(l.payload, 'null'), l.why,
        nullif(l.source, 'null'), ${by}
      from last, rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as (kind text, key text, change text, "from" date, until date, payload jsonb, why jsonb, source jsonb))
        with ordinality as l(kind, key, change, "from", until, payload, why, source, i)
      returning n)
    select max(n) as last from made`.execute(tx)
  return made[0]!.last
}

class Unwritten extends Error {
  readonly code: 'stale' | 'not-found'
  constructor(code: 'stale' | 'not-found') {
    super(code)
    this.code = code
  }
}

/** The constraint that stood against a write, caught outside its transaction. */
async function writing(db: Db, write: (tx: Tx) => Promise<number>): Promise<Written> {
  try {
    return { ok: true, n: await db.transaction().execute(write) }
  } catch (error) {
    if (error instanceof Unwritten) return { ok: false, code: error.code }
    const { constraint, code } = error as { constraint?: string; code?: string }
    if (constraint === 'line_said_once') return { ok: false, code: 'said-twice' }
    if (code === '23001') return { ok: false, code: 'frozen' }
    throw error
  }
}
