import { sql } from 'kysely'
import type { By } from './change-sets.ts'
import type { Reader } from './database.ts'

/** An emergency release: its reason, when it was published, and who confirmed it since. */
export type Confirmation = {
  release: number
  set: number
  reason: string
  publishedAt: Date
  confirmed: { by: By; note: string; at: Date } | null
}

type Row = Omit<Confirmation, 'confirmed'> & {
  by: number | null
  name: string | null
  note: string | null
  at: Date | null
}

const EMERGENCIES = sql`
  select r.seq as release, s.id as set, s.emergency as reason, r.published_at as "publishedAt", c.by, m.name, c.note, c.at
  from release r join change_set s on s.id = r.change_set
    left join release_confirmation c on c.release = r.seq left join staff m on m.id = c.by
  where r.emergency`

/** Those of these releases that were an emergency. */
export async function confirmationsOf(db: Reader, releases: readonly number[]): Promise<Confirmation[]> {
  if (releases.length === 0) return []
  const { rows } = await sql<Row>`${EMERGENCIES} and r.seq = any(${[...releases]}::bigint[])`.execute(db)
  return rows.map(toConfirmation)
}

/** One emergency release; null when it is none. */
export const confirmationOf = async (db: Reader, release: number): Promise<Confirmation | null> =>
  (await confirmationsOf(db, [release]))[0] ?? null

/** Emergency releases that nobody has confirmed yet, oldest first. */
export async function unconfirmed(db: Reader): Promise<Confirmation[]> {
  const { rows } = await sql<Row>`${EMERGENCIES} and c.release is null order by r.seq`.execute(db)
  return rows.map(toConfirmation)
}

const toConfirmation = ({ by, name, note, at, ...row }: Row): Confirmation => ({
  ...row,
  confirmed: by === null ? null : { by: { id: by, name: name! }, note: note!, at: at! },
})
