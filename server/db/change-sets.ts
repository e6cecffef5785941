import { sql } from 'kysely'
import type { ChangeSetState } from '../../catalogue/change-set.ts'
import type { LintReport } from '../../catalogue/lint/rule.ts'
import type { Line } from '../../catalogue/release.ts'
import type { Source, Why } from '../../catalogue/statement.ts'
import type { Payloads, SubjectKind } from '../../catalogue/subject.ts'
import type { Text } from '../../catalogue/text.ts'
import type { Reader } from './database.ts'

export type By = { id: number; name: string }

/** 变更集 as it stands. `entity` is whose list it changes; null is the authority's. `lines` counts those not taken out. */
export type ChangeSet = {
  id: number
  entity: string | null
  title: Text
  note: Text | null
  state: ChangeSetState
  version: number
  madeBy: By
  madeAt: Date
  contentSha: string | null
  approvedBase: number | null
  lint: LintReport | null
  publishAt: Date | null
  emergency: string | null
  release: number | null
  lines: number
  contributors: number[]
}

/** The same in a list, without what lint found: of a long set that is more than a list of sets. */
export type ListedSet = Omit<ChangeSet, 'lint'>

/** One proposed line, and who last touched it. */
export type ProposedLine = { n: number; line: Line; removed: boolean; by: By }

type Row = Omit<ListedSet, 'madeBy' | 'contentSha'> & {
  madeById: number
  madeByName: string
  contentSha: Buffer | null
}

const LISTED = sql`
  s.id, s.entity, s.title, s.note, s.state, s.version, s.made_at as "madeAt", s.content_sha as "contentSha",
    s.approved_base as "approvedBase", s.publish_at as "publishAt", s.emergency, s.release,
    m.id as "madeById", m.name as "madeByName",
    (select count(*) from change_line l where l.set_id = s.id and not l.removed) as lines,
    array(select c.staff_id from change_contributor c where c.set_id = s.id order by c.staff_id) as contributors`
const FROM = sql`from change_set s join staff m on m.id = s.made_by`

/** One set; null when there is none of that number. */
export async function findChangeSet(db: Reader, id: number): Promise<ChangeSet | null> {
  const { rows } = await sql<Row & Pick<ChangeSet, 'lint'>>`
    select ${LISTED}, s.lint ${FROM} where s.id = ${id}`.execute(db)
  if (rows[0] === undefined) return null
  const { lint, ...row } = rows[0]
  return { ...toListed(row), lint }
}

export type Choice = {
  reach: 'all' | ReadonlySet<string>
  states?: readonly ChangeSetState[]
  before?: number
  limit: number
}

/** Sets within reach, newest first, with numbers below `before`. */
export async function listChangeSets(db: Reader, { reach, states, before, limit }: Choice): Promise<ListedSet[]> {
  const { rows } = await sql<Row>`select ${LISTED} ${FROM}
    where ${reach === 'all' ? sql`true` : sql`s.entity = any(${[...reach]}::text[])`}
      and ${states === undefined ? sql`true` : sql`s.state = any(${[...states]}::text[])`}
      and ${before === undefined ? sql`true` : sql`s.id < ${before}`}
    order by s.id desc limit ${limit}`.execute(db)
  return rows.map(toListed)
}

/** Sets whose time has come, in the order in which they are published. */
export async function dueChangeSets(db: Reader, now: Date): Promise<{ id: number; publishAt: Date }[]> {
  const { rows } = await sql<{ id: number; publishAt: Date }>`
    select id, publish_at as "publishAt" from change_set where state = 'scheduled' and publish_at <= ${now}
    order by publish_at, id`.execute(db)
  return rows
}

const toListed = ({ madeById, madeByName, contentSha, contributors, ...row }: Row): ListedSet => ({
  ...row,
  contentSha: contentSha?.toString('hex') ?? null,
  madeBy: { id: madeById, name: madeByName },
  contributors: contributors.map(Number),
})

type LineRow = {
  n: number
  kind: SubjectKind
  key: string
  change: Line['change']
  from: string
  until: string | null
  payload: Payloads[SubjectKind] | null
  why: Why
  source: Source | null
  removed: boolean
  by: number
  name: string
}

const LINES = sql`
  select l.n, l.kind, l.key, l.change, lower(l.valid) as "from", upper(l.valid) as until, l.payload, l.why, l.source,
    l.removed, l.by, m.name
  from change_line l join staff m on m.id = l.by`

/** Lines of a set in their order, after a number; what was taken out only when asked for. */
export async function linesOfSet(
  db: Reader,
  id: number,
  { after = 0, limit, removed = false }: { after?: number; limit?: number; removed?: boolean } = {},
): Promise<ProposedLine[]> {
  const { rows } = await sql<LineRow>`${LINES}
    where l.set_id = ${id} and l.n > ${after} and (${removed} or not l.removed) order by l.n limit ${limit ?? null}`.execute(
    db,
  )
  return rows.map(toProposed)
}

/** One line of a set, taken out or not. */
export async function lineOfSet(db: Reader, id: number, n: number): Promise<ProposedLine | null> {
  const { rows } = await sql<LineRow>`${LINES} where l.set_id = ${id} and l.n = ${n}`.execute(db)
  return rows[0] ? toProposed(rows[0]) : null
}

const toProposed = ({ n, from, until, source, removed, by, name, ...line }: LineRow): ProposedLine => ({
  n,
  line: { ...line, valid: { from, until }, ...(source === null ? {} : { source }) } as Line,
  removed,
  by: { id: by, name },
})
