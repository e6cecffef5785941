import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** One event of a case as it is chained. `at` is an instant in ISO 8601, UTC; `staff` who of the desk did it. */
export type Chained = {
  case: string
  seq: number
  kind: string
  at: string
  actor: string
  staff: number | null
  to: string | null
  payload: unknown
}

/** What the first event of a case is chained to. */
export const GENESIS: Buffer = Buffer.alloc(32)

/** SHA-256 over the hash before and the event in its one form (RFC 8785): nothing can be changed, left out or put in. */
export const chainHash = (previous: Buffer, event: Chained): Buffer =>
  createHash('sha256').update(previous).update(canonicalize(event)!).digest()

/** The first event of a case at which its chain breaks; null when it holds from the first to the last. */
export function brokenAt(events: readonly (Chained & { prev: Buffer; hash: Buffer })[]): number | null {
  let previous: Buffer = GENESIS
  for (const [place, { prev, hash, ...event }] of events.entries()) {
    const sound = event.seq === place + 1 && prev.equals(previous) && chainHash(previous, event).equals(hash)
    if (!sound) return event.seq
    previous = hash
  }
  return null
}
