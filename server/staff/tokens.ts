import { randomInt } from 'node:crypto'
import type { Db } from '../db/database.ts'
import { addToken, markUsed, ownerOfToken } from '../db/tokens.ts'
import type { Person } from './desk.ts'
import { tokenHash } from './secrets.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
const TOKEN = /^pfp_[A-Za-z0-9]{32}$/

/** Makes an API token for a person and returns it, the only time that anyone sees it: `pfp_` and 32 random letters. */
export async function makeToken(db: Db, staffId: number, name: string, at: Date): Promise<string> {
  const token = `pfp_${Array.from({ length: 32 }, () => LETTERS[randomInt(LETTERS.length)]).join('')}`
  await addToken(db, staffId, name, tokenHash(token), at)
  return token
}

/**
 * Whose token an `Authorization: Bearer` header holds; null when it is none, was revoked, or its person may not work.
 * `demo`: does the portal show the demonstration? Its accounts work no longer than that.
 */
export async function personOfToken(
  db: Db,
  header: string | undefined,
  now: Date,
  demo = true,
): Promise<Person | null> {
  const token = /^Bearer +(\S+)$/i.exec(header ?? '')?.[1]
  if (token === undefined || !TOKEN.test(token)) return null
  const found = await ownerOfToken(db, tokenHash(token))
  if (found === null || (found.owner.demo && !demo)) return null
  await markUsed(db, found.token, now)
  return found.owner
}
