import type { Desk } from '../staff/desk.ts'

const MINUTE = 60_000
const MINUTES = 10

/** How many were filed minute by minute; a restart forgets them. */
const filed = new WeakMap<object, Map<number, number>>()

/** Notes that something was filed just now: what many file at once becomes dearer. */
export function noteFiling({ db, now }: Pick<Desk, 'db' | 'now'>): void {
  const minutes = filed.get(db) ?? new Map<number, number>()
  filed.set(db, minutes)
  const minute = Math.floor(now().getTime() / MINUTE)
  minutes.set(minute, (minutes.get(minute) ?? 0) + 1)
  for (const old of minutes.keys()) if (old <= minute - MINUTES) minutes.delete(old)
}

/** How many were filed within the last ten minutes. */
export function recentFilings({ db, now }: Pick<Desk, 'db' | 'now'>): number {
  const minute = Math.floor(now().getTime() / MINUTE)
  return [...(filed.get(db) ?? [])].reduce((sum, [at, count]) => (at > minute - MINUTES ? sum + count : sum), 0)
}
