import { sql } from 'kysely'
import type { Held } from '../access.ts'
import type { Db, Reader } from './database.ts'

/** 账号: a member of staff as kept, with the hash of the password and the sealed secret of the second factor. */
export type Account = {
  id: number
  login: string
  name: string
  held: Held[]
  demo: boolean
  password: string | null
  mustChange: boolean
  totp: Buffer | null
  /** The step whose code was used last: no code counts twice. */
  totpStep: number | null
  disabledAt: Date | null
  madeAt: Date
}

/** The roles of a person, as a value of one row. */
export const heldOf = sql<Held[]>`coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'entity', r.entity)
  order by r.role, r.entity) from staff_role r where r.staff_id = staff.id), '[]')`

const accounts = (db: Reader) =>
  db
    .selectFrom('staff')
    .select(['id', 'login', 'name', 'demo', 'password', 'totp'])
    .select(['must_change as mustChange', 'totp_step as totpStep', 'disabled_at as disabledAt', 'made_at as madeAt'])
    .select(heldOf.as('held'))

/** Everyone, disabled or not, by login. */
export const listStaff = (db: Reader): Promise<Account[]> => accounts(db).orderBy('login').execute()

export const findStaff = (db: Reader, id: number): Promise<Account | undefined> =>
  accounts(db).where('id', '=', id).executeTakeFirst()

export const findLogin = (db: Reader, login: string): Promise<Account | undefined> =>
  accounts(db).where('login', '=', login).executeTakeFirst()

/** What a new account is made of; `password` is a hash. */
export type NewStaff = {
  login: string
  name: string
  held: readonly Held[]
  password: string
  mustChange: boolean
  demo?: boolean
}

/** Makes an account with its roles; returns its id, or null when the login is taken. */
export async function addStaff(db: Db, { held, mustChange, demo = false, ...who }: NewStaff, at: Date) {
  return db.transaction().execute(async (tx) => {
    const made = await tx
      .insertInto('staff')
      .values({ ...who, must_change: mustChange, demo, made_at: at })
      .onConflict((taken) => taken.column('login').doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made === undefined) return null
    const roles = held.map((one) => ({ staff_id: made.id, ...one }))
    if (roles.length > 0) await tx.insertInto('staff_role').values(roles).execute()
    return made.id
  })
}

/** Gives a password in place of the old one. `mustChange` asks the person for another at the next sign-in. */
export const setPassword = async (db: Db, id: number, password: string, mustChange: boolean): Promise<void> =>
  void (await db.updateTable('staff').set({ password, must_change: mustChange }).where('id', '=', id).execute())

/** Keeps the sealed secret of a second factor, or (null) none. `step` is the one whose code was just given. */
export const setTotp = async (db: Db, id: number, totp: Buffer | null, step: number | null): Promise<void> =>
  void (await db.updateTable('staff').set({ totp, totp_step: step }).where('id', '=', id).execute())

/** Uses up the code of a step; false when that step or a later one was used before. */
export async function takeStep(db: Db, id: number, step: number): Promise<boolean> {
  const taken = await db
    .updateTable('staff')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where((is) => is.or([is('totp_step', 'is', null), is('totp_step', '<', step)]))
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** Disables an account and ends its sessions, or (null) enables it again. */
export const setDisabled = (db: Db, id: number, at: Date | null): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await tx.updateTable('staff').set({ disabled_at: at }).where('id', '=', id).execute()
    if (at !== null) await endAll(tx, id, at)
  })

/** A new password that must be changed at once; whoever was signed in with the old one, or holds a token, no longer is. */
export const resetPassword = (db: Db, id: number, password: string, at: Date): Promise<void> =>
  db.transaction().execute(async (tx) => {
    await setPassword(tx, id, password, true)
    await endAll(tx, id, at)
  })

async function endAll(db: Db, id: number, at: Date): Promise<void> {
  await db
    .updateTable('staff_session')
    .set({ ended_at: at })
    .where('staff_id', '=', id)
    .where('ended_at', 'is', null)
    .execute()
  await db
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('staff_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

/** Gives a role; nothing happens when it is held already. */
export const giveRole = async (db: Db, id: number, held: Held): Promise<void> =>
  void (await db
    .insertInto('staff_role')
    .values({ staff_id: id, ...held })
    .onConflict((same) => same.constraint('role_held_once').doNothing())
    .execute())

/** Takes a role away. */
export const takeRole = async (db: Db, id: number, { role, entity }: Held): Promise<void> =>
  void (await db
    .deleteFrom('staff_role')
    .where('staff_id', '=', id)
    .where('role', '=', role)
    .where('entity', entity === null ? 'is' : '=', entity)
    .execute())
