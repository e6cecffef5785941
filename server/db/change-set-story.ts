import { sql } from 'kysely'
import type { By } from './change-sets.ts'
import type { Reader } from './database.ts'

type Said<T> = T & { by: number | null; name: string | null }

const byOf = ({ by, name }: { by: number | null; name: string | null }): By | null =>
  by === null ? null : { id: by, name: name! }

/** What happened to a set, step by step, oldest first. */
export async function eventsOf(
  db: Reader,
  id: number,
): Promise<{ by: By | null; act: string; detail: Record<string, unknown> | null; at: Date }[]> {
  const { rows } = await sql<Said<{ act: string; detail: Record<string, unknown> | null; at: Date }>>`
    select e.by, m.name, e.act, e.detail, e.at from change_event e left join staff m on m.id = e.by
    where e.set_id = ${id} order by e.id`.execute(db)
  return rows.map(({ act, detail, at, ...who }) => ({ by: byOf(who), act, detail, at }))
}

/** What was said of a set and its lines, oldest first. */
export async function commentsOf(
  db: Reader,
  id: number,
): Promise<{ n: number | null; by: By; words: string; at: Date }[]> {
  const { rows } = await sql<Said<{ n: number | null; words: string; at: Date }>>`
    select c.n, c.by, m.name, c.words, c.at from change_comment c join staff m on m.id = c.by
    where c.set_id = ${id} order by c.id`.execute(db)
  return rows.map(({ n, words, at, ...who }) => ({ n, by: byOf(who)!, words, at }))
}
