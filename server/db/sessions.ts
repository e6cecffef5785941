import type { Held } from '../access.ts'
import type { Session } from '../staff/desk.ts'
import type { Db, Reader } from './database.ts'
import { heldOf } from './staff.ts'

/** A session as kept, with what its person's account asks for. */
export type KeptSession = {
  id: number
  csrf: string
  stage: Session['stage']
  seenAt: Date
  strongAt: Date | null
  staffId: number
  login: string
  name: string
  demo: boolean
  mustChange: boolean
  hasTotp: boolean
  held: Held[]
}

/** The session of a token's hash: not ended, within its hours, seen since `seenSince`, of a person who may still work here. */
export async function findSession(
  db: Reader,
  token: Buffer,
  now: Date,
  seenSince: Date,
): Promise<KeptSession | undefined> {
  const row = await db
    .selectFrom('staff_session as s')
    .innerJoin('staff', 'staff.id', 's.staff_id')
    .select(['s.id', 's.csrf', 's.stage', 's.seen_at as seenAt', 's.strong_at as strongAt'])
    .select(['staff.id as staffId', 'staff.login', 'staff.name', 'staff.demo', 'staff.must_change as mustChange'])
    .select(['staff.totp', heldOf.as('held')])
    .where('s.token', '=', token)
    .where('s.ended_at', 'is', null)
    .where('s.ends_at', '>', now)
    .where('s.seen_at', '>', seenSince)
    .where('staff.disabled_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { totp, ...session } = row
  return { ...session, hasTotp: totp !== null }
}

/** What a new session is made of; `token` is a hash. */
export type NewSession = {
  token: Buffer
  staffId: number
  csrf: string
  stage: Session['stage']
  endsAt: Date
  strongAt: Date | null
  address: string
  agent: string
}

export async function makeSession(
  db: Db,
  { staffId, endsAt, strongAt, ...session }: NewSession,
  at: Date,
): Promise<number> {
  const { id } = await db
    .insertInto('staff_session')
    .values({ ...session, staff_id: staffId, ends_at: endsAt, strong_at: strongAt, made_at: at, seen_at: at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A session that came further gets a new token, so that one known before is worth nothing. */
export const advanceSession = async (
  db: Db,
  id: number,
  { token, csrf, stage, strongAt }: Pick<NewSession, 'token' | 'csrf' | 'stage' | 'strongAt'>,
): Promise<void> =>
  void (await db
    .updateTable('staff_session')
    .set({ token, csrf, stage, strong_at: strongAt, pending: null })
    .where('id', '=', id)
    .execute())

export const markSeen = (db: Db, id: number, at: Date): Promise<void> => set(db, id, { seen_at: at })
export const markStrong = (db: Db, id: number, at: Date): Promise<void> => set(db, id, { strong_at: at })
/** The sealed secret of a second factor that is being set up. */
export const keepPending = (db: Db, id: number, pending: Buffer | null): Promise<void> => set(db, id, { pending })

/** The sealed secret that is being set up in a session; null when none is. */
export const pendingOf = async (db: Reader, id: number): Promise<Buffer | null> =>
  (await db.selectFrom('staff_session').select('pending').where('id', '=', id).executeTakeFirst())?.pending ?? null

const set = async (db: Db, id: number, values: { seen_at?: Date; strong_at?: Date; pending?: Buffer | null }) =>
  void (await db.updateTable('staff_session').set(values).where('id', '=', id).execute())

/** A session as its owner sees it among the others. */
export type OpenSession = { id: number; madeAt: Date; seenAt: Date; address: string; agent: string }

/** Where a person is signed in, the latest seen first. */
export const openSessions = (db: Reader, staffId: number, now: Date, seenSince: Date): Promise<OpenSession[]> =>
  db
    .selectFrom('staff_session')
    .select(['id', 'made_at as madeAt', 'seen_at as seenAt', 'address', 'agent'])
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .where('ends_at', '>', now)
    .where('seen_at', '>', seenSince)
    .orderBy('seen_at', 'desc')
    .execute()

/** Ends sessions of a person: this one, or (`but`) every other. Returns how many. */
export async function endSessions(db: Db, staffId: number, which: { only: number } | { but: number }, at: Date) {
  const ended = await db
    .updateTable('staff_session')
    .set({ ended_at: at })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null)
    .where('id', 'only' in which ? '=' : '<>', 'only' in which ? which.only : which.but)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}
