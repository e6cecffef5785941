import type { Held } from '../access.ts'
import type { Db, Reader } from './database.ts'
import { heldOf } from './staff.ts'

/** An API token as its owner sees it. */
export type Token = { id: number; name: string; madeAt: Date; usedAt: Date | null }

/** The tokens of a person that are not revoked, newest first. */
export const tokensOf = (db: Reader, staffId: number): Promise<Token[]> =>
  db
    .selectFrom('api_token')
    .select(['id', 'name', 'made_at as madeAt', 'used_at as usedAt'])
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()

/** Keeps the hash of a new token. */
export const addToken = async (db: Db, staffId: number, name: string, hash: Buffer, at: Date): Promise<void> =>
  void (await db.insertInto('api_token').values({ staff_id: staffId, name, hash, made_at: at }).execute())

/** Revokes a person's token; its name, or undefined when they have no such. */
export async function revokeToken(db: Db, staffId: number, id: number, at: Date): Promise<string | undefined> {
  const revoked = await db
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .returning('name')
    .executeTakeFirst()
  return revoked?.name
}

export type TokenOwner = { id: number; login: string; name: string; held: Held[]; demo: boolean }

/** Whose token this hash is of, and the token's id: not revoked, and of a person who may work here. */
export async function ownerOfToken(db: Reader, hash: Buffer): Promise<{ token: number; owner: TokenOwner } | null> {
  const row = await db
    .selectFrom('api_token as t')
    .innerJoin('staff', 'staff.id', 't.staff_id')
    .select(['t.id as token', 'staff.id', 'staff.login', 'staff.name', 'staff.demo', heldOf.as('held')])
    .where('t.hash', '=', hash)
    .where('t.revoked_at', 'is', null)
    .where('staff.disabled_at', 'is', null)
    .where('staff.must_change', '=', false)
    .executeTakeFirst()
  if (row === undefined) return null
  const { token, ...owner } = row
  return { token, owner }
}

/** Notes that a token was used, once a minute at most. */
export const markUsed = async (db: Db, id: number, at: Date): Promise<void> =>
  void (await db
    .updateTable('api_token')
    .set({ used_at: at })
    .where('id', '=', id)
    .where((is) => is.or([is('used_at', 'is', null), is('used_at', '<', new Date(at.getTime() - 60_000))]))
    .execute())
