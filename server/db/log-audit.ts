import { sql } from 'kysely'
import type { Db, Reader, Tx } from './database.ts'

/** Looks at one unchanging state of a database from beginning to end. */
export const inOneView = <T>(db: Db, look: (tx: Tx) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(look)

/** A leaf as it is stored. */
export type StoredLeaf = { idx: number; release: number; n: number; data: string; hash: Buffer }

/** Leaves from an index on. */
export const storedLeaves = (db: Reader, from: number, limit: number): Promise<StoredLeaf[]> =>
  db
    .selectFrom('log_leaf')
    .select(['idx', 'release', 'n', 'data', 'hash'])
    .where('idx', '>=', from)
    .orderBy('idx')
    .limit(limit)
    .execute()

/** Every release with its tree, where it has one. */
export async function releasesAndTrees(
  db: Reader,
): Promise<{ release: number; size: number | null; root: Buffer | null }[]> {
  const { rows } = await sql<{ release: number; size: number | null; root: Buffer | null }>`
    select coalesce(r.seq, t.release) as release, t.size, t.root
    from release r full join log_tree t on t.release = r.seq order by 1`.execute(db)
  return rows
}

/** Every stored hash of a whole tile. */
export const storedNodes = (db: Reader) => db.selectFrom('log_node').select(['level', 'idx', 'hash']).execute()

/** A statement's place on both axes, and the first column in which a remainder differs from the line it is left of. */
export type StoredStatement = {
  id: number
  kind: string
  key: string
  release: number
  n: number
  remainder: boolean
  from: string
  until: string | null
  known: number
  closed: number | null
  differs: string | null
}

/** Statements after a number, in the order they were made. */
export async function storedStatements(db: Reader, after: number, limit: number): Promise<StoredStatement[]> {
  const { rows } = await sql<StoredStatement>`
    select s.id, j.kind, j.key, s.line_release as release, s.line_n as n, s.remainder,
      lower(s.valid) as "from", upper(s.valid) as until, lower(s.known) as known, upper(s.known) as closed,
      case when s.kind <> j.kind then 'kind' when not s.remainder then null when o.id is null then 'line'
        when s.change <> o.change then 'change' when s.payload is distinct from o.payload then 'payload'
        when s.why <> o.why then 'why' when s.source is distinct from o.source then 'source' end as differs
    from (select * from statement where id > ${after} order by id limit ${limit}) s
      join subject j on j.id = s.subject_id
      left join statement o on s.remainder and o.line_release = s.line_release and o.line_n = s.line_n and not o.remainder and o.subject_id = s.subject_id
    order by s.id`.execute(db)
  return rows
}

/** Every subject as it is stored. */
export const storedSubjects = (db: Reader) =>
  db
    .selectFrom('subject')
    .select(['kind', 'key', 'first_known', 'item_code', 'port_code', 'area_code', 'entity_code', 'list_key'])
    .execute()
