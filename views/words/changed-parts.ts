import type { Statement } from '../../catalogue/statement.ts'
import type { Messages, Translate } from '../locale/locale.ts'

/** Which parts of a statement differ from what stood before, by name; the price itself is told in words of its own. */
export function changedParts(before: Statement | null, after: Statement | null, t: Translate): string[] {
  if (!before?.payload || !after?.payload) return []
  const [old, now] = [before.payload as Record<string, unknown>, after.payload as Record<string, unknown>]
  const differ = Object.keys(now).filter((part) => JSON.stringify(old[part]) !== JSON.stringify(now[part]))
  const told = new Set(differ.includes('rate') || differ.includes('limit') ? ['rate', 'limit', 'posted'] : [])
  return differ.flatMap((part) => (told.has(part) ? [] : (t.words.part[part as keyof Messages['part']] ?? [])))
}
