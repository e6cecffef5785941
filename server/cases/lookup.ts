import { setTimeout as pause } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { readCode, readReceipt } from '../../complaints/receipt.ts'
import { audit } from '../db/audit.ts'
import { bytesOf, type Found, lookedUp } from '../db/owned-filing.ts'
import { isUnavailable } from '../db/unavailable.ts'
import type { Desk } from '../staff/desk.ts'
import { mark } from '../staff/secrets.ts'
import { networkOf } from './admission.ts'
import { type OwnerView, viewOf } from './owner-view.ts'

/** What somebody typed to find his case. */
export type TypedPair = { receipt: string; code: string }
/** What the pair opened, the tag that finds it again, and when it was opened the time before. */
export type LookedUp = { view: OwnerView; tag: Buffer; before: Date | null }

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
  const found = await foundBy(desk, tagsOf(desk, typed))
  if (found === null) {
    await audited(desk, from, failed + 1)
    return null
  }
  tries.set(from, Math.max(0, (tries.get(from) ?? 1) - 1))
  const { tag, before, filing } = found
  return { view: viewOf(desk, filing), tag: bytesOf(tag), before: before === null ? null : new Date(before) }
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
  }).catch(unlessUnavailable)

/** What the tags find, noted as looked up just now; who may read while nothing can be written is not told of the time before. */
const foundBy = ({ db, now }: Desk, tags: Buffer[]): Promise<Found | null> =>
  lookedUp(db, tags, now()).catch((error: unknown) => {
    if (isUnavailable(error)) return lookedUp(db, tags, null)
    throw error
  })

/** A failure that could not be written down, the disk being full, is passed over; anything else is thrown again. */
function unlessUnavailable(error: unknown): void {
  if (!isUnavailable(error)) throw error
}

const FREE = 5
const STEP = 250
const MOST = 4_000

/** How long an answer waits, in milliseconds, after so many failures of its address. */
export const waitAfter = (failures: number): number =>
  failures < FREE ? 0 : Math.min((failures - FREE + 1) * STEP, MOST)

/** The tags that a pair may have, one a pepper. What is no receipt or no code at all is looked for like any other. */
export const tagsOf = ({ keys }: Desk, { receipt, code }: TypedPair): Buffer[] =>
  keys.peppers.map((pepper) => keys.tag(readReceipt(receipt) ?? 'none', readCode(code) ?? 'none', pepper))
