import { compareAmounts, isAmount } from '../amount.ts'
import { tidyCell } from './tidy.ts'

/**
 * What is said now, in the words in which it was said before wherever it means the same: 0.2 where the list says 0.20.
 * The very same value comes back when nothing differs. Neither may hold anything but data.
 */
export function settled<T>(old: T, now: T): T {
  if (old === now) return old
  if (typeof old === 'string' && typeof now === 'string') return sameText(old, now) ? old : now
  if (Array.isArray(old) && Array.isArray(now)) return list(old, now) as T
  if (isRecord(old) && isRecord(now)) return record(old, now) as T
  return now
}

function sameText(old: string, now: string): boolean {
  if (isAmount(old) && isAmount(now)) return compareAmounts(old, now) === 0
  return tidyCell(old) === tidyCell(now)
}

function list(old: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const kept = now.map((value, n) => (n < old.length ? settled(old[n], value) : value))
  return kept.length === old.length && kept.every((value, n) => value === old[n]) ? old : kept
}

type Plain = Record<string, unknown>
const isRecord = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function record(old: Plain, now: Plain): Plain {
  const said = Object.entries(now).filter(([, value]) => value !== undefined)
  const kept = said.map(([name, value]) => [name, name in old ? settled(old[name], value) : value] as const)
  const same =
    kept.length === Object.keys(old).length && kept.every(([name, value]) => name in old && value === old[name])
  return same ? old : Object.fromEntries(kept)
}
