import { sql } from 'kysely'
import type { Release } from '../../catalogue/release.ts'
import type { Change, Statement } from '../../catalogue/statement.ts'
import { overlap } from '../../catalogue/validity.ts'
import type { Reader } from './database.ts'
import { type StatementRow, statementColumns, toStatement } from './statements.ts'

const columns = ['seq', 'published_at', 'title', 'note', 'backfilled', 'emergency', 'lines'] as const
type Row = {
  seq: number
  published_at: Date
  title: Release['title']
  note: Release['note']
  backfilled: boolean
  emergency: boolean
  lines: number
}

const toRelease = ({ published_at, ...row }: Row): Release => ({ ...row, publishedAt: published_at })

/** Releases with numbers below `before`, newest first. */
export async function releasesBefore(db: Reader, before: number, limit: number): Promise<Release[]> {
  const rows = await db
    .selectFrom('release')
    .select(columns)
    .where('seq', '<', before)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toRelease)
}

/** Releases with numbers above `after`, oldest first: what a machine that has seen `after` has still to read. */
export async function releasesAfter(db: Reader, after: number, limit: number): Promise<Release[]> {
  const rows = await db
    .selectFrom('release')
    .select(columns)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute()
  return rows.map(toRelease)
}

/** The releases of these numbers, oldest first. */
export async function releasesNumbered(db: Reader, numbers: readonly number[]): Promise<Release[]> {
  if (numbers.length === 0) return []
  const rows = await db
    .selectFrom('release')
    .select(columns)
    .where('seq', 'in', [...numbers])
    .orderBy('seq')
    .execute()
  return rows.map(toRelease)
}

/** How many lines of each release say something new, revise, correct, confirm or withdraw. */
export async function countsOfLines(
  db: Reader,
  numbers: readonly number[],
): Promise<Map<number, Partial<Record<Change, number>>>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .selectFrom('statement')
    .select(['line_release', 'change', sql<number>`count(*)`.as('count')])
    .where('line_release', 'in', [...numbers])
    .where('remainder', '=', false)
    .groupBy(['line_release', 'change'])
    .execute()
  return mapValues(
    Map.groupBy(rows, ({ line_release }) => line_release),
    (group) => Object.fromEntries(group.map(({ change, count }) => [change, count])),
  )
}

/** One release by its number; undefined when it has not been published. */
export async function findRelease(db: Reader, seq: number): Promise<Release | undefined> {
  const row = await db.selectFrom('release').select(columns).where('seq', '=', seq).executeTakeFirst()
  return row && toRelease(row)
}

/** A line of a release, and the first in time of what it took the place of. */
export type ReleaseLine = { n: number; said: Statement; before: Statement | null }

/** The lines of one release after line `after`, in the order they were written. */
export async function linesOfRelease(db: Reader, seq: number, after: number, limit: number): Promise<ReleaseLine[]> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select(statementColumns)
    .select('statement.subject_id')
    .where('line_release', '=', seq)
    .where('line_n', '>', after)
    .where('remainder', '=', false)
    .orderBy('line_n')
    .limit(limit)
    .execute()
  const before = await saidBefore(
    db,
    seq,
    rows.map(({ subject_id }) => subject_id),
  )
  return rows.map((row) => {
    const said = toStatement(row as StatementRow)
    return { n: said.line.n, said, before: before.get(row.subject_id)?.find((old) => meets(old, said)) ?? null }
  })
}

/** What the release closed, by subject. */
async function saidBefore(db: Reader, seq: number, subjects: number[]): Promise<Map<number, Statement[]>> {
  const rows = await db
    .selectFrom('statement')
    .innerJoin('subject', 'subject.id', 'statement.subject_id')
    .select(statementColumns)
    .select('statement.subject_id')
    .where(sql<boolean>`upper(statement.known) = ${seq}`)
    .where('statement.subject_id', 'in', subjects.length > 0 ? subjects : [0])
    .orderBy(sql`lower(statement.valid)`)
    .execute()
  const statements = rows.map((row) => [row.subject_id, toStatement(row as StatementRow)] as const)
  return mapValues(
    Map.groupBy(statements, ([subject]) => subject),
    (group) => group.map(([, statement]) => statement),
  )
}

const mapValues = <K, A, B>(map: Map<K, A>, change: (value: A) => B): Map<K, B> =>
  new Map([...map].map(([key, value]) => [key, change(value)]))

const meets = (old: Statement, { valid }: Statement): boolean => overlap(old.valid, valid)
