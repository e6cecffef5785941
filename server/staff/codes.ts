import { type Account, takeStep } from '../db/staff.ts'
import type { Desk } from './desk.ts'
import { codeNow, STEP_MS, stepOf } from './second-factor.ts'
import { unseal } from './secrets.ts'

/** Is this the code of a person's second factor, now and not used before? It is used up by asking. */
export async function isCode(desk: Desk, account: Account, code: string): Promise<boolean> {
  const secret = secretOf(desk, account)
  const step = secret === null ? null : stepOf(secret, code, desk.now())
  return step !== null && (await takeStep(desk.db, account.id, step))
}

/** For accounts of the demonstration, whose secret is public: the code that would be right now, the next when it was used. */
export function demoCode(desk: Desk, account: Account): string | null {
  const secret = desk.demo && account.demo ? secretOf(desk, account) : null
  if (secret === null) return null
  const now = desk.now().getTime()
  const used = (account.totpStep ?? 0) >= Math.floor(now / STEP_MS)
  return codeNow(secret, new Date(used ? now + STEP_MS : now))
}

const secretOf = (desk: Desk, { login, totp }: Account): string | null =>
  totp === null ? null : unseal(desk.secretKey, login, totp)
