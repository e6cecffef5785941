import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { readCode, readReceipt } from '../../complaints/receipt.ts'
import { audit } from '../db/audit.ts'
import { asHolder } from '../db/case-doors.ts'
import { knownTag } from '../db/lookup.ts'
import { markLookedUp } from '../db/owner.ts'
import { isUnavailable } from '../db/unavailable.ts'
import type { Desk } from '../staff/desk.ts'
import { mark } from '../staff/secrets.ts'
import { networkOf } from './admission.ts'

/** What somebody typed to find his case. */
export type TypedPair = { receipt: string; code: string }
/** What the pair opened, and when it was opened the time before. */
export type LookedUp = { tag: Buffer; before: Date | null }

/**
 * 查询: the case that receipt and code open; null when they open nothing, and nobody learns which of the two was wrong:
 * whatever was typed costs the same hashes and the same one read. After five failures from an address the answers to it
 * come slower and slower, right or wrong; the right pair always gets in. Failures are audited without what was typed.
 */
export async function lookUp(desk: Desk, address: string, typed: TypedPair): Promise<LookedUp | null> {
  const from = mark(desk.secretKey, 'lookup address', networkOf(address))
  const tries = failuresOf(desk)
  const failed = tries.get(from) ?? 0
  tries.set(from, failed + 1)
  await pause(waitAfter(failed))
  const tag = await knownTag(desk.db, tagsOf(desk, typed))
  if (tag === null) {
    await audited(desk, from, failed + 1)
    return null
  }
  tries.set(from, Math.max(0, (tries.get(from) ?? 1) - 1))
  return { tag, before: await seenBefore(desk, tag) }
}

/** Failures by network within a quarter of an hour, in memory only and never by its address. */
const failures = new WeakMap<object, LRUCache<string, number>>()
function failuresOf({ db }: Desk): LRUCache<string, number> {
  const kept = failures.get(db) ?? new LRUCache<string, number>({ max: 50_000, ttl: 15 * 60_000 })
  failures.set(db, kept)
  return kept
}

const audited = (desk: Desk, address: string, tries: number): Promise<void> =>
  audit(desk.db, {
    ...{ at: desk.now(), by: null, login: null, act: 'case.lookup', object: null, outcome: 'failed' },
    ...{ detail: { tries }, address },
  }).catch(unlessUnavailable(undefined))

/** When it was looked up the time before, which is noted anew; who may read while nothing can be written is not told. */
const seenBefore = ({ db, now }: Desk, tag: Buffer): Promise<Date | null> =>
  asHolder(db, tag, (tx) => markLookedUp(tx, now())).catch(unlessUnavailable(null))

/** What stands in for a note that could not be written, the disk being full; anything else is thrown again. */
const unlessUnavailable =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (isUnavailable(error)) return instead
    throw error
  }

const FREE = 5
const STEP = 250
const MOST = 4_000

/** How long an answer waits, in milliseconds, after so many failures of its address. */
export const waitAfter = (failures: number): number =>
  failures < FREE ? 0 : Math.min((failures - FREE + 1) * STEP, MOST)

/** The tags that a pair may have, one a pepper. What is no receipt or no code at all is looked for like any other. */
const tagsOf = ({ keys }: Desk, { receipt, code }: TypedPair): Buffer[] =>
  keys.peppers.map((pepper) => keys.tag(readReceipt(receipt) ?? 'none', readCode(code) ?? 'none', pepper))
