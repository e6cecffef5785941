import { asClerk } from '../db/case-doors.ts'
import type { Db } from '../db/database.ts'
import { SEALED, sealAnew, sealedOtherwise } from '../db/sealed.ts'
import type { CaseKeys } from './keys.ts'

/** So many values in one transaction: a rotation that breaks off loses no more, and holds nobody up. */
const BATCH = 200

/** What a rotation did: values sealed anew, values that no key opens, and values still sealed otherwise. */
export type Rotated = { anew: number; unopened: number; left: number }

/** 换密钥: seals everything anew with the newest key, a batch a transaction; begun again, it goes on where it broke off. */
export async function resealAll(db: Db, keys: CaseKeys): Promise<Rotated> {
  const beyond: Buffer[] = []
  let seen = 0
  for (const one of SEALED)
    for (let n = -1; n !== 0; seen += n) n = await asClerk(db, (tx) => sealAnew(tx, keys, one, BATCH, beyond))
  const left = await asClerk(db, (tx) => sealedOtherwise(tx, keys.newest))
  return { anew: seen - beyond.length, unopened: beyond.length, left }
}
