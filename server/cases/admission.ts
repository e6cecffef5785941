import { isIP } from 'node:net'
import { LRUCache } from 'lru-cache'
import { filedUnder } from '../db/filing.ts'
import type { Desk } from '../staff/desk.ts'
import { mark } from '../staff/secrets.ts'
import { provenBy } from './proof.ts'

/** May this filing go on now, and was the work asked of floods done? Else how many seconds it is asked to wait. */
export type Admission = { ok: true; worked: boolean } | { ok: false; seconds: number }

/** So many filings without a proof of work from one network within so many minutes; the next one waits. */
export const UNPROVEN = 6
const MINUTES = 10

/**
 * 放行: who solved the challenge goes on, and so does a retry of what was filed already; else a network files so many in ten
 * minutes and is then asked to wait until the first of them is ten minutes old. Nobody is refused for good.
 */
export async function admission(
  desk: Desk,
  { key, address, proof }: { key: string; address: string; proof: string | null },
): Promise<Admission> {
  if (proof !== null && (await provenBy(desk, proof, key))) return { ok: true, worked: true }
  const seconds = placeFor(desk, mark(desk.secretKey, 'filing-address', networkOf(address)), key)
  if (seconds === 0 || (await filedUnder(desk.db, key)) !== undefined) return { ok: true, worked: false }
  return { ok: false, seconds }
}

type Place = { key: string; at: number }

/** Under which keys each network filed and when, in memory only and never by its address. */
const filed = new WeakMap<object, LRUCache<string, Place[]>>()

/**
 * Takes a place for a filing before it is made, so that a hundred at once are a hundred; 0, or the seconds to wait. What is
 * sent again under its key, because no answer came or the database was away, keeps its place.
 */
function placeFor({ db, now }: Desk, network: string, key: string): number {
  const networks = filed.get(db) ?? new LRUCache<string, Place[]>({ max: 50_000 })
  filed.set(db, networks)
  const at = now().getTime()
  const recent = (networks.get(network) ?? []).filter((place) => at - place.at < MINUTES * 60_000)
  if (recent.some((place) => place.key === key)) return 0
  if (recent.length >= UNPROVEN) return Math.ceil((recent[0]!.at + MINUTES * 60_000 - at) / 1000)
  networks.set(network, [...recent, { key, at }])
  return 0
}

/** Whom an address stands for: itself, or the /64 that one line of IPv6 is given. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  if (isIP(address) !== 6) return address
  const [left = [], right = []] = address
    .split('%')[0]!
    .split('::')
    .map((side) => side.split(':').filter(Boolean))
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}
