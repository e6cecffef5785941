import type { Db } from '../db/database.ts'
import { countTry, dropOldTries, forgetTries, takeBackTry } from '../db/tries.ts'
import { tokenHash } from './secrets.ts'

/** Failures after which a login from unknown devices, or one known device, must wait. */
export const MOST_TRIES = 5
/** Failures after which a whole network address must wait: offices share one. */
export const MOST_FROM_ADDRESS = 50

/** Where a sign-in is tried from: a device that this login signed in on before, or some other. */
export type From = { login: string; device: string | null; address: string }

/**
 * 锁定 that cannot be turned against the owner: failures count for the device when it is known, and otherwise for all
 * unknown devices of the login together. A stranger locks out strangers; who signed in here before still can.
 */
const keyOf = ({ login, device }: From): string =>
  device === null ? `login:${tokenHash(login).toString('hex')}` : `device:${device}`
const addressKey = ({ address }: From): string => `address:${network(address)}`

/**
 * Counts a try; false when there were too many and nothing may be looked at. What others at the same address did is not
 * held against a known device.
 */
export async function mayTry(db: Db, from: From, now: Date): Promise<boolean> {
  const ofAddress = from.device === null ? await countTry(db, addressKey(from), now) : 0
  const tries = await countTry(db, keyOf(from), now)
  if (tries === 1) await dropOldTries(db, now)
  return tries <= MOST_TRIES && ofAddress <= MOST_FROM_ADDRESS
}

/** A part was right (the password): the try was no failure of the address, yet the login is not in. */
export const halfway = async (db: Db, from: From): Promise<void> => {
  if (from.device === null) await takeBackTry(db, addressKey(from))
}

/** All was right: failures of this device, or of the unknown ones, are forgotten. */
export async function succeeded(db: Db, from: From): Promise<void> {
  await halfway(db, from)
  await forgetTries(db, keyOf(from))
}

/** Tries of a person who has signed in, at what asks for the password or a code anew. */
export const mayTryAgain = async (db: Db, staffId: number, now: Date): Promise<boolean> =>
  (await countTry(db, `again:${staffId}`, now)) <= MOST_TRIES

export const succeededAgain = (db: Db, staffId: number): Promise<void> => forgetTries(db, `again:${staffId}`)

/** An IPv6 address stands for its /64, which one subscriber has whole. */
function network(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const whole = [...groups, ...Array(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
  return whole.slice(0, 4).join(':')
}
